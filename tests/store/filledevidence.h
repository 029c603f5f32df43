// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changelog.h"

#include <QStringList>

namespace lectern::test
{

/// What came with version 4: an entry that is begun with its date and its evidence, ratings, mocks, results, the mark
/// of an archived certification, forecasts and rationales.
Outcome fillEvidence(Profile &profile);
/// What is not as fillEvidence() left it. Takes back what it did.
QStringList evidenceDifferences(Profile &profile, ChangeLog &changes);

} // namespace lectern::test
