// SPDX-License-Identifier: GPL-3.0-or-later
#include "todaypage.h"

#include "comingup.h"
#include "evidencedesk.h"
#include "examdesk.h"
#include "figuretile.h"
#include "historydesk.h"
#include "messagebar.h"
#include "nowcard.h"
#include "plandesk.h"
#include "plannotice.h"
#include "planwords.h"
#include "pointscard.h"
#include "readinessdesk.h"
#include "repairdesk.h"
#include "reportdesk.h"
#include "setupplaces.h"
#include "ui.h"
#include "weekstrip.h"
#include "widgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QMenu>
#include <QScrollArea>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int narrowWidth = 1100;
constexpr int slimWidth = 560;

/// The window gives a page its size, so that the content need not be measured for a hint.
class PageScroll : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override { return minimumSizeHint(); }
};
} // namespace

TodayPage::TodayPage(PlanDesk &plan, RepairDesk &repair, ExamDesk &exam, ReportDesk &reports, ReadinessDesk &readiness,
    EvidenceDesk &evidence, HistoryDesk &history, Ui &ui, QWidget *parent)
    : Page(parent)
    , m_plan(plan)
    , m_repair(repair)
    , m_exam(exam)
    , m_reports(reports)
    , m_readiness(readiness)
    , m_evidence(evidence)
    , m_history(history)
    , m_ui(ui)
{
    // In its place while it is empty, and filled before it is shown: every text is measured once.
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("page"));
    content->resize(size());
    auto *column = new QVBoxLayout(content);
    auto *scroll = new PageScroll(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    const int margin = ui.theme.px(space::xl);
    column->setContentsMargins(margin, ui.theme.px(space::m), margin, ui.theme.px(space::l));
    column->setSpacing(ui.theme.px(space::l));
    column->addWidget(makeFigures());
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(ui.theme.px(space::xl));
    m_columns->addWidget(makeLeft(), 61);
    m_columns->addWidget(makeRight(), 39);
    column->addLayout(m_columns);
    column->addStretch();

    reloadIfStale();
    m_examFigure->installEventFilter(this);

    connect(&m_plan, &PlanDesk::changed, this, &TodayPage::markStale);
    connect(&m_readiness, &ReadinessDesk::changed, this, &TodayPage::markStale);
    connect(&m_exam, &ExamDesk::changed, this, &TodayPage::markStale);
    connect(&m_evidence, &EvidenceDesk::changed, this, &TodayPage::markStale);
    connect(&m_reports, &ReportDesk::changed, this, &TodayPage::markStale);
    connect(&ui.theme, &Theme::changed, this, [this] {
        fitWidth();
        markStale();
    });
}

QWidget *TodayPage::makeFigures()
{
    auto *figures = new QWidget;
    m_figures = new QGridLayout(figures);
    m_figures->setContentsMargins(0, 0, 0, 0);
    m_figures->setHorizontalSpacing(m_ui.theme.px(space::l));
    const auto tile = [&](const QString &name) {
        auto *made = new FigureTile(m_ui.theme, figures);
        made->setObjectName(name);
        return made;
    };
    m_examFigure = tile(QStringLiteral("figureExam"));
    m_expectedFigure = tile(QStringLiteral("figureExpected"));
    m_timeFigure = tile(QStringLiteral("figureTime"));
    m_weekFigure = tile(QStringLiteral("figureWeek"));
    connect(m_examFigure, &QAbstractButton::clicked, this, &TodayPage::openExam);
    connect(m_expectedFigure, &QAbstractButton::clicked, this, [this] { m_ui.go({PageId::Readiness, {}}); });
    connect(m_timeFigure, &QAbstractButton::clicked, this, [this] { m_ui.go({PageId::Plan, {}}); });
    connect(m_weekFigure, &QAbstractButton::clicked, this, [this] {
        m_ui.go({PageId::Plan, m_plan.hasPlan() ? QString() : QStringLiteral("new")});
    });
    return figures;
}

QWidget *TodayPage::makeHeading(const QString &title, TextLabel **note, QPushButton **link)
{
    auto *heading = new QWidget;
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_ui.theme.px(space::m));
    row->addWidget(new TextLabel(m_ui.theme, Theme::Role::Heading, title, heading));
    if (note) {
        *note = new TextLabel(m_ui.theme, Theme::Role::Body, {}, heading);
        (*note)->setTone(TextLabel::Tone::Muted);
        (*note)->setElided(true);
        row->addWidget(*note, 1);
    } else {
        row->addStretch();
    }
    if (link)
        row->addWidget(*link);
    return heading;
}

QWidget *TodayPage::makeLeft()
{
    const Theme &theme = m_ui.theme;
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    m_haveTime = linkButton(theme, tr("I have…"));
    m_haveTime->setObjectName(QStringLiteral("haveTime"));
    m_haveTime->setAccessibleName(tr("I have some minutes"));
    m_haveTime->setToolTip(tr("Begin what is worth most in the minutes you have (Ctrl+M)"));
    m_haveTime->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    column->addWidget(makeHeading(tr("Now"), &m_nowNote, &m_haveTime));
    connect(m_haveTime, &QPushButton::clicked, this, &TodayPage::askTime);
    m_now = new NowCard(theme, left);
    column->addWidget(m_now);
    auto *noPlan = new Card(theme, left);
    noPlan->body()->addWidget(
        emptyState(theme, tr("No plan yet. A plan says each evening what to do next."), tr("Make a plan"), [this] {
            m_ui.go({PageId::Plan, QStringLiteral("new")});
        }));
    m_noPlan = noPlan;
    column->addWidget(m_noPlan);
    m_allDone = new TextLabel(theme, Theme::Role::Body, tr("Every block of the plan is done."), left);
    column->addWidget(m_allDone);

    m_weekSection = new QWidget(left);
    auto *week = new QVBoxLayout(m_weekSection);
    week->setContentsMargins(0, theme.px(space::m), 0, 0);
    week->setSpacing(theme.px(space::s));
    QWidget *heading = makeHeading(tr("This week"), &m_weekNote, nullptr);
    heading->layout()->addWidget(new WeekLegend(theme, heading));
    week->addWidget(heading);
    m_week = new WeekStrip(theme, m_weekSection);
    week->addWidget(m_week);
    m_behind = new PlanNotice(theme, tr("Repair the plan…"), QStringLiteral("tools-wizard"), m_weekSection);
    m_behind->setObjectName(QStringLiteral("todayBehind"));
    m_behind->button().setObjectName(QStringLiteral("todayRepair"));
    week->addWidget(m_behind);
    connect(&m_behind->button(), &QAbstractButton::clicked, this, [this] {
        m_ui.go({PageId::Plan, QStringLiteral("repair")});
    });
    column->addWidget(m_weekSection);
    column->addStretch();

    connect(m_now, &NowCard::startWanted, this, &TodayPage::startWanted);
    connect(m_now, &NowCard::doneWanted, this, &TodayPage::markDone);
    connect(m_now, &NowCard::reviewWanted, this, &TodayPage::startReview);
    connect(m_week, &WeekStrip::dayClicked, this, [this](QDate date) {
        m_ui.go({PageId::Plan, date.toString(Qt::ISODate)});
    });
    return left;
}

QWidget *TodayPage::makeRight()
{
    const Theme &theme = m_ui.theme;
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    QPushButton *readiness = linkButton(theme, tr("Readiness"));
    readiness->setAccessibleName(tr("Go to Readiness"));
    column->addWidget(makeHeading(tr("Points you would lose"), nullptr, &readiness));
    m_points = new PointsCard(theme, right);
    column->addWidget(m_points);

    const auto section = [&](QVBoxLayout **inner) {
        auto *made = new QWidget(right);
        *inner = new QVBoxLayout(made);
        (*inner)->setContentsMargins(0, theme.px(space::m), 0, 0);
        (*inner)->setSpacing(theme.px(space::s));
        column->addWidget(made);
        return made;
    };
    QVBoxLayout *coming = nullptr;
    m_comingSection = section(&coming);
    QPushButton *plan = linkButton(theme, tr("Plan"));
    plan->setAccessibleName(tr("Go to the plan"));
    coming->addWidget(makeHeading(tr("Coming up"), nullptr, &plan));
    m_coming = new ComingUp(theme, m_comingSection);
    coming->addWidget(m_coming);

    QVBoxLayout *last = nullptr;
    m_lastSection = section(&last);
    m_lastLink = linkButton(theme, tr("Open the report"));
    last->addWidget(makeHeading(tr("Last result"), nullptr, &m_lastLink));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(space::l));
    m_lastFigure = new TextLabel(theme, Theme::Role::Figure, {}, m_lastSection);
    m_lastFigure->setObjectName(QStringLiteral("lastFigure"));
    m_lastNote = new TextLabel(theme, Theme::Role::Small, {}, m_lastSection);
    m_lastNote->setTone(TextLabel::Tone::Muted);
    m_lastNote->setWordWrap(true);
    row->addWidget(m_lastFigure);
    row->addWidget(m_lastNote, 1);
    last->addLayout(row);
    column->addStretch();

    connect(readiness, &QPushButton::clicked, this, [this] { m_ui.go({PageId::Readiness, {}}); });
    connect(plan, &QPushButton::clicked, this, [this] { m_ui.go({PageId::Plan, {}}); });
    connect(m_lastLink, &QPushButton::clicked, this, [this] {
        m_ui.go({PageId::Exam, QStringLiteral("attempt/%1").arg(m_lastAttempt)});
    });
    connect(m_points, &PointsCard::practiceWanted, this,
        [this](const QString &id) { m_ui.go(setUpSection(m_readiness.defaultBlueprint(), id)); });
    connect(m_points, &PointsCard::diagnosticWanted, this, [this] { m_ui.go(setUpMode(AttemptMode::Diagnostic)); });
    connect(m_coming, &ComingUp::dateClicked, this, [this](QDate date) {
        m_ui.go({PageId::Plan, date.toString(Qt::ISODate)});
    });
    return right;
}

void TodayPage::fitWidth()
{
    const bool narrow = width() < m_ui.theme.px(narrowWidth);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int across = width() < m_ui.theme.px(slimWidth) ? 1 : narrow ? 2 : 4;
    const QList<FigureTile *> tiles{m_examFigure, m_expectedFigure, m_timeFigure, m_weekFigure};
    for (int i = 0; i < tiles.size(); ++i) {
        m_figures->addWidget(tiles[i], i / across, i % across);
        m_figures->setColumnStretch(i, i < across ? 1 : 0);
    }
}

void TodayPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitWidth();
}

void TodayPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    focusStart();
    // The stack moves the focus about after it has shown a page.
    QTimer::singleShot(0, this, &TodayPage::focusStart);
}

bool TodayPage::eventFilter(QObject *watched, QEvent *event)
{
    // The whole log is read for it, which the first frame does not wait for.
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, [this] {
            showReadiness();
            showReview();
        });
    }
    return Page::eventFilter(watched, event);
}

void TodayPage::openExam()
{
    const Appointment appointment = m_plan.appointment();
    switch (m_after.state) {
    case AfterExam::State::Waiting:
        m_ui.go({PageId::Readiness, QStringLiteral("record")});
        break;
    case AfterExam::State::Passed:
    case AfterExam::State::Failed:
        m_ui.go({PageId::Readiness, QStringLiteral("result/%1").arg(raw(m_after.result->id))});
        break;
    case AfterExam::State::Before:
        if (appointment.booked())
            m_ui.go({PageId::Plan, appointment.date.toString(Qt::ISODate)});
        else
            Q_EMIT appointmentRequested();
        break;
    }
}

void TodayPage::showReview()
{
    m_now->setReview(m_away ? 0 : m_exam.dueCount());
    m_now->setVisible(m_hasBlocks || m_now->reviewed());
}

void TodayPage::startReview()
{
    DrillCriteria due;
    due.due = true;
    if (const auto started = m_exam.startDrill(due); !started) {
        m_ui.messages.showError(started.error());
        return;
    }
    m_ui.go({PageId::Exam, QStringLiteral("setup")});
}

void TodayPage::focusStart()
{
    // Whoever walks the tabs by keyboard stays there.
    if (m_now->startButton() && m_now->isVisible() && !qobject_cast<QTabBar *>(window()->focusWidget()))
        m_now->startButton()->setFocus(Qt::OtherFocusReason);
}

QStringList TodayPage::shortcuts() const
{
    return {tr("Enter\tStart the block that is next"), tr("Ctrl+M\tBegin something in the minutes you have")};
}

void TodayPage::markDone(BlockId id)
{
    if (const Outcome outcome = m_plan.setDone(id, true); !outcome) {
        m_ui.messages.showError(outcome.error());
        return;
    }
    m_ui.messages.showDone(tr("Block marked done."), [this] {
        if (const auto undone = m_history.undo(); !undone)
            m_ui.messages.showError(undone.error());
    });
}

void TodayPage::askTime()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("haveTimeMenu"));
    menu->setAccessibleName(tr("Minutes that you have"));
    for (const int minutes : {10, 15, 25, 45, 60, 90}) {
        const auto choice = m_repair.bestNow(minutes);
        const QString title = choice ? wordsOf(m_plan.certification(), choice->block).title : tr("nothing open");
        const QString text = !choice || choice->minutes == choice->block.minutes
                                 ? tr("%1: %2", "minutes, title of a block").arg(minutesText(minutes), title)
                                 : tr("%1: %2, part of %3", "minutes, title of a block, its minutes")
                                       .arg(minutesText(minutes), title, minutesText(choice->block.minutes));
        menu->addAction(text, this, [this, minutes] { beginNow(minutes); })->setEnabled(choice.has_value());
    }
    menu->popup(m_haveTime->mapToGlobal(QPoint(0, m_haveTime->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void TodayPage::beginNow(int minutes)
{
    const auto choice = m_repair.bestNow(minutes);
    if (!choice)
        return;
    const auto begun = m_repair.beginNow(*choice);
    if (!begun) {
        m_ui.messages.showError(begun.error());
        return;
    }
    m_ui.messages.showDone(
        tr("%1 of it begin now; the rest stays in the plan.").arg(minutesText(begun->minutes)), [this] {
            if (const auto undone = m_history.undo(); !undone)
                m_ui.messages.showError(undone.error());
        });
    Q_EMIT startWanted(begun->id);
}

} // namespace lectern
