// SPDX-License-Identifier: GPL-3.0-or-later
#include "domainradar.h"
#include "examdesk.h"
#include "generatedbank.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "oddscard.h"
#include "pagebench.h"
#include "plandesk.h"
#include "projectdesk.h"
#include "readinesspage.h"
#include "readinesswords.h"
#include "runall.h"
#include "setupplaces.h"

#include <QDir>

using namespace lectern;

/// From sealed rehearsals to the odds on the page: they are silent until all conditions are met, and say so.
class OverviewOddsTest : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
    QTemporaryDir m_packs;
    QString m_blueprint;

    /// Right three times in four; a minute for each question.
    void sit(test::PageBench &bench, AttemptMode mode)
    {
        ExamDesk &exam = bench.workspace->exam();
        ExamDesk::Setup setup = exam.defaultSetup(mode);
        setup.blueprint = m_blueprint;
        QVERIFY(exam.start(setup).ok());
        for (int position = 0; position < exam.running()->size(); ++position) {
            const Result<Item> item = exam.item(position);
            QVERIFY(item.ok() && exam.show(position).ok());
            QStringList chosen = item->keyIds();
            if (position % 4 == 3) {
                chosen.clear();
                for (const Option &option : item->options) {
                    if (!option.key && chosen.size() < item->keyIds().size())
                        chosen << option.id;
                }
            }
            QVERIFY(exam.answer(position, chosen).ok());
            bench.workspace.clock.advance(60000);
        }
        QVERIFY(exam.submit().ok());
    }
    void bookAndPlan(test::PageBench &bench)
    {
        PlanDesk &plan = bench.workspace->plan();
        Appointment appointment;
        appointment.date = plan.today().addDays(60);
        appointment.blueprint = m_blueprint;
        QVERIFY(plan.setAppointment(appointment).ok());
        QVERIFY(plan.makePlan(plan.defaultInputs()).ok());
    }
    static ReadinessPage &page(test::PageBench &bench)
    {
        Workspace &workspace = *bench.workspace;
        return bench.show(
            new ReadinessPage({workspace.readiness(), workspace.plan(), workspace.guide(), workspace.projects(),
                                  workspace.exam(), workspace.evidence(), workspace.history()},
                bench.ui));
    }
    /// For whoever wants to look.
    static void picture(test::PageBench &bench, const QString &name)
    {
        const QString folder = qEnvironmentVariable("LECTERN_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(bench.window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png"))));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_packs.path()).mkdir(QStringLiteral("generated")));
        QVERIFY(test::writeGeneratedPack(m_packs.filePath(QStringLiteral("generated"))));
    }

    void twoSealedRehearsalsEndTheSilence()
    {
        test::PageBench bench(m_packs.path());
        QVERIFY(bench.workspace.open());
        m_blueprint = bench.workspace->guide().certification().blueprints.constFirst().id;
        bookAndPlan(bench);
        ReadinessPage &shown = page(bench);
        picture(bench, QStringLiteral("overview-empty"));
        sit(bench, AttemptMode::Timed);
        bench.workspace.clock.advance(10 * dayMs);
        sit(bench, AttemptMode::Rehearsal);
        shown.goTo(QStringLiteral("blueprint/") + m_blueprint);
        QApplication::processEvents();
        picture(bench, QStringLiteral("overview-half"));
        QVERIFY(!bench.workspace->readiness().report(m_blueprint)->odds);
        QVERIFY(bench.spoken().contains(QStringLiteral("60 of 90")));
        bench.click(bench.named<QAbstractButton>(
            QStringLiteral("Sit rehearsal: First-seen answers in sealed rehearsals, 60 of 90")));
        QCOMPARE(bench.gone.constLast().anchor, setUpMode(AttemptMode::Rehearsal).anchor);

        bench.workspace.clock.advance(10 * dayMs);
        sit(bench, AttemptMode::Rehearsal);
        QApplication::processEvents();
        const auto report = bench.workspace->readiness().report(m_blueprint);
        QVERIFY(report.ok() && report->odds);
        const QStringList spoken = bench.spoken();
        QVERIFY(spoken.contains(oddsWords(*report->odds)));
        QVERIFY(!spoken.contains(QStringLiteral("No odds yet")));
        QVERIFY(spoken.filter(QStringLiteral("2 sealed rehearsals")).size() > 0);
        const auto *ten = shown.findChild<TenFigures *>();
        QVERIFY(ten && ten->isVisible());
        QCOMPARE(ten->filled(), ofTen(*report->odds));
        QVERIFY(spoken.filter(QStringLiteral("Rehearsal 2, 45 of 60")).size() > 0);
    }

    void everyWidthShowsItAll()
    {
        test::PageBench bench(m_packs.path());
        QVERIFY(bench.workspace.open());
        bookAndPlan(bench);
        for (int week = 0; week < 2; ++week) {
            sit(bench, AttemptMode::Timed);
            bench.workspace.clock.advance(7 * dayMs);
            sit(bench, AttemptMode::Rehearsal);
        }
        ReadinessPage &shown = page(bench);
        shown.goTo(QStringLiteral("blueprint/") + m_blueprint);
        for (const auto &[width, scheme] : {std::pair(1280, SchemeChoice::Light), std::pair(1280, SchemeChoice::Dark),
                 std::pair(820, SchemeChoice::Light)}) {
            bench.theme.setChoice(scheme);
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                bench.window->setLayoutDirection(direction);
                bench.window->resize(width, 1500);
                for (int round = 0; round < 3; ++round)
                    QApplication::processEvents();
                QCOMPARE(bench.window->width(), width);
                picture(bench, QStringLiteral("overview-%1-%2-%3")
                                   .arg(width)
                                   .arg(bench.theme.dark() ? QStringLiteral("dark") : QStringLiteral("light"))
                                   .arg(direction == Qt::LeftToRight ? QStringLiteral("ltr") : QStringLiteral("rtl")));
                for (const QWidget *part : {static_cast<const QWidget *>(shown.findChild<OddsCard *>()),
                         static_cast<const QWidget *>(shown.findChild<DomainRadar *>())}) {
                    const QRect place(part->mapTo(bench.window.get(), QPoint()), part->size());
                    QVERIFY(place.left() >= 0 && place.right() < width);
                }
            }
        }
        bench.theme.setChoice(SchemeChoice::Light);
    }
};

LECTERN_TEST_CLASS(OverviewOddsTest)

#include "overviewodds_test.moc"
