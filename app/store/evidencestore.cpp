// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencestore.h"

#include "changelog.h"
#include "profile.h"
#include "query.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lectern
{

namespace
{

QString ratingTable()
{
    return QStringLiteral("rating");
}
QString mockTable()
{
    return QStringLiteral("outside_mock");
}
QString resultTable()
{
    return QStringLiteral("exam_result");
}
QString archiveTable()
{
    return QStringLiteral("archive");
}

Error unsound(const QString &where)
{
    return {ErrorCode::BadInput, QStringLiteral("out of range"), where};
}

/// Rows of which each has to be sound; the first that is not is named.
template<typename T, typename Read>
Result<QList<T>> soundRows(
    const Profile &profile, const QString &table, const QString &sql, const QVariantList &values, Read read)
{
    std::optional<qsizetype> bad;
    qsizetype row = 0;
    auto records = collect(profile.database(), sql, values, [&](const QSqlQuery &query) {
        T record = read(query);
        if (!bad && !isSound(record))
            bad = row;
        ++row;
        return record;
    });
    if (records && bad)
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("a value out of range"),
            QStringLiteral("%1, row %2").arg(table).arg(*bad + 1)};
    return records;
}

QDate dateOf(const QVariant &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QString barsText(const QHash<QString, int> &bars)
{
    QJsonObject object;
    for (auto it = bars.cbegin(); it != bars.cend(); ++it)
        object.insert(it.key(), it.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// A bar that is no whole number is read as one that is not sound.
QHash<QString, int> barsFromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return {{QString(), -1}};
    const QJsonObject object = document.object();
    QHash<QString, int> bars;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        bars.insert(it.key(), it.value().toInt(-1));
    return bars;
}

Outcome removeRow(Profile &profile, ChangeLog &changes, const QString &table, qint64 id)
{
    if (const Outcome touched = changes.touch(table, {{QStringLiteral("id"), id}}); !touched)
        return touched;
    const auto query = run(profile.database(), QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(table), {id});
    if (!query)
        return query.error();
    if (query->numRowsAffected() == 0)
        return Error{ErrorCode::NotFound, {}, table};
    return Done{};
}

} // namespace

EvidenceStore::EvidenceStore(Profile &profile, ChangeLog &changes)
    : m_profile(profile)
    , m_changes(changes)
{
}

Result<QList<TopicRating>> EvidenceStore::ratings(const QString &pack) const
{
    return soundRows<TopicRating>(m_profile, ratingTable(),
        QStringLiteral("SELECT topic, value, utc_ms FROM rating WHERE pack = ? ORDER BY utc_ms, topic"), {pack},
        [](const QSqlQuery &row) {
            return TopicRating{row.value(0).toString(), wholeNumber(row.value(1)), row.value(2).toLongLong()};
        });
}

Outcome EvidenceStore::setRating(const QString &pack, const TopicRating &rating, QDate day)
{
    if (!isSound(rating) || !day.isValid())
        return unsound(rating.topic);
    const QString dayText = day.toString(Qt::ISODate);
    const Outcome touched = m_changes.touch(ratingTable(),
        {{QStringLiteral("pack"), pack}, {QStringLiteral("topic"), rating.topic}, {QStringLiteral("day"), dayText}});
    if (!touched)
        return touched;
    return execute(m_profile.database(),
        QStringLiteral("INSERT OR REPLACE INTO rating(pack, topic, day, value, utc_ms) VALUES(?, ?, ?, ?, ?)"),
        {pack, rating.topic, dayText, rating.value, rating.utcMs});
}

Result<QList<OutsideMock>> EvidenceStore::mocks(const QString &pack) const
{
    return soundRows<OutsideMock>(m_profile, mockTable(),
        QStringLiteral("SELECT id, provider, date, correct, questions, seen_before, note FROM outside_mock "
                       "WHERE pack = ? ORDER BY date, id"),
        {pack}, [](const QSqlQuery &row) {
            OutsideMock mock;
            mock.id = OutsideMockId{row.value(0).toLongLong()};
            mock.provider = row.value(1).toString();
            mock.date = dateOf(row.value(2));
            mock.right = wholeNumber(row.value(3));
            mock.questions = wholeNumber(row.value(4));
            mock.seenBefore = row.value(5).toBool();
            mock.note = row.value(6).toString();
            return mock;
        });
}

Result<OutsideMockId> EvidenceStore::addMock(const QString &pack, const OutsideMock &mock)
{
    if (const Outcome judged = judge(mock); !judged)
        return judged.error();
    const auto id = nextId(m_profile.database(), mockTable());
    if (!id)
        return id.error();
    if (const Outcome touched = m_changes.touch(mockTable(), {{QStringLiteral("id"), *id}}); !touched)
        return touched.error();
    const Outcome written = execute(m_profile.database(),
        QStringLiteral("INSERT INTO outside_mock(id, pack, provider, date, correct, questions, seen_before, note) "
                       "VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
        {*id, pack, mock.provider, mock.date.toString(Qt::ISODate), mock.right, mock.questions, mock.seenBefore ? 1 : 0,
            mock.note});
    if (!written)
        return written.error();
    return OutsideMockId{*id};
}

Outcome EvidenceStore::updateMock(const OutsideMock &mock)
{
    if (const Outcome judged = judge(mock); !judged)
        return judged;
    if (const Outcome touched = m_changes.touch(mockTable(), {{QStringLiteral("id"), raw(mock.id)}}); !touched)
        return touched;
    const auto query = run(m_profile.database(),
        QStringLiteral("UPDATE outside_mock SET provider = ?, date = ?, correct = ?, questions = ?, seen_before = ?, "
                       "note = ? WHERE id = ?"),
        {mock.provider, mock.date.toString(Qt::ISODate), mock.right, mock.questions, mock.seenBefore ? 1 : 0, mock.note,
            raw(mock.id)});
    if (!query)
        return query.error();
    if (query->numRowsAffected() == 0)
        return Error{ErrorCode::NotFound, {}, mockTable()};
    return Done{};
}

Outcome EvidenceStore::removeMock(OutsideMockId id)
{
    return removeRow(m_profile, m_changes, mockTable(), raw(id));
}

Result<QList<ExamResult>> EvidenceStore::results(const QString &pack) const
{
    return soundRows<ExamResult>(m_profile, resultTable(),
        QStringLiteral("SELECT id, date, passed, blueprint, bars, note FROM exam_result WHERE pack = ? ORDER BY date"),
        {pack}, [](const QSqlQuery &row) {
            ExamResult result;
            result.id = ExamResultId{row.value(0).toLongLong()};
            result.date = dateOf(row.value(1));
            result.passed = row.value(2).toBool();
            result.blueprint = row.value(3).toString();
            result.bars = barsFromText(row.value(4).toString());
            result.note = row.value(5).toString();
            return result;
        });
}

Outcome EvidenceStore::writeResult(const QString &pack, const ExamResult &result)
{
    if (const Outcome judged = judge(result); !judged)
        return judged;
    const auto others = number(m_profile.database(),
        QStringLiteral("SELECT count(*) FROM exam_result WHERE pack = ? AND date = ? AND id <> ?"),
        {pack, result.date.toString(Qt::ISODate), raw(result.id)});
    if (!others)
        return others.error();
    if (*others > 0)
        return Error{ErrorCode::BadInput, QStringLiteral("there is a result of this day"), resultTable()};
    if (const Outcome touched = m_changes.touch(resultTable(), {{QStringLiteral("id"), raw(result.id)}}); !touched)
        return touched;
    return execute(m_profile.database(),
        QStringLiteral("INSERT OR REPLACE INTO exam_result(id, pack, date, passed, blueprint, bars, note) "
                       "VALUES(?, ?, ?, ?, ?, ?, ?)"),
        {raw(result.id), pack, result.date.toString(Qt::ISODate), result.passed ? 1 : 0, result.blueprint,
            barsText(result.bars), result.note});
}

Result<ExamResultId> EvidenceStore::addResult(const QString &pack, const ExamResult &result)
{
    const auto id = nextId(m_profile.database(), resultTable());
    if (!id)
        return id.error();
    ExamResult added = result;
    added.id = ExamResultId{*id};
    if (const Outcome written = writeResult(pack, added); !written)
        return written.error();
    return added.id;
}

Outcome EvidenceStore::updateResult(const QString &pack, const ExamResult &result)
{
    const auto known = number(m_profile.database(),
        QStringLiteral("SELECT count(*) FROM exam_result WHERE pack = ? AND id = ?"), {pack, raw(result.id)});
    if (!known)
        return known.error();
    if (*known == 0)
        return Error{ErrorCode::NotFound, {}, resultTable()};
    return writeResult(pack, result);
}

Outcome EvidenceStore::removeResult(ExamResultId id)
{
    return removeRow(m_profile, m_changes, resultTable(), raw(id));
}

Result<std::optional<qint64>> EvidenceStore::archived(const QString &pack) const
{
    return first(m_profile.database(), QStringLiteral("SELECT utc_ms FROM archive WHERE pack = ?"), {pack},
        [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

Outcome EvidenceStore::setArchived(const QString &pack, std::optional<qint64> utcMs)
{
    if (const Outcome touched = m_changes.touch(archiveTable(), {{QStringLiteral("pack"), pack}}); !touched)
        return touched;
    if (!utcMs)
        return execute(m_profile.database(), QStringLiteral("DELETE FROM archive WHERE pack = ?"), {pack});
    return execute(m_profile.database(), QStringLiteral("INSERT OR REPLACE INTO archive(pack, utc_ms) VALUES(?, ?)"),
        {pack, *utcMs});
}

} // namespace lectern
