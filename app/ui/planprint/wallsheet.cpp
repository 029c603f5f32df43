// SPDX-License-Identifier: GPL-3.0-or-later
#include "planframe.h"
#include "plansheets.h"
#include "planwords.h"
#include "sheetink.h"
#include "wallcells.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <memory>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WallSheet)
};

constexpr int weeksOfAPage = 12;
constexpr int weeksThatShrink = 14;
constexpr double captionPoints = 8.5;

struct Week {
    QDate monday;
    QString stage; ///< id of what most of its minutes are for
    QString name;  ///< "W6"
    QString day;   ///< "23 Nov"
    QString hours;
};

/// Weeks as rows, with the stages of the path beside them.
class WallLayout
{
public:
    WallLayout(const PlanPaper &paper, const PrintMetrics &metrics, const PageHead &head, QDate monday, int weeks)
        : m_paper(paper)
        , m_metrics(metrics)
        , m_body(PlanFrame(paper, metrics).body(head))
        , m_caption(metrics.lineHeight(metrics.font(captionPoints, true)) + metrics.mm(1))
        , m_rowHeight((m_body.height() - m_caption) / std::max(weeks, 6))
        , m_points(pointsFor(metrics, m_rowHeight))
    {
        for (int week = 0; week < weeks; ++week)
            m_weeks.append(weekOf(monday.addDays(7 * week)));
        const QFont font = metrics.font(m_points);
        const QFont bold = metrics.font(m_points, true);
        double name = 0;
        double hours = metrics.textWidth(metrics.font(captionPoints, true), hoursCaption());
        for (const Week &week : std::as_const(m_weeks)) {
            name = std::max({name, metrics.textWidth(bold, week.name), metrics.textWidth(font, week.day)});
            hours = std::max(hours, metrics.textWidth(font, week.hours));
        }
        const double gap = metrics.mm(2);
        m_stageWidth = std::clamp(m_metrics.width * 0.11, metrics.mm(20), metrics.mm(42));
        m_days = m_stageWidth + name + gap;
        m_hours = m_metrics.width - hours - 2;
        m_cellWidth = (m_hours - metrics.mm(1.5) - m_days) / 7;
        m_cells = std::make_unique<WallCells>(paper, metrics, m_cellWidth, m_rowHeight, m_points);
    }

    void paint(QPainter &painter) const
    {
        SheetInk ink(painter, m_metrics);
        const QLocale locale;
        const double top = m_body.top() + m_caption;
        for (int day = 0; day < 7; ++day)
            ink.text({m_days + day * m_cellWidth + m_metrics.mm(0.8), m_body.top(), m_cellWidth - m_metrics.mm(1),
                         m_caption},
                locale.dayName(day + 1, QLocale::ShortFormat), captionPoints, true);
        ink.text({m_hours, m_body.top(), m_metrics.width - m_hours, m_caption}, hoursCaption(), captionPoints, true);
        double y = top;
        for (qsizetype week = 0; week < m_weeks.size(); ++week) {
            const bool opens = week == 0 || m_weeks.at(week).stage != m_weeks.at(week - 1).stage;
            ink.level(y, opens ? 0 : m_stageWidth, m_metrics.width, opens ? 0.35 : 0.12);
            if (opens)
                paintStage(ink, week, y);
            paintWeek(ink, m_weeks.at(week), y);
            y += m_rowHeight;
        }
        ink.level(y, 0, m_metrics.width, 0.35);
        for (int day = 0; day <= 7; ++day)
            ink.upright(m_days + day * m_cellWidth, top, y);
    }

private:
    /// As large as the day's number, a bar and its minutes allow.
    static double pointsFor(const PrintMetrics &metrics, double rowHeight)
    {
        for (const double points : {8.5, 8.0, 7.5, 7.0, 6.5, 6.0}) {
            if (2 * metrics.lineHeight(metrics.font(points)) + metrics.mm(4.5) <= rowHeight)
                return points;
        }
        return 5.5;
    }
    static QString hoursCaption() { return Words::tr("Hours"); }

    Week weekOf(QDate monday) const
    {
        Week week;
        week.monday = monday;
        const QList<Block> blocks = m_paper.between(monday, monday.addDays(6));
        QHash<QString, int> stages;
        int planned = 0;
        int done = 0;
        for (const Block &block : blocks) {
            planned += block.minutes;
            if (block.state == BlockState::Done)
                done += block.minutes;
            const int sum = stages[block.stage] += block.minutes;
            if (!block.stage.isEmpty() && (week.stage.isEmpty() || sum > stages.value(week.stage)))
                week.stage = block.stage;
        }
        week.name = Words::tr("W%1", "short for the week of a plan").arg(m_paper.week(monday));
        week.day = QLocale().toString(monday, Words::tr("d MMM", "day without weekday"));
        week.hours = done > 0 ? Words::tr("%1 of %2", "hours done, hours").arg(hoursNumber(done), hoursText(planned))
                              : hoursText(planned);
        return week;
    }

    void paintStage(SheetInk &ink, qsizetype first, double y) const
    {
        const Stage *stage = stageById(m_paper.certification, m_weeks.at(first).stage);
        if (!stage)
            return;
        qsizetype end = first + 1;
        while (end < m_weeks.size() && m_weeks.at(end).stage == m_weeks.at(first).stage)
            ++end;
        const double height = double(end - first) * m_rowHeight;
        const double width = m_stageWidth - m_metrics.mm(2);
        const double key = m_metrics.mm(3);
        const double top = y + m_metrics.mm(1);
        const int domain = stageDomain(m_paper.certification, *stage);
        QString code = domain >= 0 ? m_paper.certification.domains.at(domain).code : Words::tr("All", "domains");
        // The longest name and the largest letters that the weeks of the stage have room for.
        for (const QString &title : {stage->title, stage->shortTitle, code}) {
            for (double points = m_points + 0.5; points >= std::min(m_points, 6.0); points -= 0.5) {
                const QFont bold = m_metrics.font(points, true);
                const double needed = m_metrics.textHeight(bold, title, width);
                const bool whole = m_metrics.wrapping(bold, title, width) == Qt::TextWordWrap;
                const double line = std::max(m_metrics.lineHeight(bold), key);
                const bool keyed = needed + line + m_metrics.mm(1.5) <= height;
                if (title.isEmpty() || needed + m_metrics.mm(1) > height || (!whole && title != code))
                    continue;
                ink.text({0, top, width, needed}, title, points, true);
                if (keyed && title != code) {
                    const double below = top + needed + m_metrics.mm(0.3);
                    ink.pattern({0, below + (line - key) / 2, m_metrics.mm(6), key}, domain);
                    ink.text({m_metrics.mm(7.5), below, width - m_metrics.mm(7.5), line}, code, points, true);
                }
                return;
            }
        }
    }

    void paintWeek(SheetInk &ink, const Week &week, double y) const
    {
        const double line = m_metrics.lineHeight(m_metrics.font(m_points));
        const double top = y + m_metrics.mm(0.6);
        ink.text({m_stageWidth, top, m_days - m_stageWidth, line}, week.name, m_points, true);
        ink.text({m_stageWidth, top + line, m_days - m_stageWidth, line}, week.day, m_points);
        ink.text({m_hours, top, m_metrics.width - m_hours, line}, week.hours, m_points);
        for (int day = 0; day < 7; ++day)
            m_cells->paint(ink, week.monday.addDays(day), {m_days + day * m_cellWidth, y, m_cellWidth, m_rowHeight});
    }

    const PlanPaper &m_paper;
    const PrintMetrics &m_metrics;
    QRectF m_body;
    double m_caption;
    double m_rowHeight;
    double m_points;
    QList<Week> m_weeks;
    double m_stageWidth = 0;
    double m_days = 0;
    double m_hours = 0;
    double m_cellWidth = 0;
    std::unique_ptr<WallCells> m_cells;
};

} // namespace

QList<SheetPage> wallPages(const PlanPaper &paper, const PrintMetrics &metrics, QDate from, QDate to)
{
    const QDate first = mondayOf(std::max(from, paper.first));
    const QDate end = std::min(to, paper.last);
    const int weeks = first > end ? 0 : int(first.daysTo(end) / 7) + 1;
    const int perPage = weeks <= weeksThatShrink ? std::max(weeks, 1) : weeksOfAPage;
    QList<SheetPage> pages;
    for (int done = 0; done < weeks; done += perPage) {
        const int count = std::min(perPage, weeks - done);
        const QDate monday = first.addDays(7 * done);
        const QDate sunday = monday.addDays(7 * count - 1);
        PageHead head;
        head.title =
            count == 1 ? Words::tr("Week %1, %2", "number, days").arg(paper.week(monday)).arg(spanText(monday, sunday))
                       : Words::tr("Weeks %1 to %2, %3")
                             .arg(paper.week(monday))
                             .arg(paper.week(sunday))
                             .arg(spanText(monday, sunday));
        head.subtitle =
            Words::tr("%1; numbers below the bars are minutes").arg(effortText(paper.between(monday, sunday)));
        head.countdown = paper.countdown(paper.today);
        const auto layout = std::make_shared<WallLayout>(paper, metrics, head, monday, count);
        pages.append({head, [layout](QPainter &painter) { layout->paint(painter); }});
    }
    return pages;
}

} // namespace lectern
