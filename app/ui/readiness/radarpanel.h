// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blueprint.h"
#include "readiness.h"

#include <QWidget>

#include <optional>

class QMenu;
class QPushButton;

namespace lectern
{

class ChartLegend;
class DomainRadar;
class Theme;

/// The radar with its legend and the choice of the earlier day that it is compared with.
class RadarPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RadarPanel(const Theme &theme, QWidget *parent = nullptr);

    /// Hides itself where there are too few sections for a polygon.
    void showReport(const Blueprint &blueprint, const ReadinessReport &report, int targetPercent);
    /// The latest day with answers not after it is compared with; invalid: none. Until then two weeks ago, or one.
    void compareWith(QDate day);
    QDate comparedDay() const; ///< invalid: none

    DomainRadar &radar() const { return *m_radar; }
    QWidget *figure() const { return m_figure; } ///< what is exported: chart and legend

private:
    void fillChoices();
    const ReadinessPoint *compared() const;
    void plot();

    const Theme &m_theme;
    QWidget *m_figure;
    DomainRadar *m_radar;
    ChartLegend *m_legend;
    QPushButton *m_compare;
    QMenu *m_choices;
    Blueprint m_blueprint;
    ReadinessReport m_report;
    int m_target = 70;
    std::optional<QDate> m_chosen; ///< invalid: no day; nothing: it was not chosen
};

} // namespace lectern
