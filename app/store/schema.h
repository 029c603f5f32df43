// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <functional>
#include <span>

namespace lectern
{

/// "LCT1": what tells a profile from any other SQLite file.
inline constexpr qint32 profileApplicationId = 0x4C435431;

/// One step of the schema: the statements that lead from the version before it to `version`.
struct SchemaStep {
    int version;
    std::span<const char *const> statements;
};

constexpr bool inOrder(std::span<const SchemaStep> steps)
{
    int version = 0;
    for (const SchemaStep &step : steps) {
        if (step.version != ++version || step.statements.empty())
            return false;
    }
    return version > 0;
}

/// Every step there ever was, from an empty file on.
std::span<const SchemaStep> schemaSteps();

enum class MigrationOutcome {
    UpToDate,
    Migrated,
    TooNew,       ///< the file is of a later version than the last step; nothing was done
    BackupFailed, ///< nothing was done
    StepFailed    ///< the failing step was rolled back; the steps before it stay
};

struct Migration {
    MigrationOutcome outcome = MigrationOutcome::UpToDate;
    int version = 0; ///< of the file now
    Error error;     ///< where it failed
};

/// Brings the schema to the last of `steps`, each in a transaction of its own together with its version number.
/// `backUp` is called once before the first step unless the file is fresh (version 0).
Migration migrate(
    const QSqlDatabase &database, std::span<const SchemaStep> steps, const std::function<Outcome()> &backUp);

} // namespace lectern
