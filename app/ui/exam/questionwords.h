// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dispute.h"

#include <QString>

namespace lectern
{

/// What a state of a question's history means to a reader; a state that is not known stands for itself.
QString stateWords(const QString &state);
/// "22/11/2026" as the language writes it.
QString dayWords(QDate day);
/// As much of a revision's hash as tells two apart.
QString shortRevision(const QString &revision);
/// "The key is wrong": the reader's own words for a kind of dispute.
QString disputeWords(DisputeKind kind);
/// What to do about a flaw; empty where there is none.
QString flawWords(DisputeFlaw flaw);

} // namespace lectern
