// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comeback.h"
#include "diagnostic.h"
#include "drill.h"
#include "result.h"

#include <optional>

namespace lectern
{

struct Context;

/// What may be sat, as far as the answers so far decide it. Read once and kept until an attempt changes it; what only
/// drills need is read when first asked for. Known inside desk only.
struct ExamBank {
    QList<ItemTag> tags;
    QHash<QString, int> exposures;
    QSet<QString> unsealed;
    mutable QHash<QString, DiagnosticAim> aims; ///< by blueprint, as far as one was asked for: for previews

    /// Missed items whose day has come, those that no open item can stand for left out; empty where the log cannot be
    /// read.
    QList<Comeback> due(const Context &context) const;
    /// The open items that a drill may ask.
    QList<ItemTag> matching(const DrillCriteria &criteria, const Blueprint &blueprint, const Context &context) const;
    /// Without what the learner disputes: an answer to it says nothing. ProfileDamaged and others where that cannot be
    /// read.
    Result<QList<ItemTag>> undisputed(const Context &context) const;

private:
    mutable std::optional<QList<Comeback>> m_comebacks;
    mutable std::optional<QHash<QString, ItemPast>> m_pasts;
};

Result<ExamBank> readBank(const Context &context);

} // namespace lectern
