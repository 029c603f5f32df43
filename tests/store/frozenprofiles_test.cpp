// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "filledprofile.h"
#include "query.h"
#include "runall.h"
#include "samples.h"
#include "schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace lectern;

namespace
{

QString frozenFolder()
{
    return QStringLiteral(LECTERN_TEST_DATA "/profiles");
}

} // namespace

/// Profiles of every schema version that people may have. tests/data/profiles/README.md says how one is frozen.
class FrozenProfilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewProfileHoldsEverything()
    {
        test::TempProfile profile;
        QVERIFY(profile.open().ok());
        const Outcome filled = test::fill(*profile);
        QVERIFY2(filled.ok(), qPrintable(filled ? QString() : filled.error().detail));
        // What is not in it no later version is tried with.
        const auto tables = collect(profile.database(),
            QStringLiteral("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                           "AND name NOT LIKE 'sqlite_%'"),
            {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
        QVERIFY(tables.ok());
        for (const QString &table : *tables)
            QVERIFY2(
                *number(profile.database(), QStringLiteral("SELECT count(*) FROM ") + table) > 0, qPrintable(table));
        QCOMPARE(*number(profile.database(), QStringLiteral("SELECT count(DISTINCT kind) FROM attempt_event")),
            static_cast<int>(EventKind::Abandoned) + 1);
        QCOMPARE(*number(profile.database(), QStringLiteral("SELECT count(DISTINCT mode) FROM attempt")),
            static_cast<int>(AttemptMode::Diagnostic) + 1);
        profile.close();
        // How a version is frozen: the file as it is now, to the place that was asked for.
        if (const QString target = qEnvironmentVariable("LECTERN_FREEZE_PROFILE"); !target.isEmpty())
            QVERIFY(QFile::copy(profile.path(), target));
        QVERIFY(profile.open().ok());
        QCOMPARE(test::differences(*profile, Profile::currentVersion()).join(u'\n'), QString());
    }

    void everyOlderVersionIsFrozen()
    {
        for (int version = 1; version < Profile::currentVersion(); ++version)
            QVERIFY2(QFileInfo::exists(frozenFolder() + QStringLiteral("/v%1.sqlite").arg(version)),
                qPrintable(QStringLiteral("version %1 has no frozen profile").arg(version)));
    }

    void everyFrozenProfileOpensAndReads()
    {
        for (const QFileInfo &frozen : QDir(frozenFolder()).entryInfoList({QStringLiteral("v*.sqlite")}, QDir::Files)) {
            test::TempProfile profile;
            QVERIFY(QFile::copy(frozen.filePath(), profile.path()));
            QVERIFY(QFile::setPermissions(profile.path(), QFile::ReadOwner | QFile::WriteOwner));
            const Outcome opened = profile.open();
            QVERIFY2(opened.ok(), qPrintable(frozen.fileName()));
            QCOMPARE(*number(profile.database(), QStringLiteral("PRAGMA user_version")), Profile::currentVersion());
            const int version = frozen.completeBaseName().mid(1).toInt();
            QCOMPARE(test::differences(*profile, version).join(u'\n'), QString());
        }
    }
};

LECTERN_TEST_CLASS(FrozenProfilesTest)
#include "frozenprofiles_test.moc"
