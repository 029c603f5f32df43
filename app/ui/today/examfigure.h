// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "afterexam.h"
#include "figuretile.h"

namespace lectern
{

/// What Today says of the exam: the days until it, that its result is wanted, how long a certificate is valid, or from
/// when it can be sat again.
FigureTile::Content examFigure(const AfterExam &after, const Appointment &appointment, QDate today);

} // namespace lectern
