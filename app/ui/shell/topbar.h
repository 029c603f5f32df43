// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace lectern
{

class GuideDesk;
class SearchField;
class TabBar;
class Theme;
class WindowActions;

/// The window's one bar: tabs at the left, search, undo and menu at the right. Shares out what width there is.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(GuideDesk &guide, WindowActions &actions, const Theme &theme, QWidget *parent = nullptr);

    TabBar &tabs() { return *m_tabs; }
    SearchField &search() { return *m_search; }
    void openMenu();
    QSize minimumSizeHint() const override; ///< with icons only

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void share();
    int besides() const; ///< what buttons, gaps and margins take of the width

    const Theme &m_theme;
    TabBar *m_tabs;
    SearchField *m_search;
    QToolButton *m_undo;
    QToolButton *m_menu;
};

} // namespace lectern
