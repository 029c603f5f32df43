// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "miss.h"
#include "reportdesk.h"

#include <QString>

namespace lectern
{

// What paper says where the screen has a control or a colour.

QString printedMode(AttemptMode mode);
QString printedError(ErrorType error);
QString printedCertainty(Certainty certainty); ///< "not rated" for None
/// "Drill the 3 questions you were sure of and missed (6 min)."
QString printedAction(const ReportDesk::Action &action, const Certification &certification);
/// "B, C": by where the options stand; empty for no choice.
QString printedLetters(const QStringList &choice, const QStringList &optionOrder);

} // namespace lectern
