// SPDX-License-Identifier: GPL-3.0-or-later
#include "planner.h"

#include <QCryptographicHash>

#include <algorithm>
#include <numeric>
#include <span>

namespace lectern
{

namespace
{

constexpr int rehearsalsAWeek = 2;
constexpr int longestPlanYears = 10;

/// A piece of a day that will become a block.
struct Slot {
    QDate date;
    int start = 0;
    int minutes = 0;
};
using Slots = std::span<const Slot>;

/// Splits a day into blocks of even length, none longer than the longest and none shorter than the shortest; up to 14
/// minutes stay free where no such split uses the whole day.
QList<int> lengthsOf(int minutes, int longest)
{
    const int wanted = (minutes + longest - 1) / longest;
    const int most = minutes / shortestBlock;
    if (wanted <= most)
        return largestRemainder(QList<int>(wanted, 1), minutes);
    return QList<int>(most, longest);
}

void addDay(QList<Slot> &row, Slot day, int longest)
{
    const QList<int> lengths = lengthsOf(day.minutes, longest);
    for (const int minutes : lengths) {
        row.append({day.date, day.start, minutes});
        day.start += minutes;
    }
}

QList<Slot> studySlots(const PlanInputs &inputs, QDate end)
{
    QList<Slot> row;
    for (QDate date = inputs.start; date < end; date = date.addDays(1)) {
        const auto weekday = static_cast<std::size_t>(date.dayOfWeek() - 1);
        addDay(row, {date, inputs.startMinute[weekday], inputs.capacity(date)}, inputs.blockMinutes);
    }
    return row;
}

/// Cuts a row of slots into runs whose minutes are in proportion to the weights, as near as whole slots allow. Every
/// run gets a slot where there are enough of them.
QList<Slots> cut(Slots row, const QList<int> &weights)
{
    const auto count = static_cast<qsizetype>(row.size());
    const qsizetype runs = weights.size();
    qint64 total = 0;
    for (const Slot &slot : row)
        total += slot.minutes;
    const qint64 weightSum = std::accumulate(weights.cbegin(), weights.cend(), qint64(0));

    QList<Slots> parts;
    qsizetype begin = 0;
    qint64 before = 0; ///< minutes of the slots before `end`
    qint64 weightBefore = 0;
    for (qsizetype run = 0; run < runs; ++run) {
        weightBefore += weights[run];
        const qsizetype fewest = count >= runs ? begin + 1 : begin;
        const qsizetype most = count >= runs ? count - (runs - 1 - run) : count;
        qsizetype end = begin;
        // A slot belongs to the run in which its middle lies.
        while (end < most) {
            const int minutes = row[static_cast<std::size_t>(end)].minutes;
            if (end >= fewest && (2 * before + minutes) * weightSum > 2 * total * weightBefore)
                break;
            before += minutes;
            ++end;
        }
        parts.append(row.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
        begin = end;
    }
    return parts;
}

QStringList topicsOf(const Certification &certification, const Stage &stage)
{
    if (!stage.topics.isEmpty())
        return stage.topics;
    QStringList ids;
    for (const QString &domainId : stage.domains) {
        if (const Domain *domain = certification.domain(domainId)) {
            for (const Topic &topic : domain->topics)
                ids.append(topic.id);
        }
    }
    return ids;
}

class Planner
{
public:
    Planner(const Certification &certification, const PlanInputs &inputs)
        : m_certification(certification)
        , m_inputs(inputs)
    {
        m_plan.neededMinutes = certification.totalHours * 60;
    }

    Plan plan(Slots row)
    {
        QList<int> weeks;
        for (const Stage &stage : m_certification.path)
            weeks.append(std::max(1, stage.lastWeek - stage.firstWeek + 1));
        const QList<Slots> stages = cut(row, weeks);
        for (int i = 0; i < stages.size(); ++i) {
            const Stage &stage = m_certification.path[i];
            const QStringList topics = topicsOf(m_certification, stage);
            if (topics.isEmpty())
                addCapstone(stage, stages[i]);
            else
                addTopics(stage, topics, stages[i]);
        }
        return m_plan;
    }

private:
    /// Half of a topic's time is reading, 30 % lab, 20 % questions.
    void addTopics(const Stage &stage, const QStringList &topics, Slots row)
    {
        const QList<Slots> shares = cut(row, QList<int>(topics.size(), 1));
        for (int i = 0; i < shares.size(); ++i) {
            const QList<Slots> parts = cut(shares[i], {50, 30, 20});
            constexpr std::array kinds{BlockKind::Read, BlockKind::Lab, BlockKind::Questions};
            for (int part = 0; part < parts.size(); ++part) {
                for (const Slot &slot : parts[part])
                    add(stage, topics[i], kinds[static_cast<std::size_t>(part)], slot);
            }
        }
    }

    /// 60 % of a capstone is project, the rest questions, among them the rehearsals.
    void addCapstone(const Stage &stage, Slots row)
    {
        const QList<Slot> days = daysOf(row);
        const QList<QDate> rehearsals = rehearsalDays(days);
        qint64 project = 0;
        qint64 questions = 0;
        for (Slot day : days) {
            if (rehearsals.contains(day.date)) {
                add(stage, {}, BlockKind::Rehearsal, {day.date, day.start, rehearsalMinutes});
                questions += rehearsalMinutes;
                day.start += rehearsalMinutes;
                day.minutes -= rehearsalMinutes;
            }
            QList<Slot> rest;
            addDay(rest, day, m_inputs.blockMinutes);
            for (const Slot &slot : std::as_const(rest)) {
                const bool projectLags = project * 40 <= questions * 60;
                (projectLags ? project : questions) += slot.minutes;
                add(stage, {}, projectLags ? BlockKind::Project : BlockKind::Questions, slot);
            }
        }
    }

    static QList<Slot> daysOf(Slots row)
    {
        QList<Slot> days;
        for (const Slot &slot : row) {
            if (!days.isEmpty() && days.constLast().date == slot.date)
                days.last().minutes += slot.minutes;
            else
                days.append(slot);
        }
        return days;
    }

    /// The longest days that have room for a rehearsal, at most two a week, spread evenly over them.
    static QList<QDate> rehearsalDays(const QList<Slot> &days)
    {
        int longest = rehearsalMinutes;
        for (const Slot &day : days)
            longest = std::max(longest, day.minutes);
        QList<QDate> fitting;
        for (const Slot &day : days) {
            if (day.minutes == longest)
                fitting.append(day.date);
        }
        if (fitting.isEmpty())
            return {};
        const qint64 weeks = days.constFirst().date.daysTo(days.constLast().date) / 7 + 1;
        const qsizetype count = std::min<qsizetype>(fitting.size(), weeks * rehearsalsAWeek);
        QList<QDate> chosen;
        for (qsizetype i = 0; i < count; ++i)
            chosen.append(fitting[(2 * i + 1) * fitting.size() / (2 * count)]);
        return chosen;
    }

    void add(const Stage &stage, const QString &topic, BlockKind kind, const Slot &slot)
    {
        Block block;
        block.date = slot.date;
        block.startMinute = slot.start;
        block.minutes = slot.minutes;
        block.kind = kind;
        block.topic = topic;
        block.stage = stage.id;
        block.uuid = uuidOf(slot);
        m_plan.plannedMinutes += slot.minutes;
        m_plan.blocks.append(block);
    }

    /// Deterministic, so that the same inputs give the same calendar entries in other programs.
    QString uuidOf(const Slot &slot) const
    {
        const QByteArray name = QStringLiteral("%1|%2|%3")
                                    .arg(m_certification.id, slot.date.toString(Qt::ISODate))
                                    .arg(slot.start)
                                    .toUtf8();
        const QByteArray hex = QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
        const auto part = [&hex](int at, int length) { return QString::fromLatin1(hex.mid(at, length)); };
        return QStringLiteral("%1-%2-5%3-a%4-%5").arg(part(0, 8), part(8, 4), part(13, 3), part(17, 3), part(20, 12));
    }

    const Certification &m_certification;
    const PlanInputs &m_inputs;
    Plan m_plan;
};

Outcome checked(const PlanInputs &inputs)
{
    if (!inputs.start.isValid())
        return Error{ErrorCode::BadInput, QStringLiteral("no start date"), QStringLiteral("start")};
    if (inputs.blockMinutes < shortestBlock || inputs.blockMinutes > longestBlock)
        return Error{
            ErrorCode::BadInput, QStringLiteral("blocks are 15 to 240 minutes"), QStringLiteral("blockMinutes")};
    for (std::size_t day = 0; day < inputs.minutesPerWeekday.size(); ++day) {
        const int minutes = inputs.minutesPerWeekday[day];
        const int start = inputs.startMinute[day];
        if (minutes < 0 || minutes > 24 * 60 || start < 0 || start >= 24 * 60)
            return Error{
                ErrorCode::BadInput, QStringLiteral("a day has 1440 minutes"), QStringLiteral("minutesPerWeekday")};
    }
    if (inputs.examDate.isValid() && inputs.examDate <= inputs.start)
        return Error{
            ErrorCode::BadInput, QStringLiteral("the exam is not after the start"), QStringLiteral("examDate")};
    if (inputs.examDate.isValid() && inputs.examDate > inputs.start.addYears(longestPlanYears))
        return Error{
            ErrorCode::BadInput, QStringLiteral("the exam is over ten years away"), QStringLiteral("examDate")};
    return Done{};
}

} // namespace

int scopeMinutes(const Certification &certification, PlanScope scope, ProjectChoice projects)
{
    const int hours = certification.totalHours * 60;
    const int projectCount = static_cast<int>(certification.projects.size());
    const int project = hours / 10;
    const int study = hours - (projectCount > 0 ? project : 0);
    int wanted = study;
    if (scope == PlanScope::Focused)
        wanted = study * 2 / 3;
    else if (scope == PlanScope::ExamOnly)
        wanted = study * 2 / 5;
    if (projects == ProjectChoice::One)
        wanted += std::min(projectCount, 1) * project;
    else if (projects == ProjectChoice::All)
        wanted += projectCount * project;
    return wanted;
}

QList<TopicNeed> evenNeeds(const Certification &certification)
{
    QList<TopicNeed> needs;
    double weights = 0;
    for (const Domain &domain : certification.domains)
        weights += domain.topics.isEmpty() ? 0 : domain.weight;
    for (const Domain &domain : certification.domains) {
        for (const Topic &topic : domain.topics)
            needs.append({topic.id, domain.weight / weights / static_cast<double>(domain.topics.size()), 0});
    }
    return needs;
}

Result<Plan> makePlan(const Certification &certification, const PlanInputs &inputs, const PlanFacts &)
{
    if (const Outcome legal = checked(inputs); !legal)
        return legal.error();
    if (certification.path.isEmpty())
        return Error{ErrorCode::BadInput, QStringLiteral("no learning path"), QStringLiteral("path")};
    const int weeks = std::clamp(certification.weeks(), 1, longestPlanYears * 52);
    const QDate pathEnd = inputs.start.addDays(qint64(weeks) * 7);
    const QList<Slot> row = studySlots(inputs, inputs.examDate.isValid() ? inputs.examDate : pathEnd);
    if (row.isEmpty())
        return Error{
            ErrorCode::BadInput, QStringLiteral("no study day before the exam"), QStringLiteral("minutesPerWeekday")};
    return Planner(certification, inputs).plan(Slots(row.cbegin(), row.cend()));
}

} // namespace lectern
