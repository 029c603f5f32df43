// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SessionWords)
};

constexpr qsizetype namedAtMost = 2; ///< more are counted

/// The titles of a few, the number of many.
template<typename Title>
QString named(const QStringList &ids, const QString &many, Title title)
{
    if (ids.size() > namedAtMost)
        return many;
    QStringList titles;
    for (const QString &id : ids)
        titles << title(id);
    return titles.join(Words::tr(", "));
}

/// A whole domain or section is called by its name.
QString topicsNamed(const QStringList &topics, const Certification &certification)
{
    for (const Domain &domain : certification.domains) {
        const bool whole = topics.size() == domain.topics.size() &&
                           std::all_of(domain.topics.cbegin(), domain.topics.cend(),
                               [&topics](const Topic &topic) { return topics.contains(topic.id); });
        if (whole)
            return domain.title;
    }
    return named(topics, Words::tr("%n topic(s)", nullptr, int(topics.size())), [&](const QString &id) {
        const Topic *topic = certification.topic(id);
        return topic ? topic->title : id;
    });
}

QString objectivesNamed(const QStringList &objectives, const Certification &certification)
{
    for (const Blueprint &blueprint : certification.blueprints) {
        for (const Section &section : blueprint.sections) {
            const bool whole =
                !section.objectives.isEmpty() && objectives.size() == section.objectives.size() &&
                std::all_of(section.objectives.cbegin(), section.objectives.cend(), [&](const Objective &objective) {
                    return objectives.contains(blueprint.id + u'/' + objective.id);
                });
            if (whole)
                return section.title;
        }
    }
    return named(objectives, Words::tr("%n objective(s)", nullptr, int(objectives.size())),
        [](const QString &id) { return id.mid(id.indexOf(u'/') + 1); });
}

} // namespace

QString modeName(AttemptMode mode)
{
    switch (mode) {
    case AttemptMode::Rehearsal:
        return Words::tr("Rehearsal");
    case AttemptMode::Timed:
        return Words::tr("Timed practice");
    case AttemptMode::Study:
        return Words::tr("Study");
    case AttemptMode::Drill:
        return Words::tr("Drill");
    case AttemptMode::Diagnostic:
        break;
    }
    return Words::tr("Diagnostic");
}

QString modeNote(AttemptMode mode)
{
    switch (mode) {
    case AttemptMode::Rehearsal:
        return Words::tr("Exam conditions: no pause, no feedback, questions never shown before.");
    case AttemptMode::Timed:
        return Words::tr("Against the clock, can be paused.");
    case AttemptMode::Study:
        return Words::tr("Feedback and every rationale after each question.");
    case AttemptMode::Drill:
        return Words::tr("Missed, unsure, unseen, slow, or by topic.");
    case AttemptMode::Diagnostic:
        break;
    }
    return Words::tr("20 questions chosen to learn most about you.");
}

QString modeIcon(AttemptMode mode)
{
    switch (mode) {
    case AttemptMode::Rehearsal:
        return QStringLiteral("chronometer");
    case AttemptMode::Timed:
        return QStringLiteral("media-playback-pause");
    case AttemptMode::Study:
        return QStringLiteral("documentation");
    case AttemptMode::Drill:
        return QStringLiteral("view-filter");
    case AttemptMode::Diagnostic:
        break;
    }
    return QStringLiteral("help-hint");
}

QString difficultyName(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::Easy:
        return Words::tr("easier");
    case Difficulty::Medium:
        return Words::tr("medium");
    case Difficulty::Hard:
        break;
    }
    return Words::tr("harder");
}

QString criteriaWords(const DrillCriteria &criteria, const Certification &certification)
{
    if (!criteria.items.isEmpty())
        return Words::tr("%n chosen question(s)", nullptr, int(criteria.items.size()));
    QStringList words;
    for (const auto &[wanted, word] : {std::pair(criteria.due, Words::tr("due to come back")),
             std::pair(criteria.missed, Words::tr("missed")), std::pair(criteria.unsure, Words::tr("unsure")),
             std::pair(criteria.unseen, Words::tr("unseen")), std::pair(criteria.slow, Words::tr("slow"))}) {
        if (wanted)
            words << word;
    }
    if (!criteria.topics.isEmpty())
        words << topicsNamed(criteria.topics, certification);
    if (!criteria.objectives.isEmpty())
        words << objectivesNamed(criteria.objectives, certification);
    for (const Difficulty difficulty : criteria.difficulties)
        words << difficultyName(difficulty);
    if (criteria.notInLast > 0)
        words << Words::tr("not in the last %n attempt(s)", nullptr, criteria.notInLast);
    return words.join(Words::tr(", "));
}

QString sessionTitle(AttemptMode mode, const DrillCriteria &criteria, const Certification &certification)
{
    const QString words = criteriaWords(criteria, certification);
    return words.isEmpty() ? modeName(mode)
                           : Words::tr("%1: %2", "mode of an exam, what it asks").arg(modeName(mode), words);
}

const Objective *objectiveOf(const Certification &certification, const QString &id)
{
    const qsizetype cut = id.indexOf(u'/');
    const Blueprint *blueprint = certification.blueprint(id.left(cut));
    if (!blueprint)
        return nullptr;
    for (const Section &section : blueprint->sections) {
        for (const Objective &objective : section.objectives) {
            if (objective.id == QStringView(id).mid(cut + 1))
                return &objective;
        }
    }
    return nullptr;
}

} // namespace lectern
