// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptdetails.h"
#include "attemptrows.h"
#include "attemptstore.h"
#include "packstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;
using test::entry;

/// What attempts have had since schema version 3.
class AttemptModesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
        m_items = test::sampleItems(3);
        QVERIFY(PackStore(**m_profile).install(test::sampleCertification(), m_items, QStringLiteral("h"), 1).ok());
    }

    void rulesCriteriaAndSeatsAreKept()
    {
        AttemptSetup setup = test::sampleSetup(m_items, QStringLiteral("one"));
        setup.mode = AttemptMode::Drill;
        setup.minutes = 0;
        setup.rules = {150, 2, true, false, true, true, false, false};
        setup.criteria.missed = true;
        setup.criteria.topics = {QStringLiteral("d1.1")};
        setup.criteria.difficulties = {Difficulty::Hard};
        setup.criteria.notInLast = 3;
        setup.items[0].scored = false;
        setup.items[1].reserve = QStringLiteral("R1");
        setup.items[2].standsFor = QStringLiteral("q0");
        AttemptStore store(**m_profile);
        const auto id = store.create(setup, entry(0, EventKind::Started));
        QVERIFY(id.ok());
        QVERIFY(m_profile->open().ok());
        const auto loaded = AttemptStore(**m_profile).load(*id);
        QVERIFY2(loaded.ok(), qPrintable(loaded ? QString() : loaded.error().detail));
        QCOMPARE(loaded->setup().mode, setup.mode);
        QCOMPARE(loaded->setup().rules, setup.rules);
        QCOMPARE(loaded->setup().criteria, setup.criteria);
        QCOMPARE(loaded->setup().items, setup.items);
    }

    void whatIsUsualTakesNoRoom()
    {
        QCOMPARE(setupDetails(AttemptSetup()), QString());
        QCOMPARE(seatDetails(FormItem()), QString());
        FormItem seat;
        seat.scored = false;
        seat.reserve = QStringLiteral("R1");
        seat.standsFor = QStringLiteral("item");
        QCOMPARE(seatDetails(seat), QStringLiteral(R"({"for":"item","reserve":"R1","scored":false})"));
    }

    void everyEventIsKept()
    {
        AttemptSetup setup = test::sampleSetup(m_items, QStringLiteral("one"));
        setup.rules.feedback = true;
        setup.rules.certainty = true;
        setup.rules.breaks = 1;
        const QStringList texts{QString(), QStringLiteral("a \"note\"\n\\ {}"), QStringLiteral("Prüfung \U0001F4DD"),
            QString(QChar(0)) + u'x', QString(longestNote, u'n')};
        QList<AttemptEvent> events{entry(0, EventKind::Started), entry(0, EventKind::Shown, 0),
            entry(0, EventKind::MarkedUnsure, 0), entry(0, EventKind::UnmarkedUnsure, 0),
            entry(0, EventKind::Struck, 0, {QStringLiteral("a"), QStringLiteral("d")}),
            entry(0, EventKind::Answered, 0, {QStringLiteral("b")})};
        for (const QString &text : texts)
            events.append(withText(EventKind::Noted, text));
        events.append({withText(EventKind::Highlighted, QStringLiteral("stem 4 17;code 0 12")),
            withText(EventKind::Rated, word(Certainty::Guess)), withText(EventKind::Scrolled, QStringLiteral("part")),
            entry(0, EventKind::Revealed, 0), entry(0, EventKind::Paused), entry(0, EventKind::Alive),
            entry(0, EventKind::Resumed), entry(0, EventKind::Continued), entry(0, EventKind::BreakBegan),
            entry(0, EventKind::BreakEnded), entry(0, EventKind::Abandoned)});
        AttemptStore store(**m_profile);
        AttemptId id{};
        for (int seq = 0; seq < events.size(); ++seq) {
            events[seq].seq = seq;
            events[seq].at.utcMs += seq;
            events[seq].at.sleptMs = seq * 7;
            if (seq == 0) {
                const auto created = store.create(setup, events.first());
                QVERIFY(created.ok());
                id = *created;
            } else {
                QVERIFY(store.append(id, events.at(seq)).ok());
            }
        }
        QVERIFY(m_profile->open().ok());
        const AttemptStore reopened(**m_profile);
        const auto loaded = reopened.load(id);
        QVERIFY2(loaded.ok(), qPrintable(loaded ? QString() : loaded.error().detail + loaded.error().where));
        QCOMPARE(loaded->events(), events);
        QVERIFY(loaded->abandoned());
        const auto endings = reopened.results(test::samplePack);
        QVERIFY(endings->first().abandoned && !endings->first().damaged);
        QVERIFY(!reopened.lastFinished()->has_value());
        QVERIFY(reopened.unfinished()->isEmpty());
    }

    // Each text has a right checksum: only the reader can refuse it.
    void otherSpellingsAreRefused_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("text");
        const char *const setups[]{"{}", "x", "[]", R"({"breaks":0})", R"({"breaks":"1"})", R"({"breaks":1.5})",
            R"({"breaks": 1})", R"({"pausable":true})", R"({"pausable":0})", R"({"unknown":1})", R"({"drill":{}})",
            R"({"drill":{"missed":1}})", R"({"drill":[]})", R"({"breaks":1,"breaks":1})"};
        for (const char *text : setups)
            QTest::addRow("attempt %s", text) << QStringLiteral("attempt") << QString::fromLatin1(text);
        const char *const seats[]{"{}", "null", R"({"scored":true})", R"({"scored":0})", R"({"reserve":""})",
            R"({"reserve":7})", R"({"for":null})", R"({"reserve":"R1","for":"q"})", R"({"scored":false}x)"};
        for (const char *text : seats)
            QTest::addRow("seat %s", text) << QStringLiteral("attempt_item") << QString::fromLatin1(text);
        const char *const payloads[]{"", "{}", "[]", R"({"choice":"b"})", R"({"choice":[1]})", R"({"choice":[ "b"]})",
            R"({"choice":["b"],"text":""})", R"({"text":"b"})", R"({"choice":null})"};
        for (const char *text : payloads)
            QTest::addRow("event %s", text) << QStringLiteral("attempt_event") << QString::fromLatin1(text);
    }
    void otherSpellingsAreRefused()
    {
        QFETCH(QString, table);
        QFETCH(QString, text);
        const auto id = test::sit(**m_profile, m_items,
            {entry(0, EventKind::Shown, 0), entry(0, EventKind::Answered, 0, {QStringLiteral("b")})});
        QVERIFY(id.ok());
        const auto other = test::sit(**m_profile, m_items, {entry(0, EventKind::Submitted)});
        QVERIFY(other.ok());
        QVariantList values;
        if (table == u"attempt") {
            values = setupValues(1, test::sampleSetup(m_items, QStringLiteral("attempt-0")));
            values[7] = text;
            put(QStringLiteral("UPDATE attempt SET details = ?, crc = ? WHERE id = 1"), text, values);
        } else if (table == u"attempt_item") {
            values = seatValues(1, 1, test::sampleSetup(m_items, {}).items.at(1));
            values[6] = text;
            put(QStringLiteral("UPDATE attempt_item SET details = ?, crc = ? WHERE attempt = 1 AND position = 1"), text,
                values);
        } else {
            values = eventValues(1, entry(2, EventKind::Answered, 0, {QStringLiteral("b")}));
            values[4] = text;
            put(QStringLiteral("UPDATE attempt_event SET payload = ?, crc = ? WHERE attempt = 1 AND seq = 2"), text,
                values);
        }
        const AttemptStore store(**m_profile);
        QCOMPARE(store.load(*id).error().code, ErrorCode::ProfileDamaged);
        QVERIFY(store.load(*other).ok());
        QVERIFY(store.answers(test::samplePack).ok());
        QVERIFY(store.pasts(test::samplePack).ok());
        QVERIFY(store.results(test::samplePack).ok());
    }

    void aSignOfLifeReplacesTheOneBefore()
    {
        AttemptStore store(**m_profile);
        const auto id = test::sit(**m_profile, m_items, {});
        QVERIFY(id.ok());
        QVERIFY(!store.lastBeat(*id)->has_value());
        const Moment then{test::sampleNow + 7000, QStringLiteral("boot-1"), 12000, 3};
        QVERIFY(store.beat(*id, {test::sampleNow, QStringLiteral("boot-1"), 5000, 0}).ok());
        QVERIFY(store.beat(*id, then).ok());
        QVERIFY(m_profile->open().ok());
        QCOMPARE(**AttemptStore(**m_profile).lastBeat(*id), then);
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM attempt_beat")), 1);
        QVERIFY(!AttemptStore(**m_profile).beat(AttemptId{77}, then).ok());
    }

    void severalMayBeUnfinished()
    {
        const auto first = test::sit(**m_profile, m_items, {entry(0, EventKind::Paused)});
        const auto sat = test::sit(**m_profile, m_items, {entry(0, EventKind::Submitted)});
        const auto second = test::sit(**m_profile, m_items, {});
        const auto abandoned = test::sit(**m_profile, m_items, {entry(0, EventKind::Abandoned)});
        QVERIFY(first.ok() && sat.ok() && second.ok() && abandoned.ok());
        const AttemptStore store(**m_profile);
        QCOMPARE(*store.unfinished(), (QList<AttemptId>{*second, *first}));
        QCOMPARE(**store.lastFinished(), *sat);
    }

    void anAbandonedAttemptAnswersWhatWasAnswered()
    {
        QVERIFY(test::sit(**m_profile, m_items,
            {entry(0, EventKind::Shown, 0), entry(0, EventKind::Answered, 0, {QStringLiteral("b")}),
                entry(0, EventKind::Shown, 1), entry(0, EventKind::Abandoned)})
                    .ok());
        const AttemptStore store(**m_profile);
        const auto answers = store.answers(test::samplePack);
        QCOMPARE(answers->size(), 1);
        QVERIFY(answers->first().right);
        QCOMPARE(*store.firstAnswers(test::samplePack), *answers);
        QCOMPARE(store.pasts(test::samplePack)->value(QStringLiteral("q1")).shown, 1);
        QVERIFY(!store.pasts(test::samplePack)->value(QStringLiteral("q1")).answered);
        QVERIFY(store.results(test::samplePack)->first().abandoned);
    }

private:
    static AttemptEvent withText(EventKind kind, const QString &text)
    {
        AttemptEvent event = entry(0, kind, 0);
        event.text = text;
        return event;
    }
    void put(const QString &sql, const QString &text, const QVariantList &values)
    {
        QVERIFY(execute(m_profile->database(), sql, {text, static_cast<qint64>(checksumOf(stored(values)))}));
    }

    std::unique_ptr<test::TempProfile> m_profile;
    QList<Item> m_items;
};

LECTERN_TEST_CLASS(AttemptModesTest)
#include "attemptmodes_test.moc"
