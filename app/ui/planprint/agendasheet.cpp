// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendarows.h"
#include "blocktable.h"
#include "planframe.h"
#include "plansheets.h"
#include "planwords.h"
#include "printflow.h"
#include "sheetink.h"
#include "tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <memory>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AgendaSheet)
};

constexpr double dayPoints = 10.5;
constexpr double captionPoints = 9;
constexpr double rowGap = 1.4; ///< millimetres

QString dayTitle(const PlanPaper &paper, QDate date)
{
    return QLocale().toString(date, date.year() == paper.printedOn.year()
                                        ? Words::tr("dddd d MMMM", "a day of this year")
                                        : Words::tr("dddd d MMMM yyyy", "a day of another year"));
}

/// The name of a day with its hours, or with what else is to be said of it.
PrintRow dayRow(const PlanPaper &paper, const PrintMetrics &metrics, double width, QDate date, int minutes)
{
    const bool exam = paper.isExam(date);
    const QString title = dayTitle(paper, date);
    QStringList more;
    if (const QString note = paper.note(date); !note.isEmpty())
        more.append(note);
    if (minutes > 0)
        more.append(hoursText(minutes));
    const QString text = more.join(QStringLiteral(", "));
    const QFont bold = metrics.font(dayPoints, true);
    const QFont font = metrics.font(dayPoints, exam);
    const double indent = exam ? metrics.mm(6) : 0;
    const double rest = metrics.textWidth(font, text) + 2;
    const bool beside = indent + metrics.textWidth(bold, title) + metrics.mm(4) + rest <= width;
    const double first = metrics.textHeight(bold, title, width - indent);
    const double second = beside ? 0 : metrics.textHeight(font, text, width - indent);
    PrintRow row;
    row.height = first + second + metrics.mm(0.8);
    row.gap = metrics.mm(2.6);
    row.paint = [=, &metrics](QPainter &painter, double, double) {
        SheetInk ink(painter, metrics);
        if (exam)
            ink.flag({metrics.mm(0.5), first * 0.1, metrics.mm(4), first * 0.85});
        ink.text({indent, 0, width - indent - (beside ? rest : 0), first}, title, dayPoints, true);
        ink.text({beside ? width - rest : indent, beside ? 0 : first, beside ? rest : width - indent, first + second},
            text, dayPoints, exam, beside ? Qt::AlignRight | Qt::AlignTop : Qt::AlignLeft | Qt::AlignTop);
        ink.level(first + second + metrics.mm(0.6), 0, width, 0.15);
    };
    return row;
}

} // namespace

void addAgendaRows(PrintFlow &flow, const PlanPaper &paper, const PrintMetrics &metrics, const QList<QDate> &dates)
{
    QList<Block> blocks;
    for (const QDate date : dates)
        blocks.append(paper.day(date));
    const double width = flow.width();
    const auto table = std::make_shared<BlockTable>(paper, metrics, blocks, 0, width);
    const QString captions = Words::tr("Done, start, length, domain, kind, topic");
    PrintRow head;
    const double line = metrics.textHeight(metrics.font(captionPoints), captions, width);
    head.height = line + metrics.mm(1);
    head.heading = true;
    head.paint = [=, &metrics](QPainter &painter, double, double) {
        SheetInk ink(painter, metrics);
        ink.text({0, 0, width, line}, captions, captionPoints);
        ink.level(line + metrics.mm(0.6), 0, width, 0.3);
    };
    const int headIndex = flow.add(head);
    for (const QDate date : dates) {
        const QList<Block> day = paper.day(date);
        int minutes = 0;
        for (const Block &block : day)
            minutes += block.minutes;
        PrintRow title = dayRow(paper, metrics, width, date, minutes);
        title.heading = !day.isEmpty();
        title.head = headIndex;
        flow.add(title);
        for (const Block &block : day) {
            const BlockTable::Row content = table->row(block);
            PrintRow row;
            row.height = content.height;
            row.gap = metrics.mm(rowGap);
            row.head = headIndex;
            row.paint = [table, content, &metrics](QPainter &painter, double, double) {
                SheetInk ink(painter, metrics);
                table->paint(ink, content, 0);
            };
            if (&block != &day.constFirst())
                row.continued = Words::tr("%1, continued").arg(dayTitle(paper, date));
            flow.add(row);
        }
    }
}

QList<SheetPage> agendaPages(const PlanPaper &paper, const PrintMetrics &metrics, QDate from, QDate to)
{
    const QDate begin = std::max(from, paper.first);
    const QDate end = std::min(to, paper.last);
    QList<QDate> dates;
    for (QDate date = begin; date <= end; date = date.addDays(1)) {
        if (!paper.day(date).isEmpty() || paper.isExam(date))
            dates.append(date);
    }
    if (dates.isEmpty())
        return {};
    const PlanFrame frame(paper, metrics);
    PageHead head;
    head.title = Words::tr("Agenda, %1").arg(spanText(begin, end));
    head.subtitle = effortText(paper.between(begin, end));
    head.countdown = paper.countdown(paper.today);
    const auto flow = std::make_shared<PrintFlow>(metrics, frame.headHeight(head), frame.footHeight());
    addAgendaRows(*flow, paper, metrics, dates);
    flow->arrange();
    QList<SheetPage> pages;
    for (int page = 0; page < flow->pages(); ++page)
        pages.append({head, [flow, page](QPainter &painter) { flow->paintRows(painter, page); }});
    return pages;
}

} // namespace lectern
