// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plandays.h"
#include "planweights.h"
#include "random.h"

namespace lectern
{

/// Fills the ends of study days with what was studied before: each topic comes back after growing intervals, those that
/// weigh more or are weaker sooner; between them reviews of missed questions, mixed questions and timed practice. The
/// sense of spacing: Cepeda et al. 2006, doi:10.1037/0033-2909.132.3.354.
class PlanReturns
{
public:
    struct Choice {
        Slot slot;
        BlockKind kind = BlockKind::Questions;
        BlockAim aim = BlockAim::Return;
        QString topic;
        QString depends; ///< uuid of the topic's last block before
    };

    /// `blocks` are those that the plan has so far.
    PlanReturns(const PlanWeights &weights, const PlanInputs &inputs, const PlanFacts &facts,
        const QList<Block> &blocks, QDate from);

    /// What a slot is for; slots must come in order of their dates. A long one may be cut in two.
    QList<Choice> choose(const Slot &slot);

private:
    struct Topic {
        QString topic;
        double urgency = 1;
        QDate last;    ///< when it was studied last; invalid: not yet
        QString block; ///< of that day
        int returns = 0;
    };

    void goTo(QDate date);
    Choice chooseOne(const Slot &slot);
    Topic *due(QDate date);

    QList<Topic> m_topics;
    QHash<QString, qsizetype> m_at;
    QList<Block> m_blocks; ///< in order
    qsizetype m_next = 0;
    Random m_random;
    QDate m_from;
    QDate m_lastMissed;
    QDate m_lastTimed;
};

} // namespace lectern
