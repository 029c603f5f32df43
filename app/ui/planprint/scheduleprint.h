// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planpaper.h"
#include "result.h"

#include <QPageLayout>
#include <QString>

class QPagedPaintDevice;

namespace lectern
{

class PlanDesk;

enum class PlanSheet { Week, Month, Wall, Agenda, ExamDay };

/// "week", "month", "wall", "agenda", "exam-day".
QString word(PlanSheet sheet);

/// One of the sheets that the plan is printed on.
struct PlanPrint {
    PlanSheet sheet = PlanSheet::Week;
    QDate from; ///< with the weeks or months around them; the sheet of the exam takes none
    QDate to;
    int textPercent = 100;
};

/// How a sheet is held unless somebody wants it otherwise.
QPageLayout::Orientation usualOrientation(PlanSheet sheet);

/// The same for preview, paper and PDF: black on white, told apart by pattern, code and text. Returns the number of
/// pages, 0 if the device cannot be painted on or the sheet says nothing.
int paintPlan(QPagedPaintDevice &device, const PlanPaper &paper, const PlanPrint &print);

/// FileNotWritable; an older file is replaced only by a whole one.
Outcome writePlanPdf(const QString &path, const PlanPaper &paper, const PlanPrint &print, const QPageLayout &layout);

/// All of the plan on every sheet in the order above, that of the exam only with an appointment. NotFound without a
/// plan, else as above.
Outcome writeSchedulePdf(const QString &path, const PlanDesk &desk);

} // namespace lectern
