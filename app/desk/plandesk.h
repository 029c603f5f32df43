// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appointment.h"
#include "blockedit.h"
#include "planner.h"
#include "result.h"

#include <QObject>
#include <QSet>
#include <functional>
#include <optional>

namespace lectern
{

struct Certification;
struct Context;
struct ReadinessReport;

/// The exam's date and the road to it.
class PlanDesk : public QObject
{
    Q_OBJECT
public:
    /// What a plan follows from besides its inputs, told by other desks whenever it is asked for.
    struct Outlook {
        std::function<Result<ReadinessReport>(const QString &blueprint)> readiness;
        std::function<int(const QString &blueprint)> formsLeft;
    };
    PlanDesk(Context &context, Outlook outlook, QObject *parent = nullptr);

    const Certification &certification() const;
    QDate today() const;   ///< the study day: it ends at 04:00 local time
    QDateTime now() const; ///< local

    Appointment appointment() const;
    Outcome setAppointment(const Appointment &appointment);
    std::optional<int> daysToExam() const;

    PlanInputs defaultInputs() const;                     ///< from tomorrow's week on, evenings, the appointment's date
    std::optional<PlanInputs> inputs() const;             ///< of the current plan
    Result<Plan> preview(const PlanInputs &inputs) const; ///< new blocks beside those that stay and around busy times
    /// Plans anew from today on. What is past, begun or locked stays; what was left undone there is settled by it.
    Outcome makePlan(const PlanInputs &inputs);
    /// What is known for a plan of that blueprint (unknown: the recommended one). Kept until changed() or the next day.
    PlanFacts facts(const QString &blueprint) const;
    /// Topics of which that blueprint (unknown: the recommended one) asks nothing.
    QSet<QString> beyondTheExam(const QString &blueprint) const;
    /// Those of the plan's blueprint; empty without a plan.
    QSet<QString> beyondTheExam() const;
    void forgetFacts(); ///< an attempt or a setting changed what they are
    bool hasPlan() const;
    /// All blocks at once, as a repair leaves them; with other inputs where they are given. One undoable change.
    Outcome replace(
        const QString &label, const QList<Block> &blocks, const std::optional<PlanInputs> &inputs = std::nullopt);

    QList<Block> blocks(QDate from, QDate to) const;
    QList<Block> allBlocks() const;
    std::optional<Block> nextBlock() const; ///< the first block from today on that is not done
    QList<WeekLoad> weekLoads() const;
    int loggedMinutes() const;
    int plannedMinutesUntil(QDate day) const; ///< of all blocks up to and including that day
    int stageWeek(QDate date) const;          ///< 1-based week of the plan, 0 before or after it
    int planWeeks() const;                    ///< from the start to the exam, 0 without a plan

    /// Done logs so many minutes (1-1440); without them the block's planned ones if none were logged and
    /// the focus timer is not about it.
    Outcome setDone(BlockId id, bool done, std::optional<int> minutes = {});
    Outcome logMinutes(BlockId id, int minutes);

    /// Edits by hand, each one undoable change; NotAllowed with the word of an EditRefusal as `where`, BadInput for
    /// minutes that no block has (core/blockedit.h has the rules). Returned is the block as it stands then.
    EditScene scene() const;
    Result<Block> move(BlockId id, QDate date, int startMinute);
    Result<Block> copy(BlockId id, QDate date, int startMinute);
    Result<Block> resize(BlockId id, int minutes); ///< later blocks of the day make room
    Result<Block> split(BlockId id, int firstMinutes);
    Outcome setLocked(BlockId id, bool locked);
    /// A missed block stays as a miss that is settled; what built on a removed one builds on what that built on.
    Outcome removeBlock(BlockId id);
    /// Logs so many minutes (1-1440) of a block that is not done; the rest of it is owed.
    Outcome setPartly(BlockId id, int minutes);

    /// Where a block of so many minutes would go: the first study day after today with room for it, else the one of the
    /// next two weeks that it overfills least; without a plan tomorrow evening. Kind, topic and stage are left open.
    Block placeFor(int minutes) const;
    /// Adds a block there. Undoable. BadInput for minutes that no block has.
    Outcome addBlock(BlockKind kind, const QString &topic, int minutes);

    /// "ics" or "csv" bytes of the whole plan.
    Result<QByteArray> exportSchedule(const QString &format) const;

Q_SIGNALS:
    void changed();

private:
    QList<BusyTime> busyTimes() const;
    Outcome write(const QString &label, const std::function<Outcome()> &write);
    Result<Block> writeBlocks(const QString &label, const QList<Block> &blocks);

    Context &m_context;
    Outlook m_outlook;
    mutable std::optional<std::pair<QString, PlanFacts>> m_facts; ///< of a blueprint
    mutable std::optional<std::pair<QString, QSet<QString>>> m_beyond;
};

} // namespace lectern
