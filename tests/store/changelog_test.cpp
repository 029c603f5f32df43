// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog.h"
#include "planstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"
#include "selfstore.h"

using namespace lectern;
using test::sampleNow;

class ChangeLogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(reopen());
    }

    void everyTableIsUndoneAndRedoneAcrossRestarts_data()
    {
        QTest::addColumn<QString>("table");
        for (const char *table : {"appointment", "plan", "block", "time_log", "check_item", "requirement_state"})
            QTest::newRow(table) << QString::fromLatin1(table);
    }
    void everyTableIsUndoneAndRedoneAcrossRestarts()
    {
        QFETCH(QString, table);
        QVERIFY(write(QStringLiteral("before"), 1).ok());
        const QStringList before = rows(table);
        QVERIFY(!before.isEmpty());
        QVERIFY(write(QStringLiteral("after"), 2).ok());
        const QStringList after = rows(table);
        QVERIFY(before != after);

        QVERIFY(reopen());
        const auto undone = m_changes->undo();
        QVERIFY2(undone.ok(), qPrintable(undone ? QString() : undone.error().detail));
        QCOMPARE(undone->label, QStringLiteral("after"));
        QCOMPARE(rows(table), before);
        QVERIFY(reopen());
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(rows(table), QStringList());
        QVERIFY(!m_changes->nextUndo()->has_value());
        QCOMPARE((*m_changes->nextRedo())->label, QStringLiteral("before"));

        QVERIFY(reopen());
        QVERIFY(m_changes->redo().ok());
        QCOMPARE(rows(table), before);
        QVERIFY(reopen());
        QVERIFY(m_changes->redo().ok());
        QCOMPARE(rows(table), after);
        QVERIFY(!m_changes->nextRedo()->has_value());
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(rows(table), before);
    }

    void nothingToUndoOrRedo()
    {
        QCOMPARE(m_changes->undo().error().code, ErrorCode::NotFound);
        QCOMPARE(m_changes->redo().error().code, ErrorCode::NotFound);
        QVERIFY(!m_changes->nextUndo()->has_value());
    }

    void entriesSayWhatAndWhen()
    {
        QVERIFY(tick(QStringLiteral("a"), QStringLiteral("Tick a"), sampleNow).ok());
        const auto entry = m_changes->nextUndo();
        QVERIFY(entry.ok() && entry->has_value());
        QCOMPARE((*entry)->label, QStringLiteral("Tick a"));
        QCOMPARE((*entry)->utcMs, sampleNow);
    }

    void aNewChangeForgetsWhatWasUndone()
    {
        QVERIFY(tick(QStringLiteral("a"), QStringLiteral("Tick a"), 1).ok());
        QVERIFY(m_changes->undo().ok());
        QVERIFY(tick(QStringLiteral("b"), QStringLiteral("Tick b"), 2).ok());
        QVERIFY(!m_changes->nextRedo()->has_value());
        QCOMPARE((*m_changes->nextUndo())->label, QStringLiteral("Tick b"));
    }

    void theLast200AreKept()
    {
        for (int i = 0; i < 205; ++i)
            QVERIFY(tick(QStringLiteral("entry %1").arg(i), QStringLiteral("Tick %1").arg(i), i).ok());
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM change")), 200);
        int undone = 0;
        while (m_changes->undo())
            ++undone;
        QCOMPARE(undone, 200);
        QCOMPARE(m_self->checks(test::samplePack)->size(), 5);
    }

    void aFailedWriteLeavesNothing()
    {
        const Outcome outcome = m_changes->perform(QStringLiteral("Both"), 1, [&]() -> Outcome {
            if (const Outcome first = m_self->setCheck(test::samplePack, record(QStringLiteral("a"))); !first)
                return first;
            return Error{ErrorCode::BadInput, {}, {}};
        });
        QCOMPARE(outcome.error().code, ErrorCode::BadInput);
        QVERIFY(m_self->checks(test::samplePack)->isEmpty());
        QVERIFY(!m_changes->nextUndo()->has_value());
        // And it works again.
        QVERIFY(tick(QStringLiteral("a"), QStringLiteral("Tick a"), 1).ok());
    }

    void whatChangesNothingIsNoChange()
    {
        QVERIFY(tick(QStringLiteral("a"), QStringLiteral("First"), 1).ok());
        QVERIFY(m_changes->undo().ok());
        QVERIFY(m_changes->redo().ok());
        QVERIFY(tick(QStringLiteral("a"), QStringLiteral("Again"), 1).ok());
        QCOMPARE((*m_changes->nextUndo())->label, QStringLiteral("First"));
        QVERIFY(m_changes->perform(QStringLiteral("Nothing"), 2, [] { return Outcome(Done{}); }).ok());
        QCOMPARE((*m_changes->nextUndo())->label, QStringLiteral("First"));
    }

    void aRowTouchedTwiceGoesBackToTheFirst()
    {
        QVERIFY(m_changes
                    ->perform(QStringLiteral("Twice"), 1,
                        [&]() -> Outcome {
                            CheckRecord twice = record(QStringLiteral("a"));
                            if (const Outcome first = m_self->setCheck(test::samplePack, twice); !first)
                                return first;
                            twice.note = QStringLiteral("second");
                            return m_self->setCheck(test::samplePack, twice);
                        })
                    .ok());
        QVERIFY(m_changes->undo().ok());
        QVERIFY(m_self->checks(test::samplePack)->isEmpty());
        QVERIFY(m_changes->redo().ok());
        QCOMPARE(m_self->checks(test::samplePack)->first().note, QStringLiteral("second"));
    }

    void onlyInsideAndOnlyOnce()
    {
        const QVariantMap key{{QStringLiteral("id"), 1}};
        QCOMPARE(m_changes->touch(QStringLiteral("plan"), key).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_self->setCheck(test::samplePack, record(QStringLiteral("a"))).error().code, ErrorCode::NotAllowed);
        QVERIFY(m_self->checks(test::samplePack)->isEmpty());
        const Outcome outer = m_changes->perform(QStringLiteral("Outer"), 1,
            [&] { return m_changes->perform(QStringLiteral("Inner"), 1, [] { return Outcome(Done{}); }); });
        QCOMPARE(outer.error().code, ErrorCode::NotAllowed);
        const Outcome undoing = m_changes->perform(QStringLiteral("Outer"), 1, [&]() -> Outcome {
            const auto undone = m_changes->undo();
            return undone ? Outcome(Done{}) : Outcome(undone.error());
        });
        QCOMPARE(undoing.error().code, ErrorCode::NotAllowed);
    }

    void onlyKnownTablesAndTheirKeys_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QVariantMap>("key");
        const QVariantMap id{{QStringLiteral("id"), 1}};
        QTest::newRow("answers") << QStringLiteral("attempt_event") << id;
        QTest::newRow("settings") << QStringLiteral("setting") << id;
        QTest::newRow("hostile") << QStringLiteral("block\" WHERE 1; --") << id;
        QTest::newRow("no key") << QStringLiteral("block") << QVariantMap();
        QTest::newRow("another column") << QStringLiteral("block") << QVariantMap{{QStringLiteral("uuid"), 1}};
        QTest::newRow("half a key") << QStringLiteral("check_item") << QVariantMap{{QStringLiteral("pack"), 1}};
    }
    void onlyKnownTablesAndTheirKeys()
    {
        QFETCH(QString, table);
        QFETCH(QVariantMap, key);
        const Outcome outcome =
            m_changes->perform(QStringLiteral("x"), 1, [&] { return m_changes->touch(table, key); });
        QCOMPARE(outcome.error().code, ErrorCode::BadInput);
    }

    void imagesKeepTheirTypes()
    {
        const RowImage image{QStringLiteral("block"), {{QStringLiteral("id"), qint64(1) << 62}},
            QVariantMap{{QStringLiteral("i"), (qint64(1) << 53) + 1}, {QStringLiteral("r"), 0.1},
                {QStringLiteral("whole"), 5.0}, {QStringLiteral("t"), QStringLiteral("i:5 \"quoted\" ü\n")},
                {QStringLiteral("empty"), QStringLiteral("")}, {QStringLiteral("n"), QVariant()},
                {QStringLiteral("b"), QByteArray("\0\xff", 2)}}};
        const auto back = imageFromJson(toJson(image));
        QVERIFY(back.ok());
        QCOMPARE(back->key, image.key);
        for (auto it = image.row->cbegin(); it != image.row->cend(); ++it) {
            QCOMPARE(back->row->value(it.key()), it.value());
            QCOMPARE(back->row->value(it.key()).isNull(), it.value().isNull());
        }
        QCOMPARE(back->row->value(QStringLiteral("whole")).typeId(), int(QMetaType::Double));
        QVERIFY(!imageFromJson(toJson(RowImage{QStringLiteral("plan"), {{QStringLiteral("id"), 1}}, {}}))->row);
    }

    void unreadableImagesAreDamageAndChangeNothing_data()
    {
        QTest::addColumn<QString>("images");
        const QString base = QStringLiteral("[{\"table\":\"%1\",\"key\":{\"id\":\"i:1\"},\"row\":%2}]");
        QTest::newRow("no JSON") << QStringLiteral("nonsense");
        QTest::newRow("another table") << base.arg(QStringLiteral("attempt"), QStringLiteral("null"));
        QTest::newRow("bad value") << base.arg(QStringLiteral("plan"), QStringLiteral("{\"inputs\":\"x:1\"}"));
        QTest::newRow("bad number") << base.arg(QStringLiteral("plan"), QStringLiteral("{\"inputs\":\"i:one\"}"));
        QTest::newRow("no row") << base.arg(QStringLiteral("plan"), QStringLiteral("7"));
        QTest::newRow("another column") << base.arg(
            QStringLiteral("plan"), QStringLiteral("{\"inputs\\\" = 1; --\":\"i:1\"}"));
    }
    void unreadableImagesAreDamageAndChangeNothing()
    {
        QFETCH(QString, images);
        QVERIFY(write(QStringLiteral("before"), 1).ok());
        const QStringList before = rows(QStringLiteral("plan"));
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE change SET images = ?"), {images}));
        QCOMPARE(m_changes->undo().error().code, ErrorCode::ProfileDamaged);
        QCOMPARE(rows(QStringLiteral("plan")), before);
    }

private:
    bool reopen()
    {
        m_plan.reset();
        m_self.reset();
        m_changes.reset();
        if (!m_profile->open())
            return false;
        m_changes = std::make_unique<ChangeLog>(**m_profile);
        m_plan = std::make_unique<PlanStore>(**m_profile, *m_changes);
        m_self = std::make_unique<SelfStore>(**m_profile, *m_changes);
        return true;
    }

    static CheckRecord record(const QString &entry)
    {
        return {QStringLiteral("list"), entry, CheckState::Done, 5, QStringLiteral("note")};
    }

    Outcome tick(const QString &entry, const QString &label, qint64 now)
    {
        return m_changes->perform(label, now, [&] { return m_self->setCheck(test::samplePack, record(entry)); });
    }

    /// One change that writes to every table; `version` makes its values differ.
    Outcome write(const QString &label, int version)
    {
        return m_changes->perform(label, sampleNow, [&]() -> Outcome {
            const QDate date = QDate(2026, 3, 2).addDays(version);
            Outcome done = m_plan->setAppointment(
                {date, QTime(9, 30), "Europe/Berlin", QStringLiteral("Home"), QStringLiteral("page")});
            PlanInputs inputs;
            inputs.start = date;
            Block block;
            block.date = date;
            block.minutes = 60;
            QList<Block> blocks = {block, block};
            const auto stored = m_plan->allBlocks();
            for (const Block &before : stored.value()) {
                if (before.loggedMinutes > 0)
                    blocks.append(before);
            }
            if (done)
                done = m_plan->replacePlan(inputs, blocks);
            if (const auto written = m_plan->allBlocks(); done && written)
                done = m_plan->logMinutes(written->last().id, 30, date, sampleNow);
            if (done)
                done = m_self->setCheck(
                    test::samplePack, {QStringLiteral("list"), QStringLiteral("entry"),
                                          version == 1 ? CheckState::Done : CheckState::Open, version, QString()});
            if (done)
                done = m_self->setRequirement(
                    test::samplePack, {QStringLiteral("p1"), QStringLiteral("r1"), RequirementState::InProgress,
                                          QStringLiteral("note %1").arg(version), QString()});
            return done;
        });
    }

    QStringList rows(const QString &table)
    {
        const auto list = collect(m_profile->database(), QStringLiteral("SELECT * FROM %1 ORDER BY 1").arg(table), {},
            [](const QSqlQuery &row) {
                QStringList values;
                for (int i = 0; row.value(i).isValid(); ++i)
                    values.append(row.value(i).isNull() ? QStringLiteral("NULL") : row.value(i).toString());
                return values.join(u'|');
            });
        return list ? *list : QStringList{list.error().detail};
    }

    std::unique_ptr<test::TempProfile> m_profile;
    std::unique_ptr<ChangeLog> m_changes;
    std::unique_ptr<PlanStore> m_plan;
    std::unique_ptr<SelfStore> m_self;
};

LECTERN_TEST_CLASS(ChangeLogTest)
#include "changelog_test.moc"
