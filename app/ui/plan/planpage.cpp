// SPDX-License-Identifier: GPL-3.0-or-later
#include "planpage.h"

#include "daypanel.h"
#include "dialogs.h"
#include "historydesk.h"
#include "loadstrip.h"
#include "messagebar.h"
#include "monthview.h"
#include "newplandialog.h"
#include "plandesk.h"
#include "theme.h"
#include "ui.h"

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
} // namespace

PlanPage::PlanPage(PlanDesk &desk, HistoryDesk &history, Ui &ui, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_history(history)
    , m_ui(ui)
    , m_stack(new QStackedWidget(this))
    , m_title(new TextLabel(ui.theme, Theme::Role::Heading, {}, this))
    , m_view(new MonthView(ui.theme))
    , m_panel(new DayPanel(ui.theme))
    , m_strip(new LoadStrip(ui.theme))
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

    connect(m_view, &MonthView::monthNeeded, this, &PlanPage::showMonth);
    connect(m_view, &MonthView::dayOpened, this, &PlanPage::openDay);
    connect(m_view, &MonthView::selected, this, [this](QDate date) {
        if (!m_panel->isHidden())
            m_panel->set(m_view->data(), date);
        const QRect day = m_view->dayRect(date).translated(m_view->pos());
        m_scroll->ensureVisible(day.center().x(), day.center().y(), day.width() / 2, day.height() / 2);
    });
    connect(m_view, &MonthView::dayEntered, this, [this](QDate date, int entry) {
        openDay(date);
        m_panel->focusEntry(entry);
    });
    connect(m_view, &MonthView::doneWanted, this, &PlanPage::setDone);
    connect(m_view, &MonthView::logWanted, this, [this](QDate date, int entry) {
        openDay(date);
        m_panel->openLog(entry);
    });
    connect(m_panel, &DayPanel::doneWanted, this, &PlanPage::setDone);
    connect(m_panel, &DayPanel::logged, this, &PlanPage::logMinutes);
    connect(m_panel, &DayPanel::closed, this, &PlanPage::closeDay);
    connect(&m_desk, &PlanDesk::changed, this, &PlanPage::markStale);
    connect(&ui.theme, &Theme::changed, this, &PlanPage::fitWidth);
}

QWidget *PlanPage::makeTools()
{
    const Theme &theme = m_ui.theme;
    m_tools = new QWidget(this);
    auto *row = new QHBoxLayout(m_tools);
    // The row gives up labels instead of holding the window open.
    row->setSizeConstraint(QLayout::SetNoConstraint);
    m_tools->setMinimumWidth(theme.px(leastToolsWidth));
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(space::s));
    QAbstractButton *back = iconButton(theme, QStringLiteral("go-previous"), tr("Previous month"));
    QAbstractButton *forward = iconButton(theme, QStringLiteral("go-next"), tr("Next month"));
    back->setObjectName(QStringLiteral("previousMonth"));
    forward->setObjectName(QStringLiteral("nextMonth"));
    back->setToolTip(tr("Previous month (Page Up)"));
    forward->setToolTip(tr("Next month (Page Down)"));
    QPushButton *today = plainButton(theme, tr("Today"), QStringLiteral("go-jump-today"));
    today->setObjectName(QStringLiteral("goToday"));
    QPushButton *make = plainButton(theme, tr("New plan…"), QStringLiteral("list-add"));
    QPushButton *print = plainButton(theme, tr("Print…"), QStringLiteral("document-print"));
    QPushButton *exporting = plainButton(theme, tr("Export…"), QStringLiteral("document-export"));
    make->setObjectName(QStringLiteral("newPlan"));
    print->setObjectName(QStringLiteral("printPlan"));
    exporting->setObjectName(QStringLiteral("exportPlan"));
    m_toolButtons = {{exporting, exporting->text(), QKeySequence(Qt::CTRL | Qt::Key_E), true},
        {print, print->text(), QKeySequence::Print, true}, {today, today->text(), {}, false},
        {make, make->text(), QKeySequence::New, false}};
    for (const Tool &tool : std::as_const(m_toolButtons)) {
        tool.button->setAccessibleName(tool.label);
        tool.button->setShortcut(tool.keys);
    }
    m_title->setObjectName(QStringLiteral("monthTitle"));

    row->addWidget(back);
    row->addWidget(m_title);
    row->addWidget(forward);
    row->addWidget(today);
    row->addStretch();
    for (QPushButton *button : {make, print, exporting})
        row->addWidget(button);

    connect(back, &QAbstractButton::clicked, this, [this] { m_view->turnTo(m_view->selectedDate().addMonths(-1)); });
    connect(forward, &QAbstractButton::clicked, this, [this] { m_view->turnTo(m_view->selectedDate().addMonths(1)); });
    connect(today, &QAbstractButton::clicked, this, [this] { m_view->turnTo(m_desk.today()); });
    connect(make, &QAbstractButton::clicked, this, [this] { askForPlan(); });
    connect(print, &QAbstractButton::clicked, this, &PlanPage::print);
    connect(exporting, &QAbstractButton::clicked, this, [this, exporting] {
        QMenu menu(this);
        menu.addAction(
            tr("Calendar (.ics)…"), this, [this] { exportTo(QStringLiteral("ics"), tr("Calendar (*.ics)")); });
        menu.addAction(tr("Table (.csv)…"), this, [this] { exportTo(QStringLiteral("csv"), tr("Table (*.csv)")); });
        menu.addAction(tr("Paper (.pdf)…"), this, [this] { exportTo(QStringLiteral("pdf"), tr("PDF (*.pdf)")); });
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
    m_body->addWidget(m_view, 1);
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
    m_calendar->addWidget(m_strip);
    return calendar;
}

void PlanPage::fitWidth()
{
    const bool narrow = width() < m_ui.theme.px(narrowWidth);
    m_view->setCompact(narrow);
    m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_panel->setMinimumWidth(narrow ? 0 : m_ui.theme.px(panelWidth));
    m_panel->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : m_ui.theme.px(panelWidth));
    // Little room goes to the month: the strip scrolls with it.
    QBoxLayout *home = narrow ? m_body : m_calendar;
    if (home->indexOf(m_strip) < 0)
        home->addWidget(m_strip);
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
    for (const Tool &tool : std::as_const(m_toolButtons)) {
        if (m_tools->layout()->sizeHint().width() <= contentsRect().width() - 2 * m_ui.theme.px(space::xl))
            break;
        label(tool, QString());
    }
}

void PlanPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitWidth();
}

QStringList PlanPage::shortcuts() const
{
    return {
        tr("Arrow keys\tMove between days"),
        tr("Enter\tInto the blocks of a day, then open it"),
        tr("Space\tMark the block done or not done"),
        tr("L\tLog minutes for the block"),
        tr("Page Up, Page Down\tPrevious or next month"),
        tr("Home\tToday"),
        tr("Esc\tBack to the day, close it"),
        tr("Ctrl+N\tNew plan"),
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
    const QDate date = QDate::fromString(anchor, Qt::ISODate);
    if (!date.isValid())
        return;
    if (!m_month.isValid())
        reload();
    m_view->turnTo(date);
    if (m_desk.hasPlan())
        openDay(date);
    m_view->setFocus(Qt::OtherFocusReason);
}

void PlanPage::showMonth(QDate date)
{
    m_month = date;
    const MonthData shown = monthData(m_desk, date);
    m_view->setData(shown);
    m_title->setText(monthText(shown.month));
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
    showMonth(m_month.isValid() ? m_month : m_desk.today());
    m_strip->setWeeks(m_desk.weekLoads(), m_desk.certification().totalHours * 60, m_desk.today());
    if (!planned)
        m_panel->hide();
    else if (!m_panel->isHidden())
        m_panel->set(m_view->data(), m_view->selectedDate());
}

void PlanPage::openDay(QDate date)
{
    m_panel->set(m_view->data(), date);
    m_panel->show();
    // Below the month there is no telling that something opened; the layout has to have placed it first.
    if (m_body->direction() == QBoxLayout::TopToBottom)
        QTimer::singleShot(0, m_panel, [this] { m_scroll->ensureWidgetVisible(m_panel); });
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
    m_view->setFocus(Qt::OtherFocusReason);
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

void PlanPage::logMinutes(BlockId id, int minutes)
{
    say(m_desk.logMinutes(id, minutes), tr("%1 logged.").arg(minutesText(minutes)));
}

void PlanPage::askForPlan(QDate earliestExam)
{
    NewPlanDialog dialog(m_desk, m_ui.theme, this);
    if (earliestExam.isValid())
        dialog.setEarliestExam(earliestExam);
    if (!m_ui.dialogs.run(dialog))
        return;
    const PlanInputs inputs = dialog.inputs();
    m_month = inputs.start;
    say(m_desk.makePlan(inputs), tr("New plan made."));
}

} // namespace lectern
