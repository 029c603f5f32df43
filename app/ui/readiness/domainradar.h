// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blueprint.h"
#include "radarpoints.h"

#include <QPolygonF>
#include <QWidget>

namespace lectern
{

class RadarView;
class Theme;

/// First-seen accuracy as a polygon: one spoke per section, outline, 80 % band, target ring. The only place that knows
/// Qt Charts. It shows counts of the past and never fills a gap: a section without answers breaks the outline.
class DomainRadar : public QWidget
{
    Q_OBJECT
public:
    explicit DomainRadar(const Theme &theme, QWidget *parent = nullptr);

    /// `summary` must be of `blueprint`.
    void showSummary(const Blueprint &blueprint, const FirstSeenSummary &summary, int targetPercent);

    /// The outline as plotted, one polyline per run: x is the angle in degrees, y the percent right.
    QList<QPolygonF> outline() const;
    /// The dashed ring's percent, as plotted.
    double targetRing() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    const Theme &m_theme;
    RadarView *m_view;
};

} // namespace lectern
