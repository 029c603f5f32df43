// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <optional>

namespace lectern
{

// What the JSON columns of an attempt's rows hold. Each text is the only one for what it says: it is empty, or a key
// absent, where that is the default, and every other spelling is refused. So a row of a version without the column
// reads as it was meant, and none has two checksums.

/// Of an attempt: its rules, and what a drill asks.
QString setupDetails(const AttemptSetup &setup);
/// Fills in `setup`; false for a text that setupDetails() does not write.
bool readSetupDetails(const QString &text, AttemptSetup &setup);

/// Of a seat: whether it counts, the reserve it was drawn from, the missed item it stands for.
QString seatDetails(const FormItem &seat);
bool readSeatDetails(const QString &text, FormItem &seat);

/// Of an event: {"choice":[…]} or {"text":"…"} for the kinds that have one, else {}.
QString payloadOf(const AttemptEvent &event);
bool readPayload(const QString &payload, AttemptEvent &event);

/// A list of ids as JSON text, and back.
QString listText(const QStringList &list);
std::optional<QStringList> listFromText(const QString &text);

} // namespace lectern
