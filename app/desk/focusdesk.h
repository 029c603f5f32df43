// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "focus.h"
#include "result.h"

#include <QObject>
#include <optional>

namespace lectern
{

struct Context;

/// The focus timer: one at a time, kept every focusBeatMs while it runs, so that a crash costs one beat at most. What
/// it measured goes to the block's time log in one undoable change; the timer itself is never under undo.
class FocusDesk : public QObject
{
    Q_OBJECT
public:
    /// Finds the timer again that was running or paused when the profile was open last.
    explicit FocusDesk(Context &context, QObject *parent = nullptr);

    struct Reading {
        std::optional<Block> block; ///< null: it is no longer in the plan
        qint64 workedMs = 0;        ///< by this timer
        bool running = false;
        QDate day;          ///< study day that finish() logs for: the one on which it ran last
        bool found = false; ///< left over from a session before: nobody has said yet what becomes of it
        /// Of a timer that ran when that session broke off, on the same study day: what passed until it was found.
        qint64 gapMs = 0;

        int minutes() const { return loggedMinutesOf(workedMs); } ///< that finish() logs
        qint64 totalMs() const;                                   ///< with what the block had logged before
        int overMinutes() const;                                  ///< whole minutes beyond the block's length
    };
    std::optional<Reading> reading() const; ///< null: no timer
    bool isAbout(BlockId block) const;
    QDate today() const; ///< the study day

    /// NotAllowed while the timer of another block holds a minute or more. That of the same block goes on.
    Outcome start(BlockId block);
    Outcome pause();
    Outcome resume();
    /// So many minutes (0-1440) were worked, whatever was counted; BadInput otherwise.
    Outcome correct(int minutes);
    /// Logs what was worked and ends the timer. Where nothing is said the block is done if its length was reached, else
    /// partly. Under a minute nothing is logged. Returns the minutes logged. NotFound where the block is no longer in
    /// the plan.
    Result<int> finish(FocusEnd said);
    Outcome discard();
    Outcome takeBack(); ///< the timer that was discarded last, paused. NotAllowed while there is another.
    /// To be called about every second. An error where a beat that is due could not be kept; the next call tries again.
    Outcome tick();
    /// To be called before the program ends: nothing counts from then on.
    Outcome keep();

    /// The plan has changed.
    void refresh();

Q_SIGNALS:
    void changed(); ///< started, paused, ended, or its block differs
    void logged();  ///< the time log and the block differ

private:
    Outcome put(const FocusTimer &timer);
    Outcome write(const FocusTimer &timer);
    void take(const std::optional<FocusTimer> &timer);
    QDate dayAt(const Moment &now) const;

    Context &m_context;
    std::optional<FocusTimer> m_timer;
    std::optional<FocusTimer> m_discarded;
    std::optional<Block> m_block; ///< of the timer
    qint64 m_keptMs = 0;          ///< how much of the timer is durable
    qint64 m_gapMs = 0;
    bool m_found = false;
};

} // namespace lectern
