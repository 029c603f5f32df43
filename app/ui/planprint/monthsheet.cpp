// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendarows.h"
#include "monthcells.h"
#include "planframe.h"
#include "plansheets.h"
#include "printflow.h"
#include "sheetink.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <memory>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MonthSheet)
};

constexpr double captionPoints = 9;
constexpr double weekPoints = 8;

/// The grid of one month.
class MonthLayout
{
public:
    MonthLayout(const PlanPaper &paper, const PrintMetrics &metrics, QDate month, const PageHead &head)
        : m_paper(paper)
        , m_metrics(metrics)
        , m_monday(mondayOf(month))
        , m_month(month)
        , m_weeks(int(m_monday.daysTo(month.addDays(month.daysInMonth() - 1)) / 7) + 1)
        , m_body(PlanFrame(paper, metrics).body(head))
        , m_left(weekWidth())
        , m_caption(metrics.lineHeight(metrics.font(captionPoints, true)) + metrics.mm(1.2))
        , m_cells(paper, metrics, m_monday, m_weeks, month, cellWidth(), m_body.height() - m_caption)
    {
    }

    QList<QDate> overfull() const { return m_cells.overfull(); }

    void paint(QPainter &painter) const
    {
        SheetInk ink(painter, m_metrics);
        const QLocale locale;
        for (int day = 0; day < 7; ++day) {
            const QRectF box(
                m_left + day * cellWidth() + m_metrics.mm(1), m_body.top(), cellWidth() - m_metrics.mm(1.5), m_caption);
            ink.text(box, dayName(day + 1), captionPoints, true);
        }
        double y = m_body.top() + m_caption;
        const double top = y;
        for (int week = 0; week < m_weeks; ++week) {
            const double height = m_cells.rowHeight(week);
            ink.level(y, 0, m_metrics.width, week == 0 ? 0.3 : 0.2);
            paintWeek(ink, m_monday.addDays(7 * week), y, height);
            for (int day = 0; day < 7; ++day)
                m_cells.paint(
                    ink, m_monday.addDays(7 * week + day), {m_left + day * cellWidth(), y, cellWidth(), height});
            y += height;
        }
        ink.level(y, 0, m_metrics.width, 0.3);
        for (int day = 0; day < 7; ++day)
            ink.upright(m_left + day * cellWidth(), top, y);
    }

private:
    QString dayName(int day) const
    {
        const QLocale locale;
        const QString whole = locale.dayName(day, QLocale::LongFormat);
        const bool fits =
            m_metrics.textWidth(m_metrics.font(captionPoints, true), whole) <= cellWidth() - m_metrics.mm(2);
        return fits ? whole : locale.dayName(day, QLocale::ShortFormat);
    }
    QString weekText(QDate monday) const
    {
        const QDate sunday = monday.addDays(6);
        const bool planned = sunday >= m_paper.first && monday <= m_paper.last;
        return planned ? Words::tr("W%1", "short for the week of a plan").arg(m_paper.week(monday)) : QString();
    }
    int minutesOf(QDate monday) const
    {
        int minutes = 0;
        for (const Block &block : m_paper.between(monday, monday.addDays(6)))
            minutes += block.minutes;
        return minutes;
    }
    double weekWidth() const
    {
        double widest = 0;
        for (int week = 0; week < m_weeks; ++week) {
            const QDate monday = m_monday.addDays(7 * week);
            widest = std::max(widest, m_metrics.textWidth(m_metrics.font(weekPoints, true), weekText(monday)));
            widest = std::max(widest, m_metrics.textWidth(m_metrics.font(weekPoints), hoursText(minutesOf(monday))));
        }
        return widest + m_metrics.mm(2);
    }
    double cellWidth() const { return (m_metrics.width - m_left) / 7; }

    void paintWeek(SheetInk &ink, QDate monday, double y, double height) const
    {
        const double width = m_left - m_metrics.mm(0.5);
        const double line = m_metrics.lineHeight(m_metrics.font(weekPoints));
        ink.text({0, y + m_metrics.mm(1), width, line}, weekText(monday), weekPoints, true);
        if (const int minutes = minutesOf(monday); minutes > 0 && height > 2 * line + m_metrics.mm(1))
            ink.text({0, y + m_metrics.mm(1) + line, width, line}, hoursText(minutes), weekPoints);
    }

    const PlanPaper &m_paper;
    const PrintMetrics &m_metrics;
    QDate m_monday;
    QDate m_month;
    int m_weeks;
    QRectF m_body;
    double m_left;
    double m_caption;
    MonthCells m_cells;
};

} // namespace

QList<SheetPage> monthPages(const PlanPaper &paper, const PrintMetrics &metrics, QDate from, QDate to)
{
    QList<SheetPage> pages;
    const QDate begin = std::max(from, paper.first);
    const QDate end = std::min(to, paper.last);
    for (QDate month(begin.year(), begin.month(), 1); month <= end; month = month.addMonths(1)) {
        const QDate lastDay = month.addDays(month.daysInMonth() - 1);
        PageHead head;
        head.title = monthText(month);
        head.subtitle = effortText(paper.between(month, lastDay));
        head.countdown = paper.countdown(std::max(month, std::min(paper.today, lastDay)));
        const auto layout = std::make_shared<MonthLayout>(paper, metrics, month, head);
        const QList<QDate> overfull = layout->overfull();
        if (!overfull.isEmpty())
            head.subtitle = Words::tr("%1; days marked with + are listed behind").arg(head.subtitle);
        // The longer line may take more room than the grid was laid out for.
        const auto grid = overfull.isEmpty() ? layout : std::make_shared<MonthLayout>(paper, metrics, month, head);
        pages.append({head, [grid](QPainter &painter) { grid->paint(painter); }});
        if (overfull.isEmpty())
            continue;
        PageHead behind = head;
        behind.title = Words::tr("%1, days in full").arg(monthText(month));
        behind.subtitle = effortText(paper.between(month, lastDay));
        const PlanFrame frame(paper, metrics);
        const auto flow = std::make_shared<PrintFlow>(metrics, frame.headHeight(behind), frame.footHeight());
        addAgendaRows(*flow, paper, metrics, grid->overfull());
        flow->arrange();
        for (int page = 0; page < flow->pages(); ++page)
            pages.append({behind, [flow, page](QPainter &painter) { flow->paintRows(painter, page); }});
    }
    return pages;
}

} // namespace lectern
