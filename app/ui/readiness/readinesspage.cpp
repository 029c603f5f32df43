// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinesspage.h"

#include "afterexamflow.h"
#include "calibrationtab.h"
#include "chartexport.h"
#include "checklistwords.h"
#include "collectionview.h"
#include "evidencedesk.h"
#include "evidencetab.h"
#include "flowlayout.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "overviewtab.h"
#include "plandesk.h"
#include "printjob.h"
#include "projectdesk.h"
#include "radarpanel.h"
#include "readinessdesk.h"
#include "trendpanel.h"
#include "widgets.h"

#include <QComboBox>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

ReadinessPage::ReadinessPage(const ReadinessDesks &desks, Ui &ui, QWidget *parent)
    : Page(parent)
    , m_desks(desks)
    , m_ui(ui)
{
    m_flow = new AfterExamFlow(m_desks, m_ui, this);
    connect(m_flow, &AfterExamFlow::appointmentRequested, this, &ReadinessPage::appointmentRequested);
    m_stack = new QStackedWidget(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    layout->addWidget(m_stack, 1);

    addTab(QStringLiteral("overview"), tr("Overview"), [this] {
        auto *tab = new OverviewTab(m_desks, m_ui);
        tab->setCalibrated(has(QStringLiteral("calibration")));
        connect(tab, &OverviewTab::appointmentWanted, this, &ReadinessPage::appointmentRequested);
        connect(tab, &OverviewTab::calibrationWanted, this, [this] { goTo(QStringLiteral("calibration/method")); });
        return Tab{
            tab, [tab](const Blueprint &blueprint) { tab->fill(blueprint); }, [tab](bool on) { tab->setTables(on); }};
    });
    addTab(QStringLiteral("evidence"), tr("Evidence"), [this] {
        auto *tab = new EvidenceTab(m_desks, m_ui);
        return Tab{.content = tab,
            .fill = [tab](const Blueprint &) { tab->refresh(); },
            .goTo = [tab](const QString &topic) { tab->enter(topic); },
            .shortcuts = &EvidenceTab::shortcuts,
            .byBlueprint = false};
    });
    addTab(QStringLiteral("checklists"), tr("Checklists"), [this] {
        auto *lists = new CollectionView(m_desks.guide, m_desks.history, m_ui, CollectionKind::Checklist);
        return Tab{.content = lists,
            .fill = [lists](const Blueprint &) { lists->refresh(); },
            .goTo = [lists](const QString &place) { lists->enter(place.section(u'/', 0, 0), place.section(u'/', 1)); },
            .shortcuts = &checklist::shortcuts,
            .byBlueprint = false};
    });
    addTab(QStringLiteral("calibration"), tr("Calibration"), [this] { return makeCalibration(); });

    // A choice of one is none.
    m_segments->setVisible(m_tabs.size() > 1);
    connect(m_segments, &Segments::currentChanged, this, [this] { reload(); });
    connect(m_table, &QPushButton::toggled, this, [this] { reload(); });
    connect(m_blueprint, &QComboBox::activated, this, [this] {
        m_chosen = true;
        reload();
    });
    connect(&m_desks.readiness, &ReadinessDesk::changed, this, &Page::markStale);
    connect(&m_desks.evidence, &EvidenceDesk::changed, this, &Page::markStale);
    connect(&m_desks.guide, &GuideDesk::changed, this, &Page::markStale);
    connect(&m_desks.plan, &PlanDesk::changed, this, &Page::markStale);
    connect(&m_desks.projects, &ProjectDesk::changed, this, &Page::markStale);
}

void ReadinessPage::addTab(const QString &anchor, const QString &title, std::function<Tab()> make)
{
    m_tabs.append({anchor, title, std::move(make), {}});
    m_segments->addSegment(title, QStringLiteral("Alt+%1").arg(m_tabs.size()));
}

ReadinessPage::Tab ReadinessPage::makeCalibration()
{
    auto *tab = new CalibrationTab(m_ui.theme);
    connect(tab, &CalibrationTab::recordRequested, m_flow, &AfterExamFlow::record);
    connect(tab, &CalibrationTab::resultChosen, m_flow, &AfterExamFlow::show);
    connect(tab, &CalibrationTab::editRequested, m_flow, &AfterExamFlow::change);
    connect(tab, &CalibrationTab::attemptChosen, this, [this](AttemptId id) {
        m_ui.go({PageId::Exam, QStringLiteral("attempt/%1").arg(raw(id))});
    });
    const auto fill = [this, tab](const Blueprint &blueprint) {
        const auto report = m_desks.readiness.report(blueprint.id);
        const auto predictions = m_desks.readiness.predictions(blueprint.id);
        const auto rehearsals = m_desks.readiness.rehearsals(blueprint.id);
        const auto results = m_desks.evidence.results();
        const auto problem = [](const auto &read) {
            return read ? std::optional<Error>() : std::optional<Error>(read.error());
        };
        for (const std::optional<Error> &error :
            {problem(report), problem(predictions), problem(rehearsals), problem(results)}) {
            if (error) {
                m_ui.messages.showError(*error);
                return;
            }
        }
        tab->showFacts(
            m_desks.readiness.certification(), blueprint, {*predictions, *rehearsals, *results, report->trend});
    };
    return {tab, fill, [tab](bool on) { tab->setTable(on); },
        [tab](const QString &place) {
            if (place == QLatin1String("method"))
                tab->revealMethod();
        },
        {}};
}

QWidget *ReadinessPage::makeTools()
{
    const Theme &theme = m_ui.theme;
    auto *tools = new QWidget;
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins(theme.px(space::xl), theme.px(space::s), theme.px(space::xl), theme.px(space::s));
    line->setSpacing(theme.px(space::s));
    // Where there is no room for all of them side by side, they wrap.
    auto *choices = new QWidget(tools);
    auto *flow = new FlowLayout(theme.px(space::s), choices);
    m_segments = new Segments(theme, tr("What to show"), choices);
    flow->addWidget(m_segments);
    m_blueprint = new QComboBox(choices);
    nameComboBox(m_blueprint, tr("Blueprint"));
    m_blueprint->setToolTip(tr("Which outline the answers are counted by"));
    m_blueprint->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const Blueprint &blueprint : m_desks.readiness.certification().blueprints)
        m_blueprint->addItem(blueprint.title, blueprint.id);
    flow->addWidget(m_blueprint);
    line->addWidget(choices, 1);

    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(theme.px(space::s));
    m_table = plainButton(theme, tr("Table"), QStringLiteral("view-list-tree"));
    m_table->setCheckable(true);
    m_table->setToolTip(tr("The same figures as tables (T)"));
    auto *key = new QShortcut(Qt::Key_T, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, m_table, &QPushButton::click);
    m_buttons->addWidget(m_table);
    QPushButton *paper = plainButton(theme, tr("Print…"), QStringLiteral("document-print"));
    paper->setObjectName(QStringLiteral("printReadiness"));
    paper->setToolTip(tr("Readiness on one sheet (Ctrl+P)"));
    connect(paper, &QPushButton::clicked, this, &ReadinessPage::print);
    auto *printKey = new QShortcut(QKeySequence::Print, this);
    printKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(printKey, &QShortcut::activated, paper, &QPushButton::click);
    m_buttons->addWidget(paper);
    m_export = new ChartExport(m_ui, this);
    m_export->setTables([this] { return m_desks.readiness.exportTables(m_blueprint->currentData().toString()); });
    m_export->addChart(ChartExport::Chart::Radar, [this]() -> QWidget * {
        const auto *panel = findChild<RadarPanel *>();
        return panel && !panel->isHidden() ? panel->figure() : nullptr;
    });
    m_export->addChart(ChartExport::Chart::Trend, [this]() -> QWidget * { return findChild<TrendPanel *>(); });
    m_buttons->addWidget(m_export->button());
    line->addLayout(m_buttons);
    line->setAlignment(m_buttons, Qt::AlignTop);
    return tools;
}

void ReadinessPage::print()
{
    const QString id = m_blueprint->currentData().toString();
    const Blueprint *blueprint = m_desks.readiness.certification().blueprint(id);
    if (!blueprint)
        return;
    const auto report = m_desks.readiness.report(id);
    const auto rehearsals = m_desks.readiness.rehearsals(id);
    if (!report || !rehearsals) {
        m_ui.messages.showError(report ? rehearsals.error() : report.error());
        return;
    }
    printReadiness(m_ui, this,
        {m_desks.readiness.certification(), *blueprint, *report, *rehearsals, m_desks.readiness.targetPercent() / 100.0,
            m_desks.plan.appointment().date});
}

void ReadinessPage::goTo(const QString &anchor)
{
    const QString prefix = QStringLiteral("blueprint/");
    if (anchor == QLatin1String("table")) {
        if (!current() || !current()->tab.showTable)
            m_segments->setCurrent(0);
        m_table->setChecked(true);
    } else if (anchor == QLatin1String("record")) {
        m_flow->record();
    } else if (anchor.section(u'/', 0, 0) == QLatin1String("result")) {
        m_flow->show(ExamResultId(anchor.section(u'/', 1).toLongLong()));
    } else if (anchor.startsWith(prefix)) {
        const int index = m_blueprint->findData(anchor.mid(prefix.size()));
        if (index < 0)
            return;
        m_blueprint->setCurrentIndex(index);
        m_chosen = true;
        reload();
    } else {
        const QString name = anchor.section(u'/', 0, 0);
        for (qsizetype i = 0; i < m_tabs.size(); ++i) {
            if (m_tabs[i].anchor != name)
                continue;
            m_segments->setCurrent(int(i));
            const Segment *shown = current();
            if (shown && shown->tab.goTo)
                shown->tab.goTo(anchor.section(u'/', 1));
        }
    }
}

bool ReadinessPage::has(const QString &anchor) const
{
    return std::any_of(m_tabs.begin(), m_tabs.end(), [&](const Segment &segment) { return segment.anchor == anchor; });
}

ReadinessPage::Segment *ReadinessPage::current()
{
    const int index = m_segments->current();
    if (index < 0)
        return nullptr;
    Segment &segment = m_tabs[index];
    if (!segment.tab.content) {
        segment.tab = segment.make();
        m_stack->addWidget(segment.tab.content);
    }
    return &segment;
}

QStringList ReadinessPage::shortcuts() const
{
    QStringList keys;
    if (m_tabs.size() > 1) {
        for (qsizetype i = 0; i < m_tabs.size(); ++i)
            keys << QStringLiteral("Alt+%1\t%2").arg(i + 1).arg(tr("Show “%1”").arg(m_tabs[i].title));
    }
    for (const Segment &segment : m_tabs) {
        if (segment.tab.shortcuts)
            keys << segment.tab.shortcuts();
    }
    keys << QStringLiteral("T\t%1").arg(tr("Show the same figures as tables"))
         << QStringLiteral("Ctrl+P\t%1").arg(tr("Print readiness on one sheet, or save it as PDF"));
    return keys;
}

void ReadinessPage::reload()
{
    if (!m_chosen)
        m_blueprint->setCurrentIndex(std::max(0, m_blueprint->findData(m_desks.readiness.defaultBlueprint())));
    const Blueprint *blueprint = m_desks.readiness.certification().blueprint(m_blueprint->currentData().toString());
    Segment *segment = blueprint ? current() : nullptr;
    if (!segment)
        return;
    const Tab &tab = segment->tab;
    tab.fill(*blueprint);
    m_table->setVisible(bool(tab.showTable));
    m_export->button()->setVisible(bool(tab.showTable));
    m_blueprint->setVisible(tab.byBlueprint);
    if (tab.showTable)
        tab.showTable(m_table->isChecked());
    m_stack->setCurrentWidget(tab.content);
}

} // namespace lectern
