// SPDX-License-Identifier: GPL-3.0-or-later
#include "project.h"

#include "runall.h"

using namespace lectern;

class ProjectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words();
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

LECTERN_TEST_CLASS(ProjectTest)
#include "project_test.moc"
