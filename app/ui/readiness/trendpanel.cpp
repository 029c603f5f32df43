// SPDX-License-Identifier: GPL-3.0-or-later
#include "trendpanel.h"

#include "chartlegend.h"
#include "expectedtrend.h"
#include "theme.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

TrendPanel::TrendPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_trend(new ExpectedTrend(theme, this))
    , m_legend(new ChartLegend(theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::xs));
    layout->addWidget(m_trend);
    layout->addWidget(m_legend);
}

void TrendPanel::showReport(const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals, int targetPercent)
{
    using Mark = ChartLegend::Mark;
    m_trend->showReport(report, rehearsals, targetPercent);

    QList<ChartLegend::Item> items{{Mark::Line, tr("expected score")}, {Mark::Band, tr("80 % interval")},
        {Mark::Target, tr("target %1").arg(QLocale().toString(targetPercent))}};
    const QList<TrendStop> &stops = m_trend->stops();
    const auto add = [&](Mark mark, const QString &text, auto &&shown) {
        if (std::any_of(stops.begin(), stops.end(), shown))
            items.append({mark, text});
    };
    add(Mark::Forecast, tr("if you follow the plan"),
        [](const TrendStop &stop) { return stop.kind == TrendStop::Kind::Forecast; });
    add(Mark::Inside, tr("rehearsal inside the interval shown before"),
        [](const TrendStop &stop) { return stop.foreseen() && stop.rehearsal.inside(); });
    add(Mark::Outside, tr("rehearsal outside the interval shown before"),
        [](const TrendStop &stop) { return stop.foreseen() && !stop.rehearsal.inside(); });
    add(Mark::Unforeseen, tr("rehearsal, no interval shown before"),
        [](const TrendStop &stop) { return stop.kind == TrendStop::Kind::Rehearsal && !stop.foreseen(); });
    m_legend->setItems(items);
}

} // namespace lectern
