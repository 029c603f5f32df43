// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockedit.h"

#include "words.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int midnight = 24 * 60;

constexpr std::array refusals{
    Word<EditRefusal>{EditRefusal::Finished, u"finished"},
    Word<EditRefusal>{EditRefusal::Begun, u"begun"},
    Word<EditRefusal>{EditRefusal::Settled, u"settled"},
    Word<EditRefusal>{EditRefusal::PastDay, u"past-day"},
    Word<EditRefusal>{EditRefusal::ExamDay, u"exam-day"},
    Word<EditRefusal>{EditRefusal::FixedLength, u"fixed-length"},
    Word<EditRefusal>{EditRefusal::NoRoom, u"no-room"},
};

Error refused(EditRefusal refusal)
{
    return {ErrorCode::NotAllowed, {}, word(refusal)};
}

Error badMinutes()
{
    return {ErrorCode::BadInput, QStringLiteral("a block has %1 to %2 minutes").arg(briefestBlock).arg(longestBlock),
        QStringLiteral("minutes")};
}

/// What is left as it is by every edit.
std::optional<EditRefusal> refusedEver(const Block &block)
{
    if (block.state == BlockState::Done)
        return EditRefusal::Finished;
    if (block.settled || block.state == BlockState::Excused)
        return EditRefusal::Settled;
    if (block.state == BlockState::Partly || block.loggedMinutes > 0)
        return EditRefusal::Begun;
    return std::nullopt;
}

/// The blocks that take room on that day, in order.
QList<Block> standing(QDate date, const Block &without, const QList<Block> &blocks)
{
    QList<Block> day;
    std::copy_if(blocks.cbegin(), blocks.cend(), std::back_inserter(day), [&](const Block &block) {
        return block.date == date && block.state != BlockState::Excused &&
               (block.id != without.id || block.uuid != without.uuid);
    });
    std::sort(day.begin(), day.end(), earlier);
    return day;
}

bool overlap(int start, int minutes, const Block &other)
{
    return start < other.endMinute() && start + minutes > other.startMinute;
}

int startBehind(int start, int minutes, const QList<Block> &day)
{
    for (const Block &other : day) {
        if (overlap(start, minutes, other))
            start = other.endMinute();
    }
    return start;
}

Result<Block> placed(Block block, QDate date, int startMinute, const EditScene &scene)
{
    if (!date.isValid() || startMinute < 0 || startMinute >= midnight)
        return Error{ErrorCode::BadInput, QStringLiteral("a day and a minute of it"), QStringLiteral("startMinute")};
    if (const auto refusal = refusedDay(date, scene))
        return refused(*refusal);
    const int start = startBehind(startMinute, block.minutes, standing(date, block, scene.blocks));
    if (start + block.minutes > midnight)
        return refused(EditRefusal::NoRoom);
    block.date = date;
    block.startMinute = start;
    return block;
}

} // namespace

bool isMissed(const Block &block, QDate today)
{
    return block.state == BlockState::Planned && block.date < today;
}

std::optional<EditRefusal> refusedMove(const Block &block)
{
    return refusedEver(block);
}

std::optional<EditRefusal> refusedDay(QDate date, const EditScene &scene)
{
    if (date < scene.today)
        return EditRefusal::PastDay;
    if (scene.examDate.isValid() && date >= scene.examDate)
        return EditRefusal::ExamDay;
    return std::nullopt;
}

std::optional<EditRefusal> refusedLength(const Block &block, const EditScene &scene)
{
    if (const auto refusal = refusedEver(block))
        return refusal;
    if (block.kind == BlockKind::Rehearsal)
        return EditRefusal::FixedLength;
    if (block.date < scene.today)
        return EditRefusal::PastDay;
    return std::nullopt;
}

Result<Block> moved(const Block &block, QDate date, int startMinute, const EditScene &scene)
{
    if (const auto refusal = refusedMove(block))
        return refused(*refusal);
    Result<Block> result = placed(block, date, startMinute, scene);
    if (result && isMissed(block, scene.today))
        ++result->misses;
    return result;
}

Result<Block> copied(const Block &block, QDate date, int startMinute, const EditScene &scene)
{
    Block copy = block;
    copy.id = {};
    copy.uuid.clear();
    copy.state = BlockState::Planned;
    copy.loggedMinutes = 0;
    copy.locked = false;
    copy.settled = false;
    copy.misses = 0;
    return placed(copy, date, startMinute, scene);
}

Result<QList<Block>> resized(const Block &block, int minutes, const EditScene &scene)
{
    if (const auto refusal = refusedLength(block, scene))
        return refused(*refusal);
    if (minutes < briefestBlock || minutes > longestBlock)
        return badMinutes();
    if (block.startMinute + minutes > midnight)
        return refused(EditRefusal::NoRoom);
    Block longer = block;
    longer.minutes = minutes;
    QList<Block> changed{longer};
    int end = longer.endMinute();
    for (Block later : standing(block.date, block, scene.blocks)) {
        if (later.startMinute < block.startMinute || later.startMinute >= end)
            continue;
        if (refusedEver(later) || later.locked || end + later.minutes > midnight)
            return refused(EditRefusal::NoRoom);
        later.startMinute = end;
        end = later.endMinute();
        changed.append(later);
    }
    return changed;
}

Result<QList<Block>> split(const Block &block, int firstMinutes, const QString &uuidOfRest, const EditScene &scene)
{
    if (const auto refusal = refusedEver(block))
        return refused(*refusal);
    if (block.kind == BlockKind::Rehearsal)
        return refused(EditRefusal::FixedLength);
    if (firstMinutes < briefestBlock || block.minutes - firstMinutes < briefestBlock)
        return badMinutes();
    Block first = block;
    first.minutes = firstMinutes;
    Block rest = block;
    rest.id = {};
    rest.uuid = uuidOfRest;
    rest.startMinute += firstMinutes;
    rest.minutes -= firstMinutes;
    rest.depends = block.uuid;
    QList<Block> changed{first, rest};
    for (Block follower : scene.blocks) {
        if (block.uuid.isEmpty() || follower.depends != block.uuid)
            continue;
        follower.depends = uuidOfRest;
        changed.append(follower);
    }
    return changed;
}

std::optional<EditRefusal> refusedRemoval(const Block &block)
{
    return refusedEver(block);
}

int startOn(QDate date, int minutes, const PlanInputs &inputs, const QList<Block> &blocks)
{
    const QList<Block> day = standing(date, Block(), blocks);
    const QList<Stretch> windows = inputs.windows(date);
    for (const Stretch &window : windows) {
        const int start = startBehind(window.start, minutes, day);
        if (start + minutes <= window.end)
            return start;
    }
    int end = inputs.startMinute[static_cast<std::size_t>(date.dayOfWeek() - 1)];
    for (const Block &block : day)
        end = std::max(end, block.endMinute());
    return std::max(0, std::min(end, midnight - minutes));
}

std::optional<int> steppedStart(const Block &block, int step, const QList<Block> &blocks)
{
    const QList<Block> day = standing(block.date, block, blocks);
    int start = block.startMinute + step;
    const auto inTheWay = [&] {
        return std::find_if(
            day.cbegin(), day.cend(), [&](const Block &other) { return overlap(start, block.minutes, other); });
    };
    for (auto other = inTheWay(); other != day.cend(); other = inTheWay())
        start = step < 0 ? other->startMinute - block.minutes : other->endMinute();
    if (start < 0 || start + block.minutes > midnight)
        return std::nullopt;
    return start;
}

QList<Block> outOfOrder(const Block &block, const QList<Block> &blocks)
{
    const auto before = [](const Block &one, const Block &other) {
        return one.date < other.date || (one.date == other.date && one.endMinute() <= other.startMinute);
    };
    QList<Block> wrong;
    for (const Block &other : blocks) {
        if (other.id == block.id || other.uuid.isEmpty() || other.owedMinutes() == 0)
            continue;
        const bool base = other.uuid == block.depends && !before(other, block);
        const bool follower = !block.uuid.isEmpty() && other.depends == block.uuid && !before(block, other);
        if (base || follower)
            wrong.append(other);
    }
    return wrong;
}

QString word(EditRefusal refusal)
{
    return wordOf(refusals, refusal);
}

std::optional<EditRefusal> editRefusalFromWord(QStringView word)
{
    return valueOf(refusals, word);
}

} // namespace lectern
