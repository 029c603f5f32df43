// SPDX-License-Identifier: GPL-3.0-or-later
#include "printsheet.h"

#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace lectern
{

namespace
{

constexpr double marginMillimetres = 12;

} // namespace

QPageLayout paperLayout()
{
    const bool inches = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    return paperLayout(inches ? QPageSize::Letter : QPageSize::A4, QPageLayout::Portrait);
}

QPageLayout paperLayout(QPageSize::PageSizeId size, QPageLayout::Orientation orientation)
{
    return QPageLayout(QPageSize(size), orientation,
        QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres), QPageLayout::Millimeter);
}

int paintSheet(QPagedPaintDevice &device, const PrintSheet &sheet, int textPercent)
{
    QPainter painter;
    if (!painter.begin(&device))
        return 0;
    PrintFlow flow(PrintMetrics(&device, textPercent));
    sheet.fill(flow);
    flow.arrange();
    for (int page = 0; page < flow.pages(); ++page) {
        if (page > 0 && !device.newPage())
            return page;
        flow.paint(painter, page, sheet.furniture);
    }
    return flow.pages();
}

Outcome writePdf(const QString &path, const QPageLayout &layout, const QString &title,
    const std::function<int(QPagedPaintDevice &device)> &paint)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::FileNotWritable, file.errorString(), path};
    int pages = 0;
    {
        QPdfWriter writer(&file);
        writer.setResolution(paperResolution);
        writer.setPageLayout(layout);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Lectern"));
        pages = paint(writer);
    }
    if (pages == 0 || !file.flush() || !file.commit())
        return Error{ErrorCode::FileNotWritable, file.errorString(), path};
    return Done{};
}

Outcome writeSheetPdf(const QString &path, const PrintSheet &sheet, const QPageLayout &layout, int textPercent)
{
    return writePdf(
        path, layout, sheet.title, [&](QPagedPaintDevice &device) { return paintSheet(device, sheet, textPercent); });
}

} // namespace lectern
