// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"

#include "generatedbank.h"
#include "readinessdesk.h"
#include "reportdesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QDir>
#include <QMap>
#include <QSet>

using namespace lectern;

namespace
{

constexpr qint64 minute = 60 * 1000;
constexpr qint64 day = 24 * 60 * minute;

const QString &generatedPacks()
{
    static const QTemporaryDir folder;
    static const QString path = [] {
        const QString packs = folder.filePath(QStringLiteral("packs"));
        const QString pack = packs + QStringLiteral("/databricks-de-professional");
        return QDir().mkpath(packs) && test::writeGeneratedPack(pack) ? packs : QString();
    }();
    return path;
}

QStringList itemsOf(const Attempt &attempt)
{
    QStringList items;
    for (const FormItem &seat : attempt.setup().items)
        items << seat.item;
    return items;
}

/// From `from` on; every `wrongEach`th wrong.
bool answer(ExamDesk &exam, int from, int to, int wrongEach)
{
    for (int position = from; position < to; ++position) {
        const Result<Item> item = exam.item(position);
        if (!item || !exam.show(position))
            return false;
        const QString key = item->keyIds().constFirst();
        const auto other = std::find_if(
            item->options.cbegin(), item->options.cend(), [](const Option &option) { return !option.key; });
        if (!exam.answer(position, {position % wrongEach == 0 ? other->id : key}))
            return false;
    }
    return true;
}

} // namespace

/// Diagnostics as the program draws them, one after the other.
class DiagnosticModeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!generatedPacks().isEmpty()); }

    void everyFormObeysTheRules_data()
    {
        QTest::addColumn<QString>("blueprint");
        QTest::newRow("five domains") << "page-domains";
        QTest::newRow("nine sections") << "DEP-2026-10";
    }
    void everyFormObeysTheRules()
    {
        QFETCH(QString, blueprint);
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        const Blueprint *drawn = workspace->readiness().certification().blueprint(blueprint);
        QVERIFY(drawn);
        ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Diagnostic);
        setup.blueprint = blueprint;
        QSet<QString> asked;
        for (int round = 0; round < 6; ++round) {
            const FormPreview preview = exam.preview(setup);
            QVERIFY(preview.possible);
            // Asked again, it says the same, though each attempt has a seed of its own.
            const FormPreview again = exam.preview(setup);
            for (qsizetype at = 0; at < again.sections.size(); ++at)
                QCOMPARE(again.sections.at(at).wanted, preview.sections.at(at).wanted);
            QVERIFY(exam.start(setup).ok());
            const QStringList items = itemsOf(*exam.running());
            QCOMPARE(items.size(), 20);
            QMap<QString, int> perSection;
            for (int position = 0; position < items.size(); ++position) {
                const FormItem &seat = exam.running()->setup().items.at(position);
                const Result<Item> item = exam.item(position);
                QVERIFY(item.ok());
                QCOMPARE(item->type, ItemType::Single);
                QVERIFY(item->reserve.isEmpty() && seat.reserve.isEmpty());
                for (const QString &enemy : item->enemies)
                    QVERIFY(!items.contains(enemy));
                QVERIFY2(!asked.contains(seat.item), "a question was asked again though others were never asked");
                asked.insert(seat.item);
                ++perSection[seat.section];
            }
            QCOMPARE(perSection.size(), drawn->sections.size());
            for (const SectionSupply &supply : preview.sections) {
                QCOMPARE(perSection.value(supply.section), supply.wanted);
                QVERIFY(supply.wanted >= 2);
            }
            QVERIFY(answer(exam, 0, 20, 3));
            QVERIFY(exam.submit().ok());
            workspace.clock.advance(day);
        }
        QCOMPARE(workspace->readiness().report(blueprint)->answers, 120);
    }

    void whatIsInDisputeIsNotAsked()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        ReportDesk &reports = workspace->reports();
        const ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Diagnostic);
        QSet<QString> disputed;
        // Seats that nothing was shown of stay as fresh as they were.
        for (int round = 0; round < 3; ++round) {
            QVERIFY(exam.start(setup).ok());
            const QList<FormItem> seats = exam.running()->setup().items;
            for (const FormItem &seat : seats)
                QVERIFY(!disputed.contains(seat.item));
            QVERIFY(exam.abandon().ok());
            for (const FormItem &seat : seats) {
                Dispute dispute = reports.disputeOf(seat);
                dispute.kind = DisputeKind::Unclear;
                dispute.reason = QStringLiteral("It can be read in two ways.");
                QVERIFY(reports.fileDispute(dispute).ok());
                disputed.insert(seat.item);
            }
        }
        QCOMPARE(disputed.size(), 60);
    }

    void halfTonightAndHalfTomorrow()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        QStringList items;
        {
            ExamDesk &exam = workspace->exam();
            QVERIFY(exam.start(exam.defaultSetup(AttemptMode::Diagnostic)).ok());
            items = itemsOf(*exam.running());
            QVERIFY(answer(exam, 0, 10, 4));
            QVERIFY(exam.pause().ok());
            QVERIFY(exam.park().ok());
        }
        workspace.clock.reboot(day);
        QVERIFY(workspace.reopen());
        ExamDesk &exam = workspace->exam();
        QVERIFY(!*exam.resume());
        QCOMPARE(exam.parked().constFirst().mode, AttemptMode::Diagnostic);
        QCOMPARE(exam.parked().constFirst().answered, 10);
        QVERIFY(exam.takeUp(exam.parked().constFirst().id).ok());
        QVERIFY(exam.proceed().ok());
        QCOMPARE(itemsOf(*exam.running()), items); // what was chosen stays, whatever was learnt meanwhile
        QVERIFY(answer(exam, 10, 20, 4));
        QVERIFY(exam.submit().ok());
        const QString blueprint = exam.defaultSetup(AttemptMode::Diagnostic).blueprint;
        const Result<ReadinessReport> report = workspace->readiness().report(blueprint);
        QVERIFY(report.ok());
        QCOMPARE(report->answers, 20);
    }

    void shorterOnesCoverWhatTheyCan()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Diagnostic);
        setup.blueprint = QStringLiteral("DEP-2026-10");
        setup.questions = 9;
        QVERIFY(exam.start(setup).ok());
        QSet<QString> sections;
        for (const FormItem &seat : exam.running()->setup().items)
            sections.insert(seat.section);
        QCOMPARE(sections.size(), 9);
        QVERIFY(exam.abandon().ok());
        setup.blueprint = QStringLiteral("none");
        QCOMPARE(exam.start(setup).error().code, ErrorCode::NotFound);
        QVERIFY(!exam.preview(setup).possible);
    }
};

LECTERN_TEST_CLASS(DiagnosticModeTest)
#include "diagnosticmode_test.moc"
