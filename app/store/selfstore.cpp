// SPDX-License-Identifier: GPL-3.0-or-later
#include "selfstore.h"

#include "changelog.h"
#include "profile.h"
#include "query.h"

#include <QCryptographicHash>
#include <QSysInfo>

namespace lectern
{

namespace
{

/// Not the id itself: a profile that is shared must not tell which machines it was opened on.
QString machineKey(SettingScope scope)
{
    if (scope == SettingScope::Profile)
        return QStringLiteral("");
    QByteArray id = QSysInfo::machineUniqueId();
    if (id.isEmpty())
        id = QSysInfo::machineHostName().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash("lectern:" + id, QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace

SelfStore::SelfStore(Profile &profile, ChangeLog &changes)
    : m_profile(profile)
    , m_changes(changes)
{
}

Result<QList<CheckRecord>> SelfStore::checks(const QString &pack) const
{
    bool readable = true;
    const auto records = collect(m_profile.database(),
        QStringLiteral("SELECT collection, entry, checked, begun, checked_utc_ms, note, date, evidence FROM check_item "
                       "WHERE pack = ? ORDER BY collection, entry"),
        {pack}, [&](const QSqlQuery &row) {
            CheckRecord record;
            record.collection = row.value(0).toString();
            record.entry = row.value(1).toString();
            if (row.value(2).toBool())
                record.state = CheckState::Done;
            else if (row.value(3).toBool())
                record.state = CheckState::InProgress;
            record.checkedUtcMs = row.value(4).toLongLong();
            record.note = row.value(5).toString();
            const QString date = row.value(6).toString();
            record.date = QDate::fromString(date, Qt::ISODate);
            readable = readable && (record.date.isValid() || date.isEmpty());
            record.evidence = row.value(7).toString();
            return record;
        });
    if (records && !readable)
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("the date of a proof cannot be read"), pack};
    return records;
}

Outcome SelfStore::setCheck(const QString &pack, const CheckRecord &record)
{
    const Outcome touched = m_changes.touch(QStringLiteral("check_item"),
        {{QStringLiteral("pack"), pack}, {QStringLiteral("collection"), record.collection},
            {QStringLiteral("entry"), record.entry}});
    if (!touched)
        return touched;
    return execute(m_profile.database(),
        QStringLiteral("INSERT OR REPLACE INTO check_item(pack, collection, entry, checked, begun, checked_utc_ms, "
                       "note, date, evidence) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {pack, record.collection, record.entry, record.checked() ? 1 : 0,
            record.state == CheckState::InProgress ? 1 : 0, record.checkedUtcMs, record.note,
            record.date.toString(Qt::ISODate), record.evidence});
}

Result<QList<RequirementRecord>> SelfStore::requirements(const QString &pack) const
{
    bool readable = true;
    const auto records = collect(m_profile.database(),
        QStringLiteral("SELECT project, requirement, state, note, evidence FROM requirement_state WHERE pack = ? "
                       "ORDER BY project, requirement"),
        {pack}, [&](const QSqlQuery &row) {
            const auto state = requirementStateFromWord(row.value(2).toString());
            readable = readable && state;
            return RequirementRecord{row.value(0).toString(), row.value(1).toString(),
                state.value_or(RequirementState::Open), row.value(3).toString(), row.value(4).toString()};
        });
    if (records && !readable)
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("a requirement's state cannot be read"), pack};
    return records;
}

Outcome SelfStore::setRequirement(const QString &pack, const RequirementRecord &record)
{
    const Outcome touched = m_changes.touch(QStringLiteral("requirement_state"),
        {{QStringLiteral("pack"), pack}, {QStringLiteral("project"), record.project},
            {QStringLiteral("requirement"), record.requirement}});
    if (!touched)
        return touched;
    return execute(m_profile.database(),
        QStringLiteral("INSERT OR REPLACE INTO requirement_state(pack, project, requirement, state, note, evidence) "
                       "VALUES(?, ?, ?, ?, ?, ?)"),
        {pack, record.project, record.requirement, word(record.state), record.note, record.evidence});
}

Result<QVariant> SelfStore::setting(Setting setting) const
{
    const SettingInfo &known = info(setting);
    const auto value = first(m_profile.database(),
        QStringLiteral("SELECT value FROM setting WHERE key = ? AND machine = ?"),
        {QString::fromLatin1(known.key), machineKey(known.scope)}, [](const QSqlQuery &row) { return row.value(0); });
    if (!value)
        return value.error();
    if (!*value || (*value)->isNull())
        return known.fallback;
    QVariant converted = **value;
    if (!converted.convert(known.fallback.metaType()))
        return known.fallback;
    return converted;
}

Outcome SelfStore::setSetting(Setting setting, const QVariant &value)
{
    const SettingInfo &known = info(setting);
    QVariant converted = value;
    if (!converted.convert(known.fallback.metaType()))
        return Error{
            ErrorCode::BadInput, QStringLiteral("not a value of this setting"), QString::fromLatin1(known.key)};
    return execute(m_profile.database(),
        QStringLiteral("INSERT OR REPLACE INTO setting(key, machine, value) VALUES(?, ?, ?)"),
        {QString::fromLatin1(known.key), machineKey(known.scope), converted});
}

} // namespace lectern
