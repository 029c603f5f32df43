// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewtab.h"

#include "accuracymodel.h"
#include "domainradar.h"
#include "messagebar.h"
#include "pointslist.h"
#include "radarlegend.h"
#include "readinessdesk.h"
#include "score.h"
#include "setupplaces.h"
#include "topicgrid.h"
#include "widgets.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int narrowBelow = 1100;    ///< pixels at 100 % text
constexpr int fewestSpokes = 3;      ///< below that a polygon is a line
constexpr int answersToSayMore = 20; ///< first-seen answers under which the figure is called a beginning

QString range(const Interval &interval)
{
    const QLocale locale;
    return OverviewTab::tr("%1–%2 %").arg(
        locale.toString(qRound(100 * interval.low)), locale.toString(qRound(100 * interval.high)));
}

QWidget *titled(const Theme &theme, const QString &title, const QString &caption, QWidget *content)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::s));
    auto *line = new QHBoxLayout;
    auto *heading = new TextLabel(theme, Theme::Role::Heading, title);
    auto *small = new TextLabel(theme, Theme::Role::Small, caption);
    small->setTone(TextLabel::Tone::Muted);
    small->setWordWrap(true);
    small->setAlignment(Qt::AlignTrailing | Qt::AlignBottom);
    line->addWidget(heading);
    line->addWidget(small, 1);
    layout->addLayout(line);
    layout->addWidget(content);
    return box;
}

QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

} // namespace

OverviewTab::OverviewTab(const ReadinessDesks &desks, Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_desks(desks)
    , m_ui(ui)
{
    const Theme &theme = m_ui.theme;
    m_stack = new QStackedWidget(this);
    m_empty = new QWidget;
    auto *emptyLayout = new QVBoxLayout(m_empty);
    emptyLayout->setContentsMargins(theme.px(space::xl), theme.px(space::xl), theme.px(space::xl), 0);
    emptyLayout->addWidget(emptyState(theme, tr("No answers yet. A diagnostic shows where your points lie."),
        tr("Set up a diagnostic"), [this] { m_ui.go(setUpMode(AttemptMode::Diagnostic)); }));
    emptyLayout->addStretch();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_charts = makeCharts());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

QWidget *OverviewTab::makeCharts()
{
    const Theme &theme = m_ui.theme;
    auto *content = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(theme.px(space::xl), theme.px(space::xs), theme.px(space::xl), theme.px(space::l));
    m_columns->setSpacing(theme.px(space::xl) + theme.px(space::s));
    m_columns->addWidget(makeShape(), 1);
    m_columns->addWidget(makeLosses(), 1);
    return scrolling(content);
}

QWidget *OverviewTab::makeShape()
{
    const Theme &theme = m_ui.theme;
    auto *shape = new QWidget;
    auto *layout = new QVBoxLayout(shape);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::xs));
    auto *line = new QHBoxLayout;
    line->setSpacing(theme.px(space::m));
    line->addWidget(m_score = new TextLabel(theme, Theme::Role::Score));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    m_meaning = new TextLabel(theme, Theme::Role::Body, tr("First-seen accuracy, not a forecast"));
    m_meaning->setBold(true);
    m_meaning->setWordWrap(true);
    words->addWidget(m_meaning);
    words->addWidget(m_evidence = new TextLabel(theme, Theme::Role::Body));
    m_evidence->setWordWrap(true);
    words->addStretch();
    line->addLayout(words, 1);
    layout->addLayout(line);
    m_hint = new TextLabel(theme, Theme::Role::Body);
    m_hint->setTone(TextLabel::Tone::Muted);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(m_radar = new DomainRadar(theme));
    layout->addWidget(m_legend = new RadarLegend(theme));
    layout->addStretch(1);
    return shape;
}

QWidget *OverviewTab::makeLosses()
{
    const Theme &theme = m_ui.theme;
    auto *losses = new QWidget;
    auto *layout = new QVBoxLayout(losses);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::xl));
    m_points = new PointsList(theme);
    m_topics = new TopicGrid(theme, m_desks.readiness.certification());
    layout->addWidget(
        titled(theme, tr("Points you would lose"), tr("weight × share of wrong answers, of 100"), m_points));
    layout->addWidget(titled(theme, tr("Topics"), tr("% right, n answers"), m_topics));
    layout->addStretch();
    connect(m_points, &PointsList::practise, this,
        [this](const QString &section) { m_ui.go(setUpSection(m_blueprint, section)); });
    connect(m_topics, &TopicGrid::topicChosen, this, [this](const QString &topic) { m_ui.go({PageId::Guide, topic}); });
    return losses;
}

QTableView *OverviewTab::makeTable(AccuracyModel *model, const QString &name)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(false);
    table->setShowGrid(false);
    table->setWordWrap(true);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(AccuracyModel::Title, QHeaderView::Stretch);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

QWidget *OverviewTab::makeTables()
{
    const Theme &theme = m_ui.theme;
    m_sectionRows = new AccuracyModel(this);
    m_topicRows = new AccuracyModel(this);
    QTableView *sections = makeTable(m_sectionRows, tr("Sections"));
    QTableView *topics = makeTable(m_topicRows, tr("Topics"));
    // Topics have no weight of their own in any outline.
    topics->setColumnHidden(AccuracyModel::Weight, true);
    topics->setColumnHidden(AccuracyModel::PointsLost, true);
    auto *tables = new QWidget;
    auto *layout = new QVBoxLayout(tables);
    layout->setContentsMargins(theme.px(space::xl), theme.px(space::xs), theme.px(space::xl), theme.px(space::l));
    layout->setSpacing(theme.px(space::l));
    layout->addWidget(titled(theme, tr("Sections"), tr("points lost of 100"), sections), 1);
    layout->addWidget(titled(theme, tr("Topics"), tr("first-seen answers"), topics), 1);
    return tables;
}

void OverviewTab::fill(const Blueprint &blueprint)
{
    m_blueprint = blueprint.id;
    const Result<FirstSeenSummary> summary = m_desks.readiness.summary(blueprint.id);
    m_anything = summary && summary->answers > 0;
    if (!summary)
        m_ui.messages.showError(summary.error());
    if (m_anything) {
        fillHeadline(*summary, blueprint);
        m_points->showSummary(blueprint, *summary);
        m_topics->showSummary(*summary);
        const bool shape = summary->sections.size() >= fewestSpokes;
        m_radar->setVisible(shape);
        m_legend->setVisible(shape);
        m_legend->setTarget(m_desks.readiness.targetPercent());
        if (shape)
            m_radar->showSummary(blueprint, *summary, m_desks.readiness.targetPercent());
        if (m_tables)
            fillTables(*summary, blueprint);
    }
    choose();
}

void OverviewTab::setTables(bool on)
{
    m_asTables = on;
    const Blueprint *blueprint = m_desks.readiness.certification().blueprint(m_blueprint);
    if (on && !m_tables && blueprint) {
        m_stack->addWidget(m_tables = makeTables());
        if (const auto summary = m_desks.readiness.summary(m_blueprint))
            fillTables(*summary, *blueprint);
    }
    choose();
}

void OverviewTab::choose()
{
    m_stack->setCurrentWidget(!m_anything ? m_empty : m_asTables && m_tables ? m_tables : m_charts);
    arrange();
}

void OverviewTab::fillHeadline(const FirstSeenSummary &summary, const Blueprint &blueprint)
{
    m_score->setText(tr("%1 %").arg(QLocale().toString(qRound(100.0 * summary.right / summary.answers))));
    m_evidence->setText(tr("%n first-seen answer(s), %1 (80 % interval)", nullptr, summary.answers)
                            .arg(range(wilson(summary.right, summary.answers))));
    QStringList hints;
    QStringList silent;
    for (qsizetype i = 0; i < summary.sections.size(); ++i) {
        if (summary.sections[i].answers == 0)
            silent.append(blueprint.sections[i].title);
    }
    if (!silent.isEmpty())
        hints.append(tr("Unknown, not zero: %1.").arg(silent.join(QStringLiteral(", "))));
    if (summary.answers < answersToSayMore)
        hints.append(tr("So few answers say little."));
    m_hint->setText(hints.join(u' '));
    m_hint->setVisible(!hints.isEmpty());
}

void OverviewTab::fillTables(const FirstSeenSummary &summary, const Blueprint &blueprint)
{
    QList<AccuracyModel::Row> sections;
    for (qsizetype i = 0; i < summary.sections.size(); ++i)
        sections.append({blueprint.sections[i].code, blueprint.sections[i].title, summary.sections[i]});
    m_sectionRows->setRows(sections);

    QList<AccuracyModel::Row> topics;
    const Certification &certification = m_desks.readiness.certification();
    for (const SectionAccuracy &accuracy : summary.topics) {
        const Topic *topic = certification.topic(accuracy.section);
        const Domain *domain = certification.domainOfTopic(accuracy.section);
        if (topic && domain)
            topics.append({domain->code, topic->title, accuracy});
    }
    m_topicRows->setRows(topics);
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
