// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduleprint.h"

#include "plandesk.h"
#include "printpattern.h"
#include "printsheet.h"
#include "schedulesheet.h"
#include "theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>

namespace lectern
{

namespace
{

class SheetWords
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleSheet)
};

/// Draws the pages of a sheet on any device.
class SheetPainter
{
public:
    SheetPainter(
        QPainter &painter, const ScheduleSheet &sheet, const ScheduleSheet::Metrics &metrics, const PlanDesk &desk)
        : m_painter(painter)
        , m_sheet(sheet)
        , m_metrics(metrics)
        , m_desk(desk)
        , m_ink(lightTokens().text)
        , m_faint(lightTokens().edge)
    {
    }

    void paint(int page)
    {
        const ScheduleSheet::Page &content = m_sheet.pages[page];
        paintHead(content);
        double y = m_sheet.headHeight;
        for (const ScheduleSheet::Day &day : content.days) {
            paintDay(day, y);
            y += day.height;
        }
        line(0, y, m_metrics.width, m_ink);
        paintFoot(page);
    }

private:
    double mm(double millimetres) const { return m_metrics.mm(millimetres); }

    void line(double x, double y, double to, const QColor &color)
    {
        m_painter.setPen(QPen(color, mm(0.2)));
        m_painter.drawLine(QPointF(x, y), QPointF(to, y));
    }

    /// Text within its box, which is as wide as the text may be.
    void text(const QRectF &box, const QString &words, double points, bool bold = false,
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignTop)
    {
        m_painter.setFont(m_metrics.font(points, bold));
        m_painter.setPen(m_ink);
        const bool wraps = alignment.testFlag(Qt::AlignJustify);
        const int flags = wraps ? int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap : int(alignment);
        const QString fitting =
            wraps ? words
                  : QFontMetricsF(m_painter.font(), m_metrics.device).elidedText(words, Qt::ElideRight, box.width());
        m_painter.drawText(box, flags, fitting);
    }

    void paintHead(const ScheduleSheet::Page &page)
    {
        const double big = m_metrics.lineHeight(m_metrics.font(15, true));
        const double body = m_metrics.lineHeight(m_metrics.font(10));
        const double side = mm(62);
        text({0, 0, m_metrics.width - side, big}, page.title, 15, true);
        text({0, big, m_metrics.width - side, body}, page.subtitle, 10);
        const Appointment appointment = m_desk.appointment();
        if (appointment.booked()) {
            const QRectF upper(m_metrics.width - side, 0, side, big);
            text(upper, page.countdown, 10, true, Qt::AlignRight | Qt::AlignBottom);
            QString when = QLocale().toString(appointment.date, SheetWords::tr("ddd d MMMM yyyy", "the exam's day"));
            if (appointment.time.isValid())
                when = SheetWords::tr("%1, %2", "date, time").arg(when, clockText(appointment.time));
            text(upper.translated(0, big), when, 10, false, Qt::AlignRight | Qt::AlignTop);
        }
        const double captions = m_sheet.headHeight - m_metrics.lineHeight(m_metrics.font(9)) - mm(1);
        const double small = m_metrics.lineHeight(m_metrics.font(9));
        text({0, captions, m_sheet.columns.tick, small}, SheetWords::tr("Day"), 9);
        text({m_sheet.columns.tick, captions, m_sheet.columns.notes - m_sheet.columns.tick, small},
            SheetWords::tr("Done, start, length, domain, kind, topic"), 9);
        if (m_sheet.columns.notes < m_sheet.columns.right)
            text({m_sheet.columns.notes, captions, m_sheet.columns.right - m_sheet.columns.notes, small},
                SheetWords::tr("Notes"), 9);
    }

    void paintDay(const ScheduleSheet::Day &day, double top)
    {
        line(0, top, m_metrics.width, m_ink);
        const double label = m_sheet.columns.tick - mm(2);
        double y = top + mm(1.5);
        const QLocale locale;
        const double big = m_metrics.lineHeight(m_metrics.font(11, true));
        const double small = m_metrics.lineHeight(m_metrics.font(9));
        text({0, y, label, big}, locale.dayName(day.date.dayOfWeek(), QLocale::ShortFormat), 11, true);
        text({0, y + big, label, small}, locale.toString(day.date, SheetWords::tr("d MMM", "day without weekday")), 9);
        if (day.continued)
            text({0, y + big + small, label, small}, SheetWords::tr("cont."), 9);
        else if (day.minutes > 0)
            text({0, y + big + small, label, small}, hoursText(day.minutes), 9);

        if (!day.note.isEmpty()) {
            const bool exam = day.date == m_desk.appointment().date;
            text({m_sheet.columns.tick, y, m_metrics.width - m_sheet.columns.tick, m_sheet.rowHeight}, day.note, 10,
                exam);
            y += m_sheet.rowHeight;
        }
        for (const ScheduleSheet::Row &row : day.rows) {
            paintRow(row, y);
            y += row.height;
        }
    }

    void paintRow(const ScheduleSheet::Row &row, double y)
    {
        const ScheduleSheet::Columns &at = m_sheet.columns;
        const double body = m_metrics.lineHeight(m_metrics.font(10));
        const double box = mm(4);
        const QRectF tick(at.tick, y + (body - box) / 2, box, box);
        m_painter.setPen(QPen(m_ink, mm(0.3)));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(tick);
        if (row.block.state == BlockState::Done) {
            m_painter.setPen(QPen(m_ink, mm(0.6)));
            m_painter.drawPolyline(QPolygonF({tick.topLeft() + QPointF(mm(0.8), mm(2)),
                tick.topLeft() + QPointF(mm(1.7), mm(3)), tick.topLeft() + QPointF(mm(3.3), mm(0.9))}));
        }
        text({at.start, y, at.length - at.start, body}, clockText(row.block.startMinute), 10);
        text({at.length, y, at.pattern - at.length, body}, minutesText(row.block.minutes), 10);
        drawPattern(m_painter, {at.pattern, y + (body - mm(3.4)) / 2, mm(7), mm(3.4)},
            Theme::domainPattern(row.words.domain), mm(1.1), m_ink);
        text({at.code, y, at.kind - at.code, body}, row.words.code, 10, true);
        text({at.kind, y, at.title - at.kind, body}, row.words.kind, 10);
        text({at.title, y, at.notes - at.title - mm(3), row.height}, row.words.fullTitle, 10, false, Qt::AlignJustify);
        if (at.notes < at.right)
            line(at.notes, y + row.height - mm(1.2), at.right, m_faint);
    }

    void paintFoot(int page)
    {
        const double small = m_metrics.lineHeight(m_metrics.font(9));
        double y = m_metrics.height - (1 + m_sheet.legendLines) * small - mm(2.5);
        line(0, y - mm(1), m_metrics.width, m_ink);
        const QList<Domain> &domains = m_desk.certification().domains;
        const double share = m_metrics.width / ScheduleSheet::legendColumns;
        for (int i = 0; i <= domains.size(); ++i) {
            const bool mixed = i == domains.size();
            const double x = (i % ScheduleSheet::legendColumns) * share;
            const double top = y + double(i / ScheduleSheet::legendColumns) * small;
            drawPattern(m_painter, {x, top + (small - mm(2.8)) / 2, mm(7), mm(2.8)},
                mixed ? Qt::NoBrush : Theme::domainPattern(i), mm(1.1), m_ink);
            text({x + mm(8.5), top, share - mm(10), small},
                mixed ? SheetWords::tr("Mixed") : QStringLiteral("%1 %2").arg(domains[i].code, domains[i].title), 8.5);
        }
        y += m_sheet.legendLines * small + mm(1.5);
        const Certification &certification = m_desk.certification();
        const QString name = certification.shortTitle.isEmpty() ? certification.title : certification.shortTitle;
        const double third = m_metrics.width / 3;
        text({0, y, 1.4 * third, small}, SheetWords::tr("Study schedule, %1").arg(name), 9);
        text({1.4 * third, y, third, small},
            SheetWords::tr("Printed %1").arg(QLocale().toString(m_desk.now().date(), QLocale::ShortFormat)), 9);
        text({2.4 * third, y, 0.6 * third, small},
            SheetWords::tr("Page %1 of %2").arg(page + 1).arg(m_sheet.pages.size()), 9, false,
            Qt::AlignRight | Qt::AlignTop);
    }

    QPainter &m_painter;
    const ScheduleSheet &m_sheet;
    const ScheduleSheet::Metrics &m_metrics;
    const PlanDesk &m_desk;
    QColor m_ink;
    QColor m_faint;
};

} // namespace

int paintSchedule(QPagedPaintDevice &device, const PlanDesk &desk)
{
    QPainter painter;
    if (!painter.begin(&device))
        return 0;
    const ScheduleSheet::Metrics metrics(&device);
    const ScheduleSheet sheet(desk, metrics);
    SheetPainter sheetPainter(painter, sheet, metrics, desk);
    for (int page = 0; page < sheet.pages.size(); ++page) {
        if (page > 0 && !device.newPage())
            return page;
        sheetPainter.paint(page);
    }
    return static_cast<int>(sheet.pages.size());
}

Outcome writeSchedulePdf(const QString &path, const PlanDesk &desk)
{
    if (!desk.hasPlan())
        return Error{ErrorCode::NotFound, QStringLiteral("there is no plan yet"), path};
    return writePdf(path, paperLayout(), SheetWords::tr("Study schedule, %1").arg(desk.certification().title),
        [&desk](QPagedPaintDevice &device) { return paintSchedule(device, desk); });
}

} // namespace lectern
