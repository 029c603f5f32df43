// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"
#include "generatedbank.h"
#include "guidedesk.h"
#include "reportdesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace lectern;

/// What shows a question's text outside the seat: the search, the reports, the error book. Nothing else reads one.
class SealedQuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString pack = m_folder.filePath(QStringLiteral("packs/databricks-de-professional"));
        QVERIFY(QDir().mkpath(pack) && test::writeGeneratedPack(pack));
        QDirIterator files(pack + QStringLiteral("/questions"), {QStringLiteral("*.yaml")}, QDir::Files);
        static const QRegularExpression question(
            QStringLiteral("^  - id: (\\S+)\n    title: \"(.*)\"\n(?:    .*\n)*?    reserve: \\S+\n"
                           "    stem: \"(.*)\"\n(?:(?:    .*)?\n)*?    takeaway: \"(.*)\""),
            QRegularExpression::MultilineOption);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto found = question.globalMatch(QString::fromUtf8(file.readAll()));
            while (found.hasNext()) {
                const auto match = found.next();
                m_sealed.insert(match.captured(1), {match.captured(2), match.captured(3), match.captured(4)});
            }
        }
        QCOMPARE(m_sealed.size(), 132);
    }

    void nothingShowsThemBeforeTheirFormWasSat()
    {
        test::TestWorkspace workspace(m_folder.filePath(QStringLiteral("packs")));
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        QCOMPARE(shown(*workspace), QSet<QString>());

        for (const AttemptMode mode : {AttemptMode::Timed, AttemptMode::Study, AttemptMode::Drill}) {
            ExamDesk::Setup setup = exam.defaultSetup(mode);
            setup.questions = 60;
            QVERIFY(exam.start(setup).ok());
            for (int position = 0; position < exam.running()->size(); ++position)
                QVERIFY(exam.show(position).ok());
            QVERIFY(exam.submit().ok());
        }
        QVERIFY(workspace->reports().errorBook()->size() >= 60); // blank is wrong
        const auto parked = exam.start(exam.defaultSetup(AttemptMode::Diagnostic));
        QVERIFY(parked.ok() && exam.show(0).ok() && exam.pause().ok() && exam.park().ok());
        QCOMPARE(shown(*workspace), QSet<QString>());
        // Before its end an attempt tells nobody its keys.
        QCOMPARE(workspace->reports().report(*parked).error().code, ErrorCode::NotAllowed);

        const auto rehearsal = exam.start(exam.defaultSetup(AttemptMode::Rehearsal));
        QVERIFY(rehearsal.ok());
        QSet<QString> seen;
        for (int position = 3; position < 8; ++position) {
            const FormItem seat = exam.running()->setup().items.at(position);
            QVERIFY(m_sealed.contains(seat.item));
            const QStringList keys = exam.item(position)->keyIds();
            const auto wrong = std::find_if(seat.optionOrder.cbegin(), seat.optionOrder.cend(),
                [&](const QString &option) { return !keys.contains(option); });
            QVERIFY(exam.show(position).ok() && exam.answer(position, {*wrong}).ok());
            seen.insert(seat.item);
        }
        QCOMPARE(shown(*workspace), QSet<QString>());
        QCOMPARE(workspace->reports().report(*rehearsal).error().code, ErrorCode::NotAllowed);

        QVERIFY(exam.abandon().ok());
        QCOMPARE(shown(*workspace), seen);
        const auto report = workspace->reports().report(*rehearsal);
        QVERIFY(report.ok());
        QCOMPARE(report->items.size(), 5);
        QCOMPARE(report->score.items.size(), 5);
        QVERIFY(std::all_of(report->score.items.cbegin(), report->score.items.cend(),
            [](const ItemOutcome &outcome) { return outcome.seen && outcome.position >= 3 && outcome.position < 8; }));
        for (const ReportDesk::Action &action : workspace->reports().nextActions(*report)) {
            for (const QString &item : action.criteria.items)
                QVERIFY(seen.contains(item));
        }

        // Sat to its end a form has no secret left, shown or not.
        const auto sat = exam.start(exam.defaultSetup(AttemptMode::Rehearsal));
        QVERIFY(sat.ok() && exam.submit().ok());
        QCOMPARE(workspace->reports().report(*sat)->items.size(), 60);
    }

    void itHoldsAfterARestartToo()
    {
        test::TestWorkspace workspace(m_folder.filePath(QStringLiteral("packs")));
        QVERIFY(workspace.open());
        const auto id = workspace->exam().start(workspace->exam().defaultSetup(AttemptMode::Rehearsal));
        QVERIFY(id.ok() && workspace->exam().show(0).ok());
        QVERIFY(workspace.reopen());
        QCOMPARE(shown(*workspace), QSet<QString>());
        QVERIFY(workspace->exam().resume()->has_value());
        QVERIFY(workspace->exam().abandon().ok());
        QVERIFY(workspace.reopen());
        QCOMPARE(shown(*workspace).size(), 1);
        QCOMPARE(workspace->reports().report(*id)->items.size(), 1);
    }

private:
    /// The questions of a reserve that somebody can read somewhere.
    QSet<QString> shown(Workspace &workspace) const
    {
        QSet<QString> found;
        for (auto it = m_sealed.cbegin(); it != m_sealed.cend(); ++it) {
            for (const QString &text : it.value()) {
                for (const GuideDesk::Hit &hit : workspace.guide().search(text)) {
                    if (hit.kind == GuideDesk::Hit::Kind::Item)
                        found.insert(hit.id);
                }
            }
        }
        const auto book = workspace.reports().errorBook();
        for (qsizetype i = 0; book && i < book->size(); ++i)
            found.insert(book->at(i).item.id);
        for (const ReportDesk::Past &past : workspace.reports().history()) {
            const auto report = workspace.reports().report(past.id);
            if (!report)
                continue;
            for (auto it = report->items.cbegin(); it != report->items.cend(); ++it)
                found.insert(it.key());
            for (const ItemOutcome &outcome : report->score.items)
                found.insert(outcome.item);
        }
        found.intersect(QSet<QString>(m_sealed.keyBegin(), m_sealed.keyEnd()));
        return found;
    }

    QTemporaryDir m_folder;
    QHash<QString, QStringList> m_sealed; ///< title, stem and takeaway by item
};

LECTERN_TEST_CLASS(SealedQuestionsTest)
#include "sealedquestions_test.moc"
