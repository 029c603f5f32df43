// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"
#include "packstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

#include <QScopeGuard>
#include <algorithm>

using namespace lectern;
using test::entry;

class AttemptDamageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
        const QList<Item> items = test::sampleItems(3);
        QVERIFY(PackStore(**m_profile).install(test::sampleCertification(), items, QStringLiteral("h"), 1).ok());
        for (int i = 0; i < 2; ++i) {
            QVERIFY(test::sit(**m_profile, items,
                {entry(0, EventKind::Shown, 0), entry(0, EventKind::Answered, 0, {QStringLiteral("b")}),
                    entry(0, EventKind::Shown, 2), entry(0, EventKind::Answered, 2, {QStringLiteral("c")}),
                    entry(0, EventKind::Submitted)})
                        .ok());
        }
    }

    void aChangedValueIsNamed_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *change, const char *where) {
            QTest::newRow(change) << QString::fromLatin1(change) << QString::fromLatin1(where);
        };
        row("UPDATE attempt_event SET kind = 'shown' WHERE attempt = 1 AND seq = 2", "attempt 1, event 2");
        row("UPDATE attempt_event SET position = 1 WHERE attempt = 1 AND seq = 2", "attempt 1, event 2");
        row("UPDATE attempt_event SET position = NULL WHERE attempt = 1 AND seq = 2", "attempt 1, event 2");
        row("UPDATE attempt_event SET payload = '{\"choice\":[\"a\"]}' WHERE attempt = 1 AND seq = 2",
            "attempt 1, event 2");
        row("UPDATE attempt_event SET utc_ms = utc_ms + 1 WHERE attempt = 1 AND seq = 4", "attempt 1, event 4");
        row("UPDATE attempt_event SET boot_id = 'boot-2' WHERE attempt = 1 AND seq = 4", "attempt 1, event 4");
        row("UPDATE attempt_event SET boot_ms = 0 WHERE attempt = 1 AND seq = 0", "attempt 1, event 0");
        row("UPDATE attempt_event SET crc = crc + 1 WHERE attempt = 1 AND seq = 5", "attempt 1, event 5");
        row("UPDATE attempt_event SET seq = 9 WHERE attempt = 1 AND seq = 2", "attempt 1, event 2");
        row("DELETE FROM attempt_event WHERE attempt = 1 AND seq = 3", "attempt 1, event 3");
        row("DELETE FROM attempt_event WHERE attempt = 1", "attempt 1, event 0");
        row("UPDATE attempt_item SET item = 'q1' WHERE attempt = 1 AND position = 0", "attempt 1, position 0");
        row("UPDATE attempt_item SET section = 'd2' WHERE attempt = 1 AND position = 1", "attempt 1, position 1");
        row("UPDATE attempt_item SET option_order = '[]' WHERE attempt = 1 AND position = 2", "attempt 1, position 2");
        row("DELETE FROM attempt_item WHERE attempt = 1 AND position = 1", "attempt 1, position 1");
        row("UPDATE attempt SET minutes = 600 WHERE id = 1", "attempt 1");
        row("UPDATE attempt SET seed = 1 WHERE id = 1", "attempt 1");
        row("UPDATE attempt SET blueprint = 'x' WHERE id = 1", "attempt 1");
        row("UPDATE attempt SET pack = 'x' WHERE id = 1", "attempt 1");
    }
    void aChangedValueIsNamed()
    {
        QFETCH(QString, change);
        QFETCH(QString, where);
        QVERIFY(execute(m_profile->database(), change));
        const AttemptStore store(**m_profile);
        const auto loaded = store.load(AttemptId{1});
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, ErrorCode::ProfileDamaged);
        QCOMPARE(loaded.error().where, where);

        othersWork();
        QVERIFY(store.lastFinished().ok());
        QVERIFY(store.summary(AttemptId{1}).ok());
    }

    void aRowOfAnotherAttemptIsNoRowOfThis()
    {
        // The whole row, checksum and all, under another attempt's number.
        QVERIFY(execute(m_profile->database(), QStringLiteral("INSERT INTO attempt_event SELECT 2, 6, kind, position, "
                                                              "payload, utc_ms, boot_id, boot_ms, crc, slept_ms "
                                                              "FROM attempt_event WHERE attempt = 1 AND seq = 1")));
        QCOMPARE(AttemptStore(**m_profile).load(AttemptId{2}).error().where, QStringLiteral("attempt 2, event 6"));
    }

    void everyFlippedBitOfAnEventsRowIsFound()
    {
        // Rows of the table hold seq, kind, position, payload … one after the other; the attempt's number 1 is a type
        // in the row's header and takes no byte.
        m_profile->close();
        const QByteArray bytes = test::bytesOf(m_profile->path());
        const QByteArray body = QByteArray("\x04", 1) + "answered" + QByteArray("\x02", 1) + "{\"choice\":[\"c\"]}";
        const qsizetype seqAt = bytes.lastIndexOf(body);
        QVERIFY(seqAt > 0);
        const qsizetype headerAt = seqAt - 11;
        QCOMPARE(bytes.at(headerAt), '\x0b'); // ten types and its own length
        const qsizetype crcSize = bytes.at(headerAt + 9) == 4 ? 4 : 6;
        const qsizetype end = seqAt + body.size() + 6 + 6 + 2 + crcSize;
        const auto intact = [&] {
            return AttemptStore(**m_profile).load(AttemptId{1}).ok() &&
                   !(*AttemptStore(**m_profile).results(test::samplePack)).at(1).damaged;
        };
        QVERIFY(m_profile->open().ok());
        QVERIFY(intact());
        m_profile->close();

        for (qsizetype at = headerAt; at < end; ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray flipped = bytes;
                flipped[at] = static_cast<char>(flipped.at(at) ^ (1 << bit));
                QVERIFY(test::writeBytes(m_profile->path(), flipped));
                const Outcome opened = m_profile->open();
                if (!opened) {
                    QCOMPARE(opened.error().code, ErrorCode::ProfileDamaged);
                    continue;
                }
                const auto loaded = AttemptStore(**m_profile).load(AttemptId{1});
                QVERIFY2(!loaded.ok(), qPrintable(QStringLiteral("byte %1, bit %2").arg(at - headerAt).arg(bit)));
                QCOMPARE(loaded.error().code, ErrorCode::ProfileDamaged);
                othersWork();
                m_profile->close();
            }
        }
    }

    void theLastRowUnderAnotherNumberIsFound()
    {
        // Attempt 1 is a type of its own in the header (9: the constant 1); 8 is the constant 0.
        m_profile->close();
        QByteArray bytes = test::bytesOf(m_profile->path());
        const qsizetype bodyAt = bytes.lastIndexOf(QByteArray("\x05submitted{}", 12));
        QVERIFY(bodyAt > 0);
        const qsizetype numberAt = bodyAt - 10;
        QCOMPARE(bytes.at(numberAt), '\x09');
        bytes[numberAt] = '\x08';
        QVERIFY(test::writeBytes(m_profile->path(), bytes));
        QVERIFY(m_profile->open().ok());
        const auto endings = AttemptStore(**m_profile).results(test::samplePack);
        QVERIFY(endings.ok());
        QVERIFY(endings->at(1).damaged);
    }

private:
    /// Whatever happened to the first attempt: it is marked, and the second one is as it was.
    void othersWork()
    {
        const AttemptStore store(**m_profile);
        const auto endings = store.results(test::samplePack);
        QVERIFY2(endings.ok(), qPrintable(endings ? QString() : endings.error().detail));
        QCOMPARE(endings->size(), 2);
        QVERIFY(endings->at(1).damaged);
        QCOMPARE(endings->at(1).id, AttemptId{1});
        QVERIFY(!endings->at(0).damaged);
        QVERIFY(store.load(AttemptId{2}).ok());
        const auto answers = store.answers(test::samplePack);
        QVERIFY(answers.ok());
        QCOMPARE(answers->size(), 2);
        // The damaged attempt was the first to show them, where its rows can still be read.
        const auto first = store.firstAnswers(test::samplePack);
        QVERIFY(first.ok());
        QCOMPARE(first->size(), std::count_if(answers->cbegin(), answers->cend(),
                                    [](const AnswerRecord &answer) { return answer.exposuresBefore == 0; }));
        QVERIFY(store.exposures(test::samplePack).ok());
        QVERIFY(store.unfinished().ok());
    }

    std::unique_ptr<test::TempProfile> m_profile;
};

LECTERN_TEST_CLASS(AttemptDamageTest)
#include "attemptdamage_test.moc"
