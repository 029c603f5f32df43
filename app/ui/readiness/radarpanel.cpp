// SPDX-License-Identifier: GPL-3.0-or-later
#include "radarpanel.h"

#include "chartlegend.h"
#include "domainradar.h"
#include "figurewords.h"
#include "widgets.h"

#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int fewestSpokes = 3; ///< below that a polygon is a line
constexpr int weeksOffered[] = {1, 2, 4, 8};

} // namespace

RadarPanel::RadarPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_figure(new QWidget(this))
    , m_radar(new DomainRadar(theme, m_figure))
    , m_legend(new ChartLegend(theme, m_figure))
    , m_compare(linkButton(theme, tr("Compare with another day")))
    , m_choices(new QMenu(this))
{
    auto *figure = new QVBoxLayout(m_figure);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(theme.px(space::xs));
    figure->addWidget(m_radar, 1);
    figure->addWidget(m_legend);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::xs));
    layout->addWidget(m_figure, 1);
    layout->addWidget(m_compare, 0, Qt::AlignHCenter);
    connect(m_compare, &QPushButton::clicked, this,
        [this] { m_choices->popup(m_compare->mapToGlobal(QPoint(0, m_compare->height()))); });
}

void RadarPanel::showReport(const Blueprint &blueprint, const ReadinessReport &report, int targetPercent)
{
    m_blueprint = blueprint;
    m_report = report;
    m_target = targetPercent;
    setVisible(report.sections.size() >= fewestSpokes);
    fillChoices();
    plot();
}

void RadarPanel::compareWith(QDate day)
{
    m_chosen = day;
    plot();
}

QDate RadarPanel::comparedDay() const
{
    const ReadinessPoint *point = compared();
    return point ? point->day : QDate();
}

const ReadinessPoint *RadarPanel::compared() const
{
    const QDate yesterday = m_report.day.addDays(-1);
    if (m_chosen)
        return m_chosen->isValid() ? answeredBy(m_report, std::min(*m_chosen, yesterday)) : nullptr;
    const ReadinessPoint *point = answeredBy(m_report, m_report.day.addDays(-14));
    return point ? point : answeredBy(m_report, m_report.day.addDays(-7));
}

void RadarPanel::plot()
{
    const ReadinessPoint *earlier = compared();
    m_radar->showReport(m_blueprint, m_report, m_target, earlier);

    const bool silent = std::any_of(m_report.sections.begin(), m_report.sections.end(),
        [](const ReadinessRow &section) { return !section.tested(); });
    QList<ChartLegend::Item> items{
        {ChartLegend::Mark::Line, tr("today")}, {ChartLegend::Mark::Band, tr("80 % interval")}};
    if (earlier)
        items.append({ChartLegend::Mark::Earlier, chartDay(earlier->day, m_report.day)});
    items.append({ChartLegend::Mark::Target, tr("target %1").arg(QLocale().toString(m_target))});
    if (silent)
        items.append({ChartLegend::Mark::Silent, tr("no evidence")});
    m_legend->setItems(items);
    for (QAction *choice : m_choices->actions())
        choice->setChecked(choice->isCheckable() && choice->data().toDate() == comparedDay());
}

void RadarPanel::fillChoices()
{
    delete m_choices->findChild<QActionGroup *>();
    m_choices->clear();
    auto *group = new QActionGroup(m_choices);
    const auto offer = [&](const QString &text, QDate day) {
        QAction *choice = m_choices->addAction(text, this, [this, day] { compareWith(day); });
        choice->setCheckable(true);
        choice->setData(day);
        group->addAction(choice);
    };
    QList<QDate> days;
    for (const int weeks : weeksOffered) {
        const ReadinessPoint *point = answeredBy(m_report, m_report.day.addDays(-7 * weeks));
        if (!point || days.contains(point->day))
            continue;
        days.append(point->day);
        offer(tr("%n week(s) ago: %1", nullptr, weeks).arg(chartDay(point->day, m_report.day)), point->day);
    }
    const auto first = std::find_if(m_report.trend.begin(), m_report.trend.end(),
        [&](const ReadinessPoint &point) { return answeredBy(m_report, point.day) == &point; });
    if (first != m_report.trend.end() && first->day < m_report.day && !days.contains(first->day)) {
        days.append(first->day);
        offer(tr("The first day: %1").arg(chartDay(first->day, m_report.day)), first->day);
    }
    m_compare->setVisible(!days.isEmpty());
    m_choices->addSeparator();
    offer(tr("No other day"), QDate());
}

} // namespace lectern
