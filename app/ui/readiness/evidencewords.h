// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evidencegap.h"

#include <QString>

namespace lectern
{

/// What was done for a topic and left no answer.
struct TopicWork {
    int labs = 0;   ///< blocks marked done
    int others = 0; ///< blocks of other kinds marked done
    int minutes = 0;

    bool operator==(const TopicWork &) const = default;
};

namespace evidence
{
/// "9 of 12 right" with what to expect of new questions below it.
QString tested(const ReadinessRow &row);
QString expected(const ReadinessRow &row); ///< empty without answers
/// What a rating from 1 to 5 means, for tooltips and screen readers: "4, sure of most of it".
QString rating(int value);
/// Empty where nothing can be said.
QString gap(const FeltGap &gap);
QString done(const TopicWork &work);
/// "41 of 60 right (68 %)"
QString result(const OutsideMock &mock);
/// "3 August 2026, some questions seen before"
QString circumstances(const OutsideMock &mock);
/// What the mocks taken elsewhere say of the bank, for somebody expected to get `share` (0-1) of its questions right.
QString shift(const BankShift &shift, double share);
} // namespace evidence

} // namespace lectern
