// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appointment.h"
#include "plan.h"
#include "result.h"

#include <optional>

namespace lectern
{

class ChangeLog;
class Profile;

/// The exam's appointment, the plan and its blocks, the time log. Writes go through the change log: call them inside
/// ChangeLog::perform.
class PlanStore
{
public:
    PlanStore(Profile &profile, ChangeLog &changes);

    Result<Appointment> appointment() const; ///< not booked if none
    Outcome setAppointment(const Appointment &appointment);

    Result<std::optional<PlanInputs>> inputs() const;
    Outcome replacePlan(const PlanInputs &inputs, const QList<Block> &blocks);
    /// The plan becomes these blocks: those with an id are changed where they differ, those without are added with one,
    /// and a uuid where they have none; all others go. NotAllowed where one of them has logged minutes.
    Outcome setBlocks(const QList<Block> &blocks);
    Result<QList<Block>> blocks(QDate from, QDate to) const; ///< inclusive, by date and start
    Result<QList<Block>> allBlocks() const;
    Result<Block> block(BlockId id) const; ///< NotFound
    Result<std::optional<Block>> blockWith(const QString &uuid) const;
    Result<std::optional<Block>> nextPlanned(
        QDate from) const;                                  ///< the first block on or after that day that is not done
    Result<int> plannedMinutes(QDate from, QDate to) const; ///< sum over all blocks, inclusive
    Outcome setState(BlockId id, BlockState state);
    Outcome logMinutes(BlockId id, int minutes, QDate day, qint64 nowUtcMs); ///< minutes 1-1440
    Result<int> loggedMinutes() const;                                       ///< of everything ever logged

    Result<QList<StudyRecord>> studied() const; ///< the time log, in order of days

    Outcome addBlock(const Block &block); ///< with a new id, and a uuid where it has none
    /// Writes everything of the block but its id, uuid and logged minutes. NotFound.
    Outcome setBlock(const Block &block);
    Outcome removeBlock(BlockId id); ///< NotFound; NotAllowed for one with logged minutes

private:
    Profile &m_profile;
    ChangeLog &m_changes;
};

} // namespace lectern
