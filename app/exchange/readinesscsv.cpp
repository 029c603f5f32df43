// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinesstables.h"
#include "rowname.h"
#include "tabletext.h"

#include <array>
#include <numeric>

namespace lectern
{

namespace
{

enum Column {
    Row,
    Day,
    Code,
    Name,
    Weight,
    Expected,
    Low,
    High,
    Answers,
    Right,
    Repeats,
    Aided,
    LastSeen,
    PointsLost,
    Questions,
    Inside,
    ColumnCount
};

constexpr std::array<const char *, ColumnCount> header{"row", "day", "code", "name", "weight_percent",
    "expected_percent", "low_percent", "high_percent", "first_seen_answers", "right", "repeats", "aided", "last_seen",
    "points_lost", "questions", "inside_interval_shown_before"};

/// Cells by column; those that are not set are empty.
class Cells
{
public:
    explicit Cells(const QString &row)
        : m_cells(ColumnCount)
    {
        m_cells[Row] = row;
    }

    Cells &set(Column column, const QString &text)
    {
        m_cells[column] = text;
        return *this;
    }
    Cells &set(Column column, int number) { return set(column, QString::number(number)); }
    Cells &set(Column column, double number) { return set(column, QString::number(number, 'f', 1)); }
    Cells &set(Column column, QDate day) { return set(column, day.toString(Qt::ISODate)); }
    Cells &set(const Estimate &estimate)
    {
        return set(Expected, 100 * estimate.mean).set(Low, 100 * estimate.low).set(High, 100 * estimate.high);
    }
    QByteArray line() const { return csvLine(m_cells); }

private:
    QStringList m_cells;
};

QByteArray lineOf(const ReadinessTables &tables, const QString &kind, const ReadinessRow &row)
{
    const RowName name = rowName(*tables.certification, *tables.blueprint, row.id);
    Cells cells(kind);
    cells.set(Code, name.code).set(Name, name.title).set(Weight, row.weight).set(Answers, row.answers);
    cells.set(Repeats, row.repeats).set(Aided, row.aided).set(LastSeen, row.lastSeen);
    cells.set(PointsLost, row.pointsLost);
    if (row.tested())
        cells.set(row.expected).set(Right, row.right);
    return cells.line();
}

} // namespace

QByteArray toCsv(const ReadinessTables &tables)
{
    QStringList titles;
    for (const char *title : header)
        titles.append(QString::fromLatin1(title));
    QByteArray csv = csvLine(titles);

    const ReadinessReport &report = tables.report;
    for (const ReadinessRow &row : report.sections)
        csv += lineOf(tables, QStringLiteral("section"), row);
    const bool outline = tables.blueprint->kind == BlueprintKind::Sections;
    for (const ReadinessRow &row : report.topics)
        csv += lineOf(tables, outline ? QStringLiteral("objective") : QStringLiteral("topic"), row);
    for (const ReadinessPoint &point : report.trend) {
        const int answers = std::accumulate(point.answers.begin(), point.answers.end(), 0);
        Cells cells(QStringLiteral("day"));
        cells.set(Day, point.day).set(Answers, answers);
        if (answers > 0)
            cells.set(point.weighted);
        csv += cells.line();
    }
    for (const ReadinessTables::Rehearsal &sat : tables.rehearsals) {
        Cells cells(QStringLiteral("rehearsal"));
        cells.set(Day, sat.day).set(Right, sat.right).set(Questions, sat.total);
        if (sat.before)
            cells.set(*sat.before).set(Inside, sat.inside ? QStringLiteral("yes") : QStringLiteral("no"));
        csv += cells.line();
    }
    if (report.atExam)
        csv += Cells(QStringLiteral("forecast")).set(Day, report.examDay).set(*report.atExam).line();
    return csv;
}

} // namespace lectern
