// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"

#include <QWidget>

namespace lectern
{

class ChartLegend;
class ExpectedTrend;
class Theme;

/// The trend of the expected score with its legend.
class TrendPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TrendPanel(const Theme &theme, QWidget *parent = nullptr);

    /// `rehearsals` of the same blueprint, oldest first.
    void showReport(const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals, int targetPercent);

    ExpectedTrend &trend() const { return *m_trend; }
    ChartLegend &legend() const { return *m_legend; }

private:
    ExpectedTrend *m_trend;
    ChartLegend *m_legend;
};

} // namespace lectern
