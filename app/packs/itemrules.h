// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fields.h"
#include "item.h"

namespace lectern
{

/// What makes a well-formed item a bad one: options that say the same or refer to each other, code too large for the
/// screen of an exam (errors), and signs of a guessable or bloated item (warnings). Reads nothing; `fields` are the
/// item's, for the places.
void checkItem(const Item &item, Fields &fields);

} // namespace lectern
