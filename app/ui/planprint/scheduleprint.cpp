// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduleprint.h"

#include "plandesk.h"
#include "plansheets.h"
#include "printsheet.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>

#include <memory>
#include <vector>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SchedulePrint)
};

QList<SheetPage> pagesOf(const PlanPaper &paper, const PrintMetrics &metrics, const PlanPrint &print)
{
    switch (print.sheet) {
    case PlanSheet::Week:
        return weekPages(paper, metrics, print.from, print.to);
    case PlanSheet::Month:
        return monthPages(paper, metrics, print.from, print.to);
    case PlanSheet::Wall:
        return wallPages(paper, metrics, print.from, print.to);
    case PlanSheet::Agenda:
        return agendaPages(paper, metrics, print.from, print.to);
    case PlanSheet::ExamDay:
        return examDayPages(paper, metrics);
    }
    return {};
}

/// A sheet laid out for its own hold of the paper.
struct Part {
    Part(const QPagedPaintDevice &device, const PlanPaper &paper, const PlanPrint &print)
        : layout(device.pageLayout())
        , metrics(&device, print.textPercent)
        , frame(paper, metrics, print.sheet != PlanSheet::ExamDay)
        , pages(pagesOf(paper, metrics, print))
    {
    }
    QPageLayout layout;
    PrintMetrics metrics;
    PlanFrame frame;
    QList<SheetPage> pages;
};

int paintParts(QPagedPaintDevice &device, const std::vector<std::unique_ptr<Part>> &parts)
{
    int count = 0;
    for (const auto &part : parts)
        count += int(part->pages.size());
    QPainter painter;
    int page = 0;
    for (const auto &part : parts) {
        for (const SheetPage &sheet : part->pages) {
            // A new hold of the paper counts from the next page on.
            if (device.pageLayout() != part->layout)
                device.setPageLayout(part->layout);
            if (page == 0 ? !painter.begin(&device) : !device.newPage())
                return page;
            part->frame.paint(painter, sheet.head, page, count);
            sheet.body(painter);
            ++page;
        }
    }
    return page;
}

QString documentTitle(const PlanPaper &paper)
{
    return Words::tr("Study schedule, %1").arg(paper.certification.title);
}

} // namespace

QString word(PlanSheet sheet)
{
    switch (sheet) {
    case PlanSheet::Week:
        return QStringLiteral("week");
    case PlanSheet::Month:
        return QStringLiteral("month");
    case PlanSheet::Wall:
        return QStringLiteral("wall");
    case PlanSheet::Agenda:
        return QStringLiteral("agenda");
    case PlanSheet::ExamDay:
        return QStringLiteral("exam-day");
    }
    return {};
}

QPageLayout::Orientation usualOrientation(PlanSheet sheet)
{
    return sheet == PlanSheet::Month || sheet == PlanSheet::Wall ? QPageLayout::Landscape : QPageLayout::Portrait;
}

int paintPlan(QPagedPaintDevice &device, const PlanPaper &paper, const PlanPrint &print)
{
    std::vector<std::unique_ptr<Part>> parts;
    parts.push_back(std::make_unique<Part>(device, paper, print));
    return paintParts(device, parts);
}

Outcome writePlanPdf(const QString &path, const PlanPaper &paper, const PlanPrint &print, const QPageLayout &layout)
{
    return writePdf(
        path, layout, documentTitle(paper), [&](QPagedPaintDevice &device) { return paintPlan(device, paper, print); });
}

Outcome writeSchedulePdf(const QString &path, const PlanDesk &desk)
{
    if (!desk.hasPlan())
        return Error{ErrorCode::NotFound, QStringLiteral("there is no plan yet"), path};
    const PlanPaper paper(desk);
    const QPageSize::PageSizeId size = paperLayout().pageSize().id();
    return writePdf(path, paperLayout(), documentTitle(paper), [&](QPagedPaintDevice &device) {
        std::vector<std::unique_ptr<Part>> parts;
        for (const PlanSheet sheet :
            {PlanSheet::Week, PlanSheet::Month, PlanSheet::Wall, PlanSheet::Agenda, PlanSheet::ExamDay}) {
            device.setPageLayout(paperLayout(size, usualOrientation(sheet)));
            parts.push_back(std::make_unique<Part>(device, paper, PlanPrint{sheet, paper.first, paper.last}));
        }
        return paintParts(device, parts);
    });
}

} // namespace lectern
