// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bankshift.h"
#include "certification.h"
#include "firstseen.h"
#include "plan.h"
#include "readout.h"
#include "replay.h"
#include "selfevidence.h"

namespace lectern
{

/// All that readiness follows from. Days are study days: they end at 04:00 local time.
struct ReadinessInput {
    QList<AnswerRecord> answers; ///< in order of time
    QList<QDate> answerDays;     ///< the study day of each
    QList<StudyRecord> study;
    QList<ItemTag> bank;             ///< what topics the objectives' items have, and how hard the bank is
    QList<RationaleRead> rationales; ///< in order of time
    QList<OutsideMock> mocks;
    QStringList planned; ///< topics that have a planned block within a week
    QDate today;
    QDate examDate;           ///< invalid: not booked
    double pace = -1;         ///< share of the days until the exam that the plan studies on, 0-1; below 0: no plan
    double hoursPerDay = 1.5; ///< that a study day lasts, to tell what an hour gains
    double cut = 0.70;        ///< share of right answers that is aimed at
    double cutSd = 0.03;
};

/// What the blueprint's sections and what stands below them are called in the state: topics of the syllabus where the
/// sections are its domains, objectives where they are an outline's.
struct ReadinessShape {
    QStringList sections;
    QStringList topics; ///< topic or objective ids
    AbilityShape shape;

    int sectionOf(const QString &section) const { return int(sections.indexOf(section)); }
};
ReadinessShape readinessShape(const Certification &certification, const Blueprint &blueprint);

/// What is known of a section, or of a topic or objective below one.
struct ReadinessRow {
    QString id;
    Estimate expected;     ///< the share of right answers to be expected of new questions
    double weight = 0;     ///< percent of the exam
    int answers = 0;       ///< unaided, never seen before
    int right = 0;         ///< of them
    int repeats = 0;       ///< answers to questions seen before: no evidence
    int aided = 0;         ///< answers with a rationale at hand: no evidence
    QDate lastSeen;        ///< of any answer; invalid: none
    double pointsLost = 0; ///< weight × (1 - expected), in points of 100

    bool tested() const { return answers > 0; }
};

/// What one thing would gain: an hour of it moves the weighted score by so many points. Found from weight × slope ×
/// learning rate, so that a heavy section is not always first.
struct ReadinessAction {
    enum class Kind {
        Drill,  ///< answer questions of it: it is known so little that answers tell most, or practice is what is left
        Lesson, ///< read up on it: fewer than half were right
        Block   ///< it has a planned block that is not done
    };
    Kind kind = Kind::Drill;
    QString section;
    QString topic;            ///< topic of the syllabus that a lesson or block is of; may be empty for a drill
    QString below;            ///< topic or objective that gains most in the section
    double pointsPerHour = 0; ///< of 100
};

/// What is still missing before odds are shown.
struct OddsGap {
    enum class Kind {
        SealedAnswers, ///< first-seen answers out of sealed forms
        RecentSealed,  ///< those of the last 28 days
        SectionAnswers ///< first-seen answers of one section
    };
    Kind kind = Kind::SealedAnswers;
    QString section; ///< of SectionAnswers
    int have = 0;
    int need = 0;

    bool met() const { return have >= need; }
    bool operator==(const OddsGap &) const = default;
};

inline constexpr int sealedAnswersForOdds = 90;
inline constexpr int recentSealedForOdds = 30;
inline constexpr int recentDaysForOdds = 28;
inline constexpr int sectionAnswersForOdds = 12; ///< of a domain; of an outline's section max(6, 2 × quota)

/// The belief at the end of a study day.
struct ReadinessPoint {
    QDate day;
    Estimate weighted;
    QList<Estimate> sections; ///< in the blueprint's order
    QList<int> answers;       ///< first-seen answers until then, by section
};

/// What changed the expected score on a day.
struct ReadinessMove {
    enum class Kind {
        Rehearsal, ///< one attempt under exam conditions
        Answers,   ///< first answers of other attempts of the day on one topic or objective, or on several
        Repeats,   ///< answers that are no evidence, together
        Study,     ///< study without answers: it moves the forecast, so its points are 0
        Rest       ///< a section, after more than a week in which nothing was studied
    };
    Kind kind = Kind::Answers;
    QDate day;
    std::optional<AttemptId> attempt{}; ///< of a rehearsal
    QString id;                         ///< topic or objective where it is one, section where it rests
    int right = 0;
    int answers = 0;
    int days = 0;      ///< of Rest: how long the section has not been studied
    int minutes = 0;   ///< of Study
    double points = 0; ///< of 100, the weighted expected score after it less before it
};

/// What the answers mean for one blueprint, today and on the day of the exam.
struct ReadinessReport {
    QDate day;
    QList<ReadinessRow> sections; ///< in the blueprint's order
    QList<ReadinessRow> topics;   ///< in the syllabus' or the outline's order
    int answers = 0;              ///< first-seen and unaided, of the blueprint
    int repeats = 0;
    int aided = 0;
    int sealedAnswers = 0;
    Estimate weighted;              ///< Σ weight × section: "expected score"
    Estimate score;                 ///< of one form out of the bank, with the luck of its draw
    QDate examDay;                  ///< invalid: not booked
    std::optional<Estimate> atExam; ///< the weighted score on the day of the exam, if the plan is followed
    QList<OddsGap> gaps;            ///< all conditions of the odds, met or not
    std::optional<double> odds;     ///< 0.05-0.95, only where all conditions are met
    std::optional<double> examOdds; ///< the same on the day of the exam
    BankShift shift;
    QList<ReadinessAction> actions; ///< one for each section, most points per hour first
    QList<ReadinessPoint> trend;    ///< oldest first, the last one is today
    QList<ReadinessMove> moves;     ///< of the last 28 days, newest day first, within it by size
    double learningPerDay = 0;      ///< logits

    const ReadinessRow *section(const QString &id) const;
};

/// Pure: the same input gives the same bits. Answers whose section the blueprint does not have count as study only.
ReadinessReport readiness(const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint);

/// The belief alone, as it stands on input.today: for whoever draws questions by information.
Replay replayed(const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint);

/// What a form of `questions` out of the bank would score, as believed today: to be shown, and recorded, before a
/// rehearsal.
Estimate expectedScore(
    const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint, int questions);

/// One answer and what was expected of it before it was given.
struct Prediction {
    QDate day;
    double expected = 0.5; ///< 0-1
    double average = 0.5;  ///< the share right of all earlier ones, the constant to beat
    bool right = false;
};

/// Of every first-seen unaided answer, in order: what the belief said of it just before.
QList<Prediction> predictions(
    const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint);

} // namespace lectern
