// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printsheet.h"
#include "reportdesk.h"

namespace lectern
{

/// The error book by domain and topic: each question that was missed with the reader's own rule first, what went wrong,
/// the key and the rationales.
PrintSheet errorBookSheet(
    const ReportDesk &desk, const Certification &certification, const QList<ReportDesk::ErrorBookEntry> &book);

} // namespace lectern
