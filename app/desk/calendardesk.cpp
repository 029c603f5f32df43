// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendardesk.h"

#include "busyreader.h"
#include "context.h"
#include "schedules.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int daysAhead = 2 * 366;
constexpr qint64 mostBytes = qint64(64) * 1024 * 1024; ///< what is not even looked at

bool holds(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.size() == bytes.size() && file.readAll() == bytes;
}

bool meets(const Block &block, const QList<BusyTime> &times)
{
    return std::any_of(times.cbegin(), times.cend(), [&block](const BusyTime &time) {
        return time.date == block.date && time.startMinute < block.endMinute() && time.endMinute > block.startMinute;
    });
}

} // namespace

CalendarDesk::CalendarDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

CalendarLink CalendarDesk::link() const
{
    const auto value = [this](Setting setting) {
        const Result<QVariant> stored = m_context.self.setting(setting);
        return stored ? *stored : info(setting).fallback;
    };
    return {value(Setting::CalendarFile).toString(), value(Setting::CalendarZoned).toBool(),
        value(Setting::CalendarAlarmMinutes).toInt()};
}

Outcome CalendarDesk::setLink(const CalendarLink &wanted)
{
    if (!wanted.file.isEmpty() && QFileInfo(wanted.file) == QFileInfo(m_context.profile->path()))
        return Error{ErrorCode::BadInput, QStringLiteral("the profile is no calendar"), QStringLiteral("file")};
    if (const Outcome written = write(wanted); !written)
        return written;
    for (const auto &[setting, value] : {std::pair{Setting::CalendarFile, QVariant(wanted.file)},
             std::pair{Setting::CalendarZoned, QVariant(wanted.zoned)},
             std::pair{Setting::CalendarAlarmMinutes, QVariant(wanted.alarmMinutes)}}) {
        if (const Outcome kept = m_context.self.setSetting(setting, value); !kept)
            return kept;
    }
    if (m_problem) {
        m_problem.reset();
        Q_EMIT problemChanged();
    }
    return Done{};
}

void CalendarDesk::tell()
{
    const Outcome written = write(link());
    // Once for each: who goes on working hears no more of it until it is over.
    const bool same = m_problem.has_value() != written.ok();
    m_problem = written ? std::optional<Error>() : written.error();
    if (!same)
        Q_EMIT problemChanged();
}

Outcome CalendarDesk::write(const CalendarLink &link)
{
    if (link.file.isEmpty())
        return Done{};
    Result<ScheduleExport> schedule = scheduleOf(m_context);
    if (!schedule)
        return schedule.error();
    schedule->zone = link.zoned ? m_context.zone().id() : QByteArray();
    schedule->alarmMinutes = link.alarmMinutes;
    const auto entries = toldToCalendars(m_context, *schedule);
    if (!entries)
        return entries.error();
    const QByteArray bytes = toICalendar(*entries);
    // A folder that is synced has nothing to do where nothing has changed.
    if (holds(link.file, bytes))
        return Done{};
    QSaveFile file(link.file);
    // commit() alone would put an empty file there if the disk refused what is written last (Qt 6.4).
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return Error{ErrorCode::FileNotWritable, file.errorString(), link.file};
    return Done{};
}

Result<BusyReading> CalendarDesk::read(const QString &path, bool allDay) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotFound, file.errorString(), path};
    const QDate today = m_context.localNow().date();
    return readBusyTimes(file.read(mostBytes), m_context.zone(), {today, today.addDays(daysAhead), allDay});
}

BusyEffect CalendarDesk::effect(const BusySource &source) const
{
    BusyEffect effect;
    const auto stored = m_context.plan.inputs();
    const auto known = m_context.calendar.sources();
    const auto blocks = m_context.plan.allBlocks();
    if (!stored || !*stored || !known || !blocks)
        return effect;
    PlanInputs without = **stored;
    for (const BusySource &other : *known) {
        if (other.name != source.name)
            without.busy += other.times;
    }
    PlanInputs with = without;
    with.busy += source.times;
    const QDate today = m_context.localNow().date();
    QDate last = without.examDate;
    for (const Block &block : *blocks) {
        last = std::max(last, block.date);
        if (block.date >= today && block.state == BlockState::Planned && block.kind != BlockKind::Buffer &&
            meets(block, source.times))
            ++effect.blocks;
    }
    for (QDate date = today; date <= last; date = date.addDays(1))
        effect.minutes += without.capacity(date) - with.capacity(date);
    return effect;
}

Result<QList<BusySource>> CalendarDesk::sources() const
{
    return m_context.calendar.sources();
}

Outcome CalendarDesk::setSource(const BusySource &source)
{
    const Outcome outcome =
        m_context.change(source.times.isEmpty() ? tr("Busy times removed") : tr("Busy times imported"),
            [&] { return m_context.calendar.setSource(source); });
    if (outcome)
        Q_EMIT busyChanged();
    return outcome;
}

} // namespace lectern
