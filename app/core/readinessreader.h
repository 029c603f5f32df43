// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readiness.h"

namespace lectern
{

/// Items that share this key share a rationale: those of one objective, or of one topic where no outline asks them.
QString rationaleKey(const Certification &certification, const QString &topic, const QString &objective);

/// Goes through a readiness input in the order in which it happened, and keeps count of what each answer came to be.
class ReadinessReader
{
public:
    /// Of the rows that answers may be of: those of the sections first, then those of topics or objectives.
    struct Counts {
        int answers = 0;
        int right = 0;
        int repeats = 0;
        int aided = 0;
        QDate lastSeen;
    };

    ReadinessReader(const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint);

    /// The day of the next answer or study; invalid behind the last one. What a clock ahead of time dates
    /// later than today is today's.
    QDate nextDay() const;
    bool atAnswer() const; ///< what comes next is an answer
    /// Lets the days pass until `day`.
    void advanceTo(QDate day);

    struct Step {
        const AnswerRecord *answer = nullptr; ///< null: study
        QDate day;
        int section = -1;
        int topic = -1;
        double expected = 0.5; ///< of the answer, before it was given
        int minutes = 0;       ///< of study
        Replay::Counted counted = Replay::Counted::Nothing;
    };
    Step next();

    const Replay &replay() const { return m_replay; }
    const ReadinessShape &shape() const { return m_shape; }
    const ExamModel &exam() const { return m_exam; }
    const Counts &section(int at) const { return m_sections[static_cast<size_t>(at)]; }
    const Counts &topic(int at) const { return m_topics[static_cast<size_t>(at)]; }
    int sealedAnswers() const { return m_sealed; }
    int recentSealed() const { return m_recentSealed; }
    /// The topic of the syllabus that most items of a topic or objective of the shape have; may be empty.
    QString syllabusTopic(int topic) const;

private:
    Step readAnswer();
    Step readStudy();
    /// By how much a topic of the syllabus belongs to each section.
    std::vector<double> sharesOf(const QString &topic) const;

    const ReadinessInput &m_input;
    const Blueprint &m_blueprint;
    ReadinessShape m_shape;
    ExamModel m_exam;
    Replay m_replay;
    QHash<QString, QString> m_rationaleKeys; ///< by item
    QHash<QString, int> m_topicAt;
    QList<StudyRecord> m_study; ///< in order of days
    qsizetype m_nextAnswer = 0;
    qsizetype m_nextStudy = 0;
    qsizetype m_nextRationale = 0;
    std::vector<Counts> m_sections;
    std::vector<Counts> m_topics;
    int m_sealed = 0;
    int m_recentSealed = 0;
};

} // namespace lectern
