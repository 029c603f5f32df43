// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "profilefile.h"
#include "query.h"

#include <QFile>

namespace lectern::test
{

Outcome TempProfile::open(const Profile::Options &options)
{
    m_profile.reset();
    auto opened = Profile::open(path(), options);
    if (!opened)
        return opened.error();
    m_profile = std::move(*opened);
    return Done{};
}

QSqlDatabase TempProfile::database() const
{
    return m_profile->database();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool runOn(const QString &path, const QStringList &statements)
{
    const ScratchConnection connection(path, {});
    for (const QString &sql : statements) {
        if (!execute(connection.database(), sql))
            return false;
    }
    return true;
}

Item sampleItem(const QString &id, const QString &key, const QString &topic)
{
    Item item;
    item.id = id;
    item.topic = topic;
    item.objective = QStringLiteral("S1.1");
    item.title = QStringLiteral("Title of %1").arg(id);
    item.stem = QStringLiteral("A table named %1 is read.").arg(id);
    item.code = {QStringLiteral("sql"), QStringLiteral("SELECT * FROM %1").arg(id)};
    item.question = QStringLiteral("What happens to %1?").arg(id);
    for (const QString &option : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")}) {
        item.options.append({option, QStringLiteral("Option %1 of %2").arg(option, id), option == key,
            QStringLiteral("Because of %1").arg(option), option == key ? QString() : QStringLiteral("mixes up")});
    }
    item.takeaway = QStringLiteral("Remember %1.").arg(id);
    item.enemies = {id + QStringLiteral("-enemy")};
    item.sources = {{QStringLiteral("Manual"), QStringLiteral("https://example.org/manual"), QDate(2026, 3, 1)}};
    item.history = {{QStringLiteral("live"), QDate(2026, 3, 1)}};
    return item;
}

QList<Item> sampleItems(int count)
{
    QList<Item> items;
    for (int i = 0; i < count; ++i)
        items.append(sampleItem(QStringLiteral("q%1").arg(i)));
    return items;
}

Certification sampleCertification()
{
    Certification certification;
    certification.id = samplePack;
    certification.version = QStringLiteral("1.0");
    certification.title = QStringLiteral("Sample certification");
    certification.shortTitle = QStringLiteral("Sample");
    certification.language = QStringLiteral("en");
    certification.licence = QStringLiteral("CC-BY-4.0");
    certification.checkedOn = QDate(2026, 3, 1);
    certification.overview = QStringLiteral("For tests.");
    certification.domains = {{QStringLiteral("d1"), QStringLiteral("D1"), QStringLiteral("Domain"), 100,
        {{QStringLiteral("d1.1"), QStringLiteral("Topic"), QStringLiteral("Topic"), QStringLiteral("About it.")}}}};
    return certification;
}

AttemptSetup sampleSetup(const QList<Item> &items, const QString &uuid)
{
    AttemptSetup setup;
    setup.uuid = uuid;
    setup.pack = samplePack;
    setup.blueprint = QStringLiteral("page");
    setup.seed = 0xfedcba9876543210ULL;
    setup.minutes = 20;
    for (const Item &item : items) {
        setup.items.append({item.id, revisionHash(item), QStringLiteral("d1"),
            {QStringLiteral("d"), QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}});
    }
    return setup;
}

AttemptEvent entry(int seq, EventKind kind, int position, const QStringList &choice)
{
    return {seq, kind, position, choice, {sampleNow + seq * 1000, QStringLiteral("boot-1"), 5000 + seq * 1000}};
}

Result<AttemptId> sit(Profile &profile, const QList<Item> &items, QList<AttemptEvent> events)
{
    AttemptStore store(profile);
    const auto count = number(profile.database(), QStringLiteral("SELECT count(*) FROM attempt"));
    const QString uuid = QStringLiteral("attempt-%1").arg(count ? *count : 0);
    // Each attempt a day after the one before it.
    const qint64 later = (count ? *count : 0) * 86400000;
    AttemptEvent started = entry(0, EventKind::Started);
    started.at.utcMs += later;
    const auto id = store.create(sampleSetup(items, uuid), started);
    if (!id)
        return id;
    for (int i = 0; i < events.size(); ++i) {
        AttemptEvent next = entry(i + 1, events.at(i).kind, events.at(i).position, events.at(i).choice);
        next.at.utcMs += later;
        if (const Outcome appended = store.append(*id, next); !appended)
            return appended.error();
    }
    return id;
}

} // namespace lectern::test
