// SPDX-License-Identifier: GPL-3.0-or-later
#include "examwords.h"
#include "figuretable.h"
#include "figurewords.h"
#include "readinesswords.h"
#include "rowname.h"
#include "trendstops.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointF>

namespace lectern
{

namespace
{

using Cell = FigureTable::Cell;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OverviewFigures)
};

Cell nothing()
{
    return {Words::tr("–", "nothing is known")};
}

Cell share(double value)
{
    return {percent(value), 100 * value};
}

Cell range(const Estimate &estimate)
{
    return {rangeText(estimate), QPointF(100 * estimate.low, 100 * estimate.high)};
}

Cell number(int value)
{
    return {QLocale().toString(value), value};
}

Cell points(double value)
{
    return {QLocale().toString(value, 'f', 1), value};
}

QString stopWords(const TrendStop &stop)
{
    switch (stop.kind) {
    case TrendStop::Kind::Rehearsal:
        return stop.foreseen() ? stop.rehearsal.inside() ? Words::tr("rehearsal inside the interval shown before")
                                                         : Words::tr("rehearsal outside the interval shown before")
                               : Words::tr("rehearsal, no interval shown before");
    case TrendStop::Kind::Forecast:
        return Words::tr("forecast, if you follow the plan");
    case TrendStop::Kind::Day:
        break;
    }
    return Words::tr("expected score");
}

} // namespace

void rowFigures(FigureTable &table, const FigureSource &source, const QList<ReadinessRow> &rows)
{
    QList<QList<Cell>> cells;
    for (const ReadinessRow &row : rows) {
        cells.append({{rowName(source.certification, source.blueprint, row.id).code},
            {titleOf(source.certification, source.blueprint, row.id)},
            {Words::tr("%1 %").arg(QLocale().toString(row.weight, 'g', 3)), row.weight},
            row.tested() ? share(row.expected.mean) : nothing(), row.tested() ? range(row.expected) : nothing(),
            number(row.answers), row.tested() ? number(row.right) : nothing(),
            row.lastSeen.isValid() ? Cell{chartDay(row.lastSeen, source.report.day), row.lastSeen} : nothing(),
            points(row.pointsLost)});
    }
    table.setTable({{Words::tr("Code"), true}, {Words::tr("Name"), true}, {Words::tr("Weight")},
                       {Words::tr("Expected")}, {Words::tr("80 % interval")}, {Words::tr("First answers")},
                       {Words::tr("Right")}, {Words::tr("Last seen")}, {Words::tr("Lost")}},
        cells);
}

void uncountedFigures(FigureTable &table, const FigureSource &source)
{
    QList<QList<Cell>> cells;
    for (const ReadinessRow &row : source.report.sections)
        cells.append({{rowName(source.certification, source.blueprint, row.id).code},
            {titleOf(source.certification, source.blueprint, row.id)}, number(row.repeats), number(row.aided)});
    table.setTable(
        {{Words::tr("Code"), true}, {Words::tr("Name"), true}, {Words::tr("Seen before")}, {Words::tr("With help")}},
        cells);
}

void trendFigures(FigureTable &table, const FigureSource &source)
{
    QList<QList<Cell>> cells;
    const QList<TrendStop> stops = trendStops(source.report, source.rehearsals);
    for (auto stop = stops.crbegin(); stop != stops.crend(); ++stop) {
        const bool rehearsal = stop->kind == TrendStop::Kind::Rehearsal;
        const bool expected = !rehearsal || stop->foreseen();
        cells.append({{chartDay(stop->day, source.report.day), stop->day}, {stopWords(*stop)},
            rehearsal ? share(stop->rehearsal.share()) : share(stop->expected.mean),
            expected ? range(stop->expected) : nothing()});
    }
    table.setTable(
        {{Words::tr("Day"), true}, {Words::tr("What"), true}, {Words::tr("Score")}, {Words::tr("80 % interval")}},
        cells);
}

void moveFigures(FigureTable &table, const FigureSource &source)
{
    QList<QList<Cell>> cells;
    for (const ReadinessMove &move : source.report.moves)
        cells.append({{chartDay(move.day, source.report.day), move.day},
            {moveWords(move, source.certification, source.blueprint, source.rehearsals)},
            {pointsMoved(move.points), move.points}});
    table.setTable({{Words::tr("Day"), true}, {Words::tr("What"), true}, {Words::tr("Points")}}, cells);
}

} // namespace lectern
