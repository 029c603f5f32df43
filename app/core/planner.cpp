// SPDX-License-Identifier: GPL-3.0-or-later
#include "planner.h"

#include "plandays.h"
#include "planreturns.h"
#include "planweights.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr int longestPlanYears = 10;
constexpr int fortnight = 14;
constexpr int lastWeek = 7;
constexpr int lightShare = 80;        ///< percent of a day of the last week
constexpr int lastDayMinutes = 60;    ///< of the day before the exam
constexpr int diagnosticMinutes = 45; ///< 20 questions at the exam's pace, with a look at the rationales
constexpr int guideCheckMinutes = 15;
constexpr int guideCheckDays = 14;    ///< before the exam
constexpr int guideCheckReach = 4;    ///< days that it may be moved
constexpr int lookbackMinutes = 60;   ///< of a rehearsal
constexpr int restAfterRehearsal = 4; ///< days between the last one and the exam
constexpr int rehearsalGap = 5;       ///< days between two
constexpr int mostRehearsals = 6;
constexpr int tailShare = 20; ///< percent of a day's study that returns to what was studied before
constexpr int longestTail = 90;
constexpr int tailsFrom = 3;             ///< days after the start
constexpr int capstoneProjectShare = 50; ///< percent

int down(int minutes, int step = shortestBlock)
{
    return minutes / step * step;
}

/// Of the planning of one plan: what is decided so far.
class Planner
{
public:
    Planner(const Certification &certification, const PlanInputs &inputs, const PlanFacts &facts, QDate from, QDate end)
        : m_certification(certification)
        , m_inputs(inputs)
        , m_facts(facts)
        , m_weights(certification, inputs, facts)
        , m_from(from)
        , m_end(end)
        , m_days(freeDays(inputs, facts.kept, from, end))
    {
        for (const Block &block : facts.kept)
            m_uuids.insert(block.uuid);
    }

    bool empty() const { return m_days.isEmpty(); }

    Plan plan()
    {
        lightenTheEnd();
        placeDiagnostic();
        placeGuideCheck();
        placeRehearsals();
        reserveBuffers();
        useWhatIsNeeded();
        placeProjects();
        reserveTails();
        fillDays();
        return finished();
    }

private:
    void lightenTheEnd()
    {
        const bool longPlan = m_from.daysTo(m_end) >= 3 * lastWeek;
        for (FreeDay &day : m_days) {
            const qint64 left = day.date.daysTo(m_end);
            if (left == 1 && m_from.daysTo(m_end) > 2)
                day.allowance = std::min(day.allowance, lastDayMinutes);
            else if (longPlan && left <= lastWeek)
                day.allowance =
                    std::max(std::min(day.allowance, shortestBlock), down(day.allowance * lightShare / 100));
        }
    }

    void placeDiagnostic()
    {
        if (m_facts.diagnosed || std::any_of(m_facts.kept.cbegin(), m_facts.kept.cend(), [this](const Block &block) {
                return block.aim == BlockAim::Diagnostic && block.date >= m_from && block.state == BlockState::Planned;
            }))
            return;
        // A diagnostic can go on tomorrow: where no evening is long enough the first one begins it.
        constexpr qsizetype firstDays = 4;
        FreeDay *best = nullptr;
        for (qsizetype i = 0; i < std::min(firstDays, m_days.size()); ++i) {
            if (!best ||
                (best->longestStretch() < diagnosticMinutes && m_days[i].longestStretch() > best->longestStretch()))
                best = &m_days[i];
        }
        if (!best)
            return;
        const int minutes =
            std::min({diagnosticMinutes, best->longestStretch(), best->allowance, m_inputs.blockMinutes});
        if (const auto slot = best->takeWhole(minutes))
            add(*slot, BlockKind::Questions, BlockAim::Diagnostic);
    }

    void placeGuideCheck()
    {
        if (!m_inputs.examDate.isValid())
            return;
        const QDate wanted = m_inputs.examDate.addDays(-guideCheckDays);
        const auto distance = [&wanted](const FreeDay &day) {
            const qint64 days = day.date.daysTo(wanted);
            return days >= 0 ? 2 * days : -2 * days + 1;
        };
        FreeDay *best = nullptr;
        for (FreeDay &day : m_days) {
            if (day.allowance >= guideCheckMinutes && distance(day) <= 2 * guideCheckReach &&
                (!best || distance(day) < distance(*best)))
                best = &day;
        }
        if (!best)
            return;
        if (const auto slot = best->takeWhole(guideCheckMinutes))
            add(*slot, BlockKind::Read, BlockAim::GuideCheck);
    }

    /// From the middle of the plan on, evenly apart, the last as late as may be.
    void placeRehearsals()
    {
        QList<FreeDay *> fitting;
        const qint64 span = m_from.daysTo(m_end);
        for (FreeDay &day : m_days) {
            if (day.longSitting && day.longestStretch() >= rehearsalMinutes && day.allowance >= rehearsalMinutes &&
                day.date.daysTo(m_end) >= restAfterRehearsal && m_from.daysTo(day.date) * 5 >= span * 2)
                fitting.append(&day);
        }
        if (fitting.isEmpty())
            return;
        const auto planned = std::count_if(m_facts.kept.cbegin(), m_facts.kept.cend(), [this](const Block &block) {
            return block.kind == BlockKind::Rehearsal && block.date >= m_from && block.state == BlockState::Planned;
        });
        const bool sealedForms = m_facts.formsLeft > 0;
        const qint64 forms = sealedForms ? std::max<qint64>(0, m_facts.formsLeft - planned) : mostRehearsals;
        const qint64 wish = std::clamp<qint64>((span + 10) / 21, 1, mostRehearsals) - planned;
        const qint64 count = std::min(forms, wish);
        QDate next = fitting.constLast()->date.addDays(rehearsalGap);
        const QDate first = fitting.constFirst()->date;
        const QDate last = fitting.constLast()->date;
        for (qint64 i = 0; i < count; ++i) {
            const QDate wanted = last.addDays(-i * first.daysTo(last) / std::max<qint64>(1, count - 1));
            FreeDay *best = nullptr;
            for (FreeDay *day : std::as_const(fitting)) {
                if (day->taken || day->date.daysTo(next) < rehearsalGap)
                    continue;
                if (!best || std::abs(day->date.daysTo(wanted)) < std::abs(best->date.daysTo(wanted)))
                    best = day;
            }
            if (!best)
                break;
            placeRehearsal(*best, sealedForms);
            next = best->date;
        }
    }

    void placeRehearsal(FreeDay &day, bool sealedForm)
    {
        const auto slot = day.takeWhole(rehearsalMinutes);
        if (!slot)
            return;
        day.taken = true;
        const QString uuid = sealedForm ? add(*slot, BlockKind::Rehearsal, BlockAim::Study)
                                        : add(*slot, BlockKind::Questions, BlockAim::Timed);
        const int look = std::min({lookbackMinutes, m_inputs.blockMinutes, day.allowance, day.longestStretch()});
        if (const auto rest = day.takeWhole(down(look), slot->start + slot->minutes))
            m_blocks[indexOf(add(*rest, BlockKind::Review, BlockAim::Lookback))].depends = uuid;
    }

    /// At the end of each fortnight, on no more than half of a day.
    void reserveBuffers()
    {
        if (m_inputs.bufferPercent <= 0)
            return;
        for (QDate begin = m_from; begin < m_end; begin = begin.addDays(fortnight)) {
            const QDate end = std::min(begin.addDays(fortnight), m_end.addDays(-restAfterRehearsal));
            int capacity = 0;
            for (const FreeDay &day : std::as_const(m_days)) {
                if (day.date >= begin && day.date < end)
                    capacity += m_inputs.capacity(day.date);
            }
            int wanted = std::max(shortestBlock, down(capacity * m_inputs.bufferPercent / 100));
            for (const int share : {50, 100}) {
                for (qsizetype i = m_days.size() - 1; i >= 0 && wanted >= shortestBlock; --i) {
                    FreeDay &day = m_days[i];
                    if (day.date < begin || day.date >= end || day.buffer > 0)
                        continue;
                    const int minutes = std::min(wanted, down(day.allowance * share / 100));
                    if (minutes < shortestBlock)
                        continue;
                    day.buffer = minutes;
                    day.allowance -= minutes;
                    wanted -= minutes;
                }
            }
        }
    }

    /// Where there is more time than the scope asks, every day is used in the same part.
    void useWhatIsNeeded()
    {
        qint64 usable = 0;
        for (const FreeDay &day : std::as_const(m_days))
            usable += day.allowance;
        int placed = 0;
        for (const Block &block : std::as_const(m_blocks))
            placed += block.minutes;
        const qint64 needed = std::max(0, m_weights.neededMinutes() - placed);
        m_share = usable > 0 ? std::min(1.0, static_cast<double>(needed) / static_cast<double>(usable)) : 1.0;
        if (needed >= usable)
            return;
        qint64 before = 0;
        qint64 used = 0;
        for (FreeDay &day : m_days) {
            before += day.allowance;
            const qint64 wanted = before * needed / usable - used;
            day.allowance = wanted < shortestBlock ? 0 : std::min(day.allowance, down(static_cast<int>(wanted), 5));
            used += day.allowance;
        }
    }

    /// Milestones on the longest days of the weeks before the capstone, evenly apart, requirement after requirement.
    void placeProjects()
    {
        const QList<const Project *> projects = m_weights.projects();
        if (projects.isEmpty())
            return;
        const int capstonePart = m_weights.capstoneShare() > 0 ? 60 : 100;
        const double perProject = m_weights.projectMinutes() * m_share * capstonePart / 100.0;
        const int length = std::min(longestBlock, 2 * m_inputs.blockMinutes);
        struct Milestone {
            const Project *project;
            QString requirement;
        };
        QList<Milestone> milestones;
        for (const Project *project : projects) {
            const auto requirements = static_cast<int>(project->requirements.size());
            const int count = static_cast<int>(perProject / length + 0.5);
            for (int i = 0; i < count; ++i)
                milestones.append(
                    {project, requirements > 0 ? project->requirements[i * requirements / count].id : QString()});
        }
        const auto days =
            static_cast<qint64>(static_cast<double>(m_from.daysTo(m_end)) * (1.0 - m_weights.capstoneShare()));
        QString before;
        QDate after = m_from.addDays(-1);
        for (qsizetype i = 0; i < milestones.size(); ++i) {
            const QDate begin = std::max(m_from.addDays(days * i / milestones.size()), after.addDays(1));
            const QDate end = m_from.addDays(days * (i + 1) / milestones.size());
            FreeDay *best = nullptr;
            for (FreeDay &day : m_days) {
                if (day.date < begin || day.date >= end || day.taken)
                    continue;
                if (!best ||
                    std::min(day.longestStretch(), day.allowance) > std::min(best->longestStretch(), best->allowance))
                    best = &day;
            }
            if (!best)
                continue;
            const int room = std::min(best->longestStretch(), best->allowance);
            // A day keeps some of its hours for the stage's own theme.
            const auto slot = best->takeWhole(down(std::min(length, room >= 2 * length ? length : room * 2 / 3)));
            if (!slot)
                continue;
            Block &block = m_blocks[indexOf(add(*slot, BlockKind::Project, BlockAim::Study))];
            block.project = milestones[i].project->id;
            block.requirement = milestones[i].requirement;
            block.depends = before;
            before = block.uuid;
            after = best->date;
        }
        m_lastMilestone = before;
        m_lastMilestoneDay = after;
    }

    void reserveTails()
    {
        int owed = 0; // percent-minutes
        for (FreeDay &day : m_days) {
            // In the first days there is nothing to return to.
            if (m_facts.studied.isEmpty() && m_from.daysTo(day.date) < tailsFrom)
                continue;
            owed += day.allowance * tailShare;
            const int tail = std::min({down(owed / 100), longestTail, down(day.allowance)});
            // A short evening is either one or the other.
            if (tail < shortestBlock || (day.allowance < 3 * shortestBlock && owed / 100 < day.allowance))
                continue;
            day.tail =
                day.allowance < 3 * shortestBlock ? day.allowance : std::min(tail, day.allowance - shortestBlock);
            owed -= day.tail * 100;
        }
    }

    void fillDays()
    {
        QList<Slot> themes;
        QList<Slot> tails;
        QList<Slot> buffers;
        for (FreeDay &day : m_days) {
            themes.append(day.take(day.allowance - day.tail, m_inputs.blockMinutes));
            tails.append(day.take(day.allowance, std::min(longestTail, m_inputs.blockMinutes)));
            day.allowance = day.buffer;
            buffers.append(day.take(day.buffer, longestBlock));
        }
        placeThemes(Slots(themes.cbegin(), themes.cend()));
        PlanReturns returns(m_weights, m_inputs, m_facts, m_blocks, m_from);
        for (const Slot &slot : std::as_const(tails)) {
            for (const PlanReturns::Choice &choice : returns.choose(slot)) {
                const QString uuid = add(choice.slot, choice.kind, choice.aim, choice.topic, stageAt(slot.date));
                m_blocks[indexOf(uuid)].depends = choice.depends;
            }
        }
        for (const Slot &slot : std::as_const(buffers))
            add(slot, BlockKind::Buffer, BlockAim::Study, {}, stageAt(slot.date));
    }

    void placeThemes(Slots row)
    {
        const QList<PlanWeights::StageWeight> stages = m_weights.stages();
        if (stages.isEmpty())
            return;
        QList<int> weights;
        for (const PlanWeights::StageWeight &stage : stages)
            weights.append(stage.weight);
        constexpr qint64 longPlan = 8 * 7;
        const QList<Slots> parts =
            m_from.daysTo(m_end) >= longPlan ? cutAtWeeks(row, weights) : cutByWeight(row, weights);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (parts[i].empty())
                continue;
            m_stageBegins.append({parts[i].front().date, stages[i].stage->id});
            if (stages[i].topics.isEmpty())
                placeCapstone(*stages[i].stage, parts[i]);
            else
                placeTopics(stages[i], parts[i]);
        }
    }

    void placeTopics(const PlanWeights::StageWeight &stage, Slots row)
    {
        QList<int> weights;
        for (const PlanWeights::TopicWeight &topic : stage.topics)
            weights.append(topic.weight);
        const QList<Slots> shares = cutByWeight(row, weights);
        for (qsizetype i = 0; i < shares.size(); ++i) {
            const PlanWeights::TopicWeight &topic = stage.topics[i];
            QList<int> kindWeights;
            for (const auto &[kind, weight] : topic.kinds)
                kindWeights.append(weight);
            const QList<Slots> parts = cutByWeight(shares[i], kindWeights);
            QString before;
            for (qsizetype part = 0; part < parts.size(); ++part) {
                QString last = before;
                for (const Slot &slot : parts[part]) {
                    last = add(slot, topic.kinds[part].first, BlockAim::Study, topic.topic, stage.stage->id);
                    m_blocks[indexOf(last)].depends = before;
                }
                before = last;
            }
        }
    }

    /// The chosen project's end and the topics that weigh most, in turn.
    void placeCapstone(const Stage &stage, Slots row)
    {
        const QList<const Project *> projects = m_weights.projects();
        QList<qint64> given(m_weights.asked().size(), 0);
        qint64 project = 0;
        qint64 questions = 0;
        qsizetype turn = 0;
        for (const Slot &slot : row) {
            const bool build = !projects.isEmpty() && slot.date.daysTo(m_end) > 2 &&
                               project * (100 - capstoneProjectShare) <= questions * capstoneProjectShare;
            if (build) {
                project += slot.minutes;
                Block &block = m_blocks[indexOf(add(slot, BlockKind::Project, BlockAim::Study, {}, stage.id))];
                block.project = projects[turn++ % projects.size()]->id;
                block.depends = slot.date > m_lastMilestoneDay ? m_lastMilestone : QString();
                continue;
            }
            questions += slot.minutes;
            const qsizetype topic = neediest(given);
            if (topic >= 0)
                given[topic] += slot.minutes;
            add(slot, BlockKind::Questions, topic < 0 ? BlockAim::Study : BlockAim::Return,
                topic < 0 ? QString() : m_weights.asked()[topic].topic, stage.id);
        }
    }

    /// The topic that has had least against its weight.
    qsizetype neediest(const QList<qint64> &given) const
    {
        qsizetype best = -1;
        double least = 0;
        const QList<TopicNeed> &asked = m_weights.asked();
        for (qsizetype i = 0; i < asked.size(); ++i) {
            const double had = static_cast<double>(given[i] + 1) / (asked[i].share * (0.5 + asked[i].weakness));
            if (best < 0 || had < least) {
                best = i;
                least = had;
            }
        }
        return best;
    }

    QString stageAt(QDate date) const
    {
        QString id = m_stageBegins.isEmpty() ? QString() : m_stageBegins.constFirst().second;
        for (const auto &[begin, stage] : m_stageBegins) {
            if (begin <= date)
                id = stage;
        }
        return id;
    }

    QString add(const Slot &slot, BlockKind kind, BlockAim aim, const QString &topic = {}, const QString &stage = {})
    {
        Block block;
        block.date = slot.date;
        block.startMinute = slot.start;
        block.minutes = slot.minutes;
        block.kind = kind;
        block.aim = aim;
        block.topic = topic;
        block.stage = stage;
        block.uuid = uuidOf(slot);
        m_at.insert(block.uuid, m_blocks.size());
        m_blocks.append(block);
        return block.uuid;
    }

    qsizetype indexOf(const QString &uuid) const { return m_at.value(uuid); }

    /// Deterministic, so that the same inputs give the same calendar entries in other programs.
    QString uuidOf(const Slot &slot)
    {
        for (int attempt = 0;; ++attempt) {
            QString name =
                QStringLiteral("%1|%2|%3").arg(m_certification.id, slot.date.toString(Qt::ISODate)).arg(slot.start);
            if (attempt > 0)
                name += QStringLiteral("|%1").arg(attempt);
            const QString uuid = blockUuid(name);
            if (m_uuids.contains(uuid))
                continue;
            m_uuids.insert(uuid);
            return uuid;
        }
    }

    Plan finished()
    {
        Plan plan;
        plan.neededMinutes = m_weights.neededMinutes();
        for (Block &block : m_blocks) {
            if (block.stage.isEmpty())
                block.stage = stageAt(block.date);
        }
        plan.blocks = m_blocks;
        std::sort(plan.blocks.begin(), plan.blocks.end(), earlier);
        const auto count = [&plan](const Block &block) {
            (block.kind == BlockKind::Buffer ? plan.bufferMinutes : plan.plannedMinutes) += block.minutes;
        };
        std::for_each(plan.blocks.cbegin(), plan.blocks.cend(), count);
        for (const Block &block : m_facts.kept) {
            if (block.date >= m_from && block.state == BlockState::Planned)
                count(block);
        }
        return plan;
    }

    const Certification &m_certification;
    const PlanInputs &m_inputs;
    const PlanFacts &m_facts;
    PlanWeights m_weights;
    QDate m_from;
    QDate m_end;
    QList<FreeDay> m_days;
    QList<Block> m_blocks;
    QHash<QString, qsizetype> m_at; ///< of each uuid in the blocks
    QSet<QString> m_uuids;
    QList<std::pair<QDate, QString>> m_stageBegins;
    QString m_lastMilestone;
    QDate m_lastMilestoneDay;
    double m_share = 1; ///< of the days' time that is used
};

Outcome checked(const PlanInputs &inputs)
{
    if (!inputs.start.isValid())
        return Error{ErrorCode::BadInput, QStringLiteral("no start date"), QStringLiteral("start")};
    if (inputs.blockMinutes < shortestBlock || inputs.blockMinutes > longestBlock)
        return Error{
            ErrorCode::BadInput, QStringLiteral("blocks are 15 to 240 minutes"), QStringLiteral("blockMinutes")};
    if (inputs.bufferPercent < 0 || inputs.bufferPercent > 40)
        return Error{
            ErrorCode::BadInput, QStringLiteral("the buffer is 0 to 40 percent"), QStringLiteral("bufferPercent")};
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

/// The day behind the last one that a scope needs where no exam ends the plan.
QDate endOfNeed(const PlanInputs &inputs, const PlanFacts &facts, QDate from, int needed)
{
    const QDate latest = from.addYears(longestPlanYears);
    const double usable = (100.0 - inputs.bufferPercent) / 100.0;
    double sum = 0;
    QDate date = from;
    int idle = 0;
    // Fixed days off end somewhere: a year without a study day is none that comes.
    for (; date < latest && sum < needed && idle < 366; date = date.addDays(1)) {
        int minutes = 0;
        for (const Stretch &stretch : freeStretches(inputs, date, facts.kept))
            minutes += stretch.minutes();
        idle = minutes > 0 ? 0 : idle + 1;
        sum += minutes * usable;
    }
    // The last week is lighter.
    return date.addDays(3);
}

} // namespace

QString blockUuid(const QString &name)
{
    const QByteArray hex = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex();
    const auto part = [&hex](int at, int length) { return QString::fromLatin1(hex.mid(at, length)); };
    return QStringLiteral("%1-%2-5%3-a%4-%5").arg(part(0, 8), part(8, 4), part(13, 3), part(17, 3), part(20, 12));
}

QList<Block> keptBlocks(const QList<Block> &blocks, QDate today)
{
    QList<Block> kept;
    for (const Block &block : blocks) {
        if (block.date < today || block.locked || block.state != BlockState::Planned || block.loggedMinutes > 0)
            kept.append(block);
    }
    return kept;
}

Result<Plan> makePlan(const Certification &certification, const PlanInputs &inputs, const PlanFacts &facts)
{
    if (const Outcome legal = checked(inputs); !legal)
        return legal.error();
    if (certification.path.isEmpty())
        return Error{ErrorCode::BadInput, QStringLiteral("no learning path"), QStringLiteral("path")};
    const QDate from = facts.today.isValid() ? std::max(facts.today, inputs.start) : inputs.start;
    const QDate end = inputs.examDate.isValid()
                          ? inputs.examDate
                          : endOfNeed(inputs, facts, from, PlanWeights(certification, inputs, facts).neededMinutes());
    Planner planner(certification, inputs, facts, from, end);
    if (planner.empty())
        return Error{
            ErrorCode::BadInput, QStringLiteral("no study day before the exam"), QStringLiteral("minutesPerWeekday")};
    return planner.plan();
}

} // namespace lectern
