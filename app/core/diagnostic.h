// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form.h"
#include "readiness.h"

namespace lectern
{

/// What a diagnostic is chosen by.
struct DiagnosticAim {
    ReadinessShape shape;       ///< of the blueprint
    Ability belief;             ///< of that shape
    QSet<QString> noEvidence{}; ///< items whose answer would be none today: a rationale was read just now
};

/// What is believed on input.today; `nowUtcMs` tells which rationales were read just now.
DiagnosticAim diagnosticAim(
    const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint, qint64 nowUtcMs);

inline constexpr int diagnosticLength = 20;
/// Questions that a diagnostic asks of every section at least; fewer where it is too short for so many.
inline constexpr int diagnosticLeast = 2;

/// Draws the questions that tell most of what readiness shows, by what is believed so far: by topic, difficulty and
/// number of options. Every section is asked at least twice. Open single best answers only, no two of them enemies;
/// what was seen before, or is no evidence, only where nothing else is left. Those that tell most come first, so that
/// half of it is worth more than half. Pure: the same bank (in any order), blueprint, request and aim give the same
/// form on every machine; the seed decides between equals. NotEnoughItems with the section's code in `where`.
Result<QList<FormItem>> drawDiagnostic(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim);

/// What that draws. `wanted` of a section is what it gets, or the least of it where none can be drawn.
FormPreview previewDiagnostic(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim);

} // namespace lectern
