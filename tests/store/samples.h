// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "attemptstore.h"
#include "certification.h"
#include "item.h"
#include "profile.h"

#include <QTemporaryDir>
#include <memory>

namespace lectern::test
{

inline const QString samplePack = QStringLiteral("sample");
/// 2026-03-02T08:00:00Z
inline constexpr qint64 sampleNow = 1772438400000;

/// A profile in a folder of its own that can be closed and opened again. No backups unless asked for.
class TempProfile
{
public:
    Outcome open(const Profile::Options &options = {false, sampleNow});
    void close() { m_profile.reset(); }
    Profile &operator*() { return *m_profile; }
    QSqlDatabase database() const;
    QString path() const { return m_folder.filePath(QStringLiteral("profile.sqlite")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Profile> m_profile;
};

QByteArray bytesOf(const QString &path);
bool writeBytes(const QString &path, const QByteArray &bytes);
/// Runs SQL on a closed file through a connection of its own, with none of the profile's settings.
bool runOn(const QString &path, const QStringList &statements);

/// A question with options a to d of which `key` is right.
Item sampleItem(
    const QString &id, const QString &key = QStringLiteral("b"), const QString &topic = QStringLiteral("d1.1"));
QList<Item> sampleItems(int count);
Certification sampleCertification();

/// Seats the items in their order.
AttemptSetup sampleSetup(const QList<Item> &items, const QString &uuid);
AttemptEvent entry(int seq, EventKind kind, int position = -1, const QStringList &choice = {});

/// An attempt on the installed sample pack with these events after the start; their seq is set here.
Result<AttemptId> sit(Profile &profile, const QList<Item> &items, QList<AttemptEvent> events);

} // namespace lectern::test
