// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui.h"

#include <QLineEdit>

class QListWidget;
class QListWidgetItem;

namespace lectern
{

class GuideDesk;

/// "Search everything": what matches is listed below while typing; Down and Enter go to it.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    SearchField(GuideDesk &desk, const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A question's place is "item/<id>" on the exam page: who knows the attempts makes it one of those.
    void chosen(const lectern::Place &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &text);
    void showList();
    void choose(const QListWidgetItem *item);

    GuideDesk &m_desk;
    const Theme &m_theme;
    QListWidget *m_list = nullptr; ///< made with the first search
};

} // namespace lectern
