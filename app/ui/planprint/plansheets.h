// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planframe.h"

#include <QList>
#include <functional>

namespace lectern
{

/// A page of one of the sheets below, laid out. It may be painted as long as the paper and the metrics live that it was
/// laid out with.
struct SheetPage {
    PageHead head;
    std::function<void(QPainter &painter)> body; ///< the whole page but head and foot
};

/// A week a page, from that of `from` to that of `to`, with boxes to tick and lines for notes. Only a week that no page
/// can hold goes on over the page: a day is not split unless it is longer than a page, a row never.
QList<SheetPage> weekPages(const PlanPaper &paper, const PrintMetrics &metrics, QDate from, QDate to);
/// A month a page. A day with more blocks than its cell can hold says how many are left out and is listed whole behind.
QList<SheetPage> monthPages(const PlanPaper &paper, const PrintMetrics &metrics, QDate from, QDate to);
/// Up to twelve weeks a page, or up to fourteen where that keeps the plan on one.
QList<SheetPage> wallPages(const PlanPaper &paper, const PrintMetrics &metrics, QDate from, QDate to);
/// A table by day.
QList<SheetPage> agendaPages(const PlanPaper &paper, const PrintMetrics &metrics, QDate from, QDate to);
/// What the day of the exam asks: the learner's appointment, then what the pack says. Nothing without an appointment.
QList<SheetPage> examDayPages(const PlanPaper &paper, const PrintMetrics &metrics);

} // namespace lectern
