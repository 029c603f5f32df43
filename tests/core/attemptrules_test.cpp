// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "fixtures.h"
#include "runall.h"

#include <array>
#include <functional>

using namespace lectern;
using test::at;

namespace
{

constexpr std::array allModes{
    AttemptMode::Rehearsal, AttemptMode::Timed, AttemptMode::Study, AttemptMode::Drill, AttemptMode::Diagnostic};

/// Where an attempt can be. Position 0 is the one that was seen before a break and the one that was revealed.
enum State { NotStarted, Seated, Paused, OnBreak, AfterBreak, Revealed, Submitted, TimedOut, Abandoned, StateCount };
constexpr std::array stateNames{"not started", "seated", "paused", "on a break", "after a break", "revealed",
    "submitted", "timed out", "abandoned"};

/// A kind of event and where it is legal, one letter for each state: y always, - never, else where the mode has
/// p pauses, b breaks, f feedback, c certainty.
struct Legality {
    EventKind kind;
    const char *where;
};
constexpr std::array legalities{
    Legality{EventKind::Started, "y--------"},
    Legality{EventKind::Shown, "-y---y---"},
    Legality{EventKind::Answered, "-y-------"},
    Legality{EventKind::Flagged, "-y---y---"},
    Legality{EventKind::Unflagged, "-y---y---"},
    Legality{EventKind::MarkedUnsure, "-y---y---"},
    Legality{EventKind::UnmarkedUnsure, "-y---y---"},
    Legality{EventKind::Struck, "-y---y---"},
    Legality{EventKind::Highlighted, "-y---y---"},
    Legality{EventKind::Noted, "-y---y---"},
    Legality{EventKind::Scrolled, "-y---y---"},
    Legality{EventKind::Rated, "-c-------"},
    Legality{EventKind::Revealed, "-f-------"},
    Legality{EventKind::Paused, "-p--pp---"},
    Legality{EventKind::Continued, "--y------"},
    Legality{EventKind::BreakBegan, "-b--bb---"},
    Legality{EventKind::BreakEnded, "---y-----"},
    Legality{EventKind::Resumed, "-yyyyy---"},
    Legality{EventKind::Alive, "-yyyyy---"},
    Legality{EventKind::Submitted, "-y--yy---"},
    Legality{EventKind::TimedOut, "-yyyyy---"},
    Legality{EventKind::Abandoned, "-yyyyy---"},
};

AttemptRules everything()
{
    AttemptRules wished;
    wished.breaks = 2;
    wished.feedback = true;
    wished.certainty = true;
    return wished;
}

AttemptEvent eventOf(const Attempt &attempt, EventKind kind)
{
    AttemptEvent event{static_cast<int>(attempt.events().size()), kind, 0, {}, at(9000)};
    if (kind == EventKind::Rated)
        event.text = word(Certainty::Guess);
    if (kind == EventKind::Scrolled)
        event.text = QStringLiteral("end");
    return event;
}

/// The event as the attempt itself would make it.
Result<AttemptEvent> made(const Attempt &attempt, EventKind kind)
{
    const Moment now = at(9000);
    switch (kind) {
    case EventKind::Started:
        return attempt.started(now);
    case EventKind::Shown:
        return attempt.shown(0, now);
    case EventKind::Answered:
        return attempt.answered(0, {}, now);
    case EventKind::Flagged:
    case EventKind::Unflagged:
        return attempt.flagged(0, kind == EventKind::Flagged, now);
    case EventKind::MarkedUnsure:
    case EventKind::UnmarkedUnsure:
        return attempt.unsure(0, kind == EventKind::MarkedUnsure, now);
    case EventKind::Struck:
        return attempt.struck(0, {}, now);
    case EventKind::Highlighted:
        return attempt.highlighted(0, {}, now);
    case EventKind::Noted:
        return attempt.noted(0, {}, now);
    case EventKind::Scrolled:
        return attempt.scrolled(0, true, now);
    case EventKind::Rated:
        return attempt.rated(0, Certainty::Guess, now);
    case EventKind::Revealed:
        return attempt.revealed(0, now);
    case EventKind::Paused:
        return attempt.pausedAt(now);
    case EventKind::Continued:
        return attempt.continuedAt(now);
    case EventKind::BreakBegan:
        return attempt.breakBegan(now);
    case EventKind::BreakEnded:
        return attempt.breakEnded(now);
    case EventKind::Resumed:
        return attempt.resumed(now);
    case EventKind::Alive:
        return attempt.alive(now);
    case EventKind::Submitted:
        return attempt.submitted(now);
    case EventKind::TimedOut:
        return attempt.timedOutAt(now);
    case EventKind::Abandoned:
        return attempt.abandonedAt(now);
    }
    qFatal("no such kind");
}

bool take(Attempt &attempt, const Result<AttemptEvent> &event)
{
    return event.ok() && attempt.apply(*event).ok();
}

Attempt begun(AttemptMode mode, const AttemptRules &wished, int minutes = 120)
{
    AttemptSetup setup = test::sampleSetup(3, minutes);
    setup.mode = mode;
    setup.rules = rulesOf(mode, wished);
    Attempt attempt = Attempt::fold(setup, {}).value();
    if (!take(attempt, attempt.started(at(0))))
        qFatal("an attempt that does not start");
    return attempt;
}

/// An attempt in that state; nothing where the mode does not get there.
std::optional<Attempt> attemptIn(AttemptMode mode, State state)
{
    if (state == NotStarted) {
        AttemptSetup setup = test::sampleSetup(3);
        setup.mode = mode;
        setup.rules = rulesOf(mode, everything());
        return Attempt::fold(setup, {}).value();
    }
    Attempt attempt = begun(mode, everything());
    bool there = take(attempt, attempt.shown(0, at(1000)));
    switch (state) {
    case Paused:
        there = there && take(attempt, attempt.pausedAt(at(2000)));
        break;
    case OnBreak:
    case AfterBreak:
        there = there && take(attempt, attempt.breakBegan(at(2000)));
        if (state == AfterBreak)
            there = there && take(attempt, attempt.breakEnded(at(3000)));
        break;
    case Revealed:
        there = there && take(attempt, attempt.revealed(0, at(2000)));
        break;
    case Submitted:
        there = there && take(attempt, attempt.submitted(at(2000)));
        break;
    case TimedOut:
        there = there && take(attempt, attempt.timedOutAt(at(7'200'000)));
        break;
    case Abandoned:
        there = there && take(attempt, attempt.abandonedAt(at(2000)));
        break;
    default:
        break;
    }
    return there ? std::optional(attempt) : std::nullopt;
}

bool isLegal(char letter, AttemptMode mode)
{
    const bool rehearsal = mode == AttemptMode::Rehearsal;
    switch (letter) {
    case 'y':
        return true;
    case 'p':
    case 'c':
        return !rehearsal;
    case 'b':
        return rehearsal;
    case 'f':
        return mode == AttemptMode::Study || mode == AttemptMode::Drill;
    default:
        return false;
    }
}

template<typename T>
ErrorCode refusal(const Result<T> &result)
{
    if (result.ok())
        qFatal("not refused");
    return result.error().code;
}

} // namespace

class AttemptRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindInEveryState_data();
    void everyKindInEveryState();
    void whichStatesAModeReaches();
    void rulesOfAMode();
    void aBreakClosesWhatWasSeen();
    void asManyBreaksAsAgreed();
    void aClosedQuestionGathersNoTime();
    void aRevealIsFinal();
    void notesHaveALength();
    void badHighlights();
    void certaintyOnlyWhereRated();
    void marksAreFoldedFromTheLog();
    void whatIsAMock();
    void abandonedHasNoWayBack();
    void wordsOfEverything();
};

void AttemptRulesTest::everyKindInEveryState_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("state");
    for (int row = 0; row < int(legalities.size()); ++row) {
        for (int state = 0; state < StateCount; ++state)
            QTest::addRow("%s, %s", qPrintable(word(legalities[row].kind)), stateNames[state]) << row << state;
    }
}

void AttemptRulesTest::everyKindInEveryState()
{
    QFETCH(int, row);
    QFETCH(int, state);
    const auto [kind, where] = legalities[row];
    for (const AttemptMode mode : allModes) {
        const std::optional<Attempt> attempt = attemptIn(mode, static_cast<State>(state));
        if (!attempt)
            continue;
        const bool legal = isLegal(where[state], mode);
        Attempt stored = *attempt;
        const Outcome applied = stored.apply(eventOf(*attempt, kind));
        QCOMPARE(applied.ok(), legal);
        QCOMPARE(stored.events().size(), attempt->events().size() + (legal ? 1 : 0));
        QVERIFY(legal || applied.error().code == ErrorCode::NotAllowed);

        // While time is left it is made only where it may be stored, and nobody times out.
        const Result<AttemptEvent> event = made(*attempt, kind);
        QCOMPARE(event.ok(), legal && kind != EventKind::TimedOut);
        if (event.ok())
            QCOMPARE(event->kind, kind);
        else
            QCOMPARE(event.error().code, ErrorCode::NotAllowed);
    }
}

void AttemptRulesTest::whichStatesAModeReaches()
{
    for (const AttemptMode mode : allModes) {
        const bool rehearsal = mode == AttemptMode::Rehearsal;
        QCOMPARE(attemptIn(mode, Paused).has_value(), !rehearsal);
        QCOMPARE(attemptIn(mode, OnBreak).has_value(), rehearsal);
        QCOMPARE(attemptIn(mode, AfterBreak).has_value(), rehearsal);
        QCOMPARE(attemptIn(mode, Revealed).has_value(), mode == AttemptMode::Study || mode == AttemptMode::Drill);
        for (const State state : {NotStarted, Seated, Submitted, TimedOut, Abandoned})
            QVERIFY(attemptIn(mode, state).has_value());
    }
}

void AttemptRulesTest::rulesOfAMode()
{
    AttemptRules nothing;
    nothing.pausable = nothing.sleepCounts = nothing.crashCounts = false;
    nothing.timePercent = 133;
    AttemptRules all = everything();
    all.breaksStopClock = true;
    all.timePercent = 150;
    for (const AttemptMode mode : allModes) {
        const AttemptRules least = rulesOf(mode, nothing);
        const AttemptRules most = rulesOf(mode, all);
        QCOMPARE(least.timePercent, 133);
        QCOMPARE(most.timePercent, 150);
        QCOMPARE(rulesOf(mode, most), most);
        if (mode == AttemptMode::Rehearsal) {
            QCOMPARE(least, (AttemptRules{133, 0, false, false, false, false, true, true}));
            QCOMPARE(most, (AttemptRules{150, 2, true, false, false, false, true, true}));
            continue;
        }
        const bool study = mode == AttemptMode::Study;
        QCOMPARE(least, (AttemptRules{133, 0, false, true, study, false, false, false}));
        QCOMPARE(most, (AttemptRules{150, 0, false, true, study || mode == AttemptMode::Drill, true, true, true}));
    }
}

void AttemptRulesTest::aBreakClosesWhatWasSeen()
{
    Attempt attempt = begun(AttemptMode::Rehearsal, everything());
    QVERIFY(take(attempt, attempt.shown(0, at(1))));
    QVERIFY(take(attempt, attempt.answered(0, {QStringLiteral("a")}, at(2))));
    QVERIFY(take(attempt, attempt.shown(2, at(3))));
    QVERIFY(take(attempt, attempt.breakBegan(at(4))));
    QVERIFY(attempt.onBreak());
    QVERIFY(take(attempt, attempt.breakEnded(at(5))));
    QVERIFY(!attempt.onBreak());
    QVERIFY(attempt.at(0).frozen && !attempt.at(1).frozen && attempt.at(2).frozen);
    // What was answered counts, and what was not seen is open.
    QCOMPARE(attempt.at(0).choice, QStringList{QStringLiteral("a")});
    QCOMPARE(refusal(attempt.answered(2, {QStringLiteral("b")}, at(6))), ErrorCode::NotAllowed);
    QVERIFY(take(attempt, attempt.shown(1, at(6))));
    QVERIFY(take(attempt, attempt.answered(1, {QStringLiteral("c")}, at(7))));
    // The second break closes the rest; there is nothing left but to submit.
    QVERIFY(take(attempt, attempt.breakBegan(at(8))));
    QVERIFY(take(attempt, attempt.breakEnded(at(9))));
    for (int position = 0; position < 3; ++position)
        QCOMPARE(refusal(attempt.shown(position, at(10))), ErrorCode::NotAllowed);
    QVERIFY(take(attempt, attempt.submitted(at(11))));
    QCOMPARE(attempt.answeredCount(), 2);
}

void AttemptRulesTest::asManyBreaksAsAgreed()
{
    for (int agreed = 0; agreed <= 3; ++agreed) {
        AttemptRules wished;
        wished.breaks = agreed;
        Attempt attempt = begun(AttemptMode::Rehearsal, wished);
        for (int taken = 0; taken < agreed; ++taken) {
            QCOMPARE(attempt.breaksLeft(), agreed - taken);
            QVERIFY(take(attempt, attempt.breakBegan(at(taken))));
            QVERIFY(take(attempt, attempt.breakEnded(at(taken))));
        }
        QCOMPARE(attempt.breaksLeft(), 0);
        QCOMPARE(refusal(attempt.breakBegan(at(9))), ErrorCode::NotAllowed);
    }
}

void AttemptRulesTest::aClosedQuestionGathersNoTime()
{
    Attempt attempt = begun(AttemptMode::Rehearsal, everything());
    QVERIFY(take(attempt, attempt.shown(0, at(1000))));
    QVERIFY(take(attempt, attempt.breakBegan(at(3000))));
    QVERIFY(take(attempt, attempt.breakEnded(at(600'000))));
    QVERIFY(take(attempt, attempt.shown(1, at(900'000))));
    QVERIFY(take(attempt, attempt.submitted(at(901'000))));
    QCOMPARE(attempt.at(0).dwellMs, 2000);
    QCOMPARE(attempt.at(1).dwellMs, 1000);

    Attempt paused = begun(AttemptMode::Timed, everything());
    QVERIFY(take(paused, paused.shown(0, at(1000))));
    QVERIFY(take(paused, paused.pausedAt(at(3000))));
    QVERIFY(take(paused, paused.alive(at(4000))));
    QVERIFY(take(paused, paused.resumed(at(500'000))));
    QVERIFY(take(paused, paused.continuedAt(at(600'000))));
    QVERIFY(take(paused, paused.submitted(at(601'000))));
    QCOMPARE(paused.at(0).dwellMs, 3000);
}

void AttemptRulesTest::aRevealIsFinal()
{
    Attempt attempt = begun(AttemptMode::Study, everything());
    QVERIFY(take(attempt, attempt.answered(0, {QStringLiteral("a")}, at(1))));
    QVERIFY(take(attempt, attempt.rated(0, Certainty::Unsure, at(2))));
    QVERIFY(take(attempt, attempt.revealed(0, at(3))));
    QVERIFY(attempt.at(0).revealed);
    for (const QStringList &choice :
        {QStringList(), QStringList{QStringLiteral("a")}, QStringList{QStringLiteral("b")}})
        QCOMPARE(refusal(attempt.answered(0, choice, at(4))), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.rated(0, Certainty::Sure, at(4))), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.revealed(0, at(4))), ErrorCode::NotAllowed);
    QCOMPARE(attempt.at(0).choice, QStringList{QStringLiteral("a")});
    QCOMPARE(attempt.at(0).certainty, Certainty::Unsure);
    // A blank may be revealed too, and the others stay open.
    QVERIFY(take(attempt, attempt.revealed(1, at(5))));
    QVERIFY(take(attempt, attempt.answered(2, {QStringLiteral("b")}, at(6))));
}

void AttemptRulesTest::notesHaveALength()
{
    Attempt attempt = begun(AttemptMode::Rehearsal, {});
    const QString longest(longestNote, u'ä');
    QVERIFY(take(attempt, attempt.noted(1, longest, at(1))));
    QCOMPARE(attempt.at(1).note, longest);
    QCOMPARE(refusal(attempt.noted(1, longest + u'.', at(2))), ErrorCode::BadInput);
    QVERIFY(take(attempt, attempt.noted(1, {}, at(3))));
    QVERIFY(attempt.at(1).note.isEmpty());
}

void AttemptRulesTest::badHighlights()
{
    Attempt attempt = begun(AttemptMode::Timed, {});
    using Part = Highlight::Part;
    const QList<QList<Highlight>> bad{{{Part::Stem, 4, 4}}, {{Part::Stem, 5, 4}}, {{Part::Code, -1, 4}},
        {{Part::Stem, 0, 2}, {Part::Question, 9, 1}}};
    for (const QList<Highlight> &highlights : bad)
        QCOMPARE(refusal(attempt.highlighted(0, highlights, at(1))), ErrorCode::BadInput);
    for (const char *text : {"stem", "stem 1", "stem 1 2 3", "title 1 2", "stem a b", "stem 1 2;", ";", " ", "STEM 1 2",
             "stem 1 99999999999", "stem  1 2"})
        QCOMPARE(refusal(attempt.apply({1, EventKind::Highlighted, 0, {}, at(1), QString::fromLatin1(text)})),
            ErrorCode::BadInput);
    const QList<Highlight> good{{Part::Stem, 0, 2}, {Part::Code, 3, 90}};
    QVERIFY(take(attempt, attempt.highlighted(0, good, at(1))));
    QCOMPARE(attempt.at(0).highlights, good);
    QVERIFY(take(attempt, attempt.highlighted(0, {}, at(2))));
    QVERIFY(attempt.at(0).highlights.isEmpty());
}

void AttemptRulesTest::certaintyOnlyWhereRated()
{
    for (const AttemptMode mode : allModes) {
        Attempt without = begun(mode, {});
        QCOMPARE(refusal(without.rated(0, Certainty::Sure, at(1))), ErrorCode::NotAllowed);
        Attempt attempt = begun(mode, everything());
        if (mode == AttemptMode::Rehearsal) {
            QCOMPARE(refusal(attempt.rated(0, Certainty::Sure, at(1))), ErrorCode::NotAllowed);
            continue;
        }
        QCOMPARE(attempt.at(0).certainty, Certainty::None);
        for (const Certainty level : {Certainty::Guess, Certainty::Unsure, Certainty::Sure, Certainty::None}) {
            QVERIFY(take(attempt, attempt.rated(0, level, at(1))));
            QCOMPARE(attempt.at(0).certainty, level);
        }
        AttemptEvent odd = eventOf(attempt, EventKind::Rated);
        odd.text = QStringLiteral("certain");
        QCOMPARE(refusal(attempt.apply(odd)), ErrorCode::BadInput);
    }
}

void AttemptRulesTest::marksAreFoldedFromTheLog()
{
    Attempt attempt = begun(AttemptMode::Drill, everything());
    QVERIFY(take(attempt, attempt.struck(0, {QStringLiteral("c"), QStringLiteral("b")}, at(1))));
    QCOMPARE(attempt.at(0).struck, (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(refusal(attempt.struck(0, {QStringLiteral("e")}, at(1))), ErrorCode::BadInput);
    QVERIFY(take(attempt, attempt.unsure(0, true, at(2))));
    QVERIFY(attempt.at(0).unsure);
    QVERIFY(take(attempt, attempt.scrolled(0, false, at(3))));
    QVERIFY(attempt.at(0).unread);
    QVERIFY(take(attempt, attempt.scrolled(0, true, at(4))));
    QVERIFY(!attempt.at(0).unread);
    AttemptEvent odd = eventOf(attempt, EventKind::Scrolled);
    odd.text = QStringLiteral("middle");
    QCOMPARE(refusal(attempt.apply(odd)), ErrorCode::BadInput);
    // None of them is an answer.
    QCOMPARE(attempt.answeredCount(), 0);
    QCOMPARE(attempt.at(0).answerChanges, 0);
    const Attempt again = Attempt::fold(attempt.setup(), attempt.events()).value();
    QCOMPARE(again.at(0).struck, attempt.at(0).struck);
    QVERIFY(again.at(0).unsure && !again.at(0).unread);
}

void AttemptRulesTest::whatIsAMock()
{
    const auto mock = [](AttemptMode mode, State end, const std::function<void(AttemptSetup &)> &change) {
        AttemptSetup setup = test::sampleSetup(3);
        setup.mode = mode;
        setup.rules = rulesOf(mode, {});
        for (FormItem &seat : setup.items)
            seat.reserve = QStringLiteral("R1");
        change(setup);
        Attempt attempt = Attempt::fold(setup, {}).value();
        bool there = take(attempt, attempt.started(at(0)));
        if (end == Submitted)
            there = there && take(attempt, attempt.submitted(at(1)));
        else if (end == TimedOut)
            there = there && take(attempt, attempt.timedOutAt(at(7'200'000)));
        else if (end == Abandoned)
            there = there && take(attempt, attempt.abandonedAt(at(1)));
        return there && attempt.isMock();
    };
    const auto asIs = [](AttemptSetup &) {};
    for (const AttemptMode mode : allModes)
        QCOMPARE(mock(mode, Submitted, asIs), mode == AttemptMode::Rehearsal);
    QVERIFY(mock(AttemptMode::Rehearsal, TimedOut, asIs));
    QVERIFY(!mock(AttemptMode::Rehearsal, Abandoned, asIs));
    QVERIFY(!mock(AttemptMode::Rehearsal, Seated, asIs));
    QVERIFY(!mock(AttemptMode::Rehearsal, Submitted, [](AttemptSetup &setup) { setup.items[1].reserve.clear(); }));
    QVERIFY(mock(AttemptMode::Rehearsal, Submitted, [](AttemptSetup &setup) {
        setup.items[1].reserve.clear();
        setup.items[1].scored = false;
    }));
}

void AttemptRulesTest::abandonedHasNoWayBack()
{
    for (const AttemptMode mode : allModes) {
        for (const State from : {Seated, Paused, OnBreak, AfterBreak, Revealed}) {
            std::optional<Attempt> attempt = attemptIn(mode, from);
            if (!attempt)
                continue;
            QVERIFY(take(*attempt, attempt->abandonedAt(at(5000))));
            QVERIFY(attempt->finished() && attempt->abandoned() && !attempt->timedOut() && !attempt->isMock());
            for (const Legality &any : legalities)
                QCOMPARE(refusal(made(*attempt, any.kind)), ErrorCode::NotAllowed);
        }
    }
}

void AttemptRulesTest::wordsOfEverything()
{
    QSet<QString> words;
    for (const Legality &any : legalities) {
        QCOMPARE(eventKindFromWord(word(any.kind)), any.kind);
        words.insert(word(any.kind));
    }
    QCOMPARE(words.size(), qsizetype(legalities.size()));
    for (const AttemptMode mode : allModes) {
        QCOMPARE(attemptModeFromWord(word(mode)), mode);
        words.insert(word(mode));
    }
    QCOMPARE(words.size(), qsizetype(legalities.size() + allModes.size()));
    QVERIFY(word(Certainty::None).isEmpty());
    QCOMPARE(certaintyFromWord(u""), Certainty::None);
    for (const Certainty level : {Certainty::Sure, Certainty::Unsure, Certainty::Guess})
        QCOMPARE(certaintyFromWord(word(level)), level);
    QVERIFY(!certaintyFromWord(u"Sure").has_value());
}

LECTERN_TEST_CLASS(AttemptRulesTest)
#include "attemptrules_test.moc"
