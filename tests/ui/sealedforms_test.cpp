// SPDX-License-Identifier: GPL-3.0-or-later
#include "exambench.h"
#include "generatedbank.h"
#include "modelist.h"
#include "runall.h"

#include <QComboBox>
#include <QDir>
#include <QRadioButton>

using namespace lectern;
using namespace lectern::test;

/// What the set-up page says of sealed forms, and what a rehearsal sat or given up leaves of them. The pack has two
/// reserves of 66 questions.
class SealedFormsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_packs;
    std::unique_ptr<ExamBench> m_bench;

    void open()
    {
        m_bench = std::make_unique<ExamBench>(m_packs.path());
        QVERIFY(m_bench->open());
        rehearse();
    }
    void rehearse()
    {
        QTest::mouseClick(m_bench->find<QRadioButton>("mode-rehearsal"), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    void chooseHalf() const
    {
        QTest::mouseClick(m_bench->find<Segments>("size")->findChildren<QRadioButton *>().at(1), Qt::LeftButton);
    }
    QString form() const { return m_bench->find<TextLabel>("sealed")->text(); }
    QString left() const { return m_bench->find<TextLabel>("sealedNote")->text(); }
    QAbstractButton *startButton() const { return m_bench->find<QAbstractButton>("start"); }
    bool practiceOffered() const { return m_bench->find<QAbstractButton>("practise")->isVisible(); }
    const Attempt *sitting() const { return m_bench->desk().running(); }
    bool allSealed() const
    {
        const QList<FormItem> &items = sitting()->setup().items;
        return std::none_of(items.cbegin(), items.cend(), [](const FormItem &item) { return item.reserve.isEmpty(); });
    }
    /// Starts what is chosen, sees so many questions and submits or gives up.
    void sit(int seen, bool submits)
    {
        m_bench->press("start");
        QVERIFY(sitting());
        for (int position = 0; position < seen; ++position)
            QVERIFY(m_bench->desk().show(position).ok());
        QVERIFY(submits ? m_bench->desk().submit().ok() : m_bench->desk().abandon().ok());
        m_bench->page->goTo(QStringLiteral("setup/rehearsal"));
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_packs.path()).mkdir(QStringLiteral("generated")));
        QVERIFY(writeGeneratedPack(m_packs.filePath(QStringLiteral("generated"))));
    }
    void cleanup() { m_bench.reset(); }

    void aWholeRehearsal()
    {
        open();
        QCOMPARE(form(), QStringLiteral("Sealed form, never shown before"));
        QCOMPARE(left(), QStringLiteral("2 sealed forms left."));
        QVERIFY(!practiceOffered());
        QVERIFY(startButton()->isEnabled());
        m_bench->press("start");
        QVERIFY(sitting());
        QCOMPARE(sitting()->setup().mode, AttemptMode::Rehearsal);
        QCOMPARE(sitting()->size(), 60);
        QCOMPARE(sitting()->setup().minutes, 120);
        QVERIFY(!sitting()->setup().rules.pausable);
        QVERIFY(allSealed());
    }

    void aHalfRehearsal()
    {
        open();
        chooseHalf();
        QCOMPARE(left(), QStringLiteral("4 sealed forms left."));
        m_bench->press("start");
        QVERIFY(sitting());
        QCOMPARE(sitting()->size(), 30);
        QCOMPARE(sitting()->setup().minutes, 60);
        QVERIFY(allSealed());
    }

    void eachOneSatIsOneLess()
    {
        open();
        sit(60, true);
        QCOMPARE(left(), QStringLiteral("1 sealed form left."));
        QVERIFY(startButton()->isEnabled());
        sit(60, true);
        QCOMPARE(form(), QStringLiteral("No sealed form left"));
        QVERIFY(left().contains(QStringLiteral("every sealed form of this blueprint was sat")));
        QVERIFY(practiceOffered());
        QVERIFY(!startButton()->isEnabled());
        QVERIFY(startButton()->toolTip().contains(QStringLiteral("Timed practice is possible")));
        // What it offers leads to a form of the same blueprint from the open questions.
        const QString blueprint = m_bench->find<QComboBox>("blueprint")->currentData().toString();
        m_bench->press("practise");
        QCOMPARE(m_bench->page->findChild<ModeList *>()->current(), AttemptMode::Timed);
        m_bench->press("start");
        QVERIFY(sitting());
        QCOMPARE(sitting()->setup().mode, AttemptMode::Timed);
        QCOMPARE(sitting()->setup().blueprint, blueprint);
    }

    void whatIsLeftMayFillAHalfOne()
    {
        open();
        chooseHalf();
        sit(30, true);
        sit(30, true);
        sit(30, true);
        QCOMPARE(left(), QStringLiteral("1 sealed form left."));
        QTest::mouseClick(m_bench->find<Segments>("size")->findChildren<QRadioButton *>().at(0), Qt::LeftButton);
        QCOMPARE(form(), QStringLiteral("No sealed form left"));
        QCOMPARE(left(), QStringLiteral("The sealed questions that are left fill a half rehearsal only."));
        QVERIFY(startButton()->toolTip().contains(QStringLiteral("A half one is possible")));
        QVERIFY(!startButton()->isEnabled());
        chooseHalf();
        QVERIFY(startButton()->isEnabled());
    }

    void anAbandonedOneSpendsWhatWasSeen()
    {
        open();
        sit(0, false); // the first question is seen by taking the seat
        // Whether a second form can do without that question depends on which one the draw put first: not every
        // section has one to spare.
        const int forms = m_bench->desk().sealedFormsLeft(m_bench->setup(AttemptMode::Rehearsal, 60));
        QVERIFY2(forms == 1 || forms == 2, qPrintable(QString::number(forms)));
        for (int remaining = forms; remaining > 0; --remaining) {
            QCOMPARE(left(),
                remaining == 2 ? QStringLiteral("2 sealed forms left.") : QStringLiteral("1 sealed form left."));
            QVERIFY(startButton()->isEnabled());
            sit(60, false);
        }
        QCOMPARE(form(), QStringLiteral("No sealed form left"));
        QVERIFY(practiceOffered());
    }
};

LECTERN_TEST_CLASS(SealedFormsTest)

#include "sealedforms_test.moc"
