// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibrationtab.h"

#include "calibrationwords.h"
#include "examresultlist.h"
#include "hitlist.h"
#include "reliabilitychart.h"
#include "scrollcolumn.h"
#include "widgets.h"

#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int narrowBelow = 1000; ///< pixels at 100 % text
constexpr int gapBetween = 32;

TextLabel *paragraph(const Theme &theme, QVBoxLayout &column, Theme::Role role = Theme::Role::Body)
{
    auto *label = new TextLabel(theme, role);
    label->setWordWrap(true);
    column.addWidget(label);
    return label;
}

QVBoxLayout *columnOf(const Theme &theme, QWidget &part)
{
    auto *column = new QVBoxLayout(&part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    return column;
}

} // namespace

CalibrationTab::CalibrationTab(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scroll(new ScrollColumn(theme, 0, this))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    m_scroll->setPadding({space::xl, space::xs, space::xl, space::l});
    m_columns->setSpacing(theme.px(gapBetween));
    m_columns->addWidget(makePlot(), 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(theme.px(space::xl));
    right->addWidget(makeChecks());
    right->addWidget(m_method = makeMethod());
    right->addStretch(1);
    m_columns->addLayout(right, 1);
    m_scroll->body()->addLayout(m_columns);
    m_scroll->body()->addStretch(1);
}

QWidget *CalibrationTab::makePlot()
{
    auto *part = new QWidget;
    QVBoxLayout *column = columnOf(m_theme, *part);
    auto *heading = new TextLabel(m_theme, Theme::Role::Heading, tr("Expected and right"));
    column->addWidget(heading);
    TextLabel *how = paragraph(m_theme, *column, Theme::Role::Small);
    how->setTone(TextLabel::Tone::Muted);
    how->setText(tr("Every first-seen answer, with what was expected of it just before. On the dashed line as many are "
                    "right as expected; bars are 80 % intervals, a hollow point's does not hold it."));
    m_missing = paragraph(m_theme, *column);
    m_missing->setObjectName(QStringLiteral("missingAnswers"));
    m_plot = new QStackedWidget;
    m_chart = new ReliabilityChart(m_theme);
    m_table = new QTableView;
    m_table->setAccessibleName(tr("Expected and right, as a table"));
    m_rows = new ReliabilityModel(this);
    m_table->setModel(m_rows);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_plot->addWidget(m_chart);
    m_plot->addWidget(m_table);
    column->addWidget(m_plot);
    m_bin = paragraph(m_theme, *column);
    m_bin->setObjectName(QStringLiteral("binWords"));
    m_score = paragraph(m_theme, *column);
    m_score->setObjectName(QStringLiteral("scoreWords"));
    m_distance = paragraph(m_theme, *column);
    m_distance->setObjectName(QStringLiteral("distanceWords"));
    column->addStretch(1);
    connect(m_chart, &ReliabilityChart::currentChanged, this, &CalibrationTab::sayBin);
    return part;
}

QWidget *CalibrationTab::makeChecks()
{
    auto *part = new QWidget;
    QVBoxLayout *column = columnOf(m_theme, *part);
    column->addWidget(new TextLabel(m_theme, Theme::Role::Heading, tr("Rehearsals")));
    m_hits = new HitList(m_theme);
    column->addWidget(m_hits);
    column->addSpacing(m_theme.px(space::l));
    column->addWidget(new TextLabel(m_theme, Theme::Role::Heading, tr("Real exams")));
    m_results = new ExamResultList(m_theme);
    column->addWidget(m_results);
    connect(m_hits, &HitList::attemptChosen, this, &CalibrationTab::attemptChosen);
    connect(m_results, &ExamResultList::recordRequested, this, &CalibrationTab::recordRequested);
    connect(m_results, &ExamResultList::resultChosen, this, &CalibrationTab::resultChosen);
    connect(m_results, &ExamResultList::editRequested, this, &CalibrationTab::editRequested);
    return part;
}

QWidget *CalibrationTab::makeMethod()
{
    auto *part = new QWidget;
    QVBoxLayout *column = columnOf(m_theme, *part);
    column->addWidget(new TextLabel(m_theme, Theme::Role::Heading, tr("How it is calibrated")));
    paragraph(m_theme, *column)->setText(measuredWords());
    const QStringList assumptions = assumptionWords();
    for (const QString &words : assumptions)
        paragraph(m_theme, *column)->setText(words);
    return part;
}

void CalibrationTab::showFacts(const Certification &certification, const Blueprint &blueprint, const Facts &facts)
{
    const Calibration found = calibration(facts.predictions);
    m_bins = found.bins;
    m_chart->setBins(m_bins);
    m_rows->setBins(m_bins);
    const bool plotted = !m_bins.isEmpty();
    m_plot->setVisible(plotted);
    m_missing->setVisible(!plotted);
    m_missing->setText(
        tr("Plot and Brier score need %1 first-seen answers: %n more to go.", nullptr, found.missingForPlot())
            .arg(QLocale().toString(answersForPlot)));
    sayBin(m_chart->current());
    const auto say = [](TextLabel &label, const QString &words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
    };
    say(*m_score, scoreWords(found));
    say(*m_distance, distanceWords(found));
    m_hits->setChecks(facts.rehearsals);
    m_results->showResults(certification, blueprint, facts.results, facts.trend);
}

void CalibrationTab::setTable(bool on)
{
    m_plot->setCurrentWidget(on ? static_cast<QWidget *>(m_table) : m_chart);
}

void CalibrationTab::revealMethod()
{
    m_scroll->reveal(m_method, ScrollColumn::Reveal::AtTop);
}

void CalibrationTab::sayBin(int bin)
{
    // Room is kept for it, so that nothing moves when a point is chosen.
    m_bin->setText(bin >= 0 && bin < m_bins.size() ? binWords(m_bins[bin]) : tr("Choose a point to read its figures."));
    m_bin->setTone(bin >= 0 ? TextLabel::Tone::Text : TextLabel::Tone::Muted);
    m_bin->setVisible(!m_bins.isEmpty());
}

QSize CalibrationTab::minimumSizeHint() const
{
    return {0, m_theme.px(space::xl) * 4};
}

void CalibrationTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() < m_theme.px(narrowBelow) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace lectern
