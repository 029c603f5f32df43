// SPDX-License-Identifier: GPL-3.0-or-later
#include "planpage.h"

#include "agendaview.h"
#include "burnuppanel.h"
#include "daypanel.h"
#include "dialogs.h"
#include "historydesk.h"
#include "loadstrip.h"
#include "messagebar.h"
#include "monthview.h"
#include "newplandialog.h"
#include "plandesk.h"
#include "plannotice.h"
#include "settingsdesk.h"
#include "theme.h"
#include "ui.h"
#include "wallview.h"
#include "weekview.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>

namespace lectern
{

namespace
{
constexpr int narrowWidth = 1100;
constexpr int panelWidth = 290;
constexpr int leastToolsWidth = 380;
constexpr int leastInnerHeight = 240; ///< of a view that scrolls in itself

QStringList viewNames()
{
    return {QStringLiteral("month"), QStringLiteral("week"), QStringLiteral("agenda"), QStringLiteral("wall")};
}
} // namespace

PlanPage::PlanPage(
    PlanDesk &desk, RepairDesk &repair, HistoryDesk &history, SettingsDesk &settings, Ui &ui, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_repair(repair)
    , m_history(history)
    , m_settings(settings)
    , m_ui(ui)
    , m_stack(new QStackedWidget(this))
    , m_switch(new Segments(ui.theme, tr("View")))
    , m_title(new TextLabel(ui.theme, Theme::Role::Heading, {}, this))
    , m_views{new MonthView(ui.theme), new WeekView(ui.theme), new AgendaView(ui.theme), new WallView(ui.theme)}
    , m_panel(new DayPanel(ui.theme))
    , m_strip(new LoadStrip(ui.theme))
    , m_burnUp(new BurnUpPanel(ui))
    , m_behind(new PlanNotice(ui.theme, tr("Repair the plan…"), QStringLiteral("tools-wizard")))
    , m_short(new PlanNotice(ui.theme, tr("Change the plan…"), QStringLiteral("configure")))
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_scroll(new QScrollArea)
{
    auto *layout = new QVBoxLayout(this);
    const int margin = ui.theme.px(space::xl);
    layout->setContentsMargins(margin, ui.theme.px(space::s), margin, ui.theme.px(space::s));
    layout->setSpacing(ui.theme.px(space::s));
    layout->addWidget(makeTools());
    m_stack->addWidget(makeCalendar());
    QWidget *empty = emptyState(ui.theme,
        tr("No plan yet. From a start date and your evenings, Lectern dates the learning path up to the exam."),
        tr("Make a plan"), [this] { askForPlan(); });
    auto *holder = new QWidget;
    auto *holderLayout = new QVBoxLayout(holder);
    holderLayout->addWidget(empty);
    holderLayout->addStretch();
    m_stack->addWidget(holder);
    layout->addWidget(m_stack, 1);

    for (CalendarView *each : m_views)
        listen(each);
    connect(m_panel, &DayPanel::doneWanted, this, &PlanPage::setDone);
    connect(m_panel, &DayPanel::startWanted, this, &PlanPage::startWanted);
    connect(m_panel, &DayPanel::logged, this, &PlanPage::logMinutes);
    connect(m_panel, &DayPanel::worked, this, &PlanPage::setWorked);
    connect(m_panel, &DayPanel::closed, this, &PlanPage::closeDay);
    connect(&m_desk, &PlanDesk::changed, this, &PlanPage::markStale);
    connect(&ui.theme, &Theme::changed, this, &PlanPage::fitWidth);
    const auto last = viewNames().indexOf(settings.value(Setting::PlanView).toString());
    m_switch->setCurrent(std::max(0, int(last)));
    showView(m_switch->current());
}

void PlanPage::listen(CalendarView *view)
{
    connect(view, &CalendarView::spanNeeded, this, &PlanPage::showSpan);
    connect(view, &CalendarView::dayOpened, this, &PlanPage::openDay);
    connect(view, &CalendarView::selected, this, [this, view](QDate date, int entry) {
        if (!m_panel->isHidden())
            m_panel->set(view->data(), date);
        const QRect box = view->entryRect(date, entry);
        reveal(*view, box.isEmpty() ? view->dayRect(date) : box);
    });
    connect(view, &CalendarView::dayEntered, this, [this](QDate date, int entry) {
        openDay(date);
        m_panel->focusEntry(entry);
    });
    connect(view, &CalendarView::doneWanted, this, &PlanPage::setDone);
    connect(view, &CalendarView::startWanted, this, &PlanPage::startWanted);
    connect(view, &CalendarView::actWanted, this, &PlanPage::act);
    connect(view, &CalendarView::menuWanted, this, &PlanPage::openMenu);
    connect(view, &CalendarView::moveWanted, this, &PlanPage::move);
    connect(view, &CalendarView::stepWanted, this, &PlanPage::step);
    connect(view, &CalendarView::lengthWanted, this, &PlanPage::setLength);
}

QWidget *PlanPage::makeTools()
{
    const Theme &theme = m_ui.theme;
    m_tools = new QWidget(this);
    m_toolRows = new QBoxLayout(QBoxLayout::LeftToRight, m_tools);
    // The row gives up labels instead of holding the window open.
    m_toolRows->setSizeConstraint(QLayout::SetNoConstraint);
    m_tools->setMinimumWidth(theme.px(leastToolsWidth));
    m_toolRows->setContentsMargins(0, 0, 0, 0);
    m_toolRows->setSpacing(theme.px(space::s));
    m_switch->setObjectName(QStringLiteral("planView"));
    for (const QString &name : {tr("Month"), tr("Week"), tr("Agenda"), tr("All weeks")})
        m_switch->addSegment(
            name, QStringLiteral("Alt+%1").arg(m_switch->findChildren<QAbstractButton *>().size() + 1));
    connect(m_switch, &Segments::currentChanged, this, &PlanPage::showView);
    m_toolRows->addWidget(m_switch);
    auto *row = new QHBoxLayout;
    m_toolRow = row;
    row->setSpacing(theme.px(space::s));
    m_toolRows->addLayout(row, 1);
    m_back = iconButton(theme, QStringLiteral("go-previous"), {});
    m_forward = iconButton(theme, QStringLiteral("go-next"), {});
    m_back->setObjectName(QStringLiteral("previousMonth"));
    m_forward->setObjectName(QStringLiteral("nextMonth"));
    QPushButton *today = plainButton(theme, tr("Today"), QStringLiteral("go-jump-today"));
    today->setObjectName(QStringLiteral("goToday"));
    QPushButton *make = plainButton(theme, tr("New plan…"), QStringLiteral("list-add"));
    QPushButton *mend = plainButton(theme, tr("Repair…"), QStringLiteral("tools-wizard"));
    QPushButton *print = plainButton(theme, tr("Print…"), QStringLiteral("document-print"));
    QPushButton *exporting = plainButton(theme, tr("Export…"), QStringLiteral("document-export"));
    make->setObjectName(QStringLiteral("newPlan"));
    mend->setObjectName(QStringLiteral("repairPlan"));
    print->setObjectName(QStringLiteral("printPlan"));
    exporting->setObjectName(QStringLiteral("exportPlan"));
    m_toolButtons = {{exporting, exporting->text(), QKeySequence(Qt::CTRL | Qt::Key_E), true},
        {print, print->text(), QKeySequence::Print, true},
        {mend, mend->text(), QKeySequence(Qt::CTRL | Qt::Key_R), true}, {today, today->text(), {}, false},
        {make, make->text(), QKeySequence::New, false}};
    for (const Tool &tool : std::as_const(m_toolButtons)) {
        tool.button->setAccessibleName(tool.label);
        tool.button->setShortcut(tool.keys);
    }
    m_title->setObjectName(QStringLiteral("monthTitle"));

    row->addSpacing(theme.px(space::s));
    row->addWidget(m_back);
    row->addWidget(m_title);
    row->addWidget(m_forward);
    row->addWidget(today);
    row->addStretch();
    for (QPushButton *button : {make, mend, print, exporting})
        row->addWidget(button);

    connect(m_back, &QAbstractButton::clicked, this, [this] { view()->turn(-1); });
    connect(m_forward, &QAbstractButton::clicked, this, [this] { view()->turn(1); });
    connect(today, &QAbstractButton::clicked, this, [this] { view()->turnTo(m_desk.today()); });
    connect(make, &QAbstractButton::clicked, this, [this] { askForPlan(); });
    connect(mend, &QAbstractButton::clicked, this, &PlanPage::repair);
    connect(print, &QAbstractButton::clicked, this, &PlanPage::print);
    connect(exporting, &QAbstractButton::clicked, this, [this, exporting] {
        QMenu menu(this);
        menu.addAction(
            tr("Calendar (.ics)…"), this, [this] { exportTo(QStringLiteral("ics"), tr("Calendar (*.ics)")); });
        menu.addAction(tr("Table (.csv)…"), this, [this] { exportTo(QStringLiteral("csv"), tr("Table (*.csv)")); });
        menu.addAction(tr("Paper (.pdf)…"), this, [this] { exportTo(QStringLiteral("pdf"), tr("PDF (*.pdf)")); });
        menu.addSeparator();
        menu.addAction(tr("Other calendars…"), this, &PlanPage::calendarsRequested);
        menu.exec(exporting->mapToGlobal(QPoint(0, exporting->height())));
    });
    return m_tools;
}

QWidget *PlanPage::makeCalendar()
{
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("page"));
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(m_ui.theme.px(space::l));
    auto *agenda = new QScrollArea;
    agenda->setWidget(m_views[Agenda]);
    agenda->setWidgetResizable(true);
    agenda->setFrameShape(QFrame::NoFrame);
    agenda->setFocusPolicy(Qt::NoFocus);
    agenda->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *wall = new WallPanel(static_cast<WallView *>(m_views[Wall]), m_ui.theme);
    m_holders = {m_views[Month], m_views[Week], agenda, wall};
    for (QWidget *holder : m_holders)
        m_body->addWidget(holder, 1);
    m_body->addWidget(m_panel);
    content->setLayout(m_body);
    m_panel->hide();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *calendar = new QWidget;
    m_calendar = new QVBoxLayout(calendar);
    m_calendar->setContentsMargins(0, 0, 0, 0);
    m_calendar->addWidget(m_scroll, 1);
    m_below = new QWidget;
    auto *below = new QVBoxLayout(m_below);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(m_ui.theme.px(space::s));
    m_behind->setObjectName(QStringLiteral("planBehind"));
    m_short->setObjectName(QStringLiteral("planShort"));
    m_behind->button().setObjectName(QStringLiteral("planBehindRepair"));
    m_short->button().setObjectName(QStringLiteral("planShortChange"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_behind, m_short, m_strip, m_burnUp})
        below->addWidget(part);
    m_calendar->addWidget(m_below);
    connect(&m_behind->button(), &QAbstractButton::clicked, this, &PlanPage::repair);
    connect(&m_short->button(), &QAbstractButton::clicked, this, [this] { askForPlan(); });
    return calendar;
}

void PlanPage::fitWidth()
{
    const bool narrow = width() < m_ui.theme.px(narrowWidth);
    for (CalendarView *each : m_views)
        each->setCompact(narrow);
    for (const ViewIndex inner : {Agenda, Wall})
        m_holders[inner]->setMinimumHeight(m_ui.theme.px(leastInnerHeight));
    m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_panel->setMinimumWidth(narrow ? 0 : m_ui.theme.px(panelWidth));
    m_panel->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : m_ui.theme.px(panelWidth));
    // Little room goes to the month: the strip scrolls with it.
    QBoxLayout *home = narrow ? m_body : m_calendar;
    if (home->indexOf(m_below) < 0)
        home->addWidget(m_below);
    m_burnUp->setCompact(narrow);
    fitTools();
}

void PlanPage::fitTools()
{
    const auto label = [](const Tool &tool, const QString &text) {
        if (tool.button->text() == text)
            return;
        tool.button->setText(text);
        tool.button->setShortcut(tool.keys); // a new text takes the keys away
    };
    for (const Tool &tool : std::as_const(m_toolButtons))
        label(tool, tool.label);
    m_toolRows->setDirection(QBoxLayout::LeftToRight);
    const auto fits = [this] {
        m_toolRow->invalidate(); // a layout within a layout is not told that a button has changed
        m_toolRows->invalidate();
        return m_toolRows->sizeHint().width() <= contentsRect().width() - 2 * m_ui.theme.px(space::xl);
    };
    for (const Tool &tool : std::as_const(m_toolButtons)) {
        if (fits())
            break;
        label(tool, QString());
    }
    if (!fits())
        m_toolRows->setDirection(QBoxLayout::TopToBottom);
}

void PlanPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitWidth();
}

QStringList PlanPage::shortcuts() const
{
    return {
        tr("Alt+1…4\tMonth, week, agenda, all weeks"),
        tr("Arrow keys\tMove between days"),
        tr("Enter\tInto the blocks of a day, then open it"),
        tr("Space\tMark the block done or not done"),
        tr("S\tStart the block: open what it is about, with the focus timer"),
        tr("P\tMark the block partly done"),
        tr("L\tLog minutes for the block"),
        tr("K\tPin the block where it is, or unpin it"),
        tr("D\tSplit the block in two"),
        tr("Delete\tRemove the block"),
        tr("Alt+arrow keys\tMove the block"),
        tr("Alt+Shift+Up, Alt+Shift+Down\tMake the block shorter or longer"),
        tr("Ctrl+C, Ctrl+V\tCopy the block, paste it on another day"),
        tr("Menu, Shift+F10\tAll that can be done to the block"),
        tr("Page Up, Page Down\tPrevious or next month or week"),
        tr("Home\tToday"),
        tr("Esc\tBack to the day, close it"),
        tr("Ctrl+N\tNew plan"),
        tr("Ctrl+R\tRepair the plan"),
        tr("Ctrl+P\tPrint"),
        tr("Ctrl+E\tExport"),
    };
}

void PlanPage::goTo(const QString &anchor)
{
    if (anchor.section(u'/', 0, 0) == QLatin1String("new")) {
        askForPlan(QDate::fromString(anchor.section(u'/', 1), Qt::ISODate));
        return;
    }
    if (anchor == QLatin1String("repair")) {
        if (m_desk.hasPlan())
            repair();
        return;
    }
    if (const auto index = viewNames().indexOf(anchor); index >= 0) {
        m_switch->setCurrent(int(index));
        return;
    }
    const QDate date = QDate::fromString(anchor, Qt::ISODate);
    if (!date.isValid())
        return;
    if (!m_date.isValid())
        reload();
    view()->turnTo(date);
    if (m_desk.hasPlan())
        openDay(date);
    view()->setFocus(Qt::OtherFocusReason);
}

void PlanPage::showView(int index)
{
    CalendarView *before = view();
    const bool focused = before->hasFocus();
    m_shown = index;
    for (int i = 0; i < viewCount; ++i)
        m_holders[static_cast<std::size_t>(i)]->setVisible(i == index);
    m_strip->setVisible(index != Wall);
    m_burnUp->setVisible(index == Wall);
    const bool turns = index == Month || index == Week;
    m_back->setVisible(turns);
    m_forward->setVisible(turns);
    const QString back = index == Week ? tr("Previous week") : tr("Previous month");
    const QString forward = index == Week ? tr("Next week") : tr("Next month");
    m_back->setAccessibleName(back);
    m_forward->setAccessibleName(forward);
    m_back->setToolTip(tr("%1 (Page Up)").arg(back));
    m_forward->setToolTip(tr("%1 (Page Down)").arg(forward));
    // A machine that cannot keep it begins with another view.
    if (m_settings.value(Setting::PlanView) != viewNames().at(index))
        (void)m_settings.set(Setting::PlanView, viewNames().at(index));
    if (!m_date.isValid())
        return;
    const QDate date = before->selectedDate().isValid() ? before->selectedDate() : m_date;
    const int entry = before->selectedEntry();
    showSpan(date);
    view()->select(date, entry);
    if (focused)
        view()->setFocus(Qt::OtherFocusReason);
    revealLater();
}

void PlanPage::revealLater()
{
    // What was hidden has no place yet that could be scrolled to.
    QTimer::singleShot(0, view(), [shown = view()] {
        const QDate date = shown->selectedDate();
        QRect box = shown->dayRect(date);
        if (const QRect first = shown->entryRect(date, 0); first.isValid())
            box.setTop(std::max(box.top(), first.top() - first.height()));
        // Where the view is long, what comes after the day is wanted more than what was before it.
        box.setHeight(std::max(box.height(), shown->visibleRegion().boundingRect().height() * 3 / 4));
        reveal(*shown, box & shown->rect());
    });
}

void PlanPage::showSpan(QDate date)
{
    m_date = date;
    switch (m_shown) {
    case Month:
        view()->setData(monthData(m_desk, date));
        break;
    case Week:
        view()->setData(weeksData(m_desk, date, date));
        break;
    default:
        view()->setData(wholePlanData(m_desk));
    }
    nameSpan();
}

void PlanPage::nameSpan()
{
    const MonthData &shown = view()->data();
    m_title->setText(m_shown == Month ? monthText(shown.month) : spanText(shown.firstDay(), shown.lastDay()));
    fitTools();
}

void PlanPage::reload()
{
    const bool planned = m_desk.hasPlan();
    m_stack->setCurrentIndex(planned ? 0 : 1);
    for (const Tool &tool : std::as_const(m_toolButtons)) {
        tool.button->setEnabled(planned || !tool.needsPlan);
        const QString keys = tool.keys.toString(QKeySequence::NativeText);
        tool.button->setToolTip(!tool.button->isEnabled() ? tr("Make a plan first")
                                : keys.isEmpty()          ? tool.label
                                                          : QStringLiteral("%1 (%2)").arg(tool.label, keys));
    }
    m_switch->setSegmentText(Wall, planned ? tr("%n week(s)", nullptr, m_desk.planWeeks()) : tr("All weeks"));
    const bool first = !m_date.isValid();
    showSpan(first ? m_desk.today() : m_date);
    if (first)
        revealLater();
    showStanding();
    m_strip->setWeeks(m_desk.weekLoads(), m_desk.certification().totalHours * 60, m_desk.today());
    if (!planned)
        m_panel->hide();
    else if (!m_panel->isHidden())
        m_panel->set(view()->data(), view()->selectedDate());
}

void PlanPage::openDay(QDate date)
{
    m_panel->set(view()->data(), date);
    m_panel->show();
    // Below the month there is no telling that something opened; the layout has to have placed it first.
    if (m_body->direction() == QBoxLayout::TopToBottom)
        QTimer::singleShot(0, m_panel, [this] {
            // A long day is read from its head.
            const QSize shown = m_panel->size().boundedTo(m_scroll->viewport()->size());
            reveal(*m_panel, QRect(QPoint(0, 0), shown));
        });
}

void PlanPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_panel->isHidden())
        closeDay();
    else
        Page::keyPressEvent(event);
}

void PlanPage::closeDay()
{
    m_panel->hide();
    view()->setFocus(Qt::OtherFocusReason);
}

void PlanPage::say(const Outcome &outcome, const QString &sentence)
{
    if (!outcome) {
        m_ui.messages.showError(outcome.error());
        return;
    }
    m_ui.messages.showDone(sentence, [this] {
        if (const auto undone = m_history.undo(); !undone)
            m_ui.messages.showError(undone.error());
    });
}

void PlanPage::setDone(BlockId id, bool done)
{
    say(m_desk.setDone(id, done), done ? tr("Block marked done.") : tr("Block marked not done."));
}

void PlanPage::setWorked(BlockId id, int minutes, bool done)
{
    if (done)
        say(m_desk.setDone(id, true, minutes), tr("Block done, %1 logged.").arg(minutesText(minutes)));
    else
        setPartly(id, minutes);
}

void PlanPage::logMinutes(BlockId id, int minutes)
{
    say(m_desk.logMinutes(id, minutes), tr("%1 logged.").arg(minutesText(minutes)));
}

void PlanPage::askForPlan(QDate earliestExam)
{
    NewPlanDialog dialog(m_desk, m_repair, m_ui.theme, this);
    if (earliestExam.isValid())
        dialog.setEarliestExam(earliestExam);
    if (!m_ui.dialogs.run(dialog))
        return;
    const PlanInputs inputs = dialog.inputs();
    m_date = inputs.start;
    say(m_desk.makePlan(inputs), tr("New plan made."));
}

} // namespace lectern
