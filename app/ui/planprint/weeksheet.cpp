// SPDX-License-Identifier: GPL-3.0-or-later
#include "blocktable.h"
#include "planframe.h"
#include "plansheets.h"
#include "planwords.h"
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
    Q_DECLARE_TR_FUNCTIONS(WeekSheet)
};

constexpr double bodyPoints = 10;
constexpr double smallPoints = 9;
constexpr double dayPoints = 11.5;
constexpr double widestPitch = 8.2; ///< millimetres from row to row, as all below
constexpr double closestPitch = 0.5;
constexpr double notesWidth = 32;
constexpr double leastTopics = 45; ///< beside the notes
constexpr double aboveTail = 2.5;
constexpr double tailGap = 1.5;

struct Day {
    QDate date;
    QString note;
    int minutes = 0;
    QList<BlockTable::Row> rows;
    bool continued = false;
    double height = 0;
};

struct WeekPage {
    QList<Day> days;
    qsizetype firstMilestone = 0;
    qsizetype milestones = 0;
    bool ends = false; ///< the week, with a line for what to repeat
};

/// One week on one page, or on as many as it takes.
class WeekLayout
{
public:
    WeekLayout(const PlanPaper &paper, const PrintMetrics &metrics, QDate monday)
        : m_paper(paper)
        , m_metrics(metrics)
        , m_frame(paper, metrics)
        , m_monday(monday)
        , m_blocks(paper.between(monday, monday.addDays(6)))
        , m_label(labelWidth(metrics))
        , m_notes(metrics.width - metrics.mm(notesWidth))
        , m_table(paper, metrics, m_blocks, m_label, m_notes - metrics.mm(3))
    {
        m_head.title = title(monday);
        const QString stage = mainStage(paper.certification, m_blocks);
        m_head.subtitle = stage.isEmpty() ? effortText(m_blocks)
                                          : Words::tr("%1: %2", "stage, hours").arg(stage, effortText(m_blocks));
        m_head.countdown = paper.countdown(std::max(monday, paper.first));
        addMilestones();
    }

    /// The layout is to be kept for painting the pages.
    QList<WeekPage> paginate()
    {
        const double one = room() - tailHeight();
        // A week on one page is worth letters that are a little smaller.
        for (const double points : {BlockTable::usualPoints, 9.5, 9.0, 8.5, BlockTable::usualPoints}) {
            lay(points);
            if (heightOf(m_days) <= one)
                break;
        }
        const double closest = m_pitch;
        m_pitch = std::max(m_metrics.mm(widestPitch), closest);
        while (m_pitch > closest && heightOf(m_days) > one)
            m_pitch = std::max(closest, m_pitch - m_metrics.mm(0.3));
        for (Day &day : m_days)
            day.height = heightOf(day);
        QList<WeekPage> pages = heightOf(m_days) <= one ? QList<WeekPage>{{m_days}} : split();
        addTail(pages);
        return pages;
    }

    PageHead head(bool continued) const
    {
        PageHead head = m_head;
        if (continued)
            head.subtitle = Words::tr("Continued: %1").arg(m_head.subtitle);
        return head;
    }

    void paint(QPainter &painter, const WeekPage &page, bool continued) const
    {
        SheetInk ink(painter, m_metrics);
        double y = m_frame.body(head(continued)).top();
        if (!page.days.isEmpty()) {
            const double small = captionHeight();
            ink.text({0, y, m_label, small}, Words::tr("Day"), smallPoints);
            ink.text({m_label, y, m_notes - m_label - m_metrics.mm(2), small}, captions(), smallPoints);
            if (m_notes < m_metrics.width)
                ink.text({m_notes, y, m_metrics.width - m_notes, small}, Words::tr("Notes"), smallPoints);
            y += small + m_metrics.mm(1);
        }
        for (const Day &day : page.days) {
            paintDay(ink, day, y);
            y += day.height;
        }
        ink.level(y, 0, m_metrics.width, 0.3);
        paintTail(ink, page, y + m_metrics.mm(aboveTail));
    }

private:
    static double labelWidth(const PrintMetrics &metrics)
    {
        const QLocale locale;
        double widest = metrics.mm(12);
        for (int day = 1; day <= 7; ++day)
            widest = std::max(
                widest, metrics.textWidth(metrics.font(dayPoints, true), locale.dayName(day, QLocale::ShortFormat)));
        for (int month = 1; month <= 12; ++month)
            widest = std::max(widest, metrics.textWidth(metrics.font(smallPoints), shortDate(QDate(2026, month, 28))));
        widest = std::max(widest, metrics.textWidth(metrics.font(smallPoints), Words::tr("cont.")));
        return widest + metrics.mm(4);
    }

    static QString shortDate(QDate date) { return QLocale().toString(date, Words::tr("d MMM", "day without weekday")); }
    static QString captions() { return Words::tr("Done, start, length, domain, kind, topic"); }
    double captionHeight() const
    {
        return m_metrics.textHeight(m_metrics.font(smallPoints), captions(), m_notes - m_label - m_metrics.mm(2));
    }

    /// The rows as close as they can stand.
    void lay(double points)
    {
        m_notes = m_metrics.width - m_metrics.mm(notesWidth);
        m_table = BlockTable(m_paper, m_metrics, m_blocks, m_label, m_notes - m_metrics.mm(3), points);
        // Where text is large, the notes give way first.
        if (m_table.topicWidth() < m_metrics.mm(leastTopics)) {
            m_notes = m_metrics.width;
            m_table = BlockTable(m_paper, m_metrics, m_blocks, m_label, m_notes, points);
        }
        m_pitch = m_table.lineHeight() + m_metrics.mm(closestPitch);
        m_days.clear();
        for (QDate date = std::max(m_monday, m_paper.first); date <= std::min(m_monday.addDays(6), m_paper.last);
             date = date.addDays(1))
            m_days.append(makeDay(date));
    }

    QString title(QDate monday) const
    {
        return Words::tr("Week %1 of %2, %3")
            .arg(m_paper.week(monday))
            .arg(m_paper.weeks())
            .arg(spanText(monday, monday.addDays(6)));
    }

    Day makeDay(QDate date) const
    {
        Day day;
        day.date = date;
        day.note = m_paper.note(date);
        const QList<Block> blocks = m_paper.day(date);
        for (const Block &block : blocks) {
            day.minutes += block.minutes;
            day.rows.append(m_table.row(block));
        }
        return day;
    }

    /// What of projects is proven this week, and rehearsals.
    void addMilestones()
    {
        QStringList seen;
        for (auto block = m_blocks.crbegin(); block != m_blocks.crend(); ++block) {
            QString what;
            if (block->kind == BlockKind::Rehearsal) {
                what = wordsOf(m_paper.certification, *block).fullTitle;
            } else if (const Project *project = m_paper.certification.project(block->project)) {
                const auto requirement = std::find_if(project->requirements.cbegin(), project->requirements.cend(),
                    [&](const Requirement &one) { return one.id == block->requirement; });
                what = requirement == project->requirements.cend()
                           ? project->title
                           : Words::tr("%1 (%2)", "requirement, project").arg(requirement->title, project->title);
            }
            const QString key = block->kind == BlockKind::Rehearsal ? block->uuid : what;
            if (what.isEmpty() || seen.contains(key))
                continue;
            seen.append(key);
            m_milestones.prepend(
                {block->state, Words::tr("%1: %2", "day, milestone").arg(shortDayText(block->date), what)});
        }
    }

    double noteHeight(const Day &day) const
    {
        if (day.note.isEmpty())
            return 0;
        const QFont font = m_metrics.font(bodyPoints, m_paper.isExam(day.date));
        return std::max(m_pitch, m_metrics.textHeight(font, day.note, noteRoom(day)) + m_metrics.mm(closestPitch));
    }
    /// The exam's flag stands in front of its note.
    double noteStart(const Day &day) const { return m_label + (m_paper.isExam(day.date) ? m_metrics.mm(6) : 0); }
    double noteRoom(const Day &day) const
    {
        return (m_notes < m_metrics.width ? m_notes - m_metrics.mm(3) : m_metrics.width) - noteStart(day);
    }
    double rowHeight(const BlockTable::Row &row) const
    {
        return std::max(m_pitch, row.height + m_metrics.mm(closestPitch));
    }
    double padding() const { return m_metrics.mm(m_pitch > m_metrics.mm(7) ? 1.5 : 0.8); }
    int labelLines(const Day &day) const { return day.minutes > 0 || day.continued ? 2 : 1; }

    double heightOf(const Day &day) const
    {
        double rows = noteHeight(day);
        for (const BlockTable::Row &row : day.rows)
            rows += rowHeight(row);
        const double label = m_metrics.lineHeight(m_metrics.font(dayPoints, true)) +
                             m_metrics.lineHeight(m_metrics.font(smallPoints)) * labelLines(day);
        return std::max(rows, label) + 2 * padding();
    }
    double heightOf(const QList<Day> &days) const
    {
        double height = 0;
        for (const Day &day : days)
            height += heightOf(day);
        return height;
    }

    double tailHeight() const
    {
        double height = m_metrics.mm(aboveTail) + repeatHeight();
        for (qsizetype i = 0; i < m_milestones.size(); ++i)
            height += milestoneHeight(i);
        return m_milestones.isEmpty() ? height + emptyHeight() : height;
    }
    double repeatHeight() const { return m_metrics.lineHeight(m_metrics.font(bodyPoints)) + m_metrics.mm(2); }
    double emptyHeight() const
    {
        return m_metrics.lineHeight(m_metrics.font(bodyPoints)) + m_metrics.mm(tailGap);
    } ///< of a week with no milestone
    double milestoneHeight(qsizetype index) const
    {
        return m_metrics.textHeight(
                   m_metrics.font(bodyPoints), m_milestones.at(index).second, m_metrics.width - milestoneStart()) +
               m_metrics.mm(tailGap);
    }
    double milestoneStart() const
    {
        return m_metrics.textWidth(m_metrics.font(bodyPoints, true), Words::tr("Milestone")) + m_metrics.mm(11);
    }
    /// For days and what follows them, on a page that goes on as on the first.
    double room() const { return m_frame.body(head(true)).height() - captionHeight() - m_metrics.mm(1); }

    QList<WeekPage> split() const
    {
        QList<WeekPage> pages{WeekPage()};
        double used = 0;
        const auto turn = [&] {
            pages.append(WeekPage());
            used = 0;
        };
        for (Day rest : std::as_const(m_days)) {
            if (used > 0 && used + rest.height > room())
                turn();
            while (rest.height > room() && rest.rows.size() > 1) {
                Day part = rest;
                while (part.rows.size() > 1 && heightOf(part) > room())
                    part.rows.removeLast();
                part.height = heightOf(part);
                rest.rows = rest.rows.mid(part.rows.size());
                rest.continued = true;
                rest.note.clear();
                rest.height = heightOf(rest);
                pages.last().days.append(part);
                turn();
            }
            pages.last().days.append(rest);
            used += rest.height;
        }
        return pages;
    }

    /// What ends the week stands below its last day, or on pages of its own where there are that many milestones.
    void addTail(QList<WeekPage> &pages) const
    {
        double used = heightOf(pages.constLast().days) + m_metrics.mm(aboveTail);
        const auto turn = [&] {
            WeekPage next;
            next.firstMilestone = pages.constLast().firstMilestone + pages.constLast().milestones;
            pages.append(next);
            used = m_metrics.mm(aboveTail);
        };
        if (used - m_metrics.mm(aboveTail) + tailHeight() > room())
            turn();
        for (qsizetype i = 0; i < m_milestones.size(); ++i) {
            if (pages.constLast().milestones > 0 && used + milestoneHeight(i) + repeatHeight() > room())
                turn();
            used += milestoneHeight(i);
            ++pages.last().milestones;
        }
        pages.last().ends = true;
    }

    void paintDay(SheetInk &ink, const Day &day, double top) const
    {
        ink.level(top, 0, m_metrics.width, 0.3);
        double y = top + padding();
        const double big = m_metrics.lineHeight(m_metrics.font(dayPoints, true));
        const double small = m_metrics.lineHeight(m_metrics.font(smallPoints));
        const double label = m_label - m_metrics.mm(1);
        ink.text({0, y, label, big}, QLocale().dayName(day.date.dayOfWeek(), QLocale::ShortFormat), dayPoints, true);
        ink.text({0, y + big, label, small}, shortDate(day.date), smallPoints);
        if (day.continued)
            ink.text({0, y + big + small, label, small}, Words::tr("cont."), smallPoints);
        else if (day.minutes > 0)
            ink.text({0, y + big + small, label, small}, hoursText(day.minutes), smallPoints);
        if (!day.note.isEmpty()) {
            const bool exam = m_paper.isExam(day.date);
            const double height = noteHeight(day);
            const double line = m_table.lineHeight();
            if (exam)
                ink.flag({m_label + m_metrics.mm(0.5), y + line * 0.1, m_metrics.mm(4), line * 0.85});
            ink.text({noteStart(day), y, noteRoom(day), height}, day.note, bodyPoints, exam);
            noteLine(ink, y + height);
            y += height;
        }
        for (const BlockTable::Row &row : day.rows) {
            m_table.paint(ink, row, y + std::max(0.0, (m_pitch - m_metrics.mm(widestPitch) * 0.85) / 4));
            y += rowHeight(row);
            noteLine(ink, y);
        }
    }
    void noteLine(SheetInk &ink, double bottom) const
    {
        if (m_notes < m_metrics.width)
            ink.writingLine(bottom - m_metrics.mm(1), m_notes, m_metrics.width);
    }

    void paintTail(SheetInk &ink, const WeekPage &page, double y) const
    {
        if (page.milestones == 0 && !page.ends)
            return;
        const QFont body = m_metrics.font(bodyPoints);
        const double line = m_metrics.lineHeight(body);
        ink.text({0, y, milestoneStart(), line}, Words::tr("Milestone"), bodyPoints, true);
        const double side = m_metrics.mm(4);
        for (qsizetype i = page.firstMilestone; i < page.firstMilestone + page.milestones; ++i) {
            const auto &[state, text] = m_milestones.at(i);
            ink.box({milestoneStart() - m_metrics.mm(7), y + (line - side) / 2, side, side}, state);
            const double height = m_metrics.textHeight(body, text, m_metrics.width - milestoneStart());
            ink.text({milestoneStart(), y, m_metrics.width - milestoneStart(), height}, text, bodyPoints);
            y += milestoneHeight(i);
        }
        if (m_milestones.isEmpty()) {
            ink.writingLine(y + line, milestoneStart() - m_metrics.mm(7), m_metrics.width);
            y += emptyHeight();
        }
        if (!page.ends)
            return;
        const QString repeat = Words::tr("What to repeat next week");
        const double width = m_metrics.textWidth(m_metrics.font(bodyPoints, true), repeat) + 2;
        ink.text({0, y, width, line}, repeat, bodyPoints, true);
        if (width + m_metrics.mm(20) < m_metrics.width)
            ink.writingLine(y + line, width + m_metrics.mm(2.5), m_metrics.width);
    }

    const PlanPaper &m_paper;
    const PrintMetrics &m_metrics;
    PlanFrame m_frame;
    QDate m_monday;
    QList<Block> m_blocks;
    double m_label;
    double m_notes;
    BlockTable m_table;
    PageHead m_head;
    QList<Day> m_days;
    QList<std::pair<BlockState, QString>> m_milestones;
    double m_pitch = 0;
};

} // namespace

QList<SheetPage> weekPages(const PlanPaper &paper, const PrintMetrics &metrics, QDate from, QDate to)
{
    QList<SheetPage> pages;
    const QDate end = std::min(to, paper.last);
    for (QDate monday = mondayOf(std::max(from, paper.first)); monday <= end; monday = monday.addDays(7)) {
        const auto layout = std::make_shared<WeekLayout>(paper, metrics, monday);
        const QList<WeekPage> parts = layout->paginate();
        for (qsizetype i = 0; i < parts.size(); ++i) {
            pages.append({layout->head(i > 0),
                [layout, part = parts.at(i), i](QPainter &painter) { layout->paint(painter, part, i > 0); }});
        }
    }
    return pages;
}

} // namespace lectern
