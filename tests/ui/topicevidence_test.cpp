// SPDX-License-Identifier: GPL-3.0-or-later
#include "outsidemockdialog.h"
#include "topicevidencerow.h"

#include "pagebench.h"
#include "runall.h"
#include "widgets.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace lectern;

namespace
{

ReadinessRow tested(int right, int answers, double mean, double low, double high)
{
    ReadinessRow row;
    row.right = right;
    row.answers = answers;
    row.expected = {mean, low, high};
    return row;
}

TopicRating rated(int value)
{
    return {QStringLiteral("d1.1"), value, QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch()};
}

} // namespace

class TopicEvidenceTest : public QObject
{
    Q_OBJECT

    struct Row {
        QWidget window;
        TopicEvidenceRow *row;
        Row()
            : row(new TopicEvidenceRow(
                  test::sharedTheme(), {QStringLiteral("d1.1"), QStringLiteral("Query planning"), {}, {}}, 0))
        {
            auto *layout = new QVBoxLayout(&window);
            layout->addWidget(row);
            window.resize(900, 120);
            window.show();
            QApplication::setActiveWindow(&window);
        }
        QRadioButton *segment(int value) const
        {
            return row->findChildren<QRadioButton *>().value(value - lowestRating);
        }
        QStringList texts() const
        {
            QStringList all;
            for (const QLabel *label : row->findChildren<QLabel *>()) {
                if (label->isVisible())
                    all.append(label->text());
            }
            return all;
        }
    };

private Q_SLOTS:
    void kindsStandApart()
    {
        Row it;
        it.row->show(tested(9, 12, 0.68, 0.55, 0.79), rated(4), {2, 1, 270});
        const QStringList texts = it.texts();
        QVERIFY(texts.contains(QStringLiteral("9 of 12 right")));
        QVERIFY(texts.contains(QStringLiteral("expect 68 %, 55–79")));
        QVERIFY(texts.contains(QStringLiteral("2 labs · 1 other block · 4.5 h")));
        QVERIFY(it.segment(4)->isChecked());
        QVERIFY(texts.contains(QStringLiteral("Felt and tested: no measurable difference")));
    }

    void gapIsSaidInWords()
    {
        Row it;
        it.row->show(tested(6, 12, 0.52, 0.41, 0.63), rated(4), {});
        QVERIFY(it.texts().contains(QStringLiteral("You feel surer than your answers: 70 against 52")));
        it.row->show(tested(11, 12, 0.82, 0.72, 0.9), rated(2), {});
        QVERIFY(it.texts().contains(QStringLiteral("You feel less sure than your answers: 30 against 82")));
        it.row->show(tested(2, 5, 0.45, 0.3, 0.6), rated(5), {});
        QVERIFY(it.texts().filter(QStringLiteral("against")).isEmpty());
    }

    void nothingIsNotZero()
    {
        Row it;
        it.row->show({}, {}, {});
        const QStringList texts = it.texts();
        QVERIFY(texts.contains(QStringLiteral("No answers yet")));
        QVERIFY(texts.contains(QStringLiteral("not rated")));
        QVERIFY(texts.contains(QStringLiteral("Nothing done yet")));
        QVERIFY(texts.filter(QStringLiteral("0 %")).isEmpty());
        for (int value = lowestRating; value <= highestRating; ++value)
            QVERIFY(!it.segment(value)->isChecked());
    }

    void ratedByClickAndByKey()
    {
        Row it;
        it.row->show({}, {}, {});
        QSignalSpy given(it.row, &TopicEvidenceRow::rated);
        test::PageBench::click(it.segment(3));
        QCOMPARE(given.takeFirst().first().toInt(), 3);
        it.row->show({}, rated(3), {});
        it.row->enter();
        QCOMPARE(QApplication::focusWidget(), it.segment(3));
        test::PageBench::key(it.segment(3), Qt::Key_5);
        QCOMPARE(given.takeFirst().first().toInt(), 5);
        test::PageBench::key(it.segment(3), Qt::Key_3);
        test::PageBench::key(it.segment(3), Qt::Key_6);
        QVERIFY2(given.isEmpty(), "what is rated so already, and what is no rating, changes nothing");
    }

    void upAndDownLeaveTheTopic()
    {
        Row it;
        it.row->show({}, rated(3), {});
        QSignalSpy steps(it.row, &TopicEvidenceRow::stepped);
        QSignalSpy given(it.row, &TopicEvidenceRow::rated);
        it.row->enter();
        test::PageBench::key(it.segment(3), Qt::Key_Down);
        test::PageBench::key(it.segment(3), Qt::Key_Up);
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0].first().toInt(), 1);
        QCOMPARE(steps[1].first().toInt(), -1);
        QVERIFY(given.isEmpty());
    }

    void ratingsAreNamed()
    {
        Row it;
        for (int value = lowestRating; value <= highestRating; ++value)
            QCOMPARE(it.segment(value)->accessibleName(), evidence::rating(value));
    }

    void stackedItNeedsLessWidth()
    {
        Row it;
        it.row->show(tested(9, 12, 0.68, 0.55, 0.79), rated(4), {2, 1, 270});
        const int beside = it.row->minimumSizeHint().width();
        it.row->setStacked(true);
        QApplication::processEvents();
        QVERIFY(it.row->minimumSizeHint().width() < beside * 2 / 3);
    }

    void shiftInWords()
    {
        BankShift shift;
        QVERIFY(evidence::shift(shift, 0.6).contains(QStringLiteral("only assumed")));
        shift.mocks = 1;
        shift.mean = -0.12;
        shift.sd = 0.28;
        const QString unclear = evidence::shift(shift, 0.6);
        QVERIFY(unclear.contains(QStringLiteral("about 3 points harder than these")));
        QVERIFY(unclear.endsWith(QStringLiteral("no measurable difference.")));
        shift.mean = -0.6;
        shift.sd = 0.2;
        QVERIFY(!evidence::shift(shift, 0.6).contains(QStringLiteral("no measurable difference")));
        shift.mean = 0.6;
        QVERIFY(evidence::shift(shift, 0.6).contains(QStringLiteral("points easier than these")));
    }

    void mockIsAskedForAndHeldToItsRanges()
    {
        const QDate today(2026, 11, 23);
        OutsideMockDialog dialog({}, today, test::sharedTheme());
        dialog.show();
        auto *provider = dialog.findChild<QLineEdit *>();
        const QList<QSpinBox *> numbers = dialog.findChildren<QSpinBox *>();
        QPushButton *save = nullptr;
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Save mock"))
                save = button;
        }
        QVERIFY(provider && numbers.size() == 2 && save);
        const auto said = [&](const QString &part) {
            const auto labels = dialog.findChildren<QLabel *>();
            return std::any_of(
                labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text().contains(part); });
        };
        QVERIFY(!save->isEnabled());
        QVERIFY(said(QStringLiteral("Name the provider.")));
        provider->setFocus();
        QTest::keyClicks(provider, QStringLiteral("  Example Academy "));
        QVERIFY(save->isEnabled());
        numbers[0]->setValue(61);
        QVERIFY(!save->isEnabled());
        QVERIFY(said(QStringLiteral("More answers are right")));
        numbers[0]->setValue(41);
        auto *date = dialog.findChild<QDateEdit *>();
        date->setDate(today.addDays(3));
        dialog.findChild<QCheckBox *>()->click();
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        const OutsideMock made = dialog.mock();
        QCOMPARE(made.provider, QStringLiteral("Example Academy"));
        QCOMPARE(made.right, 41);
        QCOMPARE(made.questions, 60);
        QCOMPARE(made.date, today);
        QVERIFY(made.seenBefore);
    }

    void longProvidersAreCut()
    {
        OutsideMockDialog dialog({}, QDate(2026, 11, 23), test::sharedTheme());
        auto *provider = dialog.findChild<QLineEdit *>();
        QTest::keyClicks(provider, QString(longestProvider + 9, u'x'));
        QCOMPARE(dialog.mock().provider.size(), longestProvider);
    }
};

LECTERN_TEST_CLASS(TopicEvidenceTest)
#include "topicevidence_test.moc"
