// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "aboutdialog.h"
#include "appointmentdialog.h"
#include "blockplace.h"
#include "calendardesk.h"
#include "calendarsdialog.h"
#include "dialogs.h"
#include "examdesk.h"
#include "focusbar.h"
#include "focusdesk.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "messagebar.h"
#include "pagefactory.h"
#include "plandesk.h"
#include "planpage.h"
#include "readinesspage.h"
#include "reportdesk.h"
#include "restoredialog.h"
#include "searchfield.h"
#include "settingsdesk.h"
#include "settingsdialog.h"
#include "shortcutsheet.h"
#include "tabbar.h"
#include "theme.h"
#include "todaypage.h"
#include "topbar.h"
#include "windowactions.h"
#include "workspace.h"

#include <QCloseEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <chrono>

namespace lectern
{

namespace
{

/// After the start, and then again for a window that stays open past midnight.
constexpr std::chrono::seconds firstBackupCheck{10};
constexpr std::chrono::hours nextBackupCheck{1};

SchemeChoice schemeOf(const QString &word)
{
    if (word == QLatin1String("light"))
        return SchemeChoice::Light;
    return word == QLatin1String("dark") ? SchemeChoice::Dark : SchemeChoice::System;
}

/// A question is shown where it was answered last.
Place whereAnswered(const Place &place, const ReportDesk &reports)
{
    const QLatin1String mark("item/");
    if (!place.anchor.startsWith(mark))
        return place;
    const QString item = place.anchor.mid(mark.size());
    for (const ReportDesk::Past &attempt : reports.history()) {
        const auto report = reports.report(attempt.id);
        if (report && report->items.contains(item))
            return {PageId::Exam, QStringLiteral("attempt/%1").arg(raw(attempt.id))};
    }
    return {PageId::Exam, {}};
}

/// Of an attempt that is sat as the exam is: two clocks would be one too many.
bool hasItsOwnClock(const ExamDesk &exam)
{
    const Attempt *attempt = exam.running();
    if (!attempt)
        return false;
    const AttemptMode mode = attempt->setup().mode;
    return mode == AttemptMode::Rehearsal || mode == AttemptMode::Timed || mode == AttemptMode::Diagnostic;
}

} // namespace

struct MainWindow::Private {
    Workspace &workspace;
    Theme &theme;
    Dialogs &dialogs;
    MessageBar *messages;
    WindowActions *actions;
    TopBar *bar;
    FocusBar *focus;
    QStackedWidget *stack;
    Ui ui;
    QHash<PageId, Page *> pages;

    void applyScheme() { theme.setChoice(schemeOf(workspace.settings().value(Setting::ColorScheme).toString())); }
};

MainWindow::MainWindow(Workspace &workspace, Theme &theme, Dialogs &dialogs, QWidget *parent)
    : QMainWindow(parent)
{
    auto *messages = new MessageBar(theme, this);
    auto *actions = new WindowActions(workspace.history(), *messages, theme, this);
    auto *bar = new TopBar(workspace.guide(), *actions, theme, this);
    auto *focus =
        new FocusBar(workspace.focus(), workspace.history(), workspace.guide().certification(), *messages, theme, this);
    d.reset(new Private{workspace, theme, dialogs, messages, actions, bar, focus, new QStackedWidget(this),
        Ui{theme, *messages, dialogs, [this](const Place &place) { go(place); }}, {}});
    d->applyScheme();
    setWindowTitle(tr("Lectern"));
    for (const TabInfo &tab : tabInfos())
        bar->tabs().addPage(tab.icon, tab.name, tab.keys);

    auto *whole = new QWidget(this);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(focus);
    layout->addWidget(messages);
    layout->addWidget(d->stack, 1);
    setCentralWidget(whole);

    connectActions();
    restoreSeat();
    // Where the page asks for no focus, the first widget in the tab order would get it: the message that is there by
    // chance.
    if (!focusWidget())
        d->bar->tabs().setFocus(Qt::OtherFocusReason);

    auto *backups = new QTimer(this);
    backups->setObjectName(QStringLiteral("backups"));
    connect(backups, &QTimer::timeout, this, [this, backups] {
        backups->setInterval(nextBackupCheck);
        // Nothing may hold up a seat.
        if (d->workspace.exam().running())
            return;
        if (const Outcome kept = d->workspace.history().backUpOfTheDay(); !kept) {
            d->messages->showError(
                tr("Today's backup failed, so your work is in one file only. %1").arg(sentence(kept.error())),
                tr("Back up now"), [this] { d->actions->backUp(); });
        }
    });
    backups->start(firstBackupCheck);
}

MainWindow::~MainWindow() = default;

void MainWindow::connectActions()
{
    const auto show = [this](int index) { go({PageId(index), {}}); };
    connect(&d->bar->tabs(), &QTabBar::currentChanged, this, show);
    connect(&d->bar->search(), &SearchField::chosen, this,
        [this](const Place &place) { go(whereAnswered(place, d->workspace.reports())); });
    connect(d->actions, &WindowActions::page, this, show);
    connect(d->actions, &WindowActions::turnPage, this, [this, show](int steps) {
        const int count = d->bar->tabs().count();
        show((d->bar->tabs().currentIndex() + steps + count) % count);
    });
    connect(d->actions, &WindowActions::search, this, [this] {
        d->bar->search().setFocus(Qt::ShortcutFocusReason);
        d->bar->search().selectAll();
    });
    connect(d->actions, &WindowActions::openMenu, d->bar, &TopBar::openMenu);
    connect(d->actions, &WindowActions::appointment, this, &MainWindow::askAppointment);
    connect(d->actions, &WindowActions::calendars, this, &MainWindow::askCalendars);
    // Behind what the page says of the change that could not be told.
    connect(&d->workspace.calendar(), &CalendarDesk::problemChanged, this, &MainWindow::tellCalendarProblem,
        Qt::QueuedConnection);
    connect(d->actions, &WindowActions::recordResult, this, [this] {
        go({PageId::Readiness, QStringLiteral("record")});
    });
    connect(d->actions, &WindowActions::settings, this, [this] {
        SettingsDialog dialog(d->workspace.settings(), d->workspace.guide().certification(), d->ui, this);
        d->dialogs.run(dialog);
    });
    connect(d->actions, &WindowActions::restore, this, [this] {
        HistoryDesk &history = d->workspace.history();
        RestoreDialog dialog(history.backups(), history.backupProblem(), d->theme, this);
        if (d->dialogs.run(dialog))
            Q_EMIT restoreRequested(dialog.chosen());
    });
    connect(d->actions, &WindowActions::shortcuts, this, [this] {
        const auto *shown = qobject_cast<Page *>(d->stack->currentWidget());
        ShortcutSheet sheet(actions(), shown ? shown->shortcuts() : QStringList(), d->theme, this);
        d->dialogs.run(sheet);
    });
    connect(d->actions, &WindowActions::about, this, [this] {
        AboutDialog dialog(d->workspace.guide().certification(), d->workspace.profilePath(), d->ui, this);
        d->dialogs.run(dialog);
    });
    connect(d->focus, &FocusBar::started, this, [this](const Block &block) {
        if (const auto place = placeOf(block, d->workspace.reports()))
            go(*place);
    });
    connect(d->actions, &WindowActions::quit, this, &QWidget::close);
    connect(&d->workspace.settings(), &SettingsDesk::changed, this, [this](Setting setting) {
        if (setting == Setting::ColorScheme)
            d->applyScheme();
    });
}

void MainWindow::restoreSeat()
{
    const SettingsDesk &settings = d->workspace.settings();
    const QByteArray geometry = settings.value(Setting::WindowGeometry).toString().toLatin1();
    if (geometry.isEmpty() || !restoreGeometry(QByteArray::fromBase64(geometry)))
        resize(1280, 800);
    // Before there is a page, so that the first one is laid out once, at the size it will have.
    layout()->activate();
    centralWidget()->layout()->activate();
    const QList<TabInfo> tabs = tabInfos();
    const QString id = settings.value(Setting::CurrentPage).toString();
    const auto last = std::find_if(tabs.begin(), tabs.end(), [&id](const TabInfo &tab) { return tab.id == id; });
    go({last == tabs.end() ? PageId::Today : PageId(last - tabs.begin()), {}});
}

Page *MainWindow::page(PageId id)
{
    Page *known = d->pages.value(id);
    if (!known) {
        known = makePage(id, d->workspace, d->ui, d->stack).release();
        d->pages.insert(id, known);
        known->resize(d->stack->size());
        d->stack->addWidget(known);
        connect(known, &Page::immersive, this, [this](bool on) {
            d->bar->setVisible(!on);
            d->focus->setFolded(on && hasItsOwnClock(d->workspace.exam()));
            d->actions->setImmersive(on);
            if (on)
                d->messages->endDone();
        });
        connect(known, &Page::startWanted, d->focus, &FocusBar::start);
        if (const auto *today = qobject_cast<TodayPage *>(known))
            connect(today, &TodayPage::appointmentRequested, this, &MainWindow::askAppointment);
        else if (const auto *readiness = qobject_cast<ReadinessPage *>(known))
            connect(readiness, &ReadinessPage::appointmentRequested, this, &MainWindow::askAppointment);
        else if (const auto *plan = qobject_cast<PlanPage *>(known))
            connect(plan, &PlanPage::calendarsRequested, this, &MainWindow::askCalendars);
    }
    return known;
}

void MainWindow::go(const Place &place)
{
    Page *target = page(place.page);
    {
        const QSignalBlocker quiet(d->bar->tabs());
        d->bar->tabs().setCurrentIndex(int(place.page));
    }
    d->stack->setCurrentWidget(target);
    if (!place.anchor.isEmpty())
        target->goTo(place.anchor);
}

void MainWindow::askAppointment()
{
    AppointmentDialog dialog(d->workspace.plan(), d->theme, this);
    if (!d->dialogs.run(dialog))
        return;
    const Appointment before = d->workspace.plan().appointment();
    const Appointment after = dialog.appointment();
    if (after == before)
        return;
    if (const Outcome stored = d->workspace.plan().setAppointment(after); !stored) {
        d->messages->showError(stored.error());
        return;
    }
    const QString when = QLocale().toString(after.date, QLocale::LongFormat);
    d->messages->showDone(after.booked() ? tr("The exam is on %1.").arg(when) : tr("No exam is booked."),
        [this] { d->actions->undo().trigger(); });
}

void MainWindow::askCalendars()
{
    CalendarsDialog dialog(d->workspace.calendar(), d->workspace.history(), d->workspace.plan().today(), d->ui, this);
    d->dialogs.run(dialog);
}

void MainWindow::tellCalendarProblem()
{
    if (const auto &problem = d->workspace.calendar().problem())
        d->messages->showError(
            tr("The plan in other calendars is not up to date. %1").arg(sentence(*problem)), tr("Try again"), [this] {
                d->workspace.calendar().tell();
                if (d->workspace.calendar().problem())
                    tellCalendarProblem();
            });
    else
        d->messages->showInfo(tr("The plan in other calendars is up to date again."));
}

void MainWindow::begin()
{
    if (d->workspace.calendar().problem())
        tellCalendarProblem();
    const auto running = d->workspace.exam().resume();
    if (!running) {
        d->messages->showError(running.error());
    } else if (running->has_value()) {
        go({PageId::Exam, QStringLiteral("seat")});
        return;
    }
    SettingsDesk &settings = d->workspace.settings();
    if (settings.value(Setting::FirstRunDone).toBool())
        return;
    // Asked once: whoever dismisses the question finds it again in the menu.
    if (const Outcome stored = settings.set(Setting::FirstRunDone, true); !stored)
        d->messages->showError(stored.error());
    askAppointment();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    SettingsDesk &settings = d->workspace.settings();
    const int current = d->bar->tabs().currentIndex();
    // Nobody is left to read a message if these cannot be kept.
    static_cast<void>(settings.set(Setting::WindowGeometry, QString::fromLatin1(saveGeometry().toBase64())));
    static_cast<void>(settings.set(Setting::CurrentPage, tabInfos().at(current).id));
    static_cast<void>(d->workspace.focus().keep());
    static_cast<void>(d->workspace.history().backUpOfTheDay());
    QMainWindow::closeEvent(event);
}

} // namespace lectern
