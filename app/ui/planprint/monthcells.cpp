// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthcells.h"

#include "sheetink.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MonthSheet)
};

constexpr double padding = 1; ///< millimetres, as all below
constexpr double boxSide = 2.6;
constexpr double patternWidth = 4.6;
constexpr double patternHeight = 2.4;
constexpr double blockGap = 0.7;

} // namespace

MonthCells::MonthCells(const PlanPaper &paper, const PrintMetrics &metrics, QDate monday, int weeks, QDate month,
    double cellWidth, double height)
    : m_paper(paper)
    , m_metrics(metrics)
    , m_monday(monday)
    , m_weeks(weeks)
    , m_month(month)
    , m_cellWidth(cellWidth)
{
    for (const Detail detail : {Detail::TwoLines, Detail::Title, Detail::OneLine}) {
        for (const double points : {9.0, 8.5, 8.0, 7.5, 7.0}) {
            if (fits(detail, points, height))
                return;
        }
    }
    // As much as goes into rows that share the height by what they need; the rest is listed elsewhere.
    double needed = 0;
    for (const double row : std::as_const(m_rows))
        needed += row;
    for (double &row : m_rows)
        row = std::max(row * height / needed, height / m_weeks / 2);
    double used = 0;
    for (const double row : std::as_const(m_rows))
        used += row;
    for (double &row : m_rows)
        row *= height / used;
    for (int day = 0; day < 7 * m_weeks; ++day) {
        const QDate date = m_monday.addDays(day);
        if (date.month() == m_month.month() && cellHeight(date) > m_rows.at(day / 7))
            m_overfull.append(date);
    }
    const double line = m_metrics.lineHeight(m_metrics.font(m_points));
    for (const QDate date : std::as_const(m_overfull)) {
        if (headHeight(date) + line + m_metrics.mm(2 * padding) > m_rows.at(m_monday.daysTo(date) / 7))
            m_shortNotes.insert(date);
    }
}

QString MonthCells::noteOf(QDate date) const
{
    if (date.month() != m_month.month())
        return {};
    if (!m_shortNotes.contains(date))
        return m_paper.note(date);
    return m_paper.isExam(date) ? Words::tr("Exam +", "there is more to say") : QStringLiteral("+");
}

bool MonthCells::fits(Detail detail, double points, double height)
{
    m_detail = detail;
    m_points = points;
    m_rows.clear();
    double sum = 0;
    for (int week = 0; week < m_weeks; ++week) {
        double row = 0;
        for (int day = 0; day < 7; ++day)
            row = std::max(row, cellHeight(m_monday.addDays(7 * week + day)));
        m_rows.append(row);
        sum += row;
    }
    if (sum > height)
        return false;
    // What is left makes the rows as even as they can be.
    double spare = height - sum;
    for (int step = 0; step < 40; ++step) {
        const auto lowest = std::min_element(m_rows.begin(), m_rows.end());
        *lowest += spare / 40;
    }
    return true;
}

double MonthCells::textRoom() const
{
    return m_cellWidth - m_metrics.mm(2 * padding);
}

double MonthCells::marksWidth() const
{
    return m_metrics.mm(boxSide + patternWidth + 2);
}

QString MonthCells::lineText(const Block &block, const BlockWords &words) const
{
    const QString length = minutesText(block.minutes);
    switch (m_detail) {
    case Detail::TwoLines:
        return Words::tr("%1 %2 %3", "code, length, kind").arg(words.code, length, words.kind);
    case Detail::Title:
        return m_metrics.shortened(m_metrics.font(m_points),
            Words::tr("%1 %2 %3", "code, minutes, topic")
                .arg(words.code, QLocale().toString(block.minutes), words.title),
            textRoom() - marksWidth());
    case Detail::OneLine:
        break;
    }
    return Words::tr("%1 %2", "code, length").arg(words.code, length);
}

double MonthCells::blockHeight(const Block &block) const
{
    const BlockWords words = wordsOf(m_paper.certification, block);
    const QFont font = m_metrics.font(m_points);
    double height = m_metrics.textHeight(font, lineText(block, words), textRoom() - marksWidth());
    if (m_detail == Detail::TwoLines)
        height += m_metrics.textHeight(font, words.title, textRoom());
    return std::max(height, m_metrics.mm(boxSide)) + m_metrics.mm(blockGap);
}

double MonthCells::headHeight(QDate date) const
{
    const double day = m_metrics.lineHeight(m_metrics.font(m_points + 1, true));
    const QString note = noteOf(date);
    if (note.isEmpty())
        return day + m_metrics.mm(0.4);
    return day + m_metrics.mm(0.4) +
           m_metrics.textHeight(m_metrics.font(m_points, m_paper.isExam(date)), note, textRoom());
}

double MonthCells::cellHeight(QDate date) const
{
    double height = headHeight(date) + m_metrics.mm(2 * padding);
    if (date.month() != m_month.month())
        return height;
    const QList<Block> blocks = m_paper.day(date);
    for (const Block &block : blocks)
        height += blockHeight(block);
    return height;
}

void MonthCells::paint(SheetInk &ink, QDate date, const QRectF &cell) const
{
    const QRectF inside = cell.adjusted(m_metrics.mm(padding), m_metrics.mm(padding), -m_metrics.mm(padding), 0);
    const double dayHeight = m_metrics.lineHeight(m_metrics.font(m_points + 1, true));
    const QString number = QLocale().toString(date.day());
    if (date.month() != m_month.month()) {
        ink.mutedText({inside.x(), inside.y(), inside.width(), dayHeight}, number, m_points);
        return;
    }
    const QList<Block> blocks = m_paper.day(date);
    const bool exam = m_paper.isExam(date);
    const QString note = noteOf(date);
    double y = inside.y() + headHeight(date);
    if (m_paper.covers(date) && blocks.isEmpty() && !exam && m_paper.inputs.capacity(date) == 0)
        ink.hatch({cell.x(), y, cell.width(), cell.bottom() - y});
    ink.text({inside.x(), inside.y(), inside.width(), dayHeight}, number, m_points + 1, true);
    if (exam) {
        const double side = dayHeight * 0.8;
        ink.flag({inside.right() - side, inside.y() + dayHeight * 0.12, side, side});
    }
    ink.text({inside.x(), inside.y() + dayHeight, inside.width(), headHeight(date) - dayHeight}, note, m_points, exam);

    const double line = m_metrics.lineHeight(m_metrics.font(m_points));
    const bool overfull = m_overfull.contains(date);
    const double bottom = cell.bottom() - m_metrics.mm(padding) - (overfull ? line : 0);
    int shown = 0;
    for (const Block &block : blocks) {
        const double height = blockHeight(block);
        if (overfull && y + height > bottom)
            break;
        const BlockWords words = wordsOf(m_paper.certification, block);
        const double side = m_metrics.mm(boxSide);
        ink.box({inside.x(), y + (line - side) / 2, side, side}, block.state);
        const double x = inside.x() + side + m_metrics.mm(1);
        const double patternTop = y + (line - m_metrics.mm(patternHeight)) / 2;
        ink.pattern({x, patternTop, m_metrics.mm(patternWidth), m_metrics.mm(patternHeight)}, words.domain);
        const double marks = marksWidth();
        const double room = textRoom() - marks;
        const double first = m_metrics.textHeight(m_metrics.font(m_points), lineText(block, words), room);
        ink.text({inside.x() + marks, y, room, first}, lineText(block, words), m_points);
        if (m_detail == Detail::TwoLines)
            ink.text({inside.x(), y + first, inside.width(), height - first}, words.title, m_points);
        y += height;
        ++shown;
    }
    if (shown < blocks.size())
        ink.text({inside.x(), y, inside.width(), line},
            Words::tr("+%1", "blocks for which there is no room").arg(QLocale().toString(blocks.size() - shown)),
            m_points, true);
}

} // namespace lectern
