// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinessreader.h"

#include <algorithm>

namespace lectern
{

namespace
{

/// An item names an objective together with its outline.
QString objectiveIn(const Blueprint &blueprint, const QString &objective)
{
    const QString prefix = blueprint.id + u'/';
    return objective.startsWith(prefix) ? objective.mid(prefix.size()) : QString();
}

ExamModel examModel(const ReadinessInput &input, const Blueprint &blueprint)
{
    ExamModel exam;
    for (const int quota : quotas(blueprint, blueprint.questions))
        exam.quotas.push_back(quota);
    std::array<int, 3> levels{};
    int options = 0;
    int items = 0;
    for (const Section &section : blueprint.sections)
        exam.weights.push_back(section.weight);
    for (const ItemTag &item : input.bank) {
        if (item.type != ItemType::Single || sectionOf(blueprint, item.topic, item.objective).isEmpty())
            continue;
        ++levels[static_cast<size_t>(item.difficulty)];
        options += static_cast<int>(item.optionIds.size());
        ++items;
    }
    if (items > 0) {
        for (size_t level = 0; level < levels.size(); ++level)
            exam.difficulties[level] = double(levels[level]) / items;
        exam.guess = guessRate(ItemType::Single, (options + items / 2) / items);
    }
    exam.cutMean = input.cut;
    exam.cutSd = input.cutSd;
    return exam;
}

} // namespace

QString rationaleKey(const Certification &certification, const QString &topic, const QString &objective)
{
    const bool asked =
        std::any_of(certification.blueprints.begin(), certification.blueprints.end(), [&](const Blueprint &blueprint) {
            return blueprint.kind == BlueprintKind::Sections && !sectionOf(blueprint, topic, objective).isEmpty();
        });
    return asked ? objective : topic;
}

ReadinessShape readinessShape(const Certification &certification, const Blueprint &blueprint)
{
    ReadinessShape shape;
    shape.shape.sections = int(blueprint.sections.size());
    for (qsizetype at = 0; at < blueprint.sections.size(); ++at) {
        const Section &section = blueprint.sections[at];
        shape.sections << section.id;
        const auto add = [&](const QString &id) {
            shape.topics << id;
            shape.shape.topicSection.push_back(int(at));
        };
        if (blueprint.kind == BlueprintKind::Sections) {
            for (const Objective &objective : section.objectives)
                add(objective.id);
        } else if (const Domain *domain = certification.domain(section.id)) {
            for (const Topic &topic : domain->topics)
                add(topic.id);
        }
    }
    return shape;
}

ReadinessReader::ReadinessReader(
    const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint)
    : m_input(input)
    , m_blueprint(blueprint)
    , m_shape(readinessShape(certification, blueprint))
    , m_exam(examModel(input, blueprint))
    , m_replay(m_shape.shape)
    , m_study(input.study)
    , m_sections(static_cast<size_t>(m_shape.sections.size()))
    , m_topics(static_cast<size_t>(m_shape.topics.size()))
{
    for (const ItemTag &item : input.bank)
        m_rationaleKeys.insert(item.id, rationaleKey(certification, item.topic, item.objective));
    for (const AnswerRecord &answer : input.answers) {
        if (!m_rationaleKeys.contains(answer.item))
            m_rationaleKeys.insert(answer.item, rationaleKey(certification, answer.topic, answer.objective));
    }
    for (qsizetype at = 0; at < m_shape.topics.size(); ++at)
        m_topicAt.insert(m_shape.topics[at], int(at));
    std::stable_sort(
        m_study.begin(), m_study.end(), [](const StudyRecord &a, const StudyRecord &b) { return a.day < b.day; });
}

QDate ReadinessReader::nextDay() const
{
    QDate day;
    if (m_nextAnswer < m_input.answers.size())
        day = m_input.answerDays.at(m_nextAnswer);
    if (m_nextStudy < m_study.size() && (!day.isValid() || m_study.at(m_nextStudy).day < day))
        day = m_study.at(m_nextStudy).day;
    // A clock that was wrong for a while leaves days that have not come yet.
    return day.isValid() ? std::min(day, m_input.today) : day;
}

bool ReadinessReader::atAnswer() const
{
    return m_nextAnswer < m_input.answers.size() &&
           (m_nextStudy >= m_study.size() || m_input.answerDays.at(m_nextAnswer) <= m_study.at(m_nextStudy).day);
}

void ReadinessReader::advanceTo(QDate day)
{
    m_replay.advanceTo(day.toJulianDay());
}

ReadinessReader::Step ReadinessReader::next()
{
    return atAnswer() ? readAnswer() : readStudy();
}

ReadinessReader::Step ReadinessReader::readAnswer()
{
    Step step;
    const QDate day = std::min(m_input.answerDays.at(m_nextAnswer), m_input.today);
    const AnswerRecord &record = m_input.answers.at(m_nextAnswer++);
    step.answer = &record;
    step.day = day;
    for (; m_nextRationale < m_input.rationales.size() && m_input.rationales.at(m_nextRationale).utcMs <= record.utcMs;
         ++m_nextRationale) {
        const RationaleRead &read = m_input.rationales.at(m_nextRationale);
        m_replay.readRationale(m_rationaleKeys.value(read.item), read.utcMs);
    }
    step.section = m_shape.sectionOf(sectionOf(m_blueprint, record.topic, record.objective));
    step.topic = m_topicAt.value(
        m_blueprint.kind == BlueprintKind::Sections ? objectiveIn(m_blueprint, record.objective) : record.topic, -1);

    LoggedAnswer logged;
    logged.day = day.toJulianDay();
    logged.utcMs = record.utcMs;
    logged.objective = m_rationaleKeys.value(record.item);
    // With the rationales at hand all is open book. A drill shows them after the answer: only what follows is aided.
    logged.feedback = record.feedback && record.mode == AttemptMode::Study;
    logged.answer.section = step.section;
    logged.answer.topic = step.topic;
    logged.answer.difficulty = record.difficulty;
    logged.answer.guess = guessRate(record.type, record.options, record.keys);
    logged.answer.right = record.right;
    logged.answer.exposuresBefore = record.exposuresBefore;
    if (record.lastSeenUtcMs)
        logged.answer.daysSinceSeen = double(std::max<qint64>(0, record.utcMs - *record.lastSeenUtcMs)) / 86400000.0;
    m_replay.advanceTo(logged.day);
    if (step.section >= 0)
        step.expected = m_replay.ability().expectedRight(logged.answer);
    step.counted = m_replay.add(logged);
    if (record.feedback)
        m_replay.readRationale(logged.objective, record.utcMs);
    if (step.section < 0)
        return step;

    const auto count = [&](Counts &counts) {
        counts.lastSeen = day;
        switch (step.counted) {
        case Replay::Counted::Evidence:
            ++counts.answers;
            counts.right += record.right ? 1 : 0;
            break;
        case Replay::Counted::Repeat:
            ++counts.repeats;
            break;
        case Replay::Counted::Aided:
            ++counts.aided;
            break;
        case Replay::Counted::Nothing:
            break;
        }
    };
    count(m_sections[static_cast<size_t>(step.section)]);
    if (step.topic >= 0)
        count(m_topics[static_cast<size_t>(step.topic)]);
    if (step.counted == Replay::Counted::Evidence && record.sealed) {
        ++m_sealed;
        m_recentSealed += day.daysTo(m_input.today) < recentDaysForOdds ? 1 : 0;
    }
    return step;
}

ReadinessReader::Step ReadinessReader::readStudy()
{
    Step step;
    const StudyRecord &record = m_study.at(m_nextStudy++);
    step.day = std::min(record.day, m_input.today);
    step.minutes = record.minutes;
    m_replay.advanceTo(step.day.toJulianDay());
    const std::vector<double> shares = sharesOf(record.topic);
    for (size_t section = 0; section < shares.size(); ++section) {
        if (shares[section] > 0)
            m_replay.add(LoggedStudy{step.day.toJulianDay(), int(section), record.minutes * shares[section]});
    }
    return step;
}

std::vector<double> ReadinessReader::sharesOf(const QString &topic) const
{
    std::vector<double> shares(static_cast<size_t>(m_shape.sections.size()));
    if (topic.isEmpty()) {
        for (qsizetype at = 0; at < m_blueprint.sections.size(); ++at)
            shares[static_cast<size_t>(at)] = m_blueprint.sections[at].weight / 100.0;
        return shares;
    }
    if (const int at = m_topicAt.value(topic, -1); at >= 0) {
        shares[static_cast<size_t>(m_shape.shape.topicSection[static_cast<size_t>(at)])] = 1;
        return shares;
    }
    int items = 0;
    for (const ItemTag &item : m_input.bank) {
        const int section =
            item.topic == topic ? m_shape.sectionOf(sectionOf(m_blueprint, item.topic, item.objective)) : -1;
        if (section < 0)
            continue;
        ++shares[static_cast<size_t>(section)];
        ++items;
    }
    for (double &share : shares)
        share /= std::max(items, 1);
    return shares;
}

QString ReadinessReader::syllabusTopic(int topic) const
{
    const QString &id = m_shape.topics.at(topic);
    if (m_blueprint.kind == BlueprintKind::Domains)
        return id;
    QHash<QString, int> items;
    QString most;
    for (const ItemTag &item : m_input.bank) {
        if (objectiveIn(m_blueprint, item.objective) == id && ++items[item.topic] > items.value(most))
            most = item.topic;
    }
    return most;
}

} // namespace lectern
