// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planner.h"

namespace lectern
{

/// How a plan's time is shared: what of the path is left, and how much of it each stage, topic and project gets.
class PlanWeights
{
public:
    struct TopicWeight {
        QString topic;
        int weight = 0;
        QList<std::pair<BlockKind, int>> kinds; ///< in order, with their parts of the topic's time in percent
    };
    struct StageWeight {
        const Stage *stage = nullptr;
        int weight = 0;            ///< above 0
        QList<TopicWeight> topics; ///< empty: the capstone
    };

    PlanWeights(const Certification &certification, const PlanInputs &inputs, const PlanFacts &facts);

    /// Stages that still ask for time, in order: the mean of their weeks and of what the blueprint asks of their
    /// topics, less what has been studied.
    const QList<StageWeight> &stages() const { return m_stages; }
    const QList<TopicNeed> &asked() const { return m_asked; } ///< topics that the blueprint asks
    const TopicNeed *need(const QString &topic) const;        ///< null for one that is beyond the exam

    double capstoneShare() const { return m_capstoneShare; } ///< 0-1, of the time of all stages
    const QList<const Project *> &projects() const { return m_projects; }
    int projectMinutes() const { return m_projectMinutes; } ///< of one project
    int neededMinutes() const { return m_neededMinutes; }   ///< study that the scope still asks for

private:
    void chooseProjects(const Certification &certification, const PlanInputs &inputs);
    void weighStages(const Certification &certification, int studyMinutes);
    TopicWeight topicWeight(const QString &topic, double meanShare, double left) const;
    /// 0-1: how much of a topic's minutes have not been studied yet.
    double leftOf(const QString &topic, double minutes) const;

    PlanScope m_scope;
    QList<TopicNeed> m_asked;
    QHash<QString, qsizetype> m_askedAt;
    QHash<QString, int> m_studied; ///< minutes by topic
    QList<StageWeight> m_stages;
    QList<const Project *> m_projects;
    double m_capstoneShare = 0;
    int m_projectMinutes = 0;
    int m_neededMinutes = 0;
};

/// Topics of a stage: its own, or all of its domains'.
QStringList topicsOf(const Certification &certification, const Stage &stage);

} // namespace lectern
