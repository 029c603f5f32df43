// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowchecksum.h"
#include "runall.h"

#include <QSet>

using namespace lectern;

class RowChecksumTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheCommonCrc()
    {
        // The check value of CRC-32/ISO-HDLC, and two that zlib gives.
        QCOMPARE(crc32("123456789"), 0xcbf43926U);
        QCOMPARE(crc32(""), 0U);
        QCOMPARE(crc32(QByteArray("\0\0\0\0", 4)), 0x2144df1cU);
    }

    void differsForRowsThatReadTheSame()
    {
        const QList<QVariantList> rows{{1, 2}, {12}, {QStringLiteral("12")}, {QStringLiteral("1"), QStringLiteral("2")},
            {12.0}, {QVariant(), 12}, {12, QVariant()}, {QStringLiteral(""), 12}, {QVariant()}, {QStringLiteral("")},
            {}};
        QSet<quint32> sums;
        for (const QVariantList &row : rows)
            sums.insert(rowChecksum(row));
        QCOMPARE(sums.size(), rows.size());
    }

    void aByteThatMovedToItsNeighbourIsSeen()
    {
        QVERIFY(rowChecksum({QStringLiteral("ab"), QStringLiteral("c")}) !=
                rowChecksum({QStringLiteral("a"), QStringLiteral("bc")}));
        // Alike where texts are joined without their lengths.
        QVERIFY(rowChecksum({QStringLiteral("as:"), QStringLiteral("b")}) !=
                rowChecksum({QStringLiteral("a"), QStringLiteral("s:b")}));
    }

    void isTheSameInEveryVersion()
    {
        // Computed with Python's zlib over the bytes "i12;" "s8:answered" "n0:" "s2:" 00 ff "r3:1.5".
        QCOMPARE(rowChecksum({12, QStringLiteral("answered"), QVariant(), QByteArray("\0\xff", 2), 1.5}), 0x784fc602U);
    }

    void textIsTheBytesItIsKeptIn()
    {
        QCOMPARE(rowChecksum({QStringLiteral("Prüfung"), 1}), rowChecksum({QByteArray("Pr\xc3\xbc"
                                                                                      "fung"),
                                                                  1}));
        QCOMPARE(rowChecksum({QStringLiteral("")}), rowChecksum({QByteArray("")}));
        QCOMPARE(rowChecksum({QStringLiteral("")}), rowChecksum({QByteArray()}));
    }

    void doesNotDependOnTheWidthOfIntegers() { QCOMPARE(rowChecksum({7}), rowChecksum({qint64(7)})); }
};

LECTERN_TEST_CLASS(RowChecksumTest)
#include "rowchecksum_test.moc"
