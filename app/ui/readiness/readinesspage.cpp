// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinesspage.h"

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

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QShortcut>
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
    return ReadinessPage::tr("%1–%2 %").arg(
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

ReadinessPage::ReadinessPage(ReadinessDesk &desk, Ui &ui, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
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
    m_stack->addWidget(m_overview = makeOverview());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    layout->addWidget(m_stack, 1);

    connect(&m_desk, &ReadinessDesk::changed, this, &Page::markStale);
    connect(m_blueprint, &QComboBox::activated, this, [this] {
        m_chosen = true;
        reload();
    });
    connect(m_table, &QPushButton::toggled, this, [this] { reload(); });
}

QWidget *ReadinessPage::makeTools()
{
    const Theme &theme = m_ui.theme;
    auto *tools = new QWidget;
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(theme.px(space::xl), theme.px(space::s), theme.px(space::xl), theme.px(space::s));
    m_blueprint = new QComboBox(tools);
    nameComboBox(m_blueprint, tr("Blueprint"));
    m_blueprint->setToolTip(tr("Which outline the answers are counted by"));
    m_blueprint->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const Blueprint &blueprint : m_desk.certification().blueprints)
        m_blueprint->addItem(blueprint.title, blueprint.id);
    m_table = plainButton(theme, tr("Table"), QStringLiteral("view-list-tree"));
    m_table->setCheckable(true);
    m_table->setToolTip(tr("The same figures as tables (T)"));
    auto *key = new QShortcut(Qt::Key_T, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, m_table, &QPushButton::click);
    layout->addWidget(m_blueprint);
    layout->addStretch();
    layout->addWidget(m_table);
    return tools;
}

QWidget *ReadinessPage::makeOverview()
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

QWidget *ReadinessPage::makeShape()
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

QWidget *ReadinessPage::makeLosses()
{
    const Theme &theme = m_ui.theme;
    auto *losses = new QWidget;
    auto *layout = new QVBoxLayout(losses);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::xl));
    m_points = new PointsList(theme);
    m_topics = new TopicGrid(theme, m_desk.certification());
    layout->addWidget(
        titled(theme, tr("Points you would lose"), tr("weight × share of wrong answers, of 100"), m_points));
    layout->addWidget(titled(theme, tr("Topics"), tr("% right, n answers"), m_topics));
    layout->addStretch();
    connect(m_points, &PointsList::practise, this,
        [this](const QString &section) { m_ui.go(setUpSection(m_blueprint->currentData().toString(), section)); });
    connect(m_topics, &TopicGrid::topicChosen, this, [this](const QString &topic) { m_ui.go({PageId::Guide, topic}); });
    return losses;
}

QTableView *ReadinessPage::makeTable(AccuracyModel *model, const QString &name)
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

QWidget *ReadinessPage::makeTables()
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

void ReadinessPage::goTo(const QString &anchor)
{
    const QString prefix = QStringLiteral("blueprint/");
    if (anchor == QLatin1String("table")) {
        m_table->setChecked(true);
    } else if (anchor.startsWith(prefix)) {
        const int index = m_blueprint->findData(anchor.mid(prefix.size()));
        if (index < 0)
            return;
        m_blueprint->setCurrentIndex(index);
        m_chosen = true;
        reload();
    }
}

QStringList ReadinessPage::shortcuts() const
{
    return {QStringLiteral("T\t%1").arg(tr("Show the same figures as tables"))};
}

void ReadinessPage::reload()
{
    if (!m_chosen)
        m_blueprint->setCurrentIndex(std::max(0, m_blueprint->findData(m_desk.defaultBlueprint())));
    const QString id = m_blueprint->currentData().toString();
    const Blueprint *blueprint = m_desk.certification().blueprint(id);
    const Result<FirstSeenSummary> summary = m_desk.summary(id);
    if (!summary || !blueprint) {
        if (!summary)
            m_ui.messages.showError(summary.error());
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    fillHeadline(*summary, *blueprint);
    m_points->showSummary(*blueprint, *summary);
    m_topics->showSummary(*summary);
    m_table->setEnabled(summary->answers > 0);
    if (summary->answers == 0) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const bool shape = summary->sections.size() >= fewestSpokes;
    m_radar->setVisible(shape);
    m_legend->setVisible(shape);
    m_legend->setTarget(m_desk.targetPercent());
    if (shape)
        m_radar->showSummary(*blueprint, *summary, m_desk.targetPercent());
    if (m_table->isChecked()) {
        if (!m_tables)
            m_stack->addWidget(m_tables = makeTables());
        fillTables(*summary, *blueprint);
    }
    m_stack->setCurrentWidget(m_table->isChecked() ? m_tables : m_overview);
    arrange();
}

void ReadinessPage::fillHeadline(const FirstSeenSummary &summary, const Blueprint &blueprint)
{
    if (summary.answers == 0)
        return;
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

void ReadinessPage::fillTables(const FirstSeenSummary &summary, const Blueprint &blueprint)
{
    QList<AccuracyModel::Row> sections;
    for (qsizetype i = 0; i < summary.sections.size(); ++i)
        sections.append({blueprint.sections[i].code, blueprint.sections[i].title, summary.sections[i]});
    m_sectionRows->setRows(sections);

    QList<AccuracyModel::Row> topics;
    const Certification &certification = m_desk.certification();
    for (const SectionAccuracy &accuracy : summary.topics) {
        const Topic *topic = certification.topic(accuracy.section);
        const Domain *domain = certification.domainOfTopic(accuracy.section);
        if (topic && domain)
            topics.append({domain->code, topic->title, accuracy});
    }
    m_topicRows->setRows(topics);
}

void ReadinessPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void ReadinessPage::arrange()
{
    const bool narrow = width() < m_ui.theme.px(narrowBelow);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace lectern
