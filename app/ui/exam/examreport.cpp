// SPDX-License-Identifier: GPL-3.0-or-later
#include "examreport.h"

#include "dialogs.h"
#include "disputedialog.h"
#include "examwords.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "reportdetail.h"
#include "reporttable.h"
#include "settingsdesk.h"
#include "ui.h"
#include "widgets.h"

#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

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

QString ofTotal(int part, int total)
{
    return ExamReport::tr("%1 of %2").arg(QLocale().toString(part), QLocale().toString(total));
}

} // namespace

ExamReport::ExamReport(const ExamDesks &desks, Ui &ui, QWidget *parent)
    : QScrollArea(parent)
    , m_desks(desks)
    , m_ui(ui)
    , m_title(new TextLabel(ui.theme, Theme::Role::Heading))
    , m_when(new TextLabel(ui.theme, Theme::Role::Body))
    , m_percent(new TextLabel(ui.theme, Theme::Role::Score))
    , m_count(new TextLabel(ui.theme, Theme::Role::Heading))
    , m_interval(new ShareBar(ui.theme))
    , m_meaning(new TextLabel(ui.theme, Theme::Role::Body))
    , m_caveat(new TextLabel(ui.theme, Theme::Role::Body))
    , m_sections(new QGridLayout)
    , m_times(new QGridLayout)
    , m_result(makeResult())
    , m_next(makeNext())
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
    m_grid->addWidget(makeHead(), 0, 0, 1, 2);
    m_grid->addWidget(m_table, 3, 0, 1, 2);
    m_grid->setRowStretch(4, 1);
    setWidget(page);
    arrange();

    connect(m_table, &ReportTable::brought, this, [this](QWidget *row, QWidget *detail) {
        m_wantedRow = row;
        m_wantedDetail = detail;
        // The new detail gets its height with the next layout pass.
        QTimer::singleShot(0, this, &ExamReport::bring);
    });
    connect(m_table, &ReportTable::linkActivated, this, [this](const QString &url) {
        if (!m_ui.dialogs.openExternally(url))
            m_ui.messages.showError(tr("No program could be started for %1.").arg(url));
    });
    connect(m_table, &ReportTable::disputed, this, &ExamReport::dispute);
    connect(&ui.theme, &Theme::changed, this, &ExamReport::arrange);
    addKeys();
}

QStringList ExamReport::shortcuts()
{
    return {
        tr("I") + u'\t' + tr("Show what is known of the open question, in a report"),
        tr("D") + u'\t' + tr("Dispute the open question, in a report"),
    };
}

void ExamReport::addKeys()
{
    const auto add = [this](Qt::Key key, QPushButton *(ReportDetail::*button)() const) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, button] {
            if (const ReportDetail *detail = m_table->detail())
                (detail->*button)()->click();
        });
    };
    add(Qt::Key_I, &ReportDetail::aboutButton);
    add(Qt::Key_D, &ReportDetail::disputeButton);
}

void ExamReport::dispute(const Item &item, const FormItem &seat)
{
    DisputeDialog dialog(m_desks.reports, m_ui, item, seat, this);
    m_ui.dialogs.run(dialog);
    if (!dialog.exportedTo().isEmpty())
        m_ui.messages.showInfo(tr("Exported to %1. Send it to whoever makes the questions.")
                                   .arg(QDir::toNativeSeparators(dialog.exportedTo())));
}

QWidget *ExamReport::makeHead()
{
    auto *head = new QWidget;
    QPushButton *back = plainButton(m_ui.theme, tr("History"), QStringLiteral("go-previous"), tr("Esc"));
    back->setObjectName(QStringLiteral("leave"));
    connect(back, &QPushButton::clicked, this, &ExamReport::leave);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &ExamReport::leave);
    m_when->setTone(TextLabel::Tone::Muted);
    m_when->setElided(true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_ui.theme.px(space::m));
    row->addWidget(back);
    row->addWidget(m_title);
    row->addWidget(m_when, 1);
    return head;
}

QWidget *ExamReport::makeResult()
{
    const Theme &theme = m_ui.theme;
    m_percent->setObjectName(QStringLiteral("percent"));
    m_count->setObjectName(QStringLiteral("count"));
    m_meaning->setObjectName(QStringLiteral("meaning"));
    m_caveat->setObjectName(QStringLiteral("caveat"));
    m_interval->setAccessibleName(tr("Score with its interval and the target"));
    m_meaning->setWordWrap(true);
    m_caveat->setWordWrap(true);
    m_caveat->setTone(TextLabel::Tone::Warn);
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
    column->addWidget(m_caveat);
    column->addSpacing(theme.px(space::s));
    column->addLayout(m_sections);
    column->addStretch();
    return result;
}

QWidget *ExamReport::makeNext()
{
    const Theme &theme = m_ui.theme;
    auto *next = new QWidget;
    auto *column = new QVBoxLayout(next);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    column->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("Time")));
    m_times->setHorizontalSpacing(theme.px(space::l));
    m_times->setVerticalSpacing(theme.px(space::xs));
    m_times->setColumnStretch(0, 1);
    column->addLayout(m_times);
    column->addSpacing(theme.px(space::l));
    column->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("Do next")));
    const auto addStep = [&](const QString &what, const QString &verb, const QString &name, auto act) {
        auto *line = new QHBoxLayout;
        auto *words = new TextLabel(theme, Theme::Role::Body, what);
        words->setWordWrap(true);
        line->addWidget(words, 1);
        QPushButton *button = plainButton(theme, verb);
        button->setObjectName(name);
        button->setAccessibleName(tr("%1: %2", "verb: what").arg(verb, what));
        connect(button, &QPushButton::clicked, this, act);
        line->addWidget(button);
        column->addLayout(line);
    };
    addStep(tr("See the points you would lose"), tr("Show"), QStringLiteral("readiness"), [this] {
        m_ui.go({PageId::Readiness, {}});
    });
    column->addWidget(hairline());
    addStep(tr("Sit another form"), tr("Set up"), QStringLiteral("another"), [this] { Q_EMIT leave(); });
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
    m_grid->setColumnStretch(0, two ? 10 : 1);
    m_grid->setColumnStretch(1, two ? 7 : 0);
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

bool ExamReport::open(AttemptId id)
{
    const auto report = m_desks.reports.report(id);
    if (!report) {
        m_ui.messages.showError(report.error());
        return false;
    }
    const QDateTime started = m_desks.reports.localTime(report->attempt.events().constFirst().at.utcMs);
    m_title->setText(report->blueprint.title);
    m_when->setText(tr("%1, %2", "date, time")
                        .arg(QLocale().toString(started.date(), QLocale::LongFormat), shortTime(started.time())));
    showScore(*report);
    showSections(*report);
    showTimes(*report);
    m_table->setReport(*report, m_desks.guide.certification());
    if (const QList<ReportRow *> rows = m_table->shownRows(); !rows.isEmpty())
        rows.constFirst()->setFocus(Qt::OtherFocusReason);
    verticalScrollBar()->setValue(0);
    return true;
}

double ExamReport::target() const
{
    const int own = m_desks.settings.value(Setting::TargetPercent).toInt();
    return (own >= 0 ? own : m_desks.guide.certification().exam.targetPercent) / 100.0;
}

void ExamReport::showScore(const ReportDesk::Report &report)
{
    const Score &score = report.score;
    const double share = score.total > 0 ? double(score.right) / score.total : 0;
    m_percent->setText(percent(share));
    m_count->setText(ofTotal(score.right, score.total));
    m_interval->setShare(share);
    m_interval->setTarget(target());
    m_interval->setInterval(score.hasInterval ? score.interval.low : 1, score.hasInterval ? score.interval.high : 0);
    const QString aim = tr("Practice target %1: the vendor publishes no pass mark.").arg(percent(target()));
    if (score.hasInterval)
        m_meaning->setText(
            tr("80 % interval %1–%2.")
                .arg(QLocale().toString(qRound(score.interval.low * 100)), percent(score.interval.high)) +
            u' ' + aim);
    else
        m_meaning->setText(tr("Fewer than 20 questions: too few for an interval.") + u' ' + aim);
    QStringList caveats;
    if (score.timedOut)
        caveats << tr("Time ran out: what was answered counts.");
    if (!score.clockVerified)
        caveats << tr("Clock not verified: the computer was restarted during the exam.");
    m_caveat->setText(caveats.join(u' '));
    m_caveat->setVisible(!caveats.isEmpty());
}

void ExamReport::showSections(const ReportDesk::Report &report)
{
    const Theme &theme = m_ui.theme;
    empty(m_sections);
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

void ExamReport::showTimes(const ReportDesk::Report &report)
{
    empty(m_times);
    const Score &score = report.score;
    const auto add = [this](const QString &what, const QString &value) {
        auto *figure = new TextLabel(m_ui.theme, Theme::Role::Body, value);
        figure->setBold(true);
        figure->setAlignment(Qt::AlignRight);
        const int row = m_times->rowCount();
        m_times->addWidget(new TextLabel(m_ui.theme, Theme::Role::Body, what), row, 0);
        m_times->addWidget(figure, row, 1);
    };
    add(tr("Used"), tr("%1 of %2").arg(lasted(score.usedMs), lasted(report.attempt.setup().minutes * 60000LL)));
    if (score.items.isEmpty())
        return;
    const auto slowest = std::max_element(score.items.begin(), score.items.end(),
        [](const ItemOutcome &a, const ItemOutcome &b) { return a.dwellMs < b.dwellMs; });
    const qint64 dwell = std::accumulate(score.items.begin(), score.items.end(), qint64(0),
        [](qint64 sum, const ItemOutcome &one) { return sum + one.dwellMs; });
    const int changes = std::accumulate(score.items.begin(), score.items.end(), 0,
        [](int sum, const ItemOutcome &one) { return sum + one.answerChanges; });
    add(tr("A question, on average"), lasted(dwell / score.items.size()));
    add(tr("Slowest: question %1").arg(QLocale().toString(slowest->position + 1)), lasted(slowest->dwellMs));
    add(tr("Answers changed"), QLocale().toString(changes));
}

void ExamReport::bring()
{
    if (!m_wantedRow)
        return;
    widget()->layout()->activate();
    if (m_wantedDetail)
        ensureWidgetVisible(m_wantedDetail, 0, m_ui.theme.px(space::l));
    ensureWidgetVisible(m_wantedRow, 0, m_ui.theme.px(space::l));
    m_wantedRow = nullptr;
    m_wantedDetail = nullptr;
}

} // namespace lectern
