// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewtab.h"

#include "messagebar.h"
#include "moveslist.h"
#include "oddscard.h"
#include "overviewtables.h"
#include "plandesk.h"
#include "pointslist.h"
#include "radarpanel.h"
#include "readinesshead.h"
#include "readinesswords.h"
#include "setupplaces.h"
#include "topicgrid.h"
#include "trendpanel.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int narrowBelow = 1100; ///< pixels at 100 % text
constexpr int daysAhead = 14;     ///< in which a planned block is looked for

} // namespace

OverviewTab::OverviewTab(const ReadinessDesks &desks, Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_desks(desks)
    , m_ui(ui)
    , m_stack(new QStackedWidget(this))
{
    m_stack->addWidget(m_charts = makeCharts());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_head, &ReadinessHead::appointmentWanted, this, &OverviewTab::appointmentWanted);
    connect(m_head, &ReadinessHead::planWanted, this, [this] { m_ui.go({PageId::Plan, QStringLiteral("new")}); });
    connect(m_odds, &OddsCard::rehearsalWanted, this, [this] { m_ui.go(setUpMode(AttemptMode::Rehearsal)); });
    connect(m_odds, &OddsCard::diagnosticWanted, this, [this] { m_ui.go(setUpMode(AttemptMode::Diagnostic)); });
    connect(m_odds, &OddsCard::answersWanted, this,
        [this](const QString &section) { m_ui.go(setUpSection(m_blueprint.id, section)); });
    connect(m_odds, &OddsCard::calibrationWanted, this, &OverviewTab::calibrationWanted);
    connect(m_points, &PointsList::chosen, this, &OverviewTab::act);
    connect(m_topics, &TopicGrid::chosen, this, &OverviewTab::openRow);
}

OverviewTab::Titled OverviewTab::titled(const QString &title, const QString &caption, QWidget *content)
{
    const Theme &theme = m_ui.theme;
    Titled part;
    part.box = new QWidget;
    auto *layout = new QVBoxLayout(part.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::s));
    auto *line = new QHBoxLayout;
    line->addWidget(part.title = new TextLabel(theme, Theme::Role::Heading, title));
    part.caption = new TextLabel(theme, Theme::Role::Small, caption);
    part.caption->setTone(TextLabel::Tone::Muted);
    part.caption->setWordWrap(true);
    part.caption->setAlignment(Qt::AlignRight | Qt::AlignBottom);
    line->addWidget(part.caption, 1);
    layout->addLayout(line);
    layout->addWidget(content);
    return part;
}

QWidget *OverviewTab::makeCharts()
{
    const Theme &theme = m_ui.theme;
    auto *scroll = new ScrollColumn(theme);
    scroll->setPadding({space::xl, space::xs, space::xl, space::l});
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(theme.px(space::xl) + theme.px(space::s));
    scroll->body()->addLayout(m_columns);
    scroll->body()->addStretch();

    m_shape = new QWidget;
    auto *shape = new QVBoxLayout(m_shape);
    shape->setContentsMargins(0, 0, 0, 0);
    shape->setSpacing(theme.px(space::s));
    shape->addWidget(m_head = new ReadinessHead(theme));
    shape->addWidget(m_radar = new RadarPanel(theme));
    m_trendPart = titled(tr("Trend"), {}, m_trend = new TrendPanel(theme));
    shape->addWidget(m_trendPart.box);
    shape->addStretch(1);

    auto *right = new QWidget;
    m_right = new QVBoxLayout(right);
    m_right->setContentsMargins(0, 0, 0, 0);
    m_right->setSpacing(theme.px(space::l));
    m_right->addWidget(m_odds = new OddsCard(theme));
    const Titled points =
        titled(tr("Points you would lose"), tr("weight × chance of a wrong answer"), m_points = new PointsList(theme));
    m_movesPart = titled(tr("What moved it"), {}, m_moves = new MovesList(theme));
    m_topicsPart = titled(tr("Topics"), {}, m_topics = new TopicGrid(theme, m_desks.readiness.certification()));
    for (QWidget *part : {points.box, m_movesPart.box, m_topicsPart.box})
        m_right->addWidget(part);
    m_right->addStretch(1);
    m_answered = {m_shape, points.box, m_movesPart.box, m_topicsPart.box};

    m_columns->addWidget(m_shape, 1);
    m_columns->addWidget(right, 1);
    return scroll;
}

void OverviewTab::fill(const Blueprint &blueprint)
{
    const Result<ReadinessReport> report = m_desks.readiness.report(blueprint.id);
    const Result<QList<RehearsalCheck>> rehearsals = m_desks.readiness.rehearsals(blueprint.id);
    if (!report || !rehearsals) {
        m_ui.messages.showError(report ? rehearsals.error() : report.error());
        return;
    }
    m_blueprint = blueprint;
    m_report = *report;
    m_rehearsals = *rehearsals;
    const Certification &certification = m_desks.readiness.certification();
    const int target = m_desks.readiness.targetPercent();
    const QDate exam = m_desks.plan.appointment().date;

    m_odds->fill({m_blueprint, m_report, m_rehearsals, target, exam, m_calibrated});
    const bool answered = m_report.answers > 0;
    for (QWidget *part : std::as_const(m_answered))
        part->setVisible(answered);
    if (answered) {
        m_head->fill(m_blueprint, m_report, m_rehearsals, exam);
        m_radar->showReport(m_blueprint, m_report, target);
        m_trend->showReport(m_report, m_rehearsals, target);
        m_trendPart.caption->setText(weekWords(m_report));
        m_points->fill(certification, m_blueprint, m_report);
        m_moves->fill(certification, m_blueprint, m_report, m_rehearsals);
        m_topics->fill(m_blueprint, m_report);
        const bool domains = m_blueprint.kind == BlueprintKind::Domains;
        m_topicsPart.title->setText(domains ? tr("Topics") : tr("Objectives"));
        m_topicsPart.caption->setText(tr("expected %, n first-seen answers"));
    }
    if (m_tables)
        fillTables();
    choose();
}

void OverviewTab::setCalibrated(bool on)
{
    m_calibrated = on;
}

void OverviewTab::setTables(bool on)
{
    m_asTables = on;
    if (on && !m_tables && !m_blueprint.id.isEmpty()) {
        m_stack->addWidget(m_tables = new OverviewTables(m_ui.theme));
        fillTables();
    }
    choose();
}

void OverviewTab::fillTables()
{
    m_tables->fill({m_desks.readiness.certification(), m_blueprint, m_report, m_rehearsals});
}

void OverviewTab::choose()
{
    m_stack->setCurrentWidget(m_asTables && m_tables ? m_tables : m_charts);
    arrange();
}

void OverviewTab::act(const ReadinessAction &action)
{
    switch (action.kind) {
    case ReadinessAction::Kind::Lesson:
        m_ui.go({PageId::Guide, action.topic});
        return;
    case ReadinessAction::Kind::Block: {
        const QDate today = m_desks.plan.today();
        const QList<Block> ahead = m_desks.plan.blocks(today, today.addDays(daysAhead));
        const auto block = std::find_if(ahead.begin(), ahead.end(), [&](const Block &candidate) {
            return candidate.topic == action.topic && candidate.state != BlockState::Done;
        });
        m_ui.go({PageId::Plan, block == ahead.end() ? QString() : block->date.toString(Qt::ISODate)});
        return;
    }
    case ReadinessAction::Kind::Drill:
        break;
    }
    if (m_desks.readiness.certification().topic(action.below))
        m_ui.go(setUpTopic(action.below));
    else if (!action.below.isEmpty())
        m_ui.go(setUpObjective(m_blueprint.id, action.below));
    else
        m_ui.go(setUpSection(m_blueprint.id, action.section));
}

void OverviewTab::openRow(const QString &id)
{
    if (m_desks.readiness.certification().topic(id))
        m_ui.go({PageId::Guide, id});
    else
        m_ui.go(setUpObjective(m_blueprint.id, id));
}

void OverviewTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void OverviewTab::arrange()
{
    const bool narrow = width() < m_ui.theme.px(narrowBelow);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace lectern
