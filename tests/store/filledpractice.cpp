// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledpractice.h"

#include "attemptstore.h"
#include "changelog.h"
#include "disputestore.h"
#include "missstore.h"
#include "packstore.h"
#include "samples.h"
#include "selfstore.h"

namespace lectern::test
{

namespace
{

struct Filled {
    AttemptSetup setup;
    QList<AttemptEvent> events;
};

/// Five on which there is a dispute, two with several right answers, five sealed, one that shares a case.
QList<Item> practiceItems(bool settled)
{
    QList<Item> items;
    for (int i = 0; i < 5; ++i)
        items.append(sampleItem(QStringLiteral("d%1").arg(i)));
    if (settled) {
        items[2].options[1].key = false;
        items[2].options[0].key = true;
        items[2].options[0].misconception.clear();
        items[2].options[1].misconception = QStringLiteral("was right once");
        items[2].stem += QStringLiteral(" It is new.");
    }
    for (int i = 0; i < 2; ++i) {
        items.append(sampleItem(QStringLiteral("m%1").arg(i)));
        items.last().type = ItemType::Multiple;
        items.last().options[3].key = true;
    }
    items.last().reserve = QStringLiteral("R1");
    for (int i = 0; i < 4; ++i) {
        items.append(sampleItem(QStringLiteral("s%1").arg(i)));
        items.last().reserve = i < 2 ? QStringLiteral("R1") : QStringLiteral("R2");
    }
    items.append(sampleItem(QStringLiteral("c0")));
    items.last().caseId = QStringLiteral("case-1");
    items.last().caseText = QStringLiteral("Two tables share a case.");
    return items;
}

Item itemOf(const QString &id)
{
    for (const Item &item : sampleItems(5) + practiceItems(false)) {
        if (item.id == id)
            return item;
    }
    return {};
}

AttemptSetup setupOf(int number, AttemptMode mode, const QStringList &items)
{
    QList<Item> seated;
    for (const QString &id : items)
        seated.append(itemOf(id));
    AttemptSetup setup = sampleSetup(seated, QStringLiteral("practice-%1").arg(number));
    setup.mode = mode;
    setup.minutes = 0;
    setup.rules = rulesOf(mode, {});
    return setup;
}

/// Each a day after the one before; the machine sleeps a little in every one.
class Events
{
public:
    explicit Events(int number)
        : m_number(number)
    {
        add(EventKind::Started);
    }
    Events &add(EventKind kind, int position = -1, const QStringList &choice = {}, const QString &text = {})
    {
        const qint64 seq = list.size();
        const Moment at{sampleNow + m_number * 86400000 + seq * 20000, QStringLiteral("boot-%1").arg(m_number),
            5000 + seq * 20000, 700 * m_number * seq};
        list.append({static_cast<int>(seq), kind, position, choice, at, text});
        return *this;
    }
    Events &show(int position) { return add(EventKind::Shown, position); }
    Events &answer(int position, const QString &option) { return add(EventKind::Answered, position, {option}); }

    QList<AttemptEvent> list;

private:
    int m_number;
};

/// With extra time and a break that stops the clock; the last question counts for nothing.
Filled rehearsal()
{
    AttemptSetup setup = setupOf(3, AttemptMode::Rehearsal,
        {QStringLiteral("s0"), QStringLiteral("s1"), QStringLiteral("m1"), QStringLiteral("c0")});
    setup.minutes = 180;
    setup.rules.timePercent = 150;
    setup.rules.breaks = 1;
    setup.rules.breaksStopClock = true;
    setup.items[0].reserve = setup.items[1].reserve = setup.items[2].reserve = QStringLiteral("R1");
    setup.items[3].scored = false;
    Events events(3);
    events.show(0).answer(0, QStringLiteral("b")).add(EventKind::BreakBegan).add(EventKind::BreakEnded);
    events.show(1).answer(1, QStringLiteral("a")).show(2);
    events.add(EventKind::Answered, 2, {QStringLiteral("b"), QStringLiteral("d")});
    events.show(3).answer(3, QStringLiteral("b")).add(EventKind::Submitted);
    return {setup, events.list};
}

/// Everything that can be done to a question, with a crash in between.
Filled drill()
{
    AttemptSetup setup = setupOf(4, AttemptMode::Drill,
        {QStringLiteral("q0"), QStringLiteral("m0"), QStringLiteral("d0"), QStringLiteral("d1")});
    setup.rules.feedback = setup.rules.certainty = true;
    setup.rules.sleepCounts = setup.rules.crashCounts = false;
    setup.criteria.missed = setup.criteria.due = true;
    setup.criteria.topics = {QStringLiteral("d1.1")};
    setup.criteria.objectives = {QStringLiteral("S1.1")};
    setup.criteria.difficulties = {Difficulty::Medium};
    setup.criteria.notInLast = 2;
    setup.items[0].standsFor = QStringLiteral("q1");
    Events events(4);
    events.show(0).add(EventKind::Struck, 0, {QStringLiteral("c"), QStringLiteral("d")});
    events.add(EventKind::Highlighted, 0, {}, QStringLiteral("stem 2 9;code 0 6"));
    events.add(EventKind::Noted, 0, {}, QStringLiteral("Größe prüfen ✓"));
    events.answer(0, QStringLiteral("a")).add(EventKind::Rated, 0, {}, QStringLiteral("guess"));
    events.answer(0, QStringLiteral("b")).add(EventKind::Rated, 0, {}, QStringLiteral("unsure"));
    events.add(EventKind::Revealed, 0).add(EventKind::Scrolled, 0, {}, QStringLiteral("part")).show(1);
    events.add(EventKind::Alive).add(EventKind::Resumed).add(EventKind::Scrolled, 1, {}, QStringLiteral("end"));
    events.add(EventKind::Answered, 1, {QStringLiteral("b"), QStringLiteral("d")});
    events.add(EventKind::Rated, 1, {}, QStringLiteral("sure")).add(EventKind::MarkedUnsure, 1);
    events.add(EventKind::UnmarkedUnsure, 1).add(EventKind::Flagged, 1).add(EventKind::Unflagged, 1);
    events.show(2)
        .answer(2, QStringLiteral("c"))
        .add(EventKind::MarkedUnsure, 2)
        .show(3)
        .answer(3, QStringLiteral("c"));
    events.add(EventKind::Submitted);
    return {setup, events.list};
}

/// The question whose dispute was settled later, and two more in dispute.
Filled study()
{
    AttemptSetup setup =
        setupOf(5, AttemptMode::Study, {QStringLiteral("d2"), QStringLiteral("d3"), QStringLiteral("d4")});
    setup.minutes = 30;
    Events events(5);
    events.show(0).answer(0, QStringLiteral("a")).add(EventKind::Paused).add(EventKind::Continued);
    events.show(1).answer(1, QStringLiteral("b")).add(EventKind::TimedOut);
    return {setup, events.list};
}

Filled abandoned()
{
    Events events(6);
    events.show(0).answer(0, QStringLiteral("b")).show(1).add(EventKind::Abandoned);
    AttemptSetup setup =
        setupOf(6, AttemptMode::Rehearsal, {QStringLiteral("s2"), QStringLiteral("q4"), QStringLiteral("s3")});
    setup.items[0].reserve = setup.items[2].reserve = QStringLiteral("R2");
    setup.minutes = 60;
    return {setup, events.list};
}

Filled parked()
{
    Events events(7);
    events.show(0).answer(0, QStringLiteral("b")).add(EventKind::Paused);
    return {setupOf(7, AttemptMode::Diagnostic, {QStringLiteral("q2"), QStringLiteral("q3")}), events.list};
}

/// In the order of their ids, from 3 on.
QList<Filled> attempts()
{
    return {rehearsal(), drill(), study(), abandoned(), parked()};
}

/// Of the attempt that runs.
constexpr AttemptId beaten{2};
Moment beat()
{
    return {sampleNow + 86400000 + 9000, QStringLiteral("boot-1"), 14000, 300};
}

QList<Miss> misses()
{
    const auto miss = [](const char *item, std::optional<ErrorType> error, const char *rule, bool sibling) {
        return Miss{
            samplePack, QString::fromLatin1(item), error, QString::fromUtf8(rule), sibling, sampleNow + 9 * 86400000LL};
    };
    return {miss("q0", ErrorType::DidNotKnow, "", false), miss("q1", ErrorType::Misread, "Read “not” twice.", true),
        miss("s1", ErrorType::Reasoning, "", false), miss("d0", ErrorType::Time, "", false),
        miss("d1", ErrorType::Slip, "", false), miss("d3", ErrorType::BadQuestion, "", false),
        miss("q4", {}, "Guess less.", false), miss("q2", {}, "", true)};
}

QList<Dispute> disputes()
{
    QList<Dispute> filed;
    for (const DisputeKind kind : {DisputeKind::WrongKey, DisputeKind::SecondAnswer, DisputeKind::OutOfDate,
             DisputeKind::Unclear, DisputeKind::Other}) {
        Dispute dispute;
        dispute.pack = samplePack;
        dispute.packVersion = QStringLiteral("1.0");
        dispute.item = QStringLiteral("d%1").arg(filed.size());
        dispute.revision = revisionHash(itemOf(dispute.item));
        dispute.kind = kind;
        dispute.option = kind == DisputeKind::SecondAnswer ? QStringLiteral("c") : QString();
        dispute.reason = QStringLiteral("The manual says otherwise.\nOn page %1.").arg(filed.size());
        dispute.source = filed.size() % 2 == 0 ? QStringLiteral("https://example.org/manual") : QString();
        dispute.date = QDate(2026, 3, 12);
        dispute.language = QStringLiteral("en");
        filed.append(dispute);
    }
    return filed;
}
const QString withdrawnItem = QStringLiteral("d1");
const QString settledItem = QStringLiteral("d2");
constexpr qint64 filedAt = sampleNow + 10 * 86400000LL;

const QList<std::pair<Setting, QVariant>> &settings()
{
    static const QList<std::pair<Setting, QVariant>> values{{Setting::ExamMode, QStringLiteral("rehearsal")},
        {Setting::ExtraTimePercent, 150}, {Setting::Breaks, 1}, {Setting::BreaksStopClock, true},
        {Setting::Certainty, true}, {Setting::SleepCounts, false}, {Setting::CrashCounts, false},
        {Setting::AllowedHosts, QStringLiteral("example.org docs.example.org")}};
    return values;
}

bool same(const Attempt &stored, const Filled &written, AttemptId id)
{
    const AttemptSetup &a = stored.setup();
    const AttemptSetup &b = written.setup;
    return stored.events() == written.events && a.id == id && a.uuid == b.uuid && a.mode == b.mode &&
           a.pack == b.pack && a.blueprint == b.blueprint && a.seed == b.seed && a.minutes == b.minutes &&
           a.rules == b.rules && a.criteria == b.criteria && a.items == b.items;
}

/// "4 q0 right drill unsure for q1".
QString sentence(const AnswerRecord &answer)
{
    QString said =
        QStringLiteral("%1 %2 %3 %4")
            .arg(raw(answer.attempt))
            .arg(answer.item, answer.right ? QStringLiteral("right") : QStringLiteral("wrong"), word(answer.mode));
    if (answer.blank)
        said += QStringLiteral(" blank");
    if (answer.unsure)
        said += QStringLiteral(" unsure");
    if (answer.sealed)
        said += QStringLiteral(" sealed");
    return answer.standsFor.isEmpty() ? said : said + QStringLiteral(" for ") + answer.standsFor;
}

} // namespace

QList<Item> filledItems(int version)
{
    return version < 3 ? sampleItems(5) : sampleItems(5) + practiceItems(false);
}

Outcome fillPractice(Profile &profile)
{
    AttemptStore store(profile);
    for (const Filled &filled : attempts()) {
        const auto id = store.create(filled.setup, filled.events.first());
        if (!id)
            return id.error();
        for (const AttemptEvent &event : filled.events.mid(1)) {
            if (const Outcome appended = store.append(*id, event); !appended)
                return appended;
        }
    }
    return store.beat(beaten, beat());
}

Outcome fillReview(Profile &profile)
{
    ChangeLog changes(profile);
    MissStore missStore(profile, changes);
    DisputeStore disputeStore(profile, changes);
    SelfStore self(profile, changes);
    Outcome done = Done{};
    for (const auto &[setting, value] : settings()) {
        if (done)
            done = self.setSetting(setting, value);
    }
    for (const Miss &miss : misses()) {
        if (done)
            done = changes.perform(QStringLiteral("Miss"), sampleNow, [&] { return missStore.set(miss); });
    }
    for (const Dispute &dispute : disputes()) {
        if (done)
            done = changes.perform(
                QStringLiteral("Dispute"), sampleNow, [&] { return disputeStore.file(dispute, filedAt); });
    }
    if (done)
        done = changes.perform(
            QStringLiteral("Withdrawal"), sampleNow, [&] { return disputeStore.withdraw(samplePack, withdrawnItem); });
    if (done)
        done = PackStore(profile).install(sampleCertification(), sampleItems(5) + practiceItems(true),
            QStringLiteral("hash-2"), sampleNow + 20 * 86400000LL);
    return done;
}

QStringList practiceDifferences(Profile &profile)
{
    ChangeLog changes(profile);
    const MissStore missStore(profile, changes);
    const DisputeStore disputeStore(profile, changes);
    const SelfStore self(profile, changes);
    const PackStore packs(profile);
    const AttemptStore store(profile);
    QStringList wrong;
    const auto expect = [&](bool holds, const QString &what) {
        if (!holds)
            wrong.append(what);
    };

    for (const bool settled : {false, true}) {
        for (const Item &written : practiceItems(settled)) {
            const auto item = packs.item(revisionHash(written));
            expect(item && *item == written, written.id);
        }
    }
    const auto tags = packs.tags(samplePack);
    for (const Item &written : practiceItems(true))
        expect(tags && tags->contains(tagOf(written)), QStringLiteral("tag of ") + written.id);

    const QList<Filled> written = attempts();
    for (qsizetype i = 0; i < written.size(); ++i) {
        const AttemptId id{i + 3};
        const auto attempt = store.load(id);
        expect(attempt && same(*attempt, written.at(i), id), QStringLiteral("attempt %1").arg(raw(id)));
    }
    const auto mock = store.load(AttemptId{3});
    expect(mock && mock->isMock() && mock->clock(mock->events().last().at).limited, QStringLiteral("mock"));
    const auto unfinished = store.unfinished();
    expect(unfinished && *unfinished == QList<AttemptId>{AttemptId{7}, AttemptId{2}}, QStringLiteral("unfinished"));
    const auto alive = store.lastBeat(beaten);
    expect(alive && *alive && **alive == beat(), QStringLiteral("sign of life"));
    // The second rehearsal was abandoned before its last question.
    const auto unsealed = store.unsealed(samplePack);
    expect(unsealed && *unsealed == QSet<QString>{QStringLiteral("m1"), QStringLiteral("s0"), QStringLiteral("s1"),
                                        QStringLiteral("s2")},
        QStringLiteral("unsealed"));

    const auto answers = store.answers(samplePack);
    QStringList said;
    for (qsizetype i = 0; answers && i < answers->size(); ++i)
        said.append(sentence(answers->at(i)));
    const QStringList expected{QStringLiteral("1 q0 right timed"), QStringLiteral("1 q1 wrong timed"),
        QStringLiteral("3 s0 right rehearsal sealed"), QStringLiteral("3 s1 wrong rehearsal sealed"),
        QStringLiteral("3 m1 right rehearsal sealed"), QStringLiteral("3 c0 right rehearsal"),
        QStringLiteral("4 q0 right drill unsure for q1"), QStringLiteral("4 m0 right drill"),
        QStringLiteral("4 d1 wrong drill"), QStringLiteral("5 d2 right study"),
        QStringLiteral("6 s2 right rehearsal sealed")};
    expect(said == expected, QStringLiteral("answers: ") + said.join(QStringLiteral(", ")));

    const auto noted = missStore.misses(samplePack);
    expect(noted && noted->size() == misses().size(), QStringLiteral("misses"));
    for (const Miss &miss : misses())
        expect(noted && noted->value(miss.item) == miss, QStringLiteral("miss of ") + miss.item);
    const auto filed = disputeStore.disputes(samplePack);
    expect(filed && filed->size() == disputes().size(), QStringLiteral("disputes"));
    for (const Dispute &dispute : disputes()) {
        const DisputeStore::Filed found = filed ? filed->value(dispute.item) : DisputeStore::Filed();
        expect(found.dispute == dispute && found.filedUtcMs == filedAt &&
                   found.withdrawn == (dispute.item == withdrawnItem) &&
                   found.settled() == (dispute.item == settledItem),
            QStringLiteral("dispute of ") + dispute.item);
    }
    for (const auto &[setting, value] : settings()) {
        const auto stored = self.setting(setting);
        expect(stored && *stored == value, QString::fromLatin1(info(setting).key));
    }

    QStringList labels{QStringLiteral("Withdrawal")};
    labels += QStringList(disputes().size(), QStringLiteral("Dispute"));
    labels += QStringList(misses().size(), QStringLiteral("Miss"));
    for (const QString &label : std::as_const(labels)) {
        const auto undone = changes.undo();
        expect(undone && undone->label == label, QStringLiteral("undo of ") + label);
    }
    const auto left = disputeStore.disputes(samplePack);
    const auto missed = missStore.misses(samplePack);
    expect(left && left->isEmpty() && missed && missed->isEmpty(), QStringLiteral("undone review"));
    return wrong;
}

} // namespace lectern::test
