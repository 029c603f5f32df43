// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"
#include "runall.h"
#include "testwindow.h"
#include "tour.h"

#include <QImage>

using namespace lectern;

/// A window whose scheme changed while it was open looks like one that was opened in that scheme.
class SchemesTest : public QObject
{
    Q_OBJECT
private:
    using Pictures = QList<QImage>;

    static QImage picture(MainWindow &window)
    {
        for (int round = 0; round < 5; ++round)
            QCoreApplication::processEvents();
        return window.grab().toImage();
    }

    static Pictures switchedOn(test::TestWindow &test, SchemeChoice from, SchemeChoice to)
    {
        Pictures pictures;
        const QList<Place> places = tourPlaces(*test.workspace);
        for (const Place &place : places) {
            test.theme.setChoice(from);
            test.window->go(place);
            picture(*test.window);
            test.theme.setChoice(to);
            pictures.append(picture(*test.window));
        }
        return pictures;
    }

    static Pictures opened(test::TestWindow &test, SchemeChoice scheme)
    {
        test.theme.setChoice(scheme);
        return switchedOn(test, scheme, scheme);
    }

private Q_SLOTS:
    void aChangedWindowLooksLikeANewOne_data()
    {
        QTest::addColumn<SchemeChoice>("from");
        QTest::addColumn<SchemeChoice>("to");
        QTest::newRow("to dark") << SchemeChoice::Light << SchemeChoice::Dark;
        QTest::newRow("to light") << SchemeChoice::Dark << SchemeChoice::Light;
    }

    void aChangedWindowLooksLikeANewOne()
    {
        QFETCH(SchemeChoice, from);
        QFETCH(SchemeChoice, to);
        test::TestWindow test;
        QVERIFY(test.open());
        QVERIFY(walkMainJob(*test.workspace, [&](qint64 ms) { test.workspace.clock.advance(ms); }).ok());
        test.window->resize(1280, 800);
        const Pictures changed = switchedOn(test, from, to);
        QVERIFY(test.restart());
        test.window->resize(1280, 800); // which the display may be too small to restore
        const Pictures fresh = opened(test, to);
        QCOMPARE(changed.size(), fresh.size());
        for (int i = 0; i < fresh.size(); ++i) {
            const QString folder = qEnvironmentVariable("LECTERN_PICTURES");
            if (!folder.isEmpty()) {
                changed[i].save(QStringLiteral("%1/%2-changed.png").arg(folder).arg(i));
                fresh[i].save(QStringLiteral("%1/%2-fresh.png").arg(folder).arg(i));
            }
            QVERIFY2(changed[i] == fresh[i], qPrintable(QStringLiteral("place %1 of the tour differs").arg(i)));
        }
    }

    void theSeatChangesWithItsCode()
    {
        test::TestWindow test;
        QVERIFY(test.open());
        test.theme.setChoice(SchemeChoice::Light);
        test.window->resize(1280, 800);
        ExamDesk &exam = test.workspace->exam();
        QVERIFY(exam.start(exam.defaultSetup()));
        int position = 0;
        while (position < exam.running()->size() && exam.item(position)->code.language.isEmpty())
            ++position;
        QVERIFY(exam.show(position));
        test.window->go({PageId::Exam, QStringLiteral("setup")});
        picture(*test.window);
        test.theme.setChoice(SchemeChoice::Dark);
        const QImage changed = picture(*test.window);
        QVERIFY(test.restart());
        test.window->resize(1280, 800);
        test.theme.setChoice(SchemeChoice::Dark);
        test.window->begin();
        const QImage fresh = picture(*test.window);
        const QString folder = qEnvironmentVariable("LECTERN_PICTURES");
        if (!folder.isEmpty()) {
            changed.save(folder + QStringLiteral("/seat-changed.png"));
            fresh.save(folder + QStringLiteral("/seat-fresh.png"));
        }
        QVERIFY(changed == fresh);
    }
};

LECTERN_TEST_CLASS(SchemesTest)
#include "schemes_test.moc"
