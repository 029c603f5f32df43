// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "printflow.h"

#include <QStringList>

namespace lectern
{

/// A question as it is printed, whatever it is printed for.
struct PrintedQuestion {
    enum class Verdict { Right, Wrong, Blank };
    QString number;   ///< "17"
    QString code;     ///< of the section or domain; may be empty
    int pattern = -1; ///< of that section, 0-based; -1: none
    Verdict verdict = Verdict::Blank;
    QStringList facts; ///< after the verdict: time, flag, certainty …
    QString rule;      ///< the reader's own
    QString error;     ///< what they say went wrong
    QString note;
    Item item;
    QStringList optionOrder; ///< A first
    QStringList chosen;
    bool rationales = true;
    bool sources = true;
};

/// Adds its rows: the heading stays with what is asked, every option stays whole.
void addQuestion(PrintFlow &flow, const PrintedQuestion &question);

/// A mark that is told by its shape: a filled disc with a tick, a square with a cross, a ring.
void drawVerdict(QPainter &painter, const QRectF &box, PrintedQuestion::Verdict verdict);

} // namespace lectern
