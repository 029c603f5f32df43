// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"
#include "guidedesk.h"
#include "reportdesk.h"
#include "runall.h"
#include "testworkspace.h"
#include "writesrefused.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>

using namespace lectern;

class ReportDisputeTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
               file.write(bytes) == bytes.size();
    }
    /// The shipped pack with another wording of most of its questions.
    static bool layOut(const QString &folder, bool reworded)
    {
        QDirIterator files(
            QStringLiteral(LECTERN_CONTENT "/databricks-de-professional"), QDir::Files, QDirIterator::Subdirectories);
        const QDir content(QStringLiteral(LECTERN_CONTENT));
        static const QRegularExpression question(
            QStringLiteral("^    question: ([A-Z])"), QRegularExpression::MultilineOption);
        while (files.hasNext()) {
            const QString from = files.next();
            QByteArray bytes = bytesOf(from);
            if (reworded && from.contains(QLatin1String("/questions/")))
                bytes = QString::fromUtf8(bytes).replace(question, QStringLiteral("    question: Now, \\1")).toUtf8();
            if (!write(folder + u'/' + content.relativeFilePath(from), bytes))
                return false;
        }
        return true;
    }
    static FormItem firstSeat(ReportDesk &desk)
    {
        return desk.report(desk.history().constFirst().id)->attempt.setup().items.constFirst();
    }

private Q_SLOTS:
    void theReportKnowsWhatHasChangedSince()
    {
        QTemporaryDir packs;
        QVERIFY(layOut(packs.path(), false));
        test::TestWorkspace workspace(packs.path());
        QVERIFY(workspace.open());
        QVERIFY(workspace->exam().start({AttemptMode::Timed, QStringLiteral("page-domains"), 20, 40}).ok());
        QVERIFY(workspace->exam().submit().ok());
        const AttemptId id = workspace->reports().history().constFirst().id;
        const auto before = workspace->reports().report(id);
        for (const FormItem &seat : before->attempt.setup().items)
            QCOMPARE(before->current.value(seat.item), seat.revision);
        workspace.close();

        QVERIFY(layOut(packs.path(), true));
        QVERIFY(workspace.open());
        const auto after = workspace->reports().report(id);
        int changed = 0;
        for (const FormItem &seat : after->attempt.setup().items) {
            QVERIFY(after->current.contains(seat.item));
            changed += after->current.value(seat.item) != seat.revision ? 1 : 0;
            QVERIFY(!after->items.value(seat.item).question.startsWith(QLatin1String("Now, ")));
        }
        QVERIFY(changed > 0);
    }

    void aDisputeIsOfTodayAndOfWhatWasSeen()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        QVERIFY(exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 5, 10}).ok());
        QVERIFY(exam.submit().ok());
        ReportDesk &desk = workspace->reports();
        const FormItem seat = firstSeat(desk);
        const QLocale locale;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Austria));
        Dispute dispute = desk.disputeOf(seat);
        QLocale::setDefault(locale);
        QCOMPARE(dispute.pack, workspace->guide().certification().id);
        QCOMPARE(dispute.packVersion, workspace->guide().certification().version);
        QCOMPARE(dispute.item, seat.item);
        QCOMPARE(dispute.revision, seat.revision);
        QCOMPARE(dispute.date, QDate(2026, 11, 23));
        QCOMPARE(dispute.language, QStringLiteral("de"));
        QVERIFY(dispute.reason.isEmpty());

        dispute.kind = DisputeKind::Unclear;
        dispute.reason = QStringLiteral("Which of the two tables?");
        desk.keepDraft(dispute);
        workspace.clock.advance(24LL * 3600 * 1000);
        const Dispute kept = desk.disputeOf(seat);
        QCOMPARE(kept.reason, dispute.reason);
        QCOMPARE(kept.kind, DisputeKind::Unclear);
        QCOMPARE(kept.date, QDate(2026, 11, 24));
        FormItem other = seat;
        other.item += u'x';
        QVERIFY(desk.disputeOf(other).reason.isEmpty());
    }

    void theFileIsWholeOrAsItWas()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        QVERIFY(exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 5, 10}).ok());
        QVERIFY(exam.submit().ok());
        ReportDesk &desk = workspace->reports();
        Dispute dispute = desk.disputeOf(firstSeat(desk));
        const QString path = workspace.folder() + QStringLiteral("/dispute.yaml");
        const Outcome flawed = ReportDesk::exportDispute(dispute, path);
        QVERIFY(!flawed.ok());
        QCOMPARE(flawed.error().code, ErrorCode::BadInput);
        QVERIFY(!QFile::exists(path));

        dispute.reason = QStringLiteral("First\tline.\r\n\u0007Second.");
        QVERIFY(ReportDesk::exportDispute(dispute, path).ok());
        const QByteArray written = bytesOf(path);
        QVERIFY(written.contains("  First    line.\n  Second.\n"));
        QVERIFY(written.contains(dispute.revision.toLatin1()));

        const Outcome nowhere =
            ReportDesk::exportDispute(dispute, workspace.folder() + QStringLiteral("/none/dispute.yaml"));
        QVERIFY(!nowhere.ok());
        QCOMPARE(nowhere.error().code, ErrorCode::FileNotWritable);
        QVERIFY(nowhere.error().where.endsWith(QLatin1String("/none/dispute.yaml")));
        QVERIFY(!nowhere.error().detail.isEmpty());
        Outcome full = Done{};
        {
            const test::WritesRefused refused;
            full = ReportDesk::exportDispute(dispute, path);
        }
        QVERIFY(!full.ok());
        QCOMPARE(bytesOf(path), written);
    }
};

LECTERN_TEST_CLASS(ReportDisputeTest)
#include "reportdispute_test.moc"
