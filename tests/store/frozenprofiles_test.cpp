// SPDX-License-Identifier: GPL-3.0-or-later
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
        profile.close();
        // How a version is frozen: the file as it is now, to the place that was asked for.
        if (const QString target = qEnvironmentVariable("LECTERN_FREEZE_PROFILE"); !target.isEmpty())
            QVERIFY(QFile::copy(profile.path(), target));
        QVERIFY(profile.open().ok());
        QCOMPARE(test::differences(*profile), QStringList());
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
            QCOMPARE(test::differences(*profile), QStringList());
        }
    }
};

LECTERN_TEST_CLASS(FrozenProfilesTest)
#include "frozenprofiles_test.moc"
