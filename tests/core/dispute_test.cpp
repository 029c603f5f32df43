// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispute.h"

#include "runall.h"

using namespace lectern;

class DisputeTest : public QObject
{
    Q_OBJECT

private:
    static Dispute sound()
    {
        Dispute dispute;
        dispute.item = QStringLiteral("small-side");
        dispute.reason = QStringLiteral("Both are right.");
        return dispute;
    }

private Q_SLOTS:
    void aSoundOneHasNoFlaw() { QCOMPARE(flawOf(sound()), DisputeFlaw::None); }

    void anotherOptionHasToBeNamed()
    {
        Dispute dispute = sound();
        dispute.kind = DisputeKind::SecondAnswer;
        QCOMPARE(flawOf(dispute), DisputeFlaw::NoOption);
        dispute.option = QStringLiteral("b");
        QCOMPARE(flawOf(dispute), DisputeFlaw::None);
    }

    void aReasonIsNeededAndNotTooLong()
    {
        Dispute dispute = sound();
        dispute.reason = QStringLiteral(" \n ");
        QCOMPARE(flawOf(dispute), DisputeFlaw::NoReason);
        // Characters outside of the first plane count once.
        dispute.reason = QString::fromUtf8("\xF0\x9F\x90\xA2").repeated(Dispute::longestReason);
        QCOMPARE(flawOf(dispute), DisputeFlaw::None);
        dispute.reason += u'x';
        QCOMPARE(flawOf(dispute), DisputeFlaw::ReasonTooLong);
    }

    void aSourceIsAnAddress_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("good");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("page") << QStringLiteral("https://docs.databricks.com/aws/en/udf/?a=1#b") << true;
        QTest::newRow("not encrypted") << QStringLiteral("http://docs.databricks.com/") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("no host") << QStringLiteral("https://") << false;
        QTest::newRow("words") << QStringLiteral("https://the page") << false;
        QTest::newRow("control") << QStringLiteral("https://a.b/\u001B[31m") << false;
        QTest::newRow("long") << QStringLiteral("https://a.b/") + QString(Dispute::longestSource, u'x') << false;
    }
    void aSourceIsAnAddress()
    {
        QFETCH(QString, source);
        QFETCH(bool, good);
        Dispute dispute = sound();
        dispute.source = source;
        QCOMPARE(flawOf(dispute), good ? DisputeFlaw::None : DisputeFlaw::BadSource);
    }

    void whatIsTypedBecomesPlain_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("plain");
        QTest::newRow("line ends") << QStringLiteral("a\r\nb\rc\u2028d\u2029e\u0085f")
                                   << QStringLiteral("a\nb\nc\nd\ne\nf");
        QTest::newRow("spaces") << QStringLiteral("\n\n  a  \n\n  b\t\n ") << QStringLiteral("a\n\n  b");
        QTest::newRow("tab within") << QStringLiteral("a\tb") << QStringLiteral("a    b");
        QTest::newRow("controls") << QStringLiteral("a\u0000\u001B[31mb\u009Bc\uFEFF") << QStringLiteral("a[31mbc");
        QTest::newRow("other scripts") << QStringLiteral("چرا؟ 為什麼？") << QStringLiteral("چرا؟ 為什麼？");
    }
    void whatIsTypedBecomesPlain()
    {
        QFETCH(QString, typed);
        QFETCH(QString, plain);
        QCOMPARE(plainReason(typed), plain);
        QCOMPARE(plainReason(plain), plain);
    }

    void wordsComeBack()
    {
        for (const DisputeKind kind : {DisputeKind::WrongKey, DisputeKind::SecondAnswer, DisputeKind::OutOfDate,
                 DisputeKind::Unclear, DisputeKind::Other}) {
            QVERIFY(!word(kind).isEmpty());
            QCOMPARE(disputeKindFromWord(word(kind)), std::optional(kind));
        }
        QCOMPARE(disputeKindFromWord(u"nonsense"), std::nullopt);
    }
};

LECTERN_TEST_CLASS(DisputeTest)
#include "dispute_test.moc"
