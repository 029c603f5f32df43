// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace lectern
{

/// A table of figures that is as high as its rows, so that the page scrolls and not the table, and that can be copied
/// into a spreadsheet.
class CopyTable : public QTableView
{
    Q_OBJECT
public:
    /// `wide` is the column that takes the room that is left.
    CopyTable(const QString &name, int wide, QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;

    /// The chosen rows as tab-separated text, as they are read; nothing where none is chosen.
    QString chosenText() const;
    QString wholeText() const; ///< with the heads of the columns
    void copyChosen();
    void copyWhole();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;

private:
    QString lineOf(int row) const;
    int wholeHeight() const;
    void widen();

    int m_wide;
};

} // namespace lectern
