// SPDX-License-Identifier: GPL-3.0-or-later
#include "examreport.h"

#include "certification.h"
#include "examwords.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "nextactions.h"
#include "plandesk.h"
#include "printjob.h"
#include "reportdetail.h"
#include "reporthead.h"
#include "reportmore.h"
#include "reporttable.h"
#include "reportwords.h"
#include "settingsdesk.h"
#include "ui.h"
#include "widgets.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QShowEvent>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int twoColumnsFrom = 1000; ///< pixels at 100 % text

void empty(QGridLayout *grid)
{
    while (QLayoutItem *old = grid->takeAt(0)) {
        delete old->widget();
        delete old;
    }
}

} // namespace

ExamReport::ExamReport(const ExamDesks &desks, Ui &ui, QWidget *parent)
    : QScrollArea(parent)
    , m_desks(desks)
    , m_ui(ui)
    , m_head(new ReportHead(ui.theme))
    , m_percent(new TextLabel(ui.theme, Theme::Role::Score))
    , m_count(new TextLabel(ui.theme, Theme::Role::Heading))
    , m_interval(new ShareBar(ui.theme))
    , m_meaning(new TextLabel(ui.theme, Theme::Role::Body))
    , m_caveat(new TextLabel(ui.theme, Theme::Role::Body))
    , m_projected(new TextLabel(ui.theme, Theme::Role::Body))
    , m_asSat(plainButton(ui.theme, tr("Show as it was sat")))
    , m_inDispute(new TextLabel(ui.theme, Theme::Role::Body))
    , m_countIt(plainButton(ui.theme, {}, {}, tr("C")))
    , m_sections(new QGridLayout)
    , m_actions(new NextActions(ui.theme, desks.plan))
    , m_result(makeResult())
    , m_next(makeNext())
    , m_more(new ReportMore(ui.theme))
    , m_table(new ReportTable(ui.theme, desks.settings))
    , m_grid(nullptr)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    m_grid = new QGridLayout(page);
    m_grid->addWidget(m_head, 0, 0, 1, 2);
    m_grid->addWidget(m_more, 3, 0, 1, 2);
    m_grid->addWidget(m_table, 4, 0, 1, 2);
    m_grid->setRowStretch(5, 1);
    setWidget(page);
    m_more->hide();
    arrange();

    connect(m_head, &ReportHead::leave, this, &ExamReport::leave);
    connect(m_head, &ReportHead::projected, this, &ExamReport::project);
    connect(m_head->bookButton(), &QPushButton::clicked, this, &ExamReport::errorBookWanted);
    connect(m_head->printButton(), &QPushButton::clicked, this, [this] {
        if (m_report)
            printReport(m_ui, this, m_desks.reports, m_desks.guide.certification(), *m_report, target());
    });
    connect(m_head->moreButton(), &QPushButton::toggled, m_more, &QWidget::setVisible);
    connect(m_actions, &NextActions::chosen, this, &ExamReport::perform);
    connect(m_actions, &NextActions::anotherWanted, this, &ExamReport::anotherWanted);
    connect(m_more, &ReportMore::positionChosen, m_table, &ReportTable::openPosition);
    connect(m_table, &ReportTable::brought, this,
        [this](QWidget *row, QWidget *detail) { bringIntoView(*this, row, detail, m_ui.theme.px(space::l)); });
    connect(m_table, &ReportTable::linkActivated, this,
        [this](const QString &url) { openSource(m_desks.reports, m_ui, this, url); });
    connect(m_table, &ReportTable::said, this, &ExamReport::say);
    connect(m_table, &ReportTable::unfolded, this,
        [this](const QString &item) { (void)m_desks.reports.rationaleRead(item); });
    connect(m_table, &ReportTable::disputed, this,
        [this](const Item &item, const FormItem &seat) { disputeQuestion(m_desks, m_ui, this, item, seat); });
    connect(
        m_table, &ReportTable::withdrawn, this, [this](const QString &item) { withdrawDispute(m_desks, m_ui, item); });
    connect(&desks.reports, &ReportDesk::changed, this, &ExamReport::refresh);
    connect(&desks.plan, &PlanDesk::changed, this, &ExamReport::refresh);
    connect(&ui.theme, &Theme::changed, this, &ExamReport::arrange);
    addKeys();
}

QWidget *ExamReport::makeResult()
{
    const Theme &theme = m_ui.theme;
    m_percent->setObjectName(QStringLiteral("percent"));
    m_count->setObjectName(QStringLiteral("count"));
    m_meaning->setObjectName(QStringLiteral("meaning"));
    m_interval->setAccessibleName(tr("Score with its interval and the target"));
    m_meaning->setWordWrap(true);
    auto *result = new QWidget;
    auto *score = new QHBoxLayout;
    score->setSpacing(theme.px(space::m));
    score->addWidget(m_percent);
    score->addWidget(m_count);
    score->addWidget(m_interval, 1);
    m_sections->setHorizontalSpacing(theme.px(space::s));
    m_sections->setVerticalSpacing(theme.px(space::s));
    m_sections->setColumnStretch(1, 2);
    m_sections->setColumnStretch(2, 3);
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    column->addLayout(score);
    column->addWidget(m_meaning);
    column->addWidget(makeNotices());
    column->addSpacing(theme.px(space::s));
    column->addLayout(m_sections);
    column->addStretch();
    return result;
}

QWidget *ExamReport::makeNotices()
{
    auto *notices = new QWidget;
    auto *column = new QVBoxLayout(notices);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_ui.theme.px(space::xs));
    m_caveat->setObjectName(QStringLiteral("caveat"));
    m_caveat->setTone(TextLabel::Tone::Warn);
    m_projected->setObjectName(QStringLiteral("projected"));
    m_inDispute->setObjectName(QStringLiteral("inDispute"));
    m_asSat->setObjectName(QStringLiteral("asSat"));
    m_countIt->setObjectName(QStringLiteral("countIt"));
    m_countIt->setCheckable(true);
    column->addWidget(m_caveat);
    for (const auto &[label, button] : {std::pair(m_projected, m_asSat), std::pair(m_inDispute, m_countIt)}) {
        auto *row = new QHBoxLayout;
        row->setSpacing(m_ui.theme.px(space::m));
        row->addWidget(label, 1);
        row->addWidget(button);
        column->addLayout(row);
    }
    for (TextLabel *label : {m_caveat, m_projected, m_inDispute})
        label->setWordWrap(true);
    connect(m_asSat, &QPushButton::clicked, this, [this] { project({}); });
    connect(m_countIt, &QPushButton::clicked, this, [this](bool on) {
        m_view.countDisputed = on;
        refresh();
    });
    return notices;
}

QWidget *ExamReport::makeNext()
{
    auto *next = new QWidget;
    auto *column = new QVBoxLayout(next);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_ui.theme.px(space::s));
    column->addWidget(new TextLabel(m_ui.theme, Theme::Role::Heading, tr("Do next")));
    column->addWidget(m_actions);
    column->addStretch();
    return next;
}

void ExamReport::arrange()
{
    const Theme &theme = m_ui.theme;
    const bool two = viewport()->width() >= theme.px(twoColumnsFrom);
    m_grid->setContentsMargins(theme.px(space::xl), theme.px(space::s), theme.px(space::xl), theme.px(space::xl));
    m_grid->setHorizontalSpacing(theme.px(32));
    m_grid->setVerticalSpacing(theme.px(space::l));
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, two ? 1 : 0);
    if (two == m_two && m_grid->indexOf(m_result) >= 0)
        return;
    m_two = two;
    m_grid->removeWidget(m_result);
    m_grid->removeWidget(m_next);
    m_grid->addWidget(m_result, 1, 0, 1, two ? 1 : 2);
    m_grid->addWidget(m_next, two ? 1 : 2, two ? 1 : 0, 1, two ? 1 : 2);
}

void ExamReport::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void ExamReport::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_stale)
        refresh();
}

bool ExamReport::open(AttemptId id)
{
    m_id = id;
    m_view = {};
    if (!load())
        return false;
    m_table->setReport(*m_report, m_desks.guide.certification());
    if (const QList<ReportRow *> rows = m_table->shownRows(); !rows.isEmpty())
        rows.constFirst()->setFocus(Qt::OtherFocusReason);
    verticalScrollBar()->setValue(0);
    return true;
}

bool ExamReport::load()
{
    auto report = m_desks.reports.report(m_id, m_view);
    if (!report) {
        m_ui.messages.showError(report.error());
        return false;
    }
    m_stale = false;
    m_report = std::move(*report);
    const Attempt &attempt = m_report->attempt;
    m_head->set(
        *m_report, m_desks.reports.localTime(attempt.events().constFirst().at.utcMs), m_desks.guide.certification());
    showScore(*m_report);
    showSections(*m_report);
    showNotices(*m_report);
    m_actions->set(m_desks.reports.nextActions(*m_report));
    m_more->set(*m_report);
    return true;
}

void ExamReport::refresh()
{
    if (!m_report)
        return;
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    if (load())
        m_table->refresh(*m_report, m_desks.guide.certification());
}

double ExamReport::target() const
{
    const int own = m_desks.settings.value(Setting::TargetPercent).toInt();
    return (own >= 0 ? own : m_desks.guide.certification().exam.targetPercent) / 100.0;
}

void ExamReport::showScore(const ReportDesk::Report &report)
{
    const Score &score = report.score;
    const bool counts = !score.abandoned && score.total > 0;
    const double share = counts ? double(score.right) / score.total : 0;
    m_percent->setText(counts ? percent(share) : tr("No result"));
    m_count->setText(counts ? ofTotal(score.right, score.total) : QString());
    m_count->setVisible(counts);
    m_interval->setVisible(counts);
    m_interval->setShare(share);
    m_interval->setTarget(target());
    m_interval->setInterval(score.hasInterval ? score.interval.low : 1, score.hasInterval ? score.interval.high : 0);
    if (!counts) {
        m_meaning->setText(score.abandoned ? tr("It was abandoned: the answers are shown without a score.")
                                           : tr("None of its questions counts here."));
        return;
    }
    const QString aim = tr("Practice target %1: the vendor publishes no pass mark.").arg(percent(target()));
    const QString interval =
        score.hasInterval ? tr("80 % interval %1–%2.")
                                .arg(QLocale().toString(qRound(score.interval.low * 100)), percent(score.interval.high))
                          : tr("Fewer than 20 questions: too few for an interval.");
    m_meaning->setText(interval + u' ' + aim);
}

QStringList ExamReport::caveats(const ReportDesk::Report &report) const
{
    QStringList caveats;
    const Score &score = report.score;
    if (score.timedOut)
        caveats << tr("Time ran out: what was answered counts.");
    if (!score.clockVerified)
        caveats << tr("Clock not verified: the computer was restarted during the exam.");
    if (score.unscored > 0)
        caveats << tr("Not scored: %n question(s).", nullptr, score.unscored);
    if (!report.newKeys.isEmpty())
        caveats << tr("After a dispute, the key of a newer revision counts: %n question(s).", nullptr,
            int(report.newKeys.size()));
    return caveats;
}

void ExamReport::showNotices(const ReportDesk::Report &report)
{
    const QStringList said = caveats(report);
    m_caveat->setText(said.join(u' '));
    m_caveat->setVisible(!said.isEmpty());

    QString projected;
    if (report.projected) {
        projected = tr("Projected on “%1”: it was not sat like this.").arg(report.blueprint.title);
        if (const auto share = weightedShare(report.score, report.blueprint))
            projected += u' ' + tr("By its weights: %1.").arg(percent(*share));
        const int gone = report.score.excluded - (report.before ? int(report.disputes.size()) : 0);
        if (gone > 0)
            projected += u' ' + tr("Left out because it does not ask them: %n question(s).", nullptr, gone);
    }
    m_projected->setText(projected);
    m_projected->setVisible(report.projected);
    m_asSat->setVisible(report.projected);

    const int disputes = int(report.disputes.size());
    m_inDispute->setText(m_view.countDisputed ? tr("Counted: %n question(s) in dispute.", nullptr, disputes)
                                              : tr("Left out: %n question(s) in dispute.", nullptr, disputes));
    m_inDispute->setVisible(disputes > 0);
    m_countIt->setText(tr("Count it", nullptr, disputes));
    m_countIt->setChecked(m_view.countDisputed);
    m_countIt->setVisible(disputes > 0);
}

void ExamReport::showSections(const ReportDesk::Report &report)
{
    const Theme &theme = m_ui.theme;
    empty(m_sections);
    if (report.score.abandoned)
        return;
    for (int i = 0; i < report.score.sections.size(); ++i) {
        const SectionScore &score = report.score.sections.at(i);
        const Section *section = report.blueprint.section(score.section);
        const QString title = section ? section->title : score.section;
        const double share = score.total > 0 ? double(score.right) / score.total : 0;
        auto *name = new TextLabel(theme, Theme::Role::Body, title);
        name->setElided(true);
        auto *bar = new ShareBar(theme);
        bar->setShare(share);
        bar->setDomain(i);
        bar->setTarget(target());
        bar->setAccessibleName(tr("%1: %2 right").arg(title, ofTotal(score.right, score.total)));
        auto *count = new TextLabel(theme, Theme::Role::Body, ofTotal(score.right, score.total));
        count->setAlignment(Qt::AlignRight);
        auto *figure = new TextLabel(theme, Theme::Role::Body, score.total > 0 ? percent(share) : QString());
        figure->setBold(true);
        figure->setAlignment(Qt::AlignRight);
        m_sections->addWidget(new Chip(theme, section ? section->code : score.section, i), i, 0);
        m_sections->addWidget(name, i, 1);
        m_sections->addWidget(bar, i, 2);
        m_sections->addWidget(count, i, 3);
        m_sections->addWidget(figure, i, 4);
    }
}

} // namespace lectern
