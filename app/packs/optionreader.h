// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fields.h"
#include "item.h"

namespace lectern
{

/// Reads what a question is answered with, by its type: the options, the prompts that they are matched with, and the
/// answer where no option carries it. Wants the type, the question and the code of the item to be read already.
void readOptions(Fields &fields, Item &item);

} // namespace lectern
