// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printmetrics.h"
#include "readiness.h"
#include "readinessdesk.h"

#include <QRectF>

class QPainter;

namespace lectern
{

/// The radar in black on white: outline, hatched band, dashed ring at the target, an open ring at the end of a spoke
/// without answers; each spoke with code, share, answers and weight. For three sections or more.
void drawRadar(QPainter &painter, const PrintMetrics &metrics, const QRectF &area, double points,
    const Blueprint &blueprint, const ReadinessReport &report, double target);

/// The expected score by day with its interval, rehearsals as diamonds: filled inside the interval that was shown
/// before, hollow outside, crossed where none was shown.
void drawTrend(QPainter &painter, const PrintMetrics &metrics, const QRectF &area, double points,
    const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals, double target);

} // namespace lectern
