// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterexamdialog.h"
#include "guidedesk.h"
#include "pagebench.h"
#include "resultdialog.h"
#include "runall.h"
#include "widgets.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>

using namespace lectern;

namespace
{

const QDate today(2027, 1, 12);
const QString fiveDomains = QStringLiteral("page-domains");

QString words(const QWidget &dialog)
{
    QStringList all;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        all << label->text();
    return all.join(u'\n');
}

} // namespace

class AfterExamDialogsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::PageBench> m_bench;

    const Certification &certification() { return m_bench->workspace->guide().certification(); }
    template<typename Dialog>
    static void open(Dialog &dialog)
    {
        dialog.show();
        QApplication::setActiveWindow(&dialog);
        QApplication::processEvents();
    }
    static QPushButton *accepting(const QDialog &dialog)
    {
        for (QDialogButtonBox *box : dialog.findChildren<QDialogButtonBox *>()) {
            for (QAbstractButton *button : box->buttons()) {
                if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
                    return qobject_cast<QPushButton *>(button);
            }
        }
        return nullptr;
    }
    ExamResult result(bool passed) const
    {
        ExamResult made;
        made.id = ExamResultId(3);
        made.date = today;
        made.passed = passed;
        made.blueprint = fiveDomains;
        made.bars = {{QStringLiteral("d1"), 80}, {QStringLiteral("d2"), 40}, {QStringLiteral("d4"), 70}};
        return made;
    }
    AfterExamDialog::Facts facts(bool passed)
    {
        return {certification(), result(passed), today.addYears(2), today.addDays(14), today, false, 1, true};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<test::PageBench>();
        QVERIFY(m_bench->workspace.open());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void aResultIsEnteredByKeyboard()
    {
        ResultDialog dialog(certification(), {}, {}, today, m_bench->theme);
        open(dialog);
        QPushButton *save = accepting(dialog);
        QVERIFY(save);
        QVERIFY2(!save->isEnabled(), "nobody passes by pressing Enter");
        QVERIFY(words(dialog).contains(QStringLiteral("Choose whether you passed.")));
        QVERIFY(qobject_cast<QRadioButton *>(dialog.focusWidget()));
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Down);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Space);
        QVERIFY(save->isEnabled());
        auto *first = dialog.findChild<QSpinBox *>(QStringLiteral("bar-d1"));
        QVERIFY(first);
        QCOMPARE(first->text(), QStringLiteral("not told"));
        first->setFocus();
        first->selectAll();
        QTest::keyClicks(first, QStringLiteral("55"));
        QTest::keyClick(first, Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), dialog.findChild<QSpinBox *>(QStringLiteral("bar-d2")));
        auto *note = dialog.findChild<QPlainTextEdit *>();
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("Too little streaming. "));
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(dialog.QDialog::result(), int(QDialog::Accepted));
        const ExamResult entered = dialog.result();
        QVERIFY(!entered.passed);
        QCOMPARE(entered.date, today);
        QCOMPARE(entered.bars, (QHash<QString, int>{{QStringLiteral("d1"), 55}}));
        QCOMPARE(entered.note, QStringLiteral("Too little streaming."));
        QVERIFY(!dialog.removed());
    }

    void theWholeOfTheBarsIsWeighed()
    {
        ResultDialog dialog(certification(), {}, {}, today, m_bench->theme);
        open(dialog);
        dialog.findChild<QRadioButton *>()->click();
        const Blueprint *blueprint = certification().blueprint(dialog.result().blueprint);
        QVERIFY(blueprint);
        for (const Section &section : blueprint->sections) {
            QVERIFY(!words(dialog).contains(QStringLiteral("of 100 points")));
            dialog.findChild<QSpinBox *>(QStringLiteral("bar-") + section.id)->setValue(64);
        }
        QVERIFY(words(dialog).contains(QStringLiteral("about 64 of 100 points")));
    }

    void aDayHasOneResult()
    {
        ResultDialog dialog(certification(), {}, {today}, today, m_bench->theme);
        open(dialog);
        dialog.findChild<QRadioButton *>()->click();
        QVERIFY(!accepting(dialog)->isEnabled());
        QVERIFY(words(dialog).contains(QStringLiteral("already is a result of this day")));
        dialog.findChild<QDateEdit *>()->setDate(today.addDays(-1));
        QVERIFY(accepting(dialog)->isEnabled());
        dialog.findChild<QDateEdit *>()->setDate(today.addDays(5));
        QVERIFY2(dialog.result().date <= today, "no exam is in the future");
    }

    void changingKeepsWhatWasEntered()
    {
        ResultDialog dialog(certification(), result(false), {}, today, m_bench->theme);
        open(dialog);
        QCOMPARE(dialog.result(), result(false));
        auto *outline = dialog.findChild<QComboBox *>();
        outline->setCurrentIndex(outline->findData(QStringLiteral("DEP-2026-10")));
        QVERIFY(dialog.result().bars.isEmpty());
        outline->setCurrentIndex(outline->findData(fiveDomains));
        QCOMPARE(dialog.result(), result(false));
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("removeResult")), Qt::LeftButton);
        QVERIFY(dialog.removed());
        ResultDialog fresh(certification(), {}, {}, today, m_bench->theme);
        QVERIFY(!fresh.findChild<QPushButton *>(QStringLiteral("removeResult")));
    }

    void aPassIsOneLineAndThreeWays()
    {
        AfterExamDialog dialog(facts(true), m_bench->theme);
        open(dialog);
        const QString all = words(dialog);
        QVERIFY(all.contains(QStringLiteral("You passed. Congratulations.")));
        QVERIFY(all.contains(QLocale().toString(QDate(2029, 1, 12), QLocale::LongFormat)));
        QVERIFY(all.contains(QLocale().toString(QDate(2028, 10, 14), QLocale::LongFormat)));
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("newPlan")));
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("archive")), Qt::LeftButton);
        QCOMPARE(dialog.wish(), AfterExamDialog::Wish::Archive);
        AfterExamDialog::Facts put = facts(true);
        put.archived = true;
        AfterExamDialog again(put, m_bench->theme);
        open(again);
        QTest::mouseClick(again.findChild<QPushButton *>(QStringLiteral("takeUp")), Qt::LeftButton);
        QCOMPARE(again.wish(), AfterExamDialog::Wish::TakeUp);
    }

    void aFailSaysWhenWhatAndWhere()
    {
        AfterExamDialog dialog(facts(false), m_bench->theme);
        open(dialog);
        const QString all = words(dialog);
        QVERIFY2(all.contains(QLocale().toString(QDate(2027, 1, 26), QLocale::LongFormat)), qPrintable(all));
        QVERIFY(all.contains(QStringLiteral("14 days")));
        QVERIFY(all.contains(QStringLiteral("$200 USD plus tax")));
        // 25 points at 40 % lose 15; that is most.
        QVERIFY(all.contains(QStringLiteral("it took 15.0 of the exam's 100 points")));
        QVERIFY(all.contains(QStringLiteral("1 form of questions")));
        QVERIFY(!all.contains(QStringLiteral("Congratulations")));
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("practise-d2")), Qt::LeftButton);
        QCOMPARE(dialog.wish(), AfterExamDialog::Wish::Practise);
        QCOMPARE(dialog.section(), QStringLiteral("d2"));
    }

    void whatIsNotThereIsSaid()
    {
        AfterExamDialog::Facts bare = facts(false);
        bare.result.bars.clear();
        bare.sealedForms = 0;
        bare.today = bare.earliestRetake.addDays(3);
        AfterExamDialog dialog(bare, m_bench->theme);
        open(dialog);
        const QString all = words(dialog);
        QVERIFY(all.contains(QStringLiteral("No section bars are entered")));
        QVERIFY(all.contains(QStringLiteral("a retake is possible since")));
        QVERIFY(all.contains(QStringLiteral("No form of questions")));
        bare.hasReserve = false;
        QVERIFY(words(AfterExamDialog(bare, m_bench->theme)).contains(QStringLiteral("keeps no sealed questions")));
    }
};

LECTERN_TEST_CLASS(AfterExamDialogsTest)
#include "afterexam_test.moc"
