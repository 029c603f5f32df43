// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledevidence.h"

#include "evidencestore.h"
#include "samples.h"
#include "selfstore.h"

#include <algorithm>

namespace lectern::test
{

namespace
{

constexpr qint64 dayMs = 86400000;

const CheckRecord begun{QStringLiteral("list"), QStringLiteral("begun"), CheckState::InProgress, sampleNow - dayMs,
    QStringLiteral("Größe prüfen ✓"), QDate(2026, 2, 27), QStringLiteral("https://example.org/proof")};

QList<TopicRating> ratings()
{
    return {{QStringLiteral("d1.1"), 1, sampleNow}, {QStringLiteral("d1.1"), 5, sampleNow + dayMs},
        {QStringLiteral("d2.1"), 3, sampleNow + 2 * dayMs}};
}

QList<OutsideMock> mocks()
{
    return {{OutsideMockId{1}, QStringLiteral("A provider"), QDate(2026, 3, 1), 41, 60, false, {}},
        {OutsideMockId{2}, QStringLiteral("Another ✓"), QDate(2026, 3, 2), 0, 1, true, QStringLiteral("Half known.")}};
}

QList<ExamResult> results()
{
    return {{ExamResultId{1}, QDate(2026, 10, 9), false, QStringLiteral("page"),
                {{QStringLiteral("d1"), 0}, {QStringLiteral("d2"), 100}}, QStringLiteral("Time ran out.")},
        {ExamResultId{2}, QDate(2026, 10, 30), true, QStringLiteral("page"), {}, {}}};
}

QList<ShownForecast> forecasts()
{
    return {{sampleNow, QStringLiteral("page"), 60, 1, 0.61, 0.54, 0.68, {}},
        {sampleNow + dayMs, QStringLiteral("page"), 30, 1, 1.0 / 3, 0, 1, 0.05}};
}

} // namespace

Outcome fillEvidence(Profile &profile)
{
    ChangeLog changes(profile);
    SelfStore self(profile, changes);
    EvidenceStore store(profile, changes);
    Outcome done =
        changes.perform(QStringLiteral("Evidence"), sampleNow, [&] { return self.setCheck(samplePack, begun); });
    for (const TopicRating &rating : ratings()) {
        if (done)
            done = changes.perform(QStringLiteral("Rating"), sampleNow, [&] {
                return store.setRating(
                    samplePack, rating, QDate(2026, 3, 2).addDays((rating.utcMs - sampleNow) / dayMs));
            });
    }
    for (const OutsideMock &mock : mocks()) {
        if (done)
            done = changes.perform(QStringLiteral("Mock"), sampleNow, [&]() -> Outcome {
                const auto id = store.addMock(samplePack, mock);
                return id ? Outcome(Done{}) : id.error();
            });
    }
    for (const ExamResult &result : results()) {
        if (done)
            done = changes.perform(QStringLiteral("Result"), sampleNow, [&]() -> Outcome {
                const auto id = store.addResult(samplePack, result);
                return id ? Outcome(Done{}) : id.error();
            });
    }
    if (done)
        done = changes.perform(
            QStringLiteral("Archive"), sampleNow, [&] { return store.setArchived(samplePack, sampleNow); });
    for (const ShownForecast &forecast : forecasts()) {
        if (done)
            done = store.recordShown(samplePack, forecast);
    }
    for (const qint64 at : {sampleNow, sampleNow + dayMs}) {
        if (done)
            done = store.recordRationale(samplePack, QStringLiteral("q0"), at);
    }
    return done;
}

QStringList evidenceDifferences(Profile &profile, ChangeLog &changes)
{
    const SelfStore self(profile, changes);
    const EvidenceStore store(profile, changes);
    QStringList wrong;
    const auto expect = [&](bool holds, const QString &what) {
        if (!holds)
            wrong.append(what);
    };
    const auto checks = self.checks(samplePack);
    expect(checks && checks->contains(begun), QStringLiteral("begun entry"));
    const auto rated = store.ratings(samplePack);
    expect(rated && *rated == ratings(), QStringLiteral("ratings"));
    const auto taken = store.mocks(samplePack);
    expect(taken && *taken == mocks(), QStringLiteral("mocks"));
    const auto said = store.results(samplePack);
    expect(said && *said == results(), QStringLiteral("results"));
    const auto archived = store.archived(samplePack);
    expect(archived && *archived == std::optional(sampleNow), QStringLiteral("archive"));

    QStringList labels{QStringLiteral("Archive")};
    labels += QStringList(results().size(), QStringLiteral("Result"));
    labels += QStringList(mocks().size(), QStringLiteral("Mock"));
    labels += QStringList(ratings().size(), QStringLiteral("Rating"));
    labels += QStringLiteral("Evidence");
    for (const QString &label : std::as_const(labels)) {
        const auto undone = changes.undo();
        expect(undone && undone->label == label, QStringLiteral("undo of ") + label);
    }
    expect(store.ratings(samplePack)->isEmpty() && store.mocks(samplePack)->isEmpty() &&
               store.results(samplePack)->isEmpty() && !store.archived(samplePack)->has_value(),
        QStringLiteral("undone evidence"));
    const auto shown = store.shownForecasts(samplePack, QStringLiteral("page"));
    expect(shown && *shown == forecasts(), QStringLiteral("forecasts"));
    const auto read = store.rationalesRead(samplePack);
    const QString item = QStringLiteral("q0");
    expect(read && *read == QList<RationaleRead>{{item, sampleNow}, {item, sampleNow + dayMs}},
        QStringLiteral("rationales"));
    return wrong;
}

} // namespace lectern::test
