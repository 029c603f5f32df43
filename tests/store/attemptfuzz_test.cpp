// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"
#include "history.h"
#include "profilefile.h"
#include "query.h"
#include "random.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;

namespace
{

struct Column {
    const char *table;
    const char *name;
};
constexpr Column columns[]{
    {"attempt", "uuid"},
    {"attempt", "mode"},
    {"attempt", "blueprint"},
    {"attempt", "seed"},
    {"attempt", "minutes"},
    {"attempt", "crc"},
    {"attempt", "details"},
    {"attempt_item", "position"},
    {"attempt_item", "item"},
    {"attempt_item", "revision"},
    {"attempt_item", "section"},
    {"attempt_item", "option_order"},
    {"attempt_item", "crc"},
    {"attempt_item", "details"},
    {"attempt_event", "seq"},
    {"attempt_event", "kind"},
    {"attempt_event", "position"},
    {"attempt_event", "payload"},
    {"attempt_event", "utc_ms"},
    {"attempt_event", "boot_id"},
    {"attempt_event", "boot_ms"},
    {"attempt_event", "crc"},
    {"attempt_event", "slept_ms"},
};

} // namespace

/// Rows of one attempt that are not as they were written: it is named, or reads as before, and nothing else changes.
class AttemptFuzzTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whateverHappensToOneAttempt()
    {
        test::TempProfile profile;
        QVERIFY(profile.open().ok());
        QVERIFY(test::write(*profile, {attempts, 3, 12, 4, 7}).ok());
        const Reading before = read(*profile);
        QVERIFY(before.whole);
        QCOMPARE(before.damaged.size(), 0);
        profile.close();
        const QByteArray bytes = test::bytesOf(profile.path());

        int found = 0;
        for (int round = 0; round < rounds; ++round) {
            QVERIFY(test::writeBytes(profile.path(), bytes));
            const qint64 victim = 1 + m_random.below(attempts);
            const QStringList change = QStringList{QStringLiteral("PRAGMA synchronous = OFF")} + mutation(victim);
            const QByteArray what = QByteArray::number(round) + ": " + change.join(u"; ").toUtf8();
            QVERIFY2(test::runOn(profile.path(), change), what.constData());
            const Outcome opened = profile.open();
            if (!opened) {
                QCOMPARE(opened.error().code, ErrorCode::ProfileDamaged);
                continue;
            }
            const Reading after = read(*profile);
            profile.close();
            QVERIFY2(after.whole, what.constData());
            for (qint64 id = 1; id <= attempts; ++id) {
                if (id == victim)
                    continue;
                QVERIFY2(after.attempts.value(id) == before.attempts.value(id), what.constData());
                // Whose a row without its number was cannot be told; its neighbour is doubted too.
                if (!m_unnumbered) {
                    QVERIFY2(!after.damaged.contains(id), what.constData());
                    QVERIFY2(after.answers.value(id) == before.answers.value(id), what.constData());
                    QVERIFY2(after.right.value(id) == before.right.value(id), what.constData());
                }
            }
            const bool same = after.attempts.value(victim) == before.attempts.value(victim);
            QVERIFY2(same || after.damaged.contains(victim), what.constData());
            QVERIFY2(same || !after.attempts.contains(victim), what.constData());
            found += same ? 0 : 1;
        }
        QVERIFY2(found > rounds * 8 / 10, qPrintable(QString::number(found)));
    }

private:
    static constexpr int attempts = 4;
    static constexpr int rounds = 2000;

    struct Reading {
        bool whole = true; ///< every question had an answer
        QHash<qint64, QString> attempts;
        QSet<qint64> damaged;
        QHash<qint64, QList<AnswerRecord>> answers;
        QHash<qint64, int> right;
    };

    static QString text(const Attempt &attempt)
    {
        QString all = attempt.setup().uuid + word(attempt.setup().mode) + attempt.setup().blueprint +
                      QString::number(attempt.setup().seed) + QString::number(attempt.setup().minutes);
        for (const FormItem &seat : attempt.setup().items)
            all += seat.item + seat.revision + seat.section + seat.optionOrder.join(u',') + seat.reserve +
                   seat.standsFor + QString::number(seat.scored);
        for (const AttemptEvent &event : attempt.events())
            all += word(event.kind) + QString::number(event.position) + event.choice.join(u',') + event.text +
                   QString::number(event.at.utcMs) + event.at.bootId + QString::number(event.at.bootMs) +
                   QString::number(event.at.sleptMs);
        return all;
    }

    static Reading read(Profile &profile)
    {
        Reading reading;
        const AttemptStore store(profile);
        const auto answers = store.answers(test::samplePack);
        const auto results = store.results(test::samplePack);
        reading.whole = answers && results && store.pasts(test::samplePack) && store.firstAnswers(test::samplePack);
        if (!reading.whole)
            return reading;
        for (qint64 id = 1; id <= attempts; ++id) {
            if (const auto loaded = store.load(AttemptId{id}))
                reading.attempts.insert(id, text(*loaded));
        }
        for (AnswerRecord answer : *answers) {
            answer.exposuresBefore = 0; // what a damaged attempt showed may not be known
            answer.lastSeenUtcMs.reset();
            reading.answers[raw(answer.attempt)].append(answer);
        }
        for (const AttemptStore::Ending &ending : *results) {
            if (ending.damaged)
                reading.damaged.insert(raw(ending.id));
            reading.right.insert(raw(ending.id), ending.right * 1000 + ending.total);
        }
        return reading;
    }

    QString row(const QString &table, qint64 victim)
    {
        if (table == u"attempt")
            return QStringLiteral("id = %1").arg(victim);
        const QString number = table == u"attempt_item" ? QStringLiteral("position") : QStringLiteral("seq");
        return QStringLiteral("attempt = %1 AND %2 = (SELECT %2 FROM %3 WHERE attempt = %1 ORDER BY %4 LIMIT 1)")
            .arg(victim)
            .arg(number, table, QStringLiteral("(%1 * %2) % 17").arg(number).arg(1 + m_random.below(16)));
    }

    QString garbage()
    {
        switch (m_random.below(9)) {
        case 0:
            return QStringLiteral("''");
        case 1:
            return QStringLiteral("'{\"choice\":[\"a\"]}'");
        case 2:
            return QStringLiteral("'{\"breaks\":\"1\"}'");
        case 3:
            return QStringLiteral("'%1'").arg(QString(1 + m_random.below(3000), u'['));
        case 4:
            return QStringLiteral("'{\"text\":7'");
        case 5:
            return QStringLiteral("char(%1, 0, %2)").arg(m_random.below(0xd7ff)).arg(m_random.below(0xffff));
        case 6:
            return QStringLiteral("'submitted'");
        case 7:
            return QStringLiteral("'shown'");
        default:
            return QStringLiteral("'-1'");
        }
    }

    QStringList mutation(qint64 victim)
    {
        const Column column = columns[m_random.below(std::size(columns))];
        const QString table = QString::fromLatin1(column.table);
        const QString name = QString::fromLatin1(column.name);
        const QString where = row(table, victim);
        m_unnumbered = table == u"attempt_item" && name == u"position";
        const bool numeric = QStringList{QStringLiteral("seed"), QStringLiteral("minutes"), QStringLiteral("crc"),
            QStringLiteral("position"), QStringLiteral("seq"), QStringLiteral("utc_ms"), QStringLiteral("boot_ms"),
            QStringLiteral("slept_ms")}
                                 .contains(name);
        const auto set = [&](const QString &value) {
            return QStringLiteral("UPDATE OR REPLACE %1 SET %2 = %3 WHERE %4").arg(table, name, value, where);
        };
        switch (m_random.below(5)) {
        case 0:
            if (table != u"attempt")
                return {QStringLiteral("DELETE FROM %1 WHERE %2").arg(table, where)};
            [[fallthrough]];
        case 1: { // a bit
            const QString bit = QString::number(qint64(1) << m_random.below(40));
            if (numeric)
                return {set(QStringLiteral("(%1 | %2) - (%1 & %2)").arg(name, bit))};
            return {set(QStringLiteral("char((unicode(%1) | 1) - (unicode(%1) & 1)) || substr(%1, 2)").arg(name))};
        }
        case 2: { // what another row says
            const QString from = QStringLiteral("(SELECT %1 FROM %2 ORDER BY crc % %3 LIMIT 1)")
                                     .arg(name, table)
                                     .arg(2 + m_random.below(1000));
            if (name != u"uuid")
                return {set(from)};
            [[fallthrough]];
        }
        case 3: // another type
            if (numeric || m_random.below(2) == 0)
                return loosely(
                    table, set(m_random.below(2) == 0 ? QStringLiteral("x'00ff%1'").arg(m_random.below(90) + 10)
                                                      : QStringLiteral("'many'")));
            return loosely(table, set(QStringLiteral("NULL")));
        default:
            return numeric ? QStringList{set(QString::number(static_cast<qint64>(m_random.next() >> 1)))}
                           : QStringList{set(garbage())};
        }
    }

    /// What no version would let in gets in once the schema's text is another, and stays when it is put back.
    static QStringList loosely(const QString &table, const QString &change)
    {
        const QString swap = QStringLiteral(
            "UPDATE sqlite_schema SET sql = replace(replace(sql, '%1', '%2'), '%3', '%4') WHERE name = '%5'");
        const QString on = QStringLiteral("PRAGMA writable_schema = ON");
        const QString reset = QStringLiteral("PRAGMA writable_schema = RESET");
        return {on,
            swap.arg(QStringLiteral(" STRICT"), QStringLiteral(" /*S*/"), QStringLiteral(" NOT NULL"),
                QStringLiteral(" /*N*/"), table),
            reset, change, on,
            swap.arg(QStringLiteral(" /*S*/"), QStringLiteral(" STRICT"), QStringLiteral(" /*N*/"),
                QStringLiteral(" NOT NULL"), table),
            reset};
    }

    Random m_random{20260302};
    bool m_unnumbered = false;
};

LECTERN_TEST_CLASS(AttemptFuzzTest)
#include "attemptfuzz_test.moc"
