// SPDX-License-Identifier: GPL-3.0-or-later
#include "planframe.h"
#include "plansheets.h"
#include "planwords.h"
#include "printflow.h"
#include "printtext.h"
#include "sheetink.h"
#include "tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QTimeZone>

#include <algorithm>
#include <memory>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExamDaySheet)
};

constexpr double bodyPoints = 10;
constexpr double headingPoints = 11.5;
constexpr double smallPoints = 8.5;
constexpr double boxSide = 4; ///< millimetres, as all below
constexpr double indent = 7;
constexpr double writing = 7; ///< from line to line
constexpr double leastLine = 60;

class ExamDayRows
{
public:
    ExamDayRows(PrintFlow &flow, const PlanPaper &paper)
        : m_flow(flow)
        , m_metrics(flow.metrics())
        , m_paper(paper)
    {
    }

    void addAll()
    {
        addAppointment();
        for (const ExamDayPart &part : m_paper.certification.examDay) {
            heading(part.title);
            for (const ExamDayLine &line : part.lines)
                addLine(line);
        }
        addSources();
    }

private:
    void heading(const QString &title)
    {
        const QFont font = m_metrics.font(headingPoints, true);
        const double width = m_flow.width();
        PrintRow row;
        const double text = m_metrics.textHeight(font, title, width);
        row.height = text + m_metrics.mm(1);
        row.gap = m_metrics.mm(4);
        row.heading = true;
        row.paint = [metrics = m_metrics, title, width, text](QPainter &painter, double, double) {
            SheetInk ink(painter, metrics);
            ink.text({0, 0, width, text}, title, headingPoints, true);
            ink.level(text + metrics.mm(0.6), 0, width, 0.2);
        };
        m_flow.add(row);
    }

    /// A box to tick with a text; `write`: with a line to write on, beside the text where there is room.
    void ticked(const QString &text, bool write, bool bold = false)
    {
        const QFont font = m_metrics.font(bodyPoints, bold);
        const double width = m_flow.width() - m_metrics.mm(indent);
        const double beside = m_metrics.textWidth(font, text) + m_metrics.mm(3);
        const bool below = write && beside + m_metrics.mm(leastLine) > width;
        PrintRow row;
        const double height = m_metrics.textHeight(font, text, width);
        row.height = std::max(height, m_metrics.mm(boxSide)) + m_metrics.mm(below ? writing : write ? 1 : 0);
        row.gap = m_metrics.mm(1.8);
        row.paint = [=, metrics = m_metrics](QPainter &painter, double, double) {
            SheetInk ink(painter, metrics);
            const double side = metrics.mm(boxSide);
            const double line = metrics.lineHeight(metrics.font(bodyPoints, bold));
            const double left = metrics.mm(indent);
            ink.box({metrics.mm(0.3), std::max(metrics.mm(0.2), (line - side) / 2), side, side});
            ink.text({left, 0, write && !below ? beside : width, height}, text, bodyPoints, bold);
            if (write)
                ink.writingLine(std::max(height, side) + metrics.mm(below ? writing - 0.6 : 0.4),
                    below ? left : left + beside, left + width);
        };
        m_flow.add(row);
    }

    void addAppointment()
    {
        const Appointment &exam = m_paper.appointment;
        heading(Words::tr("Your appointment"));
        ticked(m_paper.examTime(), !exam.time.isValid(), true);
        const QTimeZone zone(exam.zone);
        if (!exam.zone.isEmpty() && zone.isValid())
            ticked(Words::tr("Time zone of the booking: %1").arg(QString::fromLatin1(exam.zone)), false);
        const QString place = exam.place.simplified();
        ticked(place.isEmpty() ? Words::tr("Place:") : Words::tr("Place: %1").arg(place), place.isEmpty());
        const Blueprint *blueprint = m_paper.certification.blueprint(exam.blueprint);
        ticked(blueprint ? Words::tr("Exam: %1, prepared for %2", "certification, blueprint")
                               .arg(m_paper.certification.title, blueprint->title)
                         : Words::tr("Exam: %1").arg(m_paper.certification.title),
            false);
        ticked(Words::tr("Number of the booking:"), true);
    }

    void addLine(const ExamDayLine &line)
    {
        QString text = line.text;
        if (line.sourced()) {
            if (!m_sources.contains(line.source))
                m_sources.append(line.source);
            text = Words::tr("%1 [%2]", "fact, number of its source")
                       .arg(text, QLocale().toString(m_sources.indexOf(line.source) + 1));
        }
        ticked(text, line.write);
    }

    void addSources()
    {
        if (m_sources.isEmpty())
            return;
        const QFont small = m_metrics.font(smallPoints);
        PrintPlace place = below(m_metrics, 5);
        addText(m_flow, PrintText::Kind::Plain,
            Words::tr("What no source is given for is a reminder: your booking says what holds for you. Look at the "
                      "sources again two weeks before the day."),
            small, place);
        place = below(m_metrics, 0.6);
        for (qsizetype i = 0; i < m_sources.size(); ++i) {
            const Source &source = m_sources.at(i);
            addText(m_flow, PrintText::Kind::Plain,
                Words::tr("[%1] %2, checked on %3: %4", "number, source, day, address")
                    .arg(QLocale().toString(i + 1), source.title,
                        QLocale().toString(source.checkedOn, Words::tr("d MMMM yyyy", "day of a check")), source.url),
                small, place);
        }
    }

    PrintFlow &m_flow;
    PrintMetrics m_metrics;
    const PlanPaper &m_paper;
    QList<Source> m_sources;
};

} // namespace

QList<SheetPage> examDayPages(const PlanPaper &paper, const PrintMetrics &metrics)
{
    if (!paper.appointment.booked())
        return {};
    const PlanFrame frame(paper, metrics, false);
    PageHead head;
    head.title = Words::tr("The day of the exam");
    head.subtitle = paper.certification.title;
    head.countdown = paper.countdown(paper.today);
    const auto flow = std::make_shared<PrintFlow>(metrics, frame.headHeight(head), frame.footHeight());
    ExamDayRows(*flow, paper).addAll();
    flow->arrange();
    QList<SheetPage> pages;
    for (int page = 0; page < flow->pages(); ++page)
        pages.append({head, [flow, page](QPainter &painter) { flow->paintRows(painter, page); }});
    return pages;
}

} // namespace lectern
