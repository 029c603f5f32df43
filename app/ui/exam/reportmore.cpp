// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportmore.h"

#include "examwords.h"
#include "pacechart.h"
#include "reportbars.h"
#include "reportwords.h"
#include "widgets.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace lectern
{

namespace
{

constexpr int columnWidth = 360; ///< pixels at 100 % text
constexpr int mostColumns = 3;
constexpr int tableHeight = 180;

PaceData paceOf(const ReportDesk::Report &report)
{
    PaceData data;
    data.pace = report.analysis.pace;
    data.questions = report.attempt.size();
    data.limitMs = report.attempt.setup().minutes * 60'000LL;
    if (!report.analysis.longestDwells.isEmpty()) {
        data.slowest = report.analysis.longestDwells.constFirst();
        data.slowestMs = report.attempt.at(data.slowest).dwellMs;
        // Where it was left the last time: with what came next, by the clock as it was then.
        const QList<AttemptEvent> &events = report.attempt.events();
        qsizetype left = 0;
        for (qsizetype i = 0; i < events.size(); ++i) {
            if (events.at(i).position == data.slowest)
                left = std::min(i + 1, events.size() - 1);
        }
        if (const auto then = Attempt::fold(report.attempt.setup(), events.first(left + 1)))
            data.slowestAtMs = then->clock(events.at(left).at).usedMs;
    }
    return data;
}

} // namespace

ReportMore::ReportMore(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
    , m_pace(makePace())
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(32));
    m_grid->setVerticalSpacing(theme.px(space::l));
}

QWidget *ReportMore::makePace()
{
    auto *pace = new QWidget(this);
    auto *column = new QVBoxLayout(pace);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(space::s));
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(m_theme, Theme::Role::Heading, tr("Pace"), pace));
    auto *note = new TextLabel(m_theme, Theme::Role::Small, tr("questions answered over time"), pace);
    note->setTone(TextLabel::Tone::Muted);
    note->setElided(true);
    note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(note, 1);
    m_asTable = plainButton(m_theme, tr("Table"), {}, tr("T"));
    m_asTable->setObjectName(QStringLiteral("paceTable"));
    m_asTable->setCheckable(true);
    m_asTable->setAccessibleName(tr("Pace as a table"));
    head->addWidget(m_asTable);
    column->addLayout(head);
    m_chart = new PaceChart(m_theme, pace);
    column->addWidget(m_chart);
    m_steps = new PaceModel(this);
    m_table = new QTableView(pace);
    m_table->setAccessibleName(tr("Pace as a table"));
    m_table->setModel(m_steps);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setFixedHeight(m_theme.px(tableHeight));
    m_table->hide();
    column->addWidget(m_table);
    connect(m_asTable, &QPushButton::toggled, this, [this](bool on) {
        m_table->setVisible(on);
        m_chart->setVisible(!on);
    });
    return pace;
}

void ReportMore::setTable(bool on)
{
    m_asTable->setChecked(on);
}

bool ReportMore::table() const
{
    return m_asTable->isChecked();
}

void ReportMore::set(const ReportDesk::Report &report)
{
    for (QWidget *part : std::as_const(m_parts)) {
        part->hide();
        part->deleteLater(); // it may be what was clicked
    }
    m_parts.clear();
    const PaceData pace = paceOf(report);
    m_chart->set(pace);
    m_steps->set(pace);
    addCertainty(report.analysis);
    addStamina(report.analysis);
    addTimes(report);
    addDwells(report);
    addObjectives(report);
    m_columns = 0;
    arrange();
}

QVBoxLayout *ReportMore::startPart(const QString &heading, const char *name)
{
    auto *part = new QWidget(this);
    part->setObjectName(QLatin1String(name));
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(space::s));
    column->addWidget(new TextLabel(m_theme, Theme::Role::Heading, heading, part));
    m_parts.append(part);
    return column;
}

void ReportMore::addCertainty(const Analysis &analysis)
{
    if (analysis.certainties.isEmpty())
        return;
    QVBoxLayout *column = startPart(tr("Certainty against result"), "certaintyPart");
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(space::m));
    grid->setVerticalSpacing(m_theme.px(space::s));
    grid->setColumnStretch(1, 1);
    int most = 0;
    for (const Analysis::CertaintyRow &row : analysis.certainties)
        most = std::max(most, row.right + row.wrong);
    for (const Analysis::CertaintyRow &row : analysis.certainties) {
        const int line = grid->rowCount();
        const QString name = row.certainty == Certainty::None ? tr("Not rated") : certaintyWords(row.certainty);
        const QString right = tr("%n right", nullptr, row.right);
        const QString wrong = tr("%n wrong", nullptr, row.wrong);
        auto *bar = new RightWrongBar(m_theme, row.right, row.wrong, most);
        bar->setAccessibleName(tr("%1: %2, %3", "certainty: right, wrong").arg(name, right, wrong));
        auto *wrongLabel = new TextLabel(m_theme, Theme::Role::Body, wrong);
        wrongLabel->setAlignment(Qt::AlignRight);
        // What one was sure of and got wrong weighs most.
        if (row.certainty == Certainty::Sure && row.wrong > 0) {
            wrongLabel->setTone(TextLabel::Tone::Bad);
            wrongLabel->setBold(true);
        }
        auto *rightLabel = new TextLabel(m_theme, Theme::Role::Body, right);
        rightLabel->setAlignment(Qt::AlignRight);
        grid->addWidget(new TextLabel(m_theme, Theme::Role::Body, name), line, 0);
        grid->addWidget(bar, line, 1);
        grid->addWidget(rightLabel, line, 2);
        grid->addWidget(wrongLabel, line, 3);
    }
    column->addLayout(grid);
    column->addStretch();
}

void ReportMore::addStamina(const Analysis &analysis)
{
    if (analysis.quarters.isEmpty())
        return;
    QVBoxLayout *column = startPart(tr("Stamina by quarter"), "stamina");
    auto *grid = new QGridLayout;
    grid->setSpacing(m_theme.px(space::xs));
    for (int i = 0; i < analysis.quarters.size(); ++i) {
        const Analysis::Count &quarter = analysis.quarters.at(i);
        const QString count = ofTotal(quarter.right, quarter.total);
        auto *bar = new ShareColumn(m_theme, quarter.total > 0 ? double(quarter.right) / quarter.total : 0);
        bar->setAccessibleName(tr("Quarter %1: %2 right").arg(QLocale().toString(i + 1), count));
        auto *label = new TextLabel(m_theme, Theme::Role::Small, count);
        label->setAlignment(Qt::AlignHCenter);
        grid->addWidget(bar, 0, i);
        grid->addWidget(label, 1, i);
    }
    column->addLayout(grid);
    column->addStretch();
}

void ReportMore::addTimes(const ReportDesk::Report &report)
{
    QVBoxLayout *column = startPart(tr("Time and changes"), "times");
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(space::l));
    grid->setVerticalSpacing(m_theme.px(space::xs));
    grid->setColumnStretch(0, 1);
    const auto add = [&](const QString &what, const QString &value) {
        auto *figure = new TextLabel(m_theme, Theme::Role::Body, value);
        figure->setBold(true);
        figure->setAlignment(Qt::AlignRight);
        const int row = grid->rowCount();
        auto *label = new TextLabel(m_theme, Theme::Role::Body, what);
        label->setWordWrap(true);
        grid->addWidget(label, row, 0);
        grid->addWidget(figure, row, 1);
    };
    const Score &score = report.score;
    const qint64 limit = report.attempt.setup().minutes * 60'000LL;
    add(tr("Used"), limit > 0 ? tr("%1 of %2").arg(lasted(score.usedMs), lasted(limit)) : lasted(score.usedMs));
    if (!score.items.isEmpty()) {
        const qint64 dwell = std::accumulate(score.items.begin(), score.items.end(), qint64(0),
            [](qint64 sum, const ItemOutcome &one) { return sum + one.dwellMs; });
        add(tr("A question, on average"), lasted(dwell / score.items.size()));
    }
    const QLocale locale;
    add(tr("Changed from wrong to right"), locale.toString(report.analysis.wrongToRight));
    add(tr("Changed from right to wrong"), locale.toString(report.analysis.rightToWrong));
    add(tr("Changed from wrong to wrong"), locale.toString(report.analysis.wrongToWrong));
    column->addLayout(grid);
    column->addStretch();
}

void ReportMore::addDwells(const ReportDesk::Report &report)
{
    if (report.analysis.longestDwells.isEmpty())
        return;
    QVBoxLayout *column = startPart(tr("Took longest"), "dwells");
    for (const int position : report.analysis.longestDwells) {
        const QString item = report.attempt.setup().items.at(position).item;
        const QString title = report.items.value(item).title;
        auto *row = new QHBoxLayout;
        row->setSpacing(m_theme.px(space::m));
        QPushButton *open = linkButton(m_theme, tr("Question %1").arg(QLocale().toString(position + 1)));
        open->setAccessibleName(tr("Question %1: %2").arg(QLocale().toString(position + 1), title));
        connect(open, &QPushButton::clicked, this, [this, position] { Q_EMIT positionChosen(position); });
        auto *words = new TextLabel(m_theme, Theme::Role::Body, title);
        words->setElided(true);
        auto *time = new TextLabel(m_theme, Theme::Role::Body, lasted(report.attempt.at(position).dwellMs));
        time->setBold(true);
        row->addWidget(open);
        row->addWidget(words, 1);
        row->addWidget(time);
        column->addLayout(row);
    }
    column->addStretch();
}

void ReportMore::addObjectives(const ReportDesk::Report &report)
{
    if (report.analysis.objectives.isEmpty())
        return;
    QVBoxLayout *column = startPart(tr("Objectives"), "objectives");
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(space::m));
    grid->setVerticalSpacing(m_theme.px(space::xs));
    grid->setColumnStretch(1, 1);
    const QList<Analysis::Count> counts = objectivesInOrder(report.analysis.objectives);
    for (const Analysis::Count &count : counts) {
        const QString code = objectiveCode(count.id);
        const QString counted = ofTotal(count.right, count.total);
        auto *figure = new TextLabel(m_theme, Theme::Role::Body,
            count.total < fewestForPercent
                ? counted
                : tr("%1, %2", "count, percent").arg(counted, percent(double(count.right) / count.total)));
        figure->setAlignment(Qt::AlignRight);
        QString title;
        for (const Section &section : report.blueprint.sections) {
            for (const Objective &objective : section.objectives) {
                if (objective.id == code)
                    title = objective.title;
            }
        }
        auto *name = new TextLabel(m_theme, Theme::Role::Body, title);
        name->setElided(true);
        const int row = grid->rowCount();
        grid->addWidget(new TextLabel(m_theme, Theme::Role::Body, code), row, 0);
        grid->addWidget(name, row, 1);
        grid->addWidget(figure, row, 2);
    }
    column->addLayout(grid);
    column->addStretch();
}

void ReportMore::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ReportMore::arrange()
{
    const int columns = std::clamp(width() / m_theme.px(columnWidth), 1, mostColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    QList<QWidget *> all{m_pace};
    all += m_parts;
    for (QWidget *part : std::as_const(all))
        m_grid->removeWidget(part);
    for (int i = 0; i < all.size(); ++i) {
        m_grid->addWidget(all.at(i), i / columns, i % columns);
        all.at(i)->show();
    }
    for (int i = 0; i < mostColumns; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

} // namespace lectern
