// SPDX-License-Identifier: GPL-3.0-or-later
#include "runall.h"
#include "tabletext.h"

using namespace lectern;

class TableTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formulasAreDisarmed_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("safe");
        for (const char *formula : {"=1+1", "+1", "-1", "@SUM(A1)", "|x", "\t=1", " =1"})
            QTest::newRow(formula) << QString::fromLatin1(formula) << u'\'' + QString::fromLatin1(formula);
        QTest::newRow("full width") << QStringLiteral("\uFF1D1") << QStringLiteral("'\uFF1D1");
        QTest::newRow("words") << QStringLiteral("a = b") << QStringLiteral("a = b");
        QTest::newRow("dash for nothing") << QStringLiteral("–") << QStringLiteral("–");
        QTest::newRow("empty") << QString() << QString();
    }
    void formulasAreDisarmed()
    {
        QFETCH(QString, cell);
        QFETCH(QString, safe);
        QCOMPARE(disarmed(cell), safe);
    }

    void csvIsQuotedWhereItMustBe()
    {
        QCOMPARE(csvLine({QStringLiteral("plain"), QStringLiteral("a,b"), QStringLiteral("say \"x\""), QString(),
                     QStringLiteral("two\nlines"), QStringLiteral(" padded"), QStringLiteral("caf\u00e9")}),
            QByteArray("plain,\"a,b\",\"say \"\"x\"\"\",,\"two\nlines\",\" padded\",caf\xc3\xa9\r\n"));
        // Disarmed before it is quoted: the apostrophe stands inside.
        QCOMPARE(csvLine({QStringLiteral("=A1,B1")}), QByteArray("\"'=A1,B1\"\r\n"));
    }

    void tabsPartCellsOnly()
    {
        QCOMPARE(tabbedLine({QStringLiteral("a\tb"), QStringLiteral("c\r\nd"), QStringLiteral("=1")}),
            QStringLiteral("a b\tc  d\t'=1"));
    }
};

LECTERN_TEST_CLASS(TableTextTest)
#include "tabletext_test.moc"
