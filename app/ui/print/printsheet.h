// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printflow.h"
#include "result.h"

#include <QPageLayout>
#include <functional>

class QPagedPaintDevice;

namespace lectern
{

/// Dots per inch that everything is laid out with: text breaks by the dots it takes, so that another number of them
/// would be another paper.
inline constexpr int paperResolution = 600;

/// Something to print, before the paper is known.
struct PrintSheet {
    QString title; ///< of the document, in its metadata
    PrintFlow::Furniture furniture;
    std::function<void(PrintFlow &flow)> fill; ///< adds the rows
};

/// A4, or Letter where the locale measures in inches; 12 mm margins.
QPageLayout paperLayout();
/// Another size of paper with the same margins.
QPageLayout paperLayout(QPageSize::PageSizeId size, QPageLayout::Orientation orientation);

/// The same for preview, paper and PDF. Returns the number of pages, 0 if the device cannot be painted on.
int paintSheet(QPagedPaintDevice &device, const PrintSheet &sheet, int textPercent = 100);

/// Writes a PDF of vectors and text that can be searched. FileNotWritable; an older file is replaced only by a whole
/// one. `paint` returns the number of pages.
Outcome writePdf(const QString &path, const QPageLayout &layout, const QString &title,
    const std::function<int(QPagedPaintDevice &device)> &paint);
Outcome writeSheetPdf(const QString &path, const PrintSheet &sheet, const QPageLayout &layout, int textPercent = 100);

} // namespace lectern
