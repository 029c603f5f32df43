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
    record.checkedUtcMs = 1772445600000; // 2 March 2026, 10:00
    const QDate ticked(2026, 3, 2);
    QVERIFY(!isStale(record, skill, ticked.addDays(staleAfterDays - 1)));
    QVERIFY(isStale(record, skill, ticked.addDays(staleAfterDays)));
    // The day the learner names stands before the day of the tick.
    record.date = ticked.addDays(-10);
    QVERIFY(isStale(record, skill, ticked.addDays(staleAfterDays - 10)));
    QVERIFY(!isStale(record, skill, ticked.addDays(staleAfterDays - 11)));
    record.date = ticked.addDays(1000);
    QVERIFY(!isStale(record, skill, ticked.addDays(500)));
    // What was never claimed and what is no skill does not go stale.
    record.date = QDate(2000, 1, 1);
    QVERIFY(!isStale(record, Entry(), ticked));
    for (const CheckState state : {CheckState::Open, CheckState::InProgress}) {
        record.state = state;
        QVERIFY(!isStale(record, skill, ticked));
    }
}

LECTERN_TEST_CLASS(ProjectTest)
#include "project_test.moc"
