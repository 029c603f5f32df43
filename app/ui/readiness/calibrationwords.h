// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration.h"

#include <QString>

namespace lectern
{

struct RehearsalCheck;

/// "59–82 %"
QString rangeWords(double low, double high);
/// "Expected 62 %; right 18 of 25 (72 %, 59–82 %)."
QString binWords(const ReliabilityBin &bin);
/// How far expectations are from the constant, and whether that is more than noise; empty below answersForPlot.
QString scoreWords(const Calibration &calibration);
/// The one figure with what luck alone makes of it, or how many answers are missing until there is one.
QString distanceWords(const Calibration &calibration);
/// "3 of 4 inside; 80 % are expected to be. …" with what so many can say.
QString hitWords(const HitCount &hits);
/// What became of one rehearsal: "inside 61–79 %".
QString checkWords(const RehearsalCheck &check);

/// What the expectations rest on, a paragraph each.
QStringList assumptionWords();
/// What was measured with simulated learners.
QString measuredWords();

} // namespace lectern
