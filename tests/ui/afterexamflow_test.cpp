// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterexamdialog.h"
#include "evidencedesk.h"
#include "examdesk.h"
#include "examfigure.h"
#include "figuretile.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "pagebench.h"
#include "plandesk.h"
#include "printjob.h"
#include "projectdesk.h"
#include "readinessdesk.h"
#include "readinesspage.h"
#include "reportdesk.h"
#include "resultdialog.h"
#include "runall.h"
#include "todaypage.h"

#include <QPdfDocument>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace lectern;

namespace
{

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

} // namespace

/// From the exam day on: what is entered is kept, undone, and leads somewhere.
class AfterExamFlowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::PageBench> m_bench;
    ReadinessPage *m_page = nullptr;
    QStringList m_titles;                               ///< of the dialogs that came up
    std::function<QString(ResultDialog &)> m_enter;     ///< the name of the button to press, empty: save
    std::function<QString(AfterExamDialog &)> m_follow; ///< the name of the button to press, empty: close

    Workspace &workspace() { return *m_bench->workspace; }
    QList<ExamResult> results() { return workspace().evidence().results().value(); }
    QDate today() { return workspace().plan().today(); }
    void book(QDate date)
    {
        Appointment appointment;
        appointment.date = date;
        appointment.blueprint = QStringLiteral("page-domains");
        QVERIFY(workspace().plan().setAppointment(appointment).ok());
    }
    static void press(QDialog &dialog, const QString &name)
    {
        auto *button = dialog.findChild<QPushButton *>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void answer(QDialog &dialog)
    {
        m_titles << dialog.windowTitle();
        dialog.show();
        QApplication::processEvents();
        if (auto *result = qobject_cast<ResultDialog *>(&dialog)) {
            const QString name = m_enter(*result);
            if (!name.isEmpty())
                press(dialog, name);
        } else if (auto *after = qobject_cast<AfterExamDialog *>(&dialog)) {
            const QString name = m_follow ? m_follow(*after) : QString();
            m_bench->dialogs.agrees = !name.isEmpty();
            if (!name.isEmpty())
                press(dialog, name);
            m_follow = {};
        } else if (auto *print = qobject_cast<PrintDialog *>(&dialog)) {
            press(*print, QStringLiteral("savePdf"));
        }
        dialog.hide();
    }
    void fail()
    {
        m_enter = [](ResultDialog &dialog) {
            dialog.findChildren<QRadioButton *>().at(1)->click();
            dialog.findChild<QSpinBox *>(QStringLiteral("bar-d1"))->setValue(80);
            dialog.findChild<QSpinBox *>(QStringLiteral("bar-d2"))->setValue(40);
            return QString();
        };
    }
    void pass()
    {
        m_enter = [](ResultDialog &dialog) {
            dialog.findChildren<QRadioButton *>().at(0)->click();
            return QString();
        };
    }
    void record()
    {
        m_bench->dialogs.agrees = true;
        m_page->goTo(QStringLiteral("record"));
        QApplication::processEvents();
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::PageBench>();
        QVERIFY(m_bench->workspace.open());
        m_titles.clear();
        m_follow = {};
        m_bench->dialogs.onRun = [this](QDialog &dialog) { answer(dialog); };
        m_page = &m_bench->show(
            new ReadinessPage({workspace().readiness(), workspace().plan(), workspace().guide(), workspace().projects(),
                                  workspace().exam(), workspace().evidence(), workspace().history()},
                m_bench->ui));
    }
    void cleanup() { m_bench.reset(); }

    void aFailIsKeptUndoneAndDoneAgain()
    {
        book(today());
        fail();
        record();
        QCOMPARE(m_titles, (QStringList{QStringLiteral("Result of the exam"), QStringLiteral("After the exam")}));
        QCOMPARE(results().size(), 1);
        QVERIFY(!results().first().passed);
        QCOMPARE(results().first().date, today());
        QCOMPARE(results().first().bars.value(QStringLiteral("d2")), 40);
        QVERIFY(m_bench->messages->text().startsWith(QStringLiteral("Result kept: Not passed on")));
        m_bench->click(m_bench->button(QStringLiteral("Undo")));
        QVERIFY(results().isEmpty());
        QVERIFY(workspace().history().redo().ok());
        QCOMPARE(results().size(), 1);
        // It is on the calibration page, which is where it can be changed.
        m_page->goTo(QStringLiteral("calibration"));
        QApplication::processEvents();
        QVERIFY(m_bench->spoken().join(u' ').contains(QStringLiteral("Not passed on")));
    }

    void theNewPlanBeginsWithTheEarliestRetake()
    {
        fail();
        m_follow = [](AfterExamDialog &) { return QStringLiteral("newPlan"); };
        record();
        QCOMPARE(m_bench->gone.size(), 1);
        QCOMPARE(m_bench->gone.first().page, PageId::Plan);
        QCOMPARE(m_bench->gone.first().anchor, QStringLiteral("new/") + today().addDays(14).toString(Qt::ISODate));
    }

    void theRetakeIsBookedAndTheWorstSectionPractised()
    {
        QSignalSpy booked(m_page, &ReadinessPage::appointmentRequested);
        fail();
        m_follow = [](AfterExamDialog &) { return QStringLiteral("bookRetake"); };
        record();
        QCOMPARE(booked.size(), 1);
        m_bench->dialogs.agrees = true;
        m_follow = [](AfterExamDialog &) { return QStringLiteral("practise-d2"); };
        m_page->goTo(QStringLiteral("result/%1").arg(raw(results().first().id)));
        QCOMPARE(m_bench->gone.last().page, PageId::Exam);
        QVERIFY(m_bench->gone.last().anchor.contains(QStringLiteral("d2")));
    }

    void aResultIsChangedAndRemoved()
    {
        fail();
        record();
        const ExamResultId id = results().first().id;
        // The day has one: recording again changes it.
        pass();
        record();
        QCOMPARE(results().size(), 1);
        QVERIFY(results().first().passed);
        QCOMPARE(results().first().id, id);
        m_enter = [](ResultDialog &) { return QStringLiteral("removeResult"); };
        record();
        QVERIFY(results().isEmpty());
        m_bench->click(m_bench->button(QStringLiteral("Undo")));
        QCOMPARE(results().size(), 1);
    }

    void aPassIsPutAwayAndTakenUp()
    {
        pass();
        m_follow = [](AfterExamDialog &) { return QStringLiteral("archive"); };
        record();
        QVERIFY(workspace().evidence().archived());
        m_bench->click(m_bench->button(QStringLiteral("Undo")));
        QVERIFY(!workspace().evidence().archived());
        QVERIFY(workspace().history().redo().ok());
        m_bench->dialogs.agrees = true;
        m_follow = [](AfterExamDialog &) { return QStringLiteral("takeUp"); };
        m_page->goTo(QStringLiteral("result/0"));
        QVERIFY(!workspace().evidence().archived());
        // The calendar that is exported has the day of the renewal.
        const QByteArray calendar = workspace().plan().exportSchedule(QStringLiteral("ics")).value();
        QVERIFY(calendar.contains("renewal-"));
        QVERIFY(calendar.contains(today().addYears(2).toString(QStringLiteral("yyyyMMdd")).toLatin1()));
    }

    void theDossierIsWritten()
    {
        pass();
        m_bench->dialogs.file = m_bench->workspace.folder() + QStringLiteral("/dossier.pdf");
        m_follow = [](AfterExamDialog &) { return QStringLiteral("makeDossier"); };
        record();
        QPdfDocument pdf;
        QCOMPARE(pdf.load(m_bench->dialogs.file), QPdfDocument::Error::None);
        QVERIFY(pdf.pageCount() >= 1);
        QCOMPARE(m_bench->dialogs.suggested, QStringLiteral("dossier.pdf"));
    }

    void todayAsksThenRemembersThenKeepsQuiet()
    {
        const auto page = [this] {
            return &m_bench->show(
                new TodayPage(workspace().plan(), workspace().repair(), workspace().exam(), workspace().reports(),
                    workspace().readiness(), workspace().evidence(), workspace().history(), m_bench->ui));
        };
        const auto tile = [this] { return m_bench->window->findChild<FigureTile *>(QStringLiteral("figureExam")); };
        book(today());
        page();
        QCOMPARE(tile()->content().note, QStringLiteral("Record the result"));
        QTest::mouseClick(tile(), Qt::LeftButton);
        QCOMPARE(m_bench->gone.last().page, PageId::Readiness);
        QCOMPARE(m_bench->gone.last().anchor, QStringLiteral("record"));

        ExamResult result;
        result.date = today();
        result.passed = true;
        result.blueprint = QStringLiteral("page-domains");
        QVERIFY(workspace().evidence().addResult(result).ok());
        QApplication::processEvents();
        QCOMPARE(tile()->content().figure, QStringLiteral("Passed"));
        QVERIFY(m_bench->button(QStringLiteral("Make a plan")));
        QTest::mouseClick(tile(), Qt::LeftButton);
        QVERIFY(m_bench->gone.last().anchor.startsWith(QStringLiteral("result/")));
        QVERIFY(workspace().evidence().setArchived(true).ok());
        QApplication::processEvents();
        QVERIFY(!m_bench->button(QStringLiteral("Make a plan")));
        QVERIFY(m_bench->spoken().join(u' ').contains(QStringLiteral("put away")));
        QVERIFY(!m_bench->spoken().join(u' ').contains(QStringLiteral("Renew the certification")));

        m_bench->workspace.clock.advance(660 * dayMs);
        page();
        QCOMPARE(tile()->content().figure, QString::number(today().daysTo(result.date.addYears(2))));
        QVERIFY(m_bench->spoken().join(u' ').contains(QStringLiteral("Renew the certification")));
    }

    void theTileFollowsTheState_data()
    {
        QTest::addColumn<int>("daysSince");
        QTest::addColumn<bool>("passed");
        QTest::addColumn<QString>("figure");
        QTest::addColumn<QString>("words");
        QTest::newRow("failed") << 4 << false << QStringLiteral("10") << QStringLiteral("until a retake is possible");
        QTest::newRow("waited") << 14 << false << QStringLiteral("Retake") << QStringLiteral("is possible");
        QTest::newRow("passed") << 30 << true << QStringLiteral("Passed") << QString();
        QTest::newRow("quiet to the last") << 640 << true << QStringLiteral("Passed") << QString();
        QTest::newRow("reminded") << 641 << true << QStringLiteral("90") << QStringLiteral("to the renewal");
        QTest::newRow("ran out") << 732 << true << QStringLiteral("1") << QStringLiteral("since it ran out");
    }
    void theTileFollowsTheState()
    {
        QFETCH(int, daysSince);
        QFETCH(bool, passed);
        QFETCH(QString, figure);
        QFETCH(QString, words);
        ExamResult result;
        result.date = QDate(2027, 1, 9);
        result.passed = passed;
        const QDate day = result.date.addDays(daysSince);
        const FigureTile::Content content = examFigure(afterExam({result}, {}, {}, day), {}, day);
        QCOMPARE(content.figure, figure);
        QVERIFY2(content.unit.contains(words), qPrintable(content.unit));
    }
};

LECTERN_TEST_CLASS(AfterExamFlowTest)
#include "afterexamflow_test.moc"
