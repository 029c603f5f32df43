// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencestore.h"

#include "changelog.h"
#include "query.h"
#include "random.h"
#include "runall.h"
#include "samples.h"

#include <QSqlError>

#include <cmath>

using namespace lectern;

namespace
{

const QDate day(2026, 3, 2);
constexpr qint64 hour = 3600000;

OutsideMock mock(const char *provider = "A provider", QDate date = day)
{
    return {OutsideMockId{}, QString::fromUtf8(provider), date, 41, 60, false, {}};
}

ExamResult result(QDate date = day)
{
    return {ExamResultId{}, date, false, QStringLiteral("page"), {{QStringLiteral("d1"), 55}}, QStringLiteral("note")};
}

ShownForecast forecast(double mean = 0.61)
{
    return {test::sampleNow, QStringLiteral("page"), 60, 1, mean, 0.5, 0.7, 0.4};
}

} // namespace

class EvidenceStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(reopen());
    }

    void theLastRatingOfADayStands()
    {
        const TopicRating first{QStringLiteral("d1.1"), 2, test::sampleNow};
        const TopicRating better{QStringLiteral("d1.1"), 3, test::sampleNow + hour};
        const TopicRating later{QStringLiteral("d1.1"), 4, test::sampleNow + 40 * hour};
        const TopicRating other{QStringLiteral("d1.2"), 5, test::sampleNow + 41 * hour};
        QVERIFY(rate(first, day).ok());
        QVERIFY(rate(better, day).ok());
        QVERIFY(rate(later, day.addDays(1)).ok());
        QVERIFY(rate(other, day.addDays(1)).ok());
        QVERIFY(reopen());
        QCOMPARE(*m_store->ratings(test::samplePack), (QList<TopicRating>{better, later, other}));
        QVERIFY(m_store->ratings(QStringLiteral("other"))->isEmpty());
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_store->ratings(test::samplePack), QList<TopicRating>{first});
        QVERIFY(m_changes->redo().ok());
        QCOMPARE(*m_store->ratings(test::samplePack), QList<TopicRating>{better});
    }

    void aMockIsKeptChangedRemovedAndUndone()
    {
        OutsideMock kept = mock("Zwölf ✓", day.addDays(1));
        kept.id = add(kept);
        OutsideMock earlier = mock();
        earlier.id = add(earlier);
        QVERIFY(kept.id != earlier.id);
        QVERIFY(reopen());
        QCOMPARE(*m_store->mocks(test::samplePack), (QList<OutsideMock>{earlier, kept}));
        QVERIFY(m_store->mocks(QStringLiteral("other"))->isEmpty());

        OutsideMock changed = earlier;
        changed.right = 0;
        changed.seenBefore = true;
        changed.note = QStringLiteral("Known from before.");
        QVERIFY(change([&] { return m_store->updateMock(changed); }).ok());
        QVERIFY(change([&] { return m_store->removeMock(kept.id); }).ok());
        QCOMPARE(*m_store->mocks(test::samplePack), QList<OutsideMock>{changed});
        QVERIFY(m_changes->undo().ok() && m_changes->undo().ok());
        QCOMPARE(*m_store->mocks(test::samplePack), (QList<OutsideMock>{earlier, kept}));
        QVERIFY(m_changes->undo().ok() && m_changes->undo().ok());
        QVERIFY(m_store->mocks(test::samplePack)->isEmpty());
        QCOMPARE(change([&] { return m_store->removeMock(kept.id); }).error().code, ErrorCode::NotFound);
        QCOMPARE(change([&] { return m_store->updateMock(changed); }).error().code, ErrorCode::NotFound);
    }

    void anExamResultIsKeptChangedRemovedAndUndone()
    {
        ExamResult failed = result();
        failed.id = add(failed);
        ExamResult passed = result(day.addDays(20));
        passed.passed = true;
        passed.bars = {};
        passed.id = add(passed);
        QVERIFY(reopen());
        QCOMPARE(*m_store->results(test::samplePack), (QList<ExamResult>{failed, passed}));
        QVERIFY(m_store->results(QStringLiteral("other"))->isEmpty());

        ExamResult changed = failed;
        changed.bars.insert(QStringLiteral("d2"), 100);
        changed.date = day.addDays(1);
        QVERIFY(change([&] { return m_store->updateResult(test::samplePack, changed); }).ok());
        QCOMPARE(m_store->results(test::samplePack)->first(), changed);
        QVERIFY(change([&] { return m_store->removeResult(changed.id); }).ok());
        QCOMPARE(*m_store->results(test::samplePack), QList<ExamResult>{passed});
        QVERIFY(m_changes->undo().ok() && m_changes->undo().ok());
        QCOMPARE(*m_store->results(test::samplePack), (QList<ExamResult>{failed, passed}));

        // One a day, whichever way it comes there.
        QCOMPARE(change([&] { return outcome(m_store->addResult(test::samplePack, result())); }).error().code,
            ErrorCode::BadInput);
        changed.date = passed.date;
        QCOMPARE(
            change([&] { return m_store->updateResult(test::samplePack, changed); }).error().code, ErrorCode::BadInput);
        changed.id = ExamResultId{99};
        QCOMPARE(
            change([&] { return m_store->updateResult(test::samplePack, changed); }).error().code, ErrorCode::NotFound);
        QCOMPARE(change([&] { return m_store->removeResult(changed.id); }).error().code, ErrorCode::NotFound);
        QCOMPARE(*m_store->results(test::samplePack), (QList<ExamResult>{failed, passed}));
    }

    void aCertificationIsPutAwayAndTakenOutAgain()
    {
        QVERIFY(!m_store->archived(test::samplePack)->has_value());
        QVERIFY(change([&] { return m_store->setArchived(test::samplePack, test::sampleNow); }).ok());
        QCOMPARE(*m_store->archived(test::samplePack), std::optional(test::sampleNow));
        QVERIFY(!m_store->archived(QStringLiteral("other"))->has_value());
        QVERIFY(change([&] { return m_store->setArchived(test::samplePack, {}); }).ok());
        QVERIFY(!m_store->archived(test::samplePack)->has_value());
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_store->archived(test::samplePack), std::optional(test::sampleNow));
    }

    void whatWasShownStaysShown()
    {
        ShownForecast shown = forecast();
        QVERIFY(m_store->recordShown(test::samplePack, shown).ok());
        ShownForecast again = shown;
        again.utcMs += hour;
        QVERIFY(m_store->recordShown(test::samplePack, again).ok());
        QCOMPARE(*m_store->shownForecasts(test::samplePack, shown.blueprint), QList<ShownForecast>{shown});
        // Of a form of another length it says something else; then the first is news again after another.
        ShownForecast half = again;
        half.questions = 30;
        half.odds.reset();
        ShownForecast moved = forecast(1.0 / 3 + 1.0 / 3);
        moved.utcMs = again.utcMs;
        for (const ShownForecast &next : {half, half, moved, again})
            QVERIFY(m_store->recordShown(test::samplePack, next).ok());
        QVERIFY(reopen());
        QCOMPARE(*m_store->shownForecasts(test::samplePack, shown.blueprint),
            (QList<ShownForecast>{shown, half, moved, again}));
        QVERIFY(m_store->shownForecasts(test::samplePack, QStringLiteral("other"))->isEmpty());
        QVERIFY(m_store->shownForecasts(QStringLiteral("other"), shown.blueprint)->isEmpty());
        QVERIFY(!m_changes->nextUndo()->has_value());
    }

    void aRationaleIsReadOnceAnHour()
    {
        const QString item = QStringLiteral("q0");
        for (const qint64 at : {test::sampleNow, test::sampleNow + hour - 1, test::sampleNow + hour})
            QVERIFY(m_store->recordRationale(test::samplePack, item, at).ok());
        // A clock that was set back keeps its order.
        QVERIFY(m_store->recordRationale(test::samplePack, item, test::sampleNow - 1).ok());
        QVERIFY(m_store->recordRationale(test::samplePack, QStringLiteral("q1"), 5).ok());
        QCOMPARE(*m_store->rationalesRead(test::samplePack),
            (QList<RationaleRead>{{QStringLiteral("q1"), 5}, {item, test::sampleNow - 1}, {item, test::sampleNow},
                {item, test::sampleNow + hour}}));
        QVERIFY(m_store->rationalesRead(QStringLiteral("other"))->isEmpty());
        QVERIFY(!m_changes->nextUndo()->has_value());
    }

    void writesNeedAChange()
    {
        QCOMPARE(m_store->setRating(test::samplePack, {QStringLiteral("d1.1"), 3, 1}, day).error().code,
            ErrorCode::NotAllowed);
        QCOMPARE(m_store->addMock(test::samplePack, mock()).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_store->updateMock(mock()).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_store->removeMock(OutsideMockId{1}).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_store->addResult(test::samplePack, result()).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_store->removeResult(ExamResultId{1}).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_store->setArchived(test::samplePack, 1).error().code, ErrorCode::NotAllowed);
    }

    void outOfRangeIsRefused()
    {
        const auto refuses = [](const Outcome &outcome) {
            return !outcome && outcome.error().code == ErrorCode::BadInput;
        };
        for (const int value : {0, 6, -1})
            QVERIFY(refuses(rate({QStringLiteral("d1.1"), value, 1}, day)));
        QVERIFY(refuses(rate({QString(), 3, 1}, day)));
        QVERIFY(refuses(rate({QStringLiteral("d1.1"), 3, 1}, QDate())));

        QList<OutsideMock> mocks(9, mock());
        mocks[0].provider = QStringLiteral(" ");
        mocks[1].provider = QString(longestProvider + 1, u'p');
        mocks[2].date = QDate();
        mocks[3].right = 61;
        mocks[4].right = -1;
        mocks[5].questions = mostMockQuestions + 1;
        mocks[6].questions = mocks[6].right = 0;
        mocks[7].date = QDate(firstYear - 1, 12, 31);
        mocks[8].date = QDate(lastYear + 1, 1, 1);
        for (const OutsideMock &bad : mocks) {
            QVERIFY(refuses(change([&] { return outcome(m_store->addMock(test::samplePack, bad)); })));
            QVERIFY(refuses(change([&] { return m_store->updateMock(bad); })));
        }
        OutsideMock widest = mock();
        widest.provider = QString(longestProvider, QChar(0x2713));
        widest.questions = widest.right = mostMockQuestions;
        QVERIFY(raw(add(widest)) > 0);

        QList<ExamResult> results(4, result());
        results[0].date = QDate();
        results[1].bars.insert(QStringLiteral("d2"), 101);
        results[2].bars.insert(QStringLiteral("d2"), -1);
        results[3].bars.insert(QString(), 1);
        for (const ExamResult &bad : results)
            QVERIFY(refuses(change([&] { return outcome(m_store->addResult(test::samplePack, bad)); })));

        QList<ShownForecast> forecasts(8, forecast());
        forecasts[0].mean = std::nan("");
        forecasts[1].low = std::nan("");
        forecasts[2].high = INFINITY;
        forecasts[3].odds = 1.01;
        forecasts[4].low = 0.65;
        forecasts[5].questions = 0;
        forecasts[6].model = 0;
        forecasts[7].blueprint.clear();
        for (const ShownForecast &bad : forecasts)
            QVERIFY(refuses(m_store->recordShown(test::samplePack, bad)));
    }

    void theFileRefusesThemToo()
    {
        for (const char *sql : {"INSERT INTO rating VALUES('p', 't', '2026-03-02', 6, 1)",
                 "INSERT INTO rating VALUES('p', 't', '2026-03-02', 'x', 1)",
                 "INSERT INTO outside_mock VALUES(1, 'p', '', '2026-03-02', 1, 2, 0, '')",
                 "INSERT INTO outside_mock VALUES(1, 'p', 'x', '2026-03-02', 3, 2, 0, '')",
                 "INSERT INTO outside_mock VALUES(1, 'p', 'x', '2026-03-02', 1, 501, 0, '')",
                 "INSERT INTO exam_result VALUES(1, 'p', '2026-03-02', 2, 'b', '{}', '')",
                 "INSERT INTO forecast_shown VALUES(1, 'p', 'b', 1, 60, 1, 0.9, 0.5, 0.7, NULL)",
                 "INSERT INTO forecast_shown VALUES(1, 'p', 'b', 1, 60, 1, 0.6, 0.5, 1.7, NULL)",
                 "INSERT INTO forecast_shown VALUES(1, 'p', 'b', 1, 60, 1, 0.6, 0.5, 0.7, 2.0)",
                 "UPDATE check_item SET begun = 2", "INSERT INTO archive VALUES(NULL, 1)"}) {
            const bool update = QString::fromLatin1(sql).startsWith(u"UPDATE");
            if (update)
                QVERIFY(execute(m_profile->database(),
                    QStringLiteral("INSERT INTO check_item(pack, collection, entry, checked, checked_utc_ms, note) "
                                   "VALUES('p', 'c', 'e', 0, 0, '')")));
            QVERIFY2(!execute(m_profile->database(), QString::fromLatin1(sql)), sql);
        }
    }

    /// Rows that no version wrote: each is refused by name, whatever stands in them, and none of them ends the program.
    void hostileRows()
    {
        QVERIFY(execute(m_profile->database(), QStringLiteral("PRAGMA ignore_check_constraints = ON")));
        struct Hostile {
            const char *table;
            const char *sql;
        };
        const QList<Hostile> rows{
            {"rating", "INSERT INTO rating VALUES('p', '', '2026-03-02', 3, 1)"},
            {"rating", "INSERT INTO rating VALUES('p', 't', '2026-03-02', 9223372036854775807, 1)"},
            {"outside_mock", "INSERT INTO outside_mock VALUES(1, 'p', 'x', 'someday', 1, 2, 0, '')"},
            {"outside_mock", "INSERT INTO outside_mock VALUES(1, 'p', 'x', '2026-02-30', 1, 2, 0, '')"},
            {"outside_mock", "INSERT INTO outside_mock VALUES(1, 'p', 'x', '2026-03-02', -1, 2, 0, '')"},
            {"outside_mock", "INSERT INTO outside_mock VALUES(1, 'p', 'x', '2026-03-02', 1, 0, 0, '')"},
            // Its lower half would be 1 of 2.
            {"outside_mock", "INSERT INTO outside_mock VALUES(1, 'p', 'x', '2026-03-02', 4294967297, 2, 0, '')"},
            {"outside_mock", "INSERT INTO outside_mock VALUES(1, 'p', 'x', '2026-03-02', 1, 4294967298, 0, '')"},
            {"outside_mock", "INSERT INTO outside_mock VALUES(1, 'p', 'x', '1999-12-31', 1, 2, 0, '')"},
            {"outside_mock", "INSERT INTO outside_mock VALUES(1, 'p', 'x', '-2026-03-02', 1, 2, 0, '')"},
            {"exam_result", "INSERT INTO exam_result VALUES(1, 'p', '1000-01-01', 1, 'b', '{}', '')"},
            {"exam_result", "INSERT INTO exam_result VALUES(1, 'p', '', 1, 'b', '{}', '')"},
            {"exam_result", "INSERT INTO exam_result VALUES(1, 'p', '2026-03-02', 1, 'b', '[]', '')"},
            {"exam_result", "INSERT INTO exam_result VALUES(1, 'p', '2026-03-02', 1, 'b', 'x', '')"},
            {"exam_result", "INSERT INTO exam_result VALUES(1, 'p', '2026-03-02', 1, 'b', '{\"d1\": \"1\"}', '')"},
            {"exam_result", "INSERT INTO exam_result VALUES(1, 'p', '2026-03-02', 1, 'b', '{\"d1\": 1.5}', '')"},
            {"exam_result", "INSERT INTO exam_result VALUES(1, 'p', '2026-03-02', 1, 'b', '{\"d1\": 1e300}', '')"},
            {"forecast_shown", "INSERT INTO forecast_shown VALUES(1, 'p', 'page', 1, 60, 1, 9e999, 0.5, 0.7, NULL)"},
            {"forecast_shown",
                "INSERT INTO forecast_shown VALUES(1, 'p', 'page', 1, 4294967356, 1, 0.6, 0.5, 0.7, NULL)"},
            {"rationale_read", "INSERT INTO rationale_read VALUES('p', 'q', -9223372036854775808)"},
            {"rationale_read", "INSERT INTO rationale_read VALUES('p', 'q', 9223372036854775807)"},
            {"forecast_shown", "INSERT INTO forecast_shown VALUES(1, 'p', 'page', 1, -1, 1, 0.6, 0.5, 0.7, NULL)"},
            {"forecast_shown", "INSERT INTO forecast_shown VALUES(1, 'p', 'page', 1, 60, 1, 0.6, 0.5, 0.7, -0.1)"},
        };
        const QString pack = QStringLiteral("p");
        for (const Hostile &row : rows) {
            QVERIFY2(execute(m_profile->database(), QString::fromLatin1(row.sql)), row.sql);
            const QString table = QString::fromLatin1(row.table);
            QList<Error> errors;
            const auto note = [&](const auto &read) {
                if (!read)
                    errors.append(read.error());
            };
            note(m_store->ratings(pack));
            note(m_store->mocks(pack));
            note(m_store->results(pack));
            note(m_store->shownForecasts(pack, QStringLiteral("page")));
            note(m_store->rationalesRead(pack));
            QVERIFY2(errors.size() == 1, row.sql);
            QCOMPARE(errors.first().code, ErrorCode::ProfileDamaged);
            QVERIFY2(errors.first().where.startsWith(table), qPrintable(errors.first().where));
            QVERIFY(execute(m_profile->database(), QStringLiteral("DELETE FROM ") + table));
        }
    }

    /// Random values through the store: what it takes comes back as it was, what it refuses is not there.
    void whatIsTakenComesBack()
    {
        Random random(20260302);
        QList<OutsideMock> kept;
        for (int i = 0; i < 300; ++i) {
            OutsideMock tried = mock();
            tried.provider = QString(int(random.below(84)), QChar(0x20 + int(random.below(0x500))));
            tried.date = QDate(2026, int(random.below(14)), int(random.below(31)) + 1);
            tried.right = int(random.below(620)) - 20;
            tried.questions = int(random.below(620)) - 20;
            tried.seenBefore = random.below(2) == 0;
            const Outcome added = change([&]() -> Outcome {
                const auto id = m_store->addMock(test::samplePack, tried);
                if (!id)
                    return id.error();
                tried.id = *id;
                return Done{};
            });
            QCOMPARE(added.ok(), isSound(tried));
            if (added)
                kept.append(tried);
        }
        QVERIFY(kept.size() > 30 && kept.size() < 270);
        std::stable_sort(
            kept.begin(), kept.end(), [](const OutsideMock &a, const OutsideMock &b) { return a.date < b.date; });
        QVERIFY(reopen());
        QCOMPARE(*m_store->mocks(test::samplePack), kept);
    }

private:
    bool reopen()
    {
        m_store.reset();
        m_changes.reset();
        if (!m_profile->open())
            return false;
        m_changes = std::make_unique<ChangeLog>(**m_profile);
        m_store = std::make_unique<EvidenceStore>(**m_profile, *m_changes);
        return true;
    }
    Outcome change(const std::function<Outcome()> &write)
    {
        return m_changes->perform(QStringLiteral("Change"), test::sampleNow, write);
    }
    Outcome rate(const TopicRating &rating, QDate on)
    {
        return change([&] { return m_store->setRating(test::samplePack, rating, on); });
    }
    template<typename T>
    static Outcome outcome(const Result<T> &added)
    {
        return added ? Outcome(Done{}) : Outcome(added.error());
    }
    OutsideMockId add(const OutsideMock &added)
    {
        Result<OutsideMockId> id = OutsideMockId{};
        if (!change([&] { return outcome(id = m_store->addMock(test::samplePack, added)); }))
            return {};
        return *id;
    }
    ExamResultId add(const ExamResult &added)
    {
        Result<ExamResultId> id = ExamResultId{};
        if (!change([&] { return outcome(id = m_store->addResult(test::samplePack, added)); }))
            return {};
        return *id;
    }

    std::unique_ptr<test::TempProfile> m_profile;
    std::unique_ptr<ChangeLog> m_changes;
    std::unique_ptr<EvidenceStore> m_store;
};

LECTERN_TEST_CLASS(EvidenceStoreTest)
#include "evidencestore_test.moc"
