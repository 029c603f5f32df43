// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lectern
{

class Theme;

/// A form of labelled rows that come and go as wholes: the labels in one column, what stands below a field close under
/// it, rows apart from each other.
class FormGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FormGrid(const Theme &theme, QWidget *parent = nullptr);

    /// Over both columns, first of all.
    void addHead(QWidget *head);
    /// `label` may have a key, which leads to `target` (or `field` itself). Returns the row's number.
    int addRow(const QString &label, QWidget *field, QWidget *target = nullptr);
    void addBelow(QWidget *widget); ///< of the row added last: a note or a further field
    void setRowShown(int row, bool shown);
    bool rowShown(int row) const;
    void finish(); ///< after the last row: what is left of the height stays below

private:
    class Layout;
    struct Row {
        QList<QWidget *> parts;
        bool shown = true;
    };
    QWidget *makeGap(int pixels);

    const Theme &m_theme;
    Layout *m_grid;
    QList<Row> m_rows;
};

/// Widgets side by side that wrap where there is no room, as one field.
QWidget *fieldLine(const Theme &theme, const QList<QWidget *> &widgets);

} // namespace lectern
