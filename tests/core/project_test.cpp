// SPDX-License-Identifier: GPL-3.0-or-later
#include "project.h"

#include "runall.h"

using namespace lectern;

class ProjectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words();
    void skillsGoStale();
};

void ProjectTest::words()
{
    QCOMPARE(word(RequirementState::Open), QStringLiteral("open"));
    QCOMPARE(word(RequirementState::InProgress), QStringLiteral("in-progress"));
    QCOMPARE(word(RequirementState::Done), QStringLiteral("done"));
    for (const RequirementState state : {RequirementState::Open, RequirementState::InProgress, RequirementState::Done})
        QCOMPARE(requirementStateFromWord(word(state)), state);
    for (const QStringView unknown : {QStringView(u""), QStringView(u"Done"), QStringView(u"in progress")})
        QVERIFY(!requirementStateFromWord(unknown).has_value());
}

void ProjectTest::skillsGoStale()
{
    QCOMPARE(word(CheckState::InProgress), QStringLiteral("in-progress"));
    for (const CheckState state : {CheckState::Open, CheckState::InProgress, CheckState::Done})
        QCOMPARE(checkStateFromWord(word(state)), state);
    QVERIFY(!checkStateFromWord(u"ticked").has_value());

    Entry skill;
    skill.skill = true;
    CheckRecord record;
    record.state = CheckState::Done;
    const QDate proven(2026, 3, 2);
    record.date = proven;
    // The moment of the tick has no part in it: its day hangs on where the learner was.
    for (const qint64 tick : {qint64(0), qint64(1772445600000), qint64(1800000000000)}) {
        record.checkedUtcMs = tick;
        QVERIFY(!isStale(record, skill, proven.addDays(staleAfterDays - 1)));
        QVERIFY(isStale(record, skill, proven.addDays(staleAfterDays)));
    }
    record.date = proven.addDays(1000);
    QVERIFY(!isStale(record, skill, proven.addDays(500)));
    record.date = QDate();
    QVERIFY(isStale(record, skill, proven));
    record.checkedUtcMs = 1772445600000; // 2 March 2026, 10:00 in Greenwich
    QCOMPARE(tickDay(record, QTimeZone("Pacific/Kiritimati")), QDate(2026, 3, 3));
    record.checkedUtcMs -= 1;
    QCOMPARE(tickDay(record, QTimeZone("Pacific/Kiritimati")), QDate(2026, 3, 2));
    QCOMPARE(tickDay(record, QTimeZone("Pacific/Pago_Pago")), QDate(2026, 3, 1));
    // What was never claimed and what is no skill does not go stale.
    record.date = QDate(2000, 1, 1);
    QVERIFY(!isStale(record, Entry(), proven));
    for (const CheckState state : {CheckState::Open, CheckState::InProgress}) {
        record.state = state;
        QVERIFY(!isStale(record, skill, proven));
    }
}

LECTERN_TEST_CLASS(ProjectTest)
#include "project_test.moc"
