// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledprofile.h"

#include "calendarstore.h"
#include "changelog.h"
#include "filledevidence.h"
#include "filledpractice.h"
#include "focusstore.h"
#include "packstore.h"
#include "planstore.h"
#include "samples.h"
#include "selfstore.h"

#include <algorithm>

namespace lectern::test
{

namespace
{

const Appointment filledAppointment{
    QDate(2026, 10, 9), QTime(9, 30), "Europe/Berlin", QStringLiteral("Test centre"), QStringLiteral("page")};
const CheckRecord filledCheck{
    QStringLiteral("list"), QStringLiteral("entry"), CheckState::Done, sampleNow, QStringLiteral("note")};
const RequirementRecord filledRequirement{QStringLiteral("p1"), QStringLiteral("r1"), RequirementState::Done,
    QStringLiteral("note"), QStringLiteral("https://example.org")};

const FocusTimer filledTimer{
    QStringLiteral("block-1"), 1'380'000, true, {sampleNow, QStringLiteral("boot"), 7'200'000, 60'000}};

PlanInputs filledInputs()
{
    PlanInputs inputs;
    inputs.start = QDate(2026, 3, 2);
    inputs.examDate = filledAppointment.date;
    inputs.minutesPerWeekday = {60, 60, 0, 60, 60, 180, 240};
    inputs.startMinute = {1140, 1140, 0, 1140, 1140, 600, 600};
    inputs.daysOff = {QDate(2026, 4, 3)};
    return inputs;
}

QList<Block> filledBlocks()
{
    QList<Block> blocks;
    for (const BlockKind kind : {BlockKind::Read, BlockKind::Lab, BlockKind::Questions, BlockKind::Rehearsal,
             BlockKind::Project, BlockKind::Review, BlockKind::Buffer}) {
        Block block;
        block.uuid = QStringLiteral("block-%1").arg(blocks.size());
        block.date = QDate(2026, 3, 2).addDays(blocks.size());
        block.startMinute = 1140;
        block.minutes = 60;
        block.kind = kind;
        block.topic = QStringLiteral("d1.1");
        block.stage = QStringLiteral("stage-1");
        blocks.append(block);
    }
    return blocks;
}

QList<AttemptEvent> filledEvents()
{
    return {entry(0, EventKind::Shown, 0), entry(0, EventKind::Answered, 0, {QStringLiteral("b")}),
        entry(0, EventKind::Flagged, 0), entry(0, EventKind::Shown, 1),
        entry(0, EventKind::Answered, 1, {QStringLiteral("a")}), entry(0, EventKind::Unflagged, 0),
        entry(0, EventKind::Resumed), entry(0, EventKind::Submitted)};
}

const BusySource filledBusy{
    QStringLiteral("work.ics"), {{QDate(2026, 3, 3), 1080, 1200}, {QDate(2026, 3, 4), 0, 1440}}};

QList<CalendarEntry> filledEntries()
{
    CalendarEvent event;
    event.uid = QStringLiteral("block-0@lectern");
    event.date = QDate(2026, 3, 2);
    event.startMinute = 1140;
    event.minutes = 60;
    event.summary = QStringLiteral("D1 topic");
    return {{event, 3, sampleNow, true}};
}

Outcome fillCalendar(Profile &profile, ChangeLog &changes)
{
    CalendarStore calendar(profile, changes);
    const Outcome kept = calendar.keepEntries(filledEntries());
    return kept ? changes.perform(QStringLiteral("Busy"), sampleNow, [&] { return calendar.setSource(filledBusy); })
                : kept;
}

QStringList calendarDifferences(Profile &profile, ChangeLog &changes)
{
    const CalendarStore calendar(profile, changes);
    QStringList wrong;
    const auto entries = calendar.entries();
    if (!entries || *entries != filledEntries())
        wrong.append(QStringLiteral("calendar entries"));
    const auto busy = calendar.sources();
    if (!busy || *busy != QList<BusySource>{filledBusy})
        wrong.append(QStringLiteral("busy times"));
    return wrong;
}

Outcome fillPlan(PlanStore &plan)
{
    Outcome done = plan.setAppointment(filledAppointment);
    if (done)
        done = plan.replacePlan(filledInputs(), filledBlocks());
    const auto blocks = plan.allBlocks();
    if (done && !blocks)
        return blocks.error();
    if (done)
        done = plan.setState(blocks->first().id, BlockState::Done);
    if (done)
        done = plan.logMinutes(blocks->first().id, 55, blocks->first().date, sampleNow);
    return done;
}

} // namespace

Outcome fill(Profile &profile)
{
    ChangeLog changes(profile);
    PlanStore plan(profile, changes);
    SelfStore self(profile, changes);
    Outcome done = PackStore(profile).install(
        sampleCertification(), filledItems(Profile::currentVersion()), QStringLiteral("hash"), sampleNow);
    if (!done)
        return done;
    if (const auto finished = sit(profile, sampleItems(5), filledEvents()); !finished)
        return finished.error();
    if (const auto running = sit(profile, sampleItems(5), filledEvents().mid(0, 2)); !running)
        return running.error();
    done = fillPractice(profile);
    if (!done)
        return done;
    done = fillCalendar(profile, changes);
    if (done)
        done = changes.perform(QStringLiteral("Plan"), sampleNow, [&] { return fillPlan(plan); });
    if (done)
        done =
            changes.perform(QStringLiteral("Tick"), sampleNow, [&] { return self.setCheck(samplePack, filledCheck); });
    if (done)
        done = changes.perform(QStringLiteral("Requirement"), sampleNow,
            [&] { return self.setRequirement(samplePack, filledRequirement); });
    if (done)
        done = self.setSetting(Setting::TargetPercent, 80);
    if (done)
        done = FocusStore(profile).keep(filledTimer);
    if (done)
        done = fillReview(profile);
    return done ? fillEvidence(profile) : done;
}

QStringList differences(Profile &profile, int version)
{
    ChangeLog changes(profile);
    const PlanStore plan(profile, changes);
    const SelfStore self(profile, changes);
    const PackStore packs(profile);
    const AttemptStore attempts(profile);
    QStringList wrong = version < 4 ? QStringList() : evidenceDifferences(profile, changes);
    if (version >= 5)
        wrong += calendarDifferences(profile, changes);
    if (version >= 3)
        wrong += practiceDifferences(profile);
    const auto expect = [&](bool holds, const char *what) {
        if (!holds)
            wrong.append(QString::fromLatin1(what));
    };

    const auto timer = FocusStore(profile).timer();
    expect(timer && *timer == (version < 5 ? std::optional<FocusTimer>() : filledTimer), "focus timer");
    const auto certification = packs.certification(samplePack);
    expect(certification && *certification == sampleCertification(), "certification");
    const QList<Item> items = filledItems(version);
    for (const Item &written : items) {
        const auto item = packs.item(revisionHash(written));
        expect(item && *item == written, "item");
    }
    const auto tags = packs.tags(samplePack);
    expect(tags && tags->size() == items.size() && tags->contains(tagOf(items.first())), "tags");
    const auto hits = packs.search(samplePack, QStringLiteral("remember"), 50);
    expect(hits && hits->size() == (version < 3 ? 2 : 13), "search");

    const auto endings = attempts.results(samplePack);
    expect(endings && endings->size() == (version < 3 ? 1 : 5), "attempts");
    expect(endings && std::none_of(endings->cbegin(), endings->cend(),
                          [](const AttemptStore::Ending &ending) { return ending.damaged; }),
        "damage");
    const auto finished = attempts.load(AttemptId{1});
    expect(finished && finished->finished() && finished->events().size() == 9, "finished attempt");
    const auto running = attempts.load(AttemptId{2});
    expect(running && !running->finished() && running->at(0).choice == QStringList{QStringLiteral("b")},
        "running attempt");
    const auto answers = attempts.answers(samplePack);
    expect(answers && answers->size() >= 2 && answers->at(0).right && !answers->at(1).right, "answers");

    const auto appointment = plan.appointment();
    expect(appointment && *appointment == filledAppointment, "appointment");
    const auto inputs = plan.inputs();
    expect(inputs && *inputs && **inputs == filledInputs(), "plan inputs");
    const auto blocks = plan.allBlocks();
    QList<Block> expected = filledBlocks();
    expected.first().state = BlockState::Done;
    expected.first().loggedMinutes = 55;
    for (qsizetype i = 0; blocks && i < expected.size() && i < blocks->size(); ++i)
        expected[i].id = blocks->at(i).id;
    expect(blocks && *blocks == expected, "blocks");

    const auto checks = self.checks(samplePack);
    expect(checks && *checks == QList<CheckRecord>{filledCheck}, "check");
    const auto requirements = self.requirements(samplePack);
    expect(requirements && *requirements == QList<RequirementRecord>{filledRequirement}, "requirement");
    const auto target = self.setting(Setting::TargetPercent);
    expect(target && *target == QVariant(80), "setting");

    for (const char *label : {"Requirement", "Tick", "Plan"}) {
        const auto undone = changes.undo();
        expect(undone && undone->label == QLatin1String(label), "undo");
    }
    const auto emptied = plan.allBlocks();
    expect(emptied && emptied->isEmpty(), "undone plan");
    return wrong;
}

} // namespace lectern::test
