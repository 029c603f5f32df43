// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include "examdesk.h"
#include "guidedesk.h"
#include "plandesk.h"
#include "readinessdesk.h"
#include "runall.h"
#include "settingsdesk.h"
#include "testworkspace.h"

#include <QDir>
#include <QFile>

using namespace lectern;

class WorkspaceTest : public QObject
{
    Q_OBJECT

private:
    static bool copyTree(const QString &from, const QString &to)
    {
        const QDir source(from);
        if (!QDir().mkpath(to))
            return false;
        for (const QFileInfo &entry : source.entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot)) {
            const QString target = to + u'/' + entry.fileName();
            if (entry.isDir() ? !copyTree(entry.filePath(), target) : !QFile::copy(entry.filePath(), target))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void withoutAPackThereIsNothingToOpen()
    {
        QTemporaryDir empty;
        test::TestWorkspace workspace(empty.path());
        const auto opened = Workspace::open(workspace.path(), workspace.environment());
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, ErrorCode::PackInvalid);
    }

    void aChangedPackIsInstalledAgainAndABrokenOneKeepsTheOld()
    {
        QTemporaryDir packs;
        const QString pack = packs.filePath(QStringLiteral("databricks-de-professional"));
        QVERIFY(copyTree(QStringLiteral(LECTERN_CONTENT "/databricks-de-professional"), pack));
        test::TestWorkspace workspace(packs.path());
        QVERIFY(workspace.open());
        QCOMPARE(workspace->guide().certification().version, QStringLiteral("1.0.0"));
        workspace.close();

        QFile manifest(pack + QStringLiteral("/pack.yaml"));
        QVERIFY(manifest.open(QIODevice::ReadWrite));
        QByteArray text = manifest.readAll();
        text.replace("1.0.0", "1.0.1");
        manifest.resize(0);
        manifest.write(text);
        manifest.close();
        QVERIFY(workspace.open());
        QCOMPARE(workspace->guide().certification().version, QStringLiteral("1.0.1"));
        workspace.close();

        QVERIFY(manifest.open(QIODevice::Append));
        manifest.write("surprise: true\n");
        manifest.close();
        QVERIFY(workspace.open());
        QCOMPARE(workspace->guide().certification().version, QStringLiteral("1.0.1"));
    }

    void theExamDateDecidesWhatIsRecommended()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        QCOMPARE(workspace->exam().defaultSetup().blueprint, QStringLiteral("page-domains"));
        Appointment appointment;
        appointment.date = QDate(2026, 10, 8);
        QVERIFY(workspace->plan().setAppointment(appointment).ok());
        QCOMPARE(workspace->readiness().defaultBlueprint(), QStringLiteral("page-domains"));
        appointment.date = QDate(2026, 10, 9);
        QVERIFY(workspace->plan().setAppointment(appointment).ok());
        QCOMPARE(workspace->readiness().defaultBlueprint(), QStringLiteral("DEP-2026-10"));
        appointment.blueprint = QStringLiteral("page-domains");
        QVERIFY(workspace->plan().setAppointment(appointment).ok());
        QCOMPARE(workspace->exam().defaultSetup().blueprint, QStringLiteral("page-domains"));
    }

    void theTargetIsASetting()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        QCOMPARE(workspace->readiness().targetPercent(), 70);
        QVERIFY(workspace->settings().set(Setting::TargetPercent, 75).ok());
        QCOMPARE(workspace->readiness().targetPercent(), 75);
    }
};

LECTERN_TEST_CLASS(WorkspaceTest)
#include "workspace_test.moc"
