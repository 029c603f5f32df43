// SPDX-License-Identifier: GPL-3.0-or-later
#include "feasibility.h"

#include "planweights.h"

#include <QMap>

#include <algorithm>
#include <array>
#include <cmath>

namespace lectern
{

namespace
{

constexpr qsizetype paceBlocks = 10;
constexpr double trustedBlocks = 5;
constexpr int step = 5;       ///< minutes
constexpr int farthest = 366; ///< days that an exam may be moved
constexpr int nextDays = 7;

PlanFacts factsOf(const RepairCase &plan, const QList<StudyRecord> &studied)
{
    PlanFacts facts;
    facts.today = plan.today;
    facts.topics = plan.topics;
    facts.studied = studied;
    return facts;
}

int neededFor(const Certification &certification, const PlanInputs &inputs, const PlanFacts &facts, double pace)
{
    return static_cast<int>(std::ceil(PlanWeights(certification, inputs, facts).neededMinutes() / pace));
}

int afterBuffer(int minutes, const PlanInputs &inputs)
{
    return minutes * (100 - inputs.bufferPercent) / 100;
}

QDate mondayOf(QDate date)
{
    return date.addDays(1 - date.dayOfWeek());
}

void findFixes(
    Feasibility &feasibility, const Certification &certification, const RepairCase &plan, const PlanFacts &facts)
{
    const PlanInputs &inputs = plan.inputs;
    int studyDays = 0;
    int latest = 0;
    for (QDate date = plan.today; date < inputs.examDate; date = date.addDays(1)) {
        const QList<Stretch> windows = inputs.windows(date);
        studyDays += !windows.isEmpty();
        for (const Stretch &stretch : windows)
            latest = std::max(latest, stretch.end);
    }
    if (studyDays > 0) {
        const double more = feasibility.missingMinutes() * 100.0 / (100 - inputs.bufferPercent) / studyDays;
        const int minutes = static_cast<int>(std::ceil(more / step)) * step;
        if (latest + minutes <= dayMinutes)
            feasibility.moreMinutesADay = minutes;
    }

    PlanInputs later = inputs;
    int minutes = 0;
    for (QDate date = plan.today; date < inputs.examDate; date = date.addDays(1))
        minutes += inputs.capacity(date);
    for (int days = 1; days <= farthest; ++days) {
        later.examDate = inputs.examDate.addDays(days);
        minutes += later.capacity(later.examDate.addDays(-1));
        if (afterBuffer(minutes, inputs) >= feasibility.neededMinutes) {
            feasibility.laterExam = later.examDate;
            break;
        }
    }

    for (const PlanScope scope : {PlanScope::Focused, PlanScope::ExamOnly}) {
        PlanInputs smaller = inputs;
        smaller.scope = scope;
        if (scope > inputs.scope && !feasibility.smallerScope &&
            neededFor(certification, smaller, facts, feasibility.pace) <= feasibility.availableMinutes)
            feasibility.smallerScope = scope;
    }
    for (const ProjectChoice projects : {ProjectChoice::One, ProjectChoice::None}) {
        PlanInputs fewer = inputs;
        fewer.projects = projects;
        if (projects < inputs.projects && !feasibility.fewerProjects &&
            neededFor(certification, fewer, facts, feasibility.pace) <= feasibility.availableMinutes)
            feasibility.fewerProjects = projects;
    }
}

/// Sums of each day's minutes from `first` to `last`.
QList<BurnUp::Point> summed(const QMap<QDate, double> &minutes, QDate first, QDate last, double before)
{
    QList<BurnUp::Point> points;
    double sum = before;
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        sum += minutes.value(day);
        points.append({day, static_cast<int>(std::lround(sum))});
    }
    return points;
}

bool inOneGo(const Block &block)
{
    return block.kind == BlockKind::Rehearsal || block.aim == BlockAim::Diagnostic || block.aim == BlockAim::GuideCheck;
}

} // namespace

double paceOf(const QList<Block> &blocks, QDate today)
{
    QList<const Block *> past;
    for (const Block &block : blocks) {
        if (block.date < today && block.kind != BlockKind::Buffer && block.state != BlockState::Excused &&
            block.minutes > 0)
            past.append(&block);
    }
    if (past.isEmpty())
        return 1;
    std::sort(past.begin(), past.end(), [](const Block *one, const Block *other) { return earlier(*one, *other); });
    past = past.mid(std::max<qsizetype>(0, past.size() - paceBlocks));
    double planned = 0;
    double logged = 0;
    for (const Block *block : std::as_const(past)) {
        planned += block->minutes;
        logged += std::min(block->loggedMinutes, 2 * block->minutes);
    }
    const double trusted = trustedBlocks * planned / static_cast<double>(past.size());
    return (logged + trusted) / (planned + trusted);
}

Feasibility feasibilityOf(const Certification &certification, const RepairCase &plan, const QList<StudyRecord> &studied)
{
    Feasibility feasibility;
    feasibility.pace = paceOf(plan.blocks, plan.today);
    const PlanInputs &inputs = plan.inputs;
    const PlanFacts facts = factsOf(plan, studied);
    feasibility.neededMinutes = neededFor(certification, inputs, facts, feasibility.pace);
    if (!inputs.examDate.isValid() || inputs.examDate <= plan.today) {
        feasibility.availableMinutes = feasibility.neededMinutes;
        return feasibility;
    }
    int all = 0;
    for (QDate monday = mondayOf(plan.today); monday < inputs.examDate; monday = monday.addDays(nextDays)) {
        int minutes = 0;
        for (int day = 0; day < nextDays; ++day) {
            if (monday.addDays(day) >= plan.today)
                minutes += inputs.capacity(monday.addDays(day));
        }
        all += minutes;
        feasibility.weeks.append({monday, 0, afterBuffer(minutes, inputs)});
    }
    feasibility.availableMinutes = afterBuffer(all, inputs);
    const double part = static_cast<double>(feasibility.neededMinutes) / std::max(1, feasibility.availableMinutes);
    for (Feasibility::Week &week : feasibility.weeks)
        week.needed = static_cast<int>(std::lround(part * week.available));
    if (!feasibility.fits())
        findFixes(feasibility, certification, plan, facts);
    return feasibility;
}

BurnUp burnUp(const Certification &certification, const RepairCase &plan, const QList<StudyRecord> &studied)
{
    BurnUp burn;
    burn.scopeMinutes = scopeMinutes(certification, plan.inputs.scope, plan.inputs.projects);
    QDate first;
    QDate last;
    QMap<QDate, double> planned;
    QMap<QDate, double> coming;
    const double pace = paceOf(plan.blocks, plan.today);
    for (const Block &block : plan.blocks) {
        if (!first.isValid() || block.date < first)
            first = block.date;
        last = std::max(last.isValid() ? last : block.date, block.date);
        if (block.kind == BlockKind::Buffer || block.state == BlockState::Excused)
            continue;
        planned[block.date] += block.settled ? std::min(block.loggedMinutes, block.minutes) : block.minutes;
        if (block.date >= plan.today && block.state == BlockState::Planned)
            coming[block.date] += std::max(0, block.minutes - block.loggedMinutes) * pace;
    }
    if (!first.isValid())
        return burn;
    double before = 0; // of the plan's first day
    QMap<QDate, double> done;
    for (const StudyRecord &record : studied) {
        if (record.day < first)
            before += record.minutes;
        else
            done[record.day] += record.minutes;
    }
    burn.planned = summed(planned, first, last, before);
    if (plan.today >= first)
        burn.studied = summed(done, first, std::min(plan.today, last), before);
    const double now = burn.studied.isEmpty() ? before : burn.studied.constLast().minutes;
    burn.forecast = summed(coming, std::max(plan.today, first), last, now);
    return burn;
}

std::optional<NowChoice> bestNow(const RepairCase &plan, int minutes)
{
    const Block *best = nullptr;
    const auto better = [&plan](const Block &one, const Block &other) {
        const bool today = one.date == plan.today;
        if (today != (other.date == plan.today))
            return today;
        const double value = valueOf(one, plan.topics);
        const double otherValue = valueOf(other, plan.topics);
        return today || value == otherValue ? earlier(one, other) : value > otherValue;
    };
    for (const Block &block : plan.blocks) {
        const bool open = block.state == BlockState::Planned && block.loggedMinutes == 0;
        const bool near = block.date >= plan.today && plan.today.daysTo(block.date) < nextDays;
        const bool pinned = block.locked && block.date != plan.today;
        if (!open || !near || pinned || block.kind == BlockKind::Buffer || (inOneGo(block) && block.minutes > minutes))
            continue;
        if (!best || better(block, *best))
            best = &block;
    }
    if (!best || minutes < briefestBlock)
        return std::nullopt;
    return NowChoice{*best, std::min(minutes, best->minutes)};
}

QList<Block> withPartNow(const RepairCase &plan, const NowChoice &choice)
{
    QList<Block> blocks = plan.blocks;
    Block now = choice.block;
    now.date = plan.today;
    now.startMinute = std::min(plan.minuteOfDay, dayMinutes - choice.minutes);
    now.minutes = choice.minutes;
    const int rest = choice.block.minutes - choice.minutes;
    const auto planned = std::find_if(
        blocks.begin(), blocks.end(), [&choice](const Block &block) { return block.uuid == choice.block.uuid; });
    if (planned == blocks.end())
        return blocks;
    if (rest < briefestBlock) {
        *planned = now;
    } else {
        planned->startMinute += planned->date == plan.today ? choice.minutes : 0;
        planned->minutes = rest;
        now.id = {};
        now.uuid =
            blockUuid(QStringLiteral("now/%1/%2/%3")
                          .arg(choice.block.uuid, plan.today.toString(Qt::ISODate), QString::number(plan.minuteOfDay)));
        planned->depends = now.uuid;
        blocks.append(now);
    }
    // What stands there already makes room, as far as the day goes.
    std::sort(blocks.begin(), blocks.end(), earlier);
    int end = now.endMinute();
    for (Block &block : blocks) {
        const bool inTheWay = block.date == plan.today && block.uuid != now.uuid &&
                              block.endMinute() > now.startMinute && block.startMinute < end;
        if (!inTheWay || block.state != BlockState::Planned || block.loggedMinutes > 0 || block.locked ||
            end + block.minutes > dayMinutes)
            continue;
        block.startMinute = end;
        end = block.endMinute();
    }
    std::sort(blocks.begin(), blocks.end(), earlier);
    return blocks;
}

} // namespace lectern
