// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan.h"

#include "words.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace lectern
{

namespace
{

constexpr std::array blockKinds{
    Word<BlockKind>{BlockKind::Read, u"read"},
    Word<BlockKind>{BlockKind::Lab, u"lab"},
    Word<BlockKind>{BlockKind::Questions, u"questions"},
    Word<BlockKind>{BlockKind::Rehearsal, u"rehearsal"},
    Word<BlockKind>{BlockKind::Project, u"project"},
    Word<BlockKind>{BlockKind::Review, u"review"},
    Word<BlockKind>{BlockKind::Buffer, u"buffer"},
};
constexpr std::array blockStates{
    Word<BlockState>{BlockState::Planned, u"planned"},
    Word<BlockState>{BlockState::Done, u"done"},
};

constexpr int shortestBlock = 15;
constexpr int longestBlock = 240;
constexpr int rehearsalMinutes = 150; ///< the exam's two hours and the look at the report

int weekdayIndex(QDate date)
{
    return date.dayOfWeek() - 1;
}

struct Day {
    QDate date;
    int start = 0;
    int minutes = 0;
};

QList<Day> studyDays(const PlanInputs &inputs, QDate end)
{
    const QSet<QDate> off(inputs.daysOff.cbegin(), inputs.daysOff.cend());
    QList<Day> days;
    for (QDate date = inputs.start; date < end; date = date.addDays(1)) {
        const auto weekday = static_cast<std::size_t>(weekdayIndex(date));
        const int minutes = std::min(inputs.minutesPerWeekday[weekday], 24 * 60 - inputs.startMinute[weekday]);
        if (minutes >= shortestBlock && !off.contains(date))
            days.append({date, inputs.startMinute[weekday], minutes});
    }
    return days;
}

/// What is studied next: a topic of a stage and how many minutes it still has.
struct Portion {
    QString stage;
    QString topic;
    BlockKind kind = BlockKind::Read;
    int minutes = 0;
};

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

/// A stage's minutes as portions in order. Half of a topic's time is reading, 30 % lab, 20 % questions; the capstone
/// gives 60 % to the project, 40 % to questions.
QList<Portion> portionsOf(const Certification &certification, const Stage &stage, int minutes)
{
    QList<Portion> portions;
    const QStringList topics = topicsOf(certification, stage);
    if (topics.isEmpty()) {
        constexpr int rounds = 4;
        const QList<int> shares = largestRemainder(QList<int>(rounds, 1), minutes);
        for (const int share : shares) {
            const QList<int> parts = largestRemainder({60, 40}, share);
            portions.append({stage.id, {}, BlockKind::Project, parts[0]});
            portions.append({stage.id, {}, BlockKind::Questions, parts[1]});
        }
        return portions;
    }
    const QList<int> shares = largestRemainder(QList<int>(topics.size(), 1), minutes);
    for (int i = 0; i < topics.size(); ++i) {
        const QList<int> parts = largestRemainder({50, 30, 20}, shares[i]);
        portions.append({stage.id, topics[i], BlockKind::Read, parts[0]});
        portions.append({stage.id, topics[i], BlockKind::Lab, parts[1]});
        portions.append({stage.id, topics[i], BlockKind::Questions, parts[2]});
    }
    return portions;
}

/// Deterministic, so that the same inputs give the same calendar entries in other programs.
QString blockUuid(const Certification &certification, const Block &block)
{
    const QByteArray name = QStringLiteral("%1|%2|%3")
                                .arg(certification.id, block.date.toString(Qt::ISODate))
                                .arg(block.startMinute)
                                .toUtf8();
    const QByteArray hex = QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
    const auto part = [&hex](int at, int length) { return QString::fromLatin1(hex.mid(at, length)); };
    return QStringLiteral("%1-%2-5%3-a%4-%5").arg(part(0, 8), part(8, 4), part(13, 3), part(17, 3), part(20, 12));
}

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
    return Done{};
}

/// Splits a day into blocks of at most the wanted length, none shorter than the shortest.
QList<int> lengthsOf(int minutes, int longest)
{
    const int count = (minutes + longest - 1) / longest;
    return largestRemainder(QList<int>(std::max(1, count), 1), minutes);
}

} // namespace

Result<Plan> makePlan(const Certification &certification, const PlanInputs &inputs)
{
    if (const Outcome legal = checked(inputs); !legal)
        return legal.error();
    const int weeks = std::max(1, certification.weeks());
    const QDate pathEnd = inputs.start.addDays(qint64(weeks) * 7);
    const QDate end = inputs.examDate.isValid() ? inputs.examDate : pathEnd;
    const QList<Day> days = studyDays(inputs, end);
    if (days.isEmpty() || certification.path.isEmpty())
        return Error{
            ErrorCode::BadInput, QStringLiteral("no study day before the exam"), QStringLiteral("minutesPerWeekday")};

    Plan plan;
    plan.neededMinutes = certification.totalHours * 60;
    int available = 0;
    for (const Day &day : days)
        available += day.minutes;

    QList<int> stageWeeks;
    for (const Stage &stage : certification.path)
        stageWeeks.append(stage.lastWeek - stage.firstWeek + 1);
    const QList<int> stageMinutes = largestRemainder(stageWeeks, available);
    QList<Portion> portions;
    for (int i = 0; i < certification.path.size(); ++i)
        portions += portionsOf(certification, certification.path[i], stageMinutes[i]);

    const QString capstone = certification.path.constLast().id;
    qsizetype next = 0;
    for (const Day &day : days) {
        int start = day.start;
        bool rehearsed = false;
        QList<int> lengths = lengthsOf(day.minutes, inputs.blockMinutes);
        while (!lengths.isEmpty()) {
            int minutes = lengths.takeFirst();
            while (next + 1 < portions.size() && portions[next].minutes <= 0)
                ++next;
            Portion &portion = portions[next];
            Block block;
            block.date = day.date;
            block.startMinute = start;
            block.stage = portion.stage;
            block.topic = portion.topic;
            block.kind = portion.kind;
            const bool longDay = day.minutes >= rehearsalMinutes;
            if (portion.stage == capstone && portion.kind == BlockKind::Questions && longDay && !rehearsed &&
                start == day.start) {
                block.kind = BlockKind::Rehearsal;
                minutes = std::min(rehearsalMinutes, day.minutes);
                lengths = day.minutes > minutes ? lengthsOf(day.minutes - minutes, inputs.blockMinutes) : QList<int>{};
                rehearsed = true;
            }
            block.minutes = minutes;
            block.uuid = blockUuid(certification, block);
            portion.minutes -= minutes;
            // What a block took beyond its portion comes off the following ones, so that stages keep their dates.
            for (qsizetype debtor = next; portions[debtor].minutes < 0 && debtor + 1 < portions.size(); ++debtor) {
                portions[debtor + 1].minutes += portions[debtor].minutes;
                portions[debtor].minutes = 0;
            }
            start += minutes;
            plan.plannedMinutes += minutes;
            plan.blocks.append(block);
        }
    }
    return plan;
}

QList<WeekLoad> weekLoads(const QList<Block> &blocks, const PlanInputs &inputs)
{
    QList<WeekLoad> weeks;
    const auto mondayOf = [](QDate date) { return date.addDays(1 - date.dayOfWeek()); };
    QDate last = inputs.examDate.isValid() ? inputs.examDate.addDays(-1) : QDate();
    for (const Block &block : blocks) {
        if (!last.isValid() || block.date > last)
            last = block.date;
    }
    if (!inputs.start.isValid() || !last.isValid())
        return weeks;
    const QSet<QDate> off(inputs.daysOff.cbegin(), inputs.daysOff.cend());
    for (QDate monday = mondayOf(inputs.start); monday <= last; monday = monday.addDays(7)) {
        WeekLoad week;
        week.monday = monday;
        for (int i = 0; i < 7; ++i) {
            const QDate date = monday.addDays(i);
            const bool inside = date >= inputs.start && (!inputs.examDate.isValid() || date < inputs.examDate);
            if (inside && !off.contains(date))
                week.available += inputs.minutesPerWeekday[static_cast<std::size_t>(i)];
        }
        weeks.append(week);
    }
    for (const Block &block : blocks) {
        const qint64 index = mondayOf(inputs.start).daysTo(mondayOf(block.date)) / 7;
        if (index < 0 || index >= weeks.size())
            continue;
        weeks[index].planned += block.minutes;
        weeks[index].done += block.loggedMinutes;
    }
    return weeks;
}

QDate studyDay(const QDateTime &localTime, QTime dayEndsAt)
{
    return localTime.time() < dayEndsAt ? localTime.date().addDays(-1) : localTime.date();
}

QString word(BlockKind kind)
{
    return wordOf(blockKinds, kind);
}

QString word(BlockState state)
{
    return wordOf(blockStates, state);
}

std::optional<BlockKind> blockKindFromWord(QStringView text)
{
    return valueOf(blockKinds, text);
}

std::optional<BlockState> blockStateFromWord(QStringView text)
{
    return valueOf(blockStates, text);
}

} // namespace lectern
