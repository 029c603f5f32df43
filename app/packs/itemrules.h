// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fields.h"
#include "item.h"

namespace lectern
{

class KnownNames;

/// What makes a well-formed item one that the program should not show: options that say the same or refer to each
/// other, code too large for the screen of an exam (errors), and signs of a bloated item (warnings). Reads nothing;
/// `fields` are the item's, for the places.
void checkItem(const Item &item, Fields &fields);

/// What an author has to look at besides, and the program need not know: flaws of wording that give the key away,
/// faults of code, old names, sources not checked for long before `on`.
void inspectItem(const Item &item, Fields &fields, const KnownNames &names, QDate on);

// The parts of inspectItem().
void inspectTexts(const Item &item, Fields &fields);
void inspectOptions(const Item &item, Fields &fields);
void inspectCode(const Item &item, Fields &fields);
void inspectNames(const Item &item, Fields &fields, const KnownNames &names);

/// Reports a flaw of a field of an option. Places are of the list: a problem's key names the option.
void flaw(const Fields &fields, qsizetype option, const char16_t *field, const QString &detail, Severity severity);

} // namespace lectern
