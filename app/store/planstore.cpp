// SPDX-License-Identifier: GPL-3.0-or-later
#include "planstore.h"

#include "changelog.h"
#include "profile.h"
#include "query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace lectern
{

namespace
{

QVariant dateText(QDate date)
{
    return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant();
}

QDate dateFrom(const QVariant &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

template<typename Numbers>
QJsonArray toArray(const Numbers &numbers)
{
    QJsonArray array;
    for (const int value : numbers)
        array.append(value);
    return array;
}

QString toText(const PlanInputs &inputs)
{
    QJsonArray daysOff;
    for (const QDate &day : inputs.daysOff)
        daysOff.append(day.toString(Qt::ISODate));
    return QString::fromUtf8(QJsonDocument(QJsonObject{
                                               {QStringLiteral("start"), dateText(inputs.start).toString()},
                                               {QStringLiteral("examDate"), dateText(inputs.examDate).toString()},
                                               {QStringLiteral("minutes"), toArray(inputs.minutesPerWeekday)},
                                               {QStringLiteral("startMinute"), toArray(inputs.startMinute)},
                                               {QStringLiteral("daysOff"), daysOff},
                                               {QStringLiteral("blockMinutes"), inputs.blockMinutes},
                                               {QStringLiteral("longSitting"), toArray(inputs.longSitting)},
                                               {QStringLiteral("bufferPercent"), inputs.bufferPercent},
                                               {QStringLiteral("scope"), word(inputs.scope)},
                                               {QStringLiteral("projects"), word(inputs.projects)},
                                               {QStringLiteral("project"), inputs.project},
                                               {QStringLiteral("blueprint"), inputs.blueprint},
                                               {QStringLiteral("seed"), QString::number(inputs.seed)},
                                           })
                                 .toJson(QJsonDocument::Compact));
}

bool readWeek(const QJsonValue &value, std::array<int, 7> &week)
{
    const QJsonArray array = value.toArray();
    if (array.size() != static_cast<qsizetype>(week.size()))
        return false;
    for (qsizetype day = 0; day < array.size(); ++day)
        week.at(day) = array.at(day).toInt();
    return true;
}

/// What plans of the first versions do not have keeps its default.
void readNewer(const QJsonObject &object, PlanInputs &inputs)
{
    const QJsonArray sittings = object.value(QStringLiteral("longSitting")).toArray();
    for (std::size_t day = 0; day < inputs.longSitting.size() && sittings.size() == 7; ++day)
        inputs.longSitting[day] = sittings.at(static_cast<qsizetype>(day)).toInt() != 0;
    inputs.bufferPercent = object.value(QStringLiteral("bufferPercent")).toInt(inputs.bufferPercent);
    inputs.scope = planScopeFromWord(object.value(QStringLiteral("scope")).toString()).value_or(inputs.scope);
    inputs.projects =
        projectChoiceFromWord(object.value(QStringLiteral("projects")).toString()).value_or(inputs.projects);
    inputs.project = object.value(QStringLiteral("project")).toString();
    inputs.blueprint = object.value(QStringLiteral("blueprint")).toString();
    const QString seed = object.value(QStringLiteral("seed")).toString();
    inputs.seed = seed.isEmpty() ? inputs.seed : seed.toULongLong();
}

std::optional<PlanInputs> inputsFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    PlanInputs inputs;
    inputs.start = dateFrom(object.value(QStringLiteral("start")).toString());
    inputs.examDate = dateFrom(object.value(QStringLiteral("examDate")).toString());
    inputs.blockMinutes = object.value(QStringLiteral("blockMinutes")).toInt();
    if (!readWeek(object.value(QStringLiteral("minutes")), inputs.minutesPerWeekday) ||
        !readWeek(object.value(QStringLiteral("startMinute")), inputs.startMinute))
        return std::nullopt;
    readNewer(object, inputs);
    const QJsonArray daysOff = object.value(QStringLiteral("daysOff")).toArray();
    for (const QJsonValue &day : daysOff)
        inputs.daysOff.append(dateFrom(day.toString()));
    return inputs;
}

QString blockSql()
{
    return QStringLiteral("SELECT id, uuid, date, start_minute, minutes, kind, topic, stage, state, "
                          "(SELECT coalesce(sum(minutes), 0) FROM time_log WHERE time_log.block = block.id), "
                          "aim, project, requirement, depends, locked, settled, misses FROM block ");
}

/// Nothing for a word that no version of the program wrote.
std::optional<Block> blockFrom(const QSqlQuery &row)
{
    const auto kind = blockKindFromWord(row.value(5).toString());
    const auto state = blockStateFromWord(row.value(8).toString());
    const auto aim = blockAimFromWord(row.value(10).toString());
    if (!kind || !state || !aim)
        return std::nullopt;
    Block block;
    block.id = BlockId{row.value(0).toLongLong()};
    block.uuid = row.value(1).toString();
    block.date = dateFrom(row.value(2));
    block.startMinute = row.value(3).toInt();
    block.minutes = row.value(4).toInt();
    block.kind = *kind;
    block.topic = row.value(6).toString();
    block.stage = row.value(7).toString();
    block.state = *state;
    block.loggedMinutes = row.value(9).toInt();
    block.aim = *aim;
    block.project = row.value(11).toString();
    block.requirement = row.value(12).toString();
    block.depends = row.value(13).toString();
    block.locked = row.value(14).toBool();
    block.settled = row.value(15).toBool();
    block.misses = row.value(16).toInt();
    return block;
}

Result<QList<Block>> readBlocks(
    const QSqlDatabase &database, const QString &where, const QVariantList &values, int limit = -1)
{
    const auto rows = collect(database, blockSql() + where + QStringLiteral(" ORDER BY date, start_minute, id LIMIT ?"),
        values + QVariantList{limit}, &blockFrom);
    if (!rows)
        return rows.error();
    QList<Block> blocks;
    for (const std::optional<Block> &block : *rows) {
        if (!block)
            return Error{ErrorCode::ProfileDamaged, QStringLiteral("a block cannot be read"), {}};
        blocks.append(*block);
    }
    return blocks;
}

QVariantMap rowKey(qint64 id)
{
    return {{QStringLiteral("id"), id}};
}

} // namespace

PlanStore::PlanStore(Profile &profile, ChangeLog &changes)
    : m_profile(profile)
    , m_changes(changes)
{
}

Result<Appointment> PlanStore::appointment() const
{
    const auto row = first(m_profile.database(),
        QStringLiteral("SELECT date, time, zone, place, blueprint FROM appointment"), {}, [](const QSqlQuery &query) {
            return Appointment{dateFrom(query.value(0)),
                QTime::fromString(query.value(1).toString(), Qt::ISODateWithMs), query.value(2).toString().toUtf8(),
                query.value(3).toString(), query.value(4).toString()};
        });
    if (!row)
        return row.error();
    return row->value_or(Appointment());
}

Outcome PlanStore::setAppointment(const Appointment &appointment)
{
    if (const Outcome touched = m_changes.touch(QStringLiteral("appointment"), rowKey(1)); !touched)
        return touched;
    const QVariant time =
        appointment.time.isValid() ? QVariant(appointment.time.toString(Qt::ISODateWithMs)) : QVariant();
    return execute(m_profile.database(),
        QStringLiteral("INSERT OR REPLACE INTO appointment(id, date, time, zone, place, blueprint) "
                       "VALUES(1, ?, ?, ?, ?, ?)"),
        {dateText(appointment.date), time, QString::fromUtf8(appointment.zone), appointment.place,
            appointment.blueprint});
}

Result<std::optional<PlanInputs>> PlanStore::inputs() const
{
    const auto text = first(m_profile.database(), QStringLiteral("SELECT inputs FROM plan"), {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<PlanInputs>();
    const auto inputs = inputsFrom(**text);
    if (!inputs)
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("the plan's inputs cannot be read"), {}};
    return inputs;
}

Outcome PlanStore::replacePlan(const PlanInputs &inputs, const QList<Block> &blocks)
{
    if (const Outcome touched = m_changes.touch(QStringLiteral("plan"), rowKey(1)); !touched)
        return touched;
    const Outcome kept = execute(
        m_profile.database(), QStringLiteral("INSERT OR REPLACE INTO plan(id, inputs) VALUES(1, ?)"), {toText(inputs)});
    return kept ? setBlocks(blocks) : kept;
}

Outcome PlanStore::setBlocks(const QList<Block> &blocks)
{
    const auto stored = allBlocks();
    if (!stored)
        return stored.error();
    QHash<BlockId, const Block *> wanted;
    for (const Block &block : blocks)
        wanted.insert(block.id, &block);
    // First what goes: its uuid may come back in another block.
    for (const Block &block : *stored) {
        if (wanted.contains(block.id))
            continue;
        if (const Outcome removed = removeBlock(block.id); !removed)
            return removed;
    }
    for (const Block &block : *stored) {
        const Block *after = wanted.value(block.id);
        if (!after || *after == block)
            continue;
        if (const Outcome written = setBlock(*after); !written)
            return written;
    }
    for (const Block &block : blocks) {
        if (block.id != BlockId{})
            continue;
        if (const Outcome inserted = addBlock(block); !inserted)
            return inserted;
    }
    return Done{};
}

Outcome PlanStore::addBlock(const Block &block)
{
    const auto id = nextId(m_profile.database(), QStringLiteral("block"));
    if (!id)
        return id.error();
    if (const Outcome touched = m_changes.touch(QStringLiteral("block"), rowKey(*id)); !touched)
        return touched;
    return execute(m_profile.database(),
        QStringLiteral("INSERT INTO block(id, uuid, date, start_minute, minutes, kind, topic, stage, state, aim, "
                       "project, requirement, depends, locked, settled, misses) "
                       "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {*id, block.uuid.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : block.uuid,
            dateText(block.date), block.startMinute, block.minutes, word(block.kind), block.topic, block.stage,
            word(block.state), word(block.aim), block.project, block.requirement, block.depends, block.locked ? 1 : 0,
            block.settled ? 1 : 0, block.misses});
}

Outcome PlanStore::setBlock(const Block &block)
{
    if (const auto known = this->block(block.id); !known)
        return known.error();
    if (const Outcome touched = m_changes.touch(QStringLiteral("block"), rowKey(raw(block.id))); !touched)
        return touched;
    return execute(m_profile.database(),
        QStringLiteral("UPDATE block SET date = ?, start_minute = ?, minutes = ?, kind = ?, topic = ?, stage = ?, "
                       "state = ?, aim = ?, project = ?, requirement = ?, depends = ?, locked = ?, settled = ?, "
                       "misses = ? WHERE id = ?"),
        {dateText(block.date), block.startMinute, block.minutes, word(block.kind), block.topic, block.stage,
            word(block.state), word(block.aim), block.project, block.requirement, block.depends, block.locked ? 1 : 0,
            block.settled ? 1 : 0, block.misses, raw(block.id)});
}

Outcome PlanStore::removeBlock(BlockId id)
{
    const auto known = block(id);
    if (!known)
        return known.error();
    if (known->loggedMinutes > 0)
        return Error{ErrorCode::NotAllowed, QStringLiteral("the block has logged minutes"), {}};
    if (const Outcome touched = m_changes.touch(QStringLiteral("block"), rowKey(raw(id))); !touched)
        return touched;
    return execute(m_profile.database(), QStringLiteral("DELETE FROM block WHERE id = ?"), {raw(id)});
}

Result<QList<Block>> PlanStore::blocks(QDate from, QDate to) const
{
    return readBlocks(
        m_profile.database(), QStringLiteral("WHERE date BETWEEN ? AND ?"), {dateText(from), dateText(to)});
}

Result<QList<Block>> PlanStore::allBlocks() const
{
    return readBlocks(m_profile.database(), {}, {});
}

Result<Block> PlanStore::block(BlockId id) const
{
    const auto found = readBlocks(m_profile.database(), QStringLiteral("WHERE id = ?"), {raw(id)});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{ErrorCode::NotFound, {}, QStringLiteral("block %1").arg(raw(id))};
    return found->first();
}

Result<std::optional<Block>> PlanStore::blockWith(const QString &uuid) const
{
    const auto found = readBlocks(m_profile.database(), QStringLiteral("WHERE uuid = ?"), {uuid});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Block>() : found->first();
}

Result<std::optional<Block>> PlanStore::nextPlanned(QDate from) const
{
    const auto found = readBlocks(m_profile.database(), QStringLiteral("WHERE date >= ? AND state = ?"),
        {dateText(from), word(BlockState::Planned)}, 1);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Block>() : found->first();
}

Result<int> PlanStore::plannedMinutes(QDate from, QDate to) const
{
    const auto sum = number(m_profile.database(),
        QStringLiteral("SELECT coalesce(sum(minutes), 0) FROM block WHERE date BETWEEN ? AND ?"),
        {dateText(from), dateText(to)});
    if (!sum)
        return sum.error();
    return static_cast<int>(*sum);
}

Outcome PlanStore::setState(BlockId id, BlockState state)
{
    if (const auto known = block(id); !known)
        return known.error();
    if (const Outcome touched = m_changes.touch(QStringLiteral("block"), rowKey(raw(id))); !touched)
        return touched;
    return execute(
        m_profile.database(), QStringLiteral("UPDATE block SET state = ? WHERE id = ?"), {word(state), raw(id)});
}

Outcome PlanStore::logMinutes(BlockId id, int minutes, QDate day, qint64 nowUtcMs)
{
    if (minutes < 1 || minutes > 1440 || !day.isValid())
        return Error{ErrorCode::BadInput, QStringLiteral("1 to 1440 minutes of a day"), QString::number(minutes)};
    if (const auto known = block(id); !known)
        return known.error();
    const auto entry = nextId(m_profile.database(), QStringLiteral("time_log"));
    if (!entry)
        return entry.error();
    if (const Outcome touched = m_changes.touch(QStringLiteral("time_log"), rowKey(*entry)); !touched)
        return touched;
    return execute(m_profile.database(),
        QStringLiteral("INSERT INTO time_log(id, block, day, minutes, utc_ms) VALUES(?, ?, ?, ?, ?)"),
        {*entry, raw(id), dateText(day), minutes, nowUtcMs});
}

Result<int> PlanStore::loggedMinutes() const
{
    const auto sum = number(m_profile.database(), QStringLiteral("SELECT coalesce(sum(minutes), 0) FROM time_log"));
    if (!sum)
        return sum.error();
    return static_cast<int>(*sum);
}

Result<QList<StudyRecord>> PlanStore::studied() const
{
    return collect(m_profile.database(),
        QStringLiteral("SELECT t.day, b.topic, t.minutes FROM time_log t JOIN block b ON b.id = t.block "
                       "ORDER BY t.day, t.id"),
        {}, [](const QSqlQuery &row) {
            return StudyRecord{
                QDate::fromString(row.value(0).toString(), Qt::ISODate), row.value(1).toString(), row.value(2).toInt()};
        });
}

} // namespace lectern
