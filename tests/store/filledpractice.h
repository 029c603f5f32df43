// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "profile.h"

namespace lectern::test
{

// What version 3 brought into a filled profile: rehearsals and the other modes, and what is made of questions
// afterwards.

/// Every item of a profile of that version, the questions in dispute as they were first installed.
QList<Item> filledItems(int version);
/// Sits an attempt of each mode, after those of the versions before.
Outcome fillPractice(Profile &profile);
/// Files, withdraws and settles disputes, and says of misses what there is to say.
Outcome fillReview(Profile &profile);
/// What of it does not read as it was written; undoes what fillReview() did.
QStringList practiceDifferences(Profile &profile);

} // namespace lectern::test
