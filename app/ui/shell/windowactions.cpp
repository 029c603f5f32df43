// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowactions.h"

#include "historydesk.h"
#include "icons.h"
#include "messagebar.h"
#include "theme.h"

#include <QCoreApplication>
#include <QDir>

namespace lectern
{

QList<TabInfo> tabInfos()
{
    return {
        {QStringLiteral("today"), WindowActions::tr("Today"), QStringLiteral("go-home"), QStringLiteral("Ctrl+1")},
        {QStringLiteral("plan"), WindowActions::tr("Plan"), QStringLiteral("view-calendar-month"),
            QStringLiteral("Ctrl+2")},
        {QStringLiteral("exam"), WindowActions::tr("Exam"), QStringLiteral("chronometer"), QStringLiteral("Ctrl+3")},
        {QStringLiteral("readiness"), WindowActions::tr("Readiness"), QStringLiteral("speedometer"),
            QStringLiteral("Ctrl+4")},
        {QStringLiteral("projects"), WindowActions::tr("Projects"), QStringLiteral("view-pim-tasks"),
            QStringLiteral("Ctrl+5")},
        {QStringLiteral("guide"), WindowActions::tr("Guide"), QStringLiteral("documentation"),
            QStringLiteral("Ctrl+6")},
    };
}

WindowActions::WindowActions(HistoryDesk &history, MessageBar &messages, const Theme &theme, QWidget *window)
    : QObject(window)
    , m_history(history)
    , m_messages(messages)
    , m_theme(theme)
    , m_window(window)
    , m_menu(new QMenu(window))
{
    const QList<TabInfo> tabs = tabInfos();
    for (int i = 0; i < tabs.size(); ++i) {
        m_elsewhere << add(
            tr("Show %1").arg(tabs[i].name), QKeySequence(tabs[i].keys), tabs[i].icon, [this, i] { Q_EMIT page(i); });
    }
    m_elsewhere << add(tr("Next tab"), QKeySequence(QStringLiteral("Ctrl+PgDown")), {}, [this] { Q_EMIT turnPage(1); });
    m_elsewhere << add(
        tr("Previous tab"), QKeySequence(QStringLiteral("Ctrl+PgUp")), {}, [this] { Q_EMIT turnPage(-1); });
    m_elsewhere << add(tr("Search everything"), QKeySequence(QStringLiteral("Ctrl+K")), QStringLiteral("search"),
        [this] { Q_EMIT search(); });
    m_elsewhere << add(tr("Open the menu"), QKeySequence(Qt::Key_F10), {}, [this] { Q_EMIT openMenu(); });
    m_undo = add(tr("Undo"), QKeySequence::Undo, QStringLiteral("edit-undo"), [this] { undoOne(); });
    m_redo = add(
        tr("Redo"), QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QStringLiteral("edit-redo"), [this] { redoOne(); });
    // Their texts say what would be undone now.
    m_undo->setWhatsThis(tr("Undo the last change"));
    m_redo->setWhatsThis(tr("Redo what was undone"));
    fillMenu();
    connect(&m_history, &HistoryDesk::changed, this, &WindowActions::refresh);
    refresh();
}

QAction *WindowActions::add(
    const QString &text, const QKeySequence &keys, const QString &icon, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    if (!icon.isEmpty())
        action->setIcon(symbolicIcon(m_theme, icon));
    connect(action, &QAction::triggered, this, std::move(run));
    m_window->addAction(action);
    return action;
}

void WindowActions::fillMenu()
{
    m_menu->addAction(m_undo);
    m_menu->addAction(m_redo);
    m_menu->addSeparator();
    QAction *appointment = add(tr("Exam appointment…"), QKeySequence(QStringLiteral("Ctrl+Shift+E")),
        QStringLiteral("flag"), [this] { Q_EMIT this->appointment(); });
    QAction *record = add(tr("Record the result…"), QKeySequence(QStringLiteral("Ctrl+Shift+X")),
        QStringLiteral("view-pim-tasks"), [this] { Q_EMIT recordResult(); });
    QAction *calendars = add(tr("Other calendars…"), QKeySequence(QStringLiteral("Ctrl+Shift+L")),
        QStringLiteral("view-calendar-month"), [this] { Q_EMIT this->calendars(); });
    QAction *backUp = add(tr("Back up now"), QKeySequence(QStringLiteral("Ctrl+Shift+B")),
        QStringLiteral("document-export"), [this] { this->backUp(); });
    QAction *restore = add(tr("Restore a backup…"), QKeySequence(QStringLiteral("Ctrl+Shift+R")),
        QStringLiteral("document-import"), [this] { Q_EMIT this->restore(); });
    QAction *settings = add(tr("Settings…"), QKeySequence(QStringLiteral("Ctrl+,")), QStringLiteral("configure"),
        [this] { Q_EMIT this->settings(); });
    m_elsewhere << appointment << record << calendars << backUp << restore << settings;
    m_menu->addActions({appointment, record, calendars});
    m_menu->addSeparator();
    m_menu->addActions({backUp, restore});
    m_menu->addSeparator();
    m_menu->addAction(settings);
    m_menu->addAction(add(tr("Keyboard shortcuts"), QKeySequence(Qt::Key_F1), QStringLiteral("help-keybord-shortcuts"),
        [this] { Q_EMIT shortcuts(); }));
    m_menu->addAction(add(tr("About Lectern"), QKeySequence(QStringLiteral("Shift+F1")),
        QStringLiteral("help-whatsthis"), [this] { Q_EMIT about(); }));
    m_menu->addSeparator();
    m_menu->addAction(add(tr("Quit"), QKeySequence(QStringLiteral("Ctrl+Q")), QStringLiteral("application-exit"),
        [this] { Q_EMIT quit(); }));
}

void WindowActions::setImmersive(bool on)
{
    m_immersive = on;
    for (QAction *action : std::as_const(m_elsewhere))
        action->setEnabled(!on);
    refresh();
}

void WindowActions::refresh()
{
    const auto name = [this](QAction *action, const QString &plain, const QString &verb, const QString &label) {
        const QString text = label.isEmpty() ? plain : verb.arg(label);
        action->setText(text);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText)));
        action->setEnabled(!label.isEmpty() && !m_immersive);
    };
    name(m_undo, tr("Nothing to undo"), tr("Undo: %1"), m_history.undoLabel());
    name(m_redo, tr("Nothing to redo"), tr("Redo: %1"), m_history.redoLabel());
}

void WindowActions::undoOne()
{
    const Result<QString> undone = m_history.undo();
    if (undone)
        m_messages.showInfo(tr("Undone: %1").arg(*undone), tr("Redo"), [this] { redoOne(); });
    else
        m_messages.showError(undone.error());
}

void WindowActions::redoOne()
{
    const Result<QString> redone = m_history.redo();
    if (redone)
        m_messages.showDone(tr("Done again: %1").arg(*redone), [this] { undoOne(); });
    else
        m_messages.showError(redone.error());
}

void WindowActions::backUp()
{
    const Result<QString> path = m_history.backUpNow();
    if (path)
        m_messages.showDone(tr("Backed up to %1").arg(QDir::toNativeSeparators(*path)));
    else
        m_messages.showError(path.error());
}

} // namespace lectern
