// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMenu>
#include <functional>

namespace lectern
{

class HistoryDesk;
class MessageBar;
class Theme;

/// The window's actions and its menu. Undo and redo are done here; the rest is signalled.
class WindowActions : public QObject
{
    Q_OBJECT
public:
    WindowActions(HistoryDesk &history, MessageBar &messages, const Theme &theme, QWidget *window);

    QAction &undo() { return *m_undo; }
    QMenu &menu() { return *m_menu; }
    /// While an exam runs only leaving and help remain.
    void setImmersive(bool on);
    /// Takes a backup and says where it lies.
    void backUp();

Q_SIGNALS:
    void search();
    void openMenu();
    void appointment();
    void recordResult();
    void calendars();
    void settings();
    void restore();
    void shortcuts();
    void about();
    void quit();
    void page(int index);     ///< Ctrl+1 … Ctrl+6
    void turnPage(int steps); ///< to the next or previous tab

private:
    QAction *add(const QString &text, const QKeySequence &keys, const QString &icon, std::function<void()> run);
    void fillMenu();
    void refresh();
    void undoOne();
    void redoOne();

    HistoryDesk &m_history;
    MessageBar &m_messages;
    const Theme &m_theme;
    QWidget *m_window;
    QMenu *m_menu;
    QAction *m_undo;
    QAction *m_redo;
    QList<QAction *> m_elsewhere; ///< those that would leave a running exam
    bool m_immersive = false;
};

/// Names and keys of the tabs in their order.
struct TabInfo {
    QString id; ///< as in settings
    QString name;
    QString icon;
    QString keys;
};
QList<TabInfo> tabInfos();

} // namespace lectern
