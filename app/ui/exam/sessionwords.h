// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "certification.h"

#include <QString>
#include <array>

namespace lectern
{

/// In the order in which they are offered.
inline constexpr std::array examModes{
    AttemptMode::Rehearsal, AttemptMode::Timed, AttemptMode::Study, AttemptMode::Drill, AttemptMode::Diagnostic};

QString modeName(AttemptMode mode); ///< "Timed practice"
QString modeNote(AttemptMode mode); ///< what it is for, in one sentence
QString modeIcon(AttemptMode mode); ///< for symbolicIcon()
QString difficultyName(Difficulty difficulty);

/// "missed, unsure, Change data feed"; empty where everything is asked for.
QString criteriaWords(const DrillCriteria &criteria, const Certification &certification);
/// "Drill: missed, Change data feed".
QString sessionTitle(AttemptMode mode, const DrillCriteria &criteria, const Certification &certification);

/// The objective that items name ("DEP-2026-10/S5.2"); null where no blueprint has it.
const Objective *objectiveOf(const Certification &certification, const QString &id);

} // namespace lectern
