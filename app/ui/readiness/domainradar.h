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

/// The lines of a radar.
enum class RadarLine { Expected, Low, High, Earlier };

/// The expected score as a polygon: one spoke per section, outline, 80 % band, target ring, and the outline of an
/// earlier day. The only place that knows Qt Charts. It never fills a gap: a section without answers breaks every line.
/// Spokes go clockwise in every language, as a clock does.
class DomainRadar : public QWidget
{
    Q_OBJECT
public:
    explicit DomainRadar(const Theme &theme, QWidget *parent = nullptr);

    /// `report` must be of `blueprint`; `earlier`, one of its trend, may be null.
    void showReport(const Blueprint &blueprint, const ReadinessReport &report, int targetPercent,
        const ReadinessPoint *earlier = nullptr);

    /// A line as plotted, one polyline per run: x is the angle in degrees, y the percent.
    QList<QPolygonF> plotted(RadarLine line) const;
    QList<QPolygonF> outline() const { return plotted(RadarLine::Expected); }
    /// The dashed ring's percent, as plotted.
    double targetRing() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    const Theme &m_theme;
    RadarView *m_view;
};

} // namespace lectern
