// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs.h"
#include "domainradar.h"
#include "examdesk.h"
#include "exampage.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "messagebar.h"
#include "optionlist.h"
#include "plandesk.h"
#include "projectdesk.h"
#include "readinessdesk.h"
#include "readinesspage.h"
#include "runall.h"
#include "testworkspace.h"
#include "theme.h"
#include "ui.h"

#include <QAbstractButton>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace lectern;

/// From a click on an option to the row on the disk to the corner of the polygon.
class TrailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickBecomesARowBecomesAPoint()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        Theme theme;
        MessageBar messages(theme);
        DesktopDialogs dialogs;
        Ui ui{theme, messages, dialogs, [](const Place &) {}};
        ExamDesk &exam = workspace->exam();
        const auto id = exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 20, 40});
        QVERIFY(id.ok());

        ExamPage page(ExamDesks{exam, workspace->reports(), workspace->plan(), workspace->guide(),
                          workspace->settings(), workspace->history(), workspace->readiness()},
            ui);
        page.resize(1280, 800);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto *options = page.findChild<OptionList *>();
        auto *next = page.findChild<QAbstractButton *>(QStringLiteral("next"));
        QVERIFY(options);
        QVERIFY(next);

        // 1: a click on an option of each question. Which one is right follows from the item, not from the page.
        QStringList clicked;
        for (int position = 0; position < 20; ++position) {
            QCOMPARE(exam.running()->currentPosition(), position);
            const FormItem seat = exam.running()->setup().items[position];
            const bool wantRight = position % 3 != 1;
            const QString key = exam.item(position)->keyIds().constFirst();
            int row = 0;
            for (int i = 0; i < seat.optionOrder.size(); ++i) {
                if ((seat.optionOrder[i] == key) == wantRight)
                    row = i;
            }
            clicked.append(seat.optionOrder[row]);
            QTest::mouseClick(options->row(row), Qt::LeftButton);
            workspace.clock.advance(30000);
            if (position < 19)
                QTest::mouseClick(next, Qt::LeftButton);
        }
        QHash<QString, int> right;
        QHash<QString, int> total;
        for (int position = 0; position < 20; ++position) {
            const QString section = exam.running()->setup().items[position].section;
            ++total[section];
            right[section] += position % 3 != 1 ? 1 : 0;
        }
        QVERIFY(exam.submit().ok());

        // 5, 6: the polygon's corners are what the answers lead to expect, which follows the shares of right ones.
        ReadinessPage readiness({workspace->readiness(), workspace->plan(), workspace->guide(), workspace->projects(),
                                    exam, workspace->evidence(), workspace->history()},
            ui);
        readiness.resize(1280, 800);
        readiness.show();
        QVERIFY(QTest::qWaitForWindowExposed(&readiness));
        const auto *radar = readiness.findChild<DomainRadar *>();
        QVERIFY(radar);
        const QList<QPolygonF> outline = radar->outline();
        QCOMPARE(outline.size(), 1);
        const Blueprint *blueprint = workspace->guide().certification().blueprint(QStringLiteral("page-domains"));
        QVERIFY(blueprint);
        QCOMPARE(outline.constFirst().size(), blueprint->sections.size() + 1);
        const auto report = workspace->readiness().report(blueprint->id);
        QVERIFY(report.ok());
        for (int i = 0; i < blueprint->sections.size(); ++i) {
            const QString section = blueprint->sections[i].id;
            QCOMPARE(outline.constFirst()[i].x(), 360.0 / blueprint->sections.size() * i);
            const ReadinessRow *row = report->section(section);
            QVERIFY(row);
            QCOMPARE(row->right, right.value(section));
            QCOMPARE(row->answers, total.value(section));
            QCOMPARE(outline.constFirst()[i].y(), 100 * row->expected.mean);
        }

        // 4: one row an answer, in order, with what was clicked. Read after closing: the profile is ours alone while
        // open.
        page.close();
        readiness.close();
        workspace.close();
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("trail"));
            database.setDatabaseName(workspace.path());
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY2(
                query.exec(QStringLiteral("SELECT payload FROM attempt_event WHERE kind = 'answered' ORDER BY seq")),
                qPrintable(query.lastError().text()));
            QStringList stored;
            while (query.next())
                stored.append(query.value(0).toString());
            QCOMPARE(stored.size(), clicked.size());
            for (int i = 0; i < stored.size(); ++i)
                QVERIFY2(stored[i].contains(u'"' + clicked[i] + u'"'), qPrintable(stored[i]));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("trail"));
    }
};

LECTERN_TEST_CLASS(TrailTest)
#include "trail_test.moc"
