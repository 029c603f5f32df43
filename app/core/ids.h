// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace lectern
{

// Row ids are types of their own, so that an attempt's id cannot be passed where a block's is meant.
// Packs, items, topics and blueprints are named by slugs (QString) that their authors chose.
enum class AttemptId : qint64 {};
enum class BlockId : qint64 {};
enum class ChangeId : qint64 {};
enum class EvidenceId : qint64 {};
enum class ExamResultId : qint64 {};
enum class OutsideMockId : qint64 {};

template<typename Id>
constexpr qint64 raw(Id id)
{
    return static_cast<qint64>(id);
}

} // namespace lectern
