// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog.h"
#include "query.h"
#include "runall.h"
#include "samples.h"
#include "selfstore.h"

#include <QSysInfo>

using namespace lectern;

class SelfStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(reopen());
    }

    void checksAreKeptPerPack()
    {
        const CheckRecord ticked{
            QStringLiteral("list"), QStringLiteral("a"), CheckState::Done, 12345, QStringLiteral("done")};
        const CheckRecord unticked{QStringLiteral("list"), QStringLiteral("b"), CheckState::Open, 0, QString()};
        QVERIFY(change([&] { return m_self->setCheck(test::samplePack, unticked); }).ok());
        QVERIFY(change([&] { return m_self->setCheck(test::samplePack, ticked); }).ok());
        QVERIFY(reopen());
        QCOMPARE(*m_self->checks(test::samplePack), (QList<CheckRecord>{ticked, unticked}));
        QVERIFY(m_self->checks(QStringLiteral("other"))->isEmpty());
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_self->checks(test::samplePack), QList<CheckRecord>{unticked});
    }

    void whatIsSaidOfAProofIsKept()
    {
        CheckRecord record{QStringLiteral("list"), QStringLiteral("a"), CheckState::InProgress, 7, {},
            QDate(2026, 2, 28), QStringLiteral("/home/größe ✓")};
        QVERIFY(change([&] { return m_self->setCheck(test::samplePack, record); }).ok());
        QVERIFY(reopen());
        QCOMPARE(*m_self->checks(test::samplePack), QList<CheckRecord>{record});
        const CheckRecord begun = record;
        record.state = CheckState::Done;
        record.date = QDate();
        QVERIFY(change([&] { return m_self->setCheck(test::samplePack, record); }).ok());
        QCOMPARE(*m_self->checks(test::samplePack), QList<CheckRecord>{record});
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_self->checks(test::samplePack), QList<CheckRecord>{begun});
        for (const char *date : {"someday", "2026-02-30", "0"}) {
            QVERIFY(execute(
                m_profile->database(), QStringLiteral("UPDATE check_item SET date = ?"), {QString::fromLatin1(date)}));
            QCOMPARE(m_self->checks(test::samplePack).error().code, ErrorCode::ProfileDamaged);
        }
    }

    /// Version 3 kept rows without state, date and evidence; what they say is put back.
    void ticksOfOlderVersionsAreUndone()
    {
        CheckRecord record{QStringLiteral("list"), QStringLiteral("a"), CheckState::Done, 7, QStringLiteral("note")};
        QVERIFY(change([&] { return m_self->setCheck(test::samplePack, record); }).ok());
        const CheckRecord ticked = record;
        record.state = CheckState::Open;
        QVERIFY(change([&] { return m_self->setCheck(test::samplePack, record); }).ok());
        QVERIFY(execute(m_profile->database(),
            QStringLiteral("UPDATE change SET images = json_remove(images, '$[0].row.begun', '$[0].row.date', "
                           "'$[0].row.evidence') WHERE json_type(images, '$[0].row') = 'object'")));
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_self->checks(test::samplePack), QList<CheckRecord>{ticked});
        QVERIFY(m_changes->undo().ok());
        QVERIFY(m_self->checks(test::samplePack)->isEmpty());
        QVERIFY(m_changes->redo().ok() && m_changes->redo().ok());
        QCOMPARE(*m_self->checks(test::samplePack), QList<CheckRecord>{record});
    }

    void requirementsAreKeptPerPack()
    {
        RequirementRecord record{QStringLiteral("p1"), QStringLiteral("r1"), RequirementState::InProgress,
            QStringLiteral("half way"), QStringLiteral("https://example.org/repo")};
        QVERIFY(change([&] { return m_self->setRequirement(test::samplePack, record); }).ok());
        record.state = RequirementState::Done;
        QVERIFY(change([&] { return m_self->setRequirement(test::samplePack, record); }).ok());
        QVERIFY(reopen());
        QCOMPARE(*m_self->requirements(test::samplePack), QList<RequirementRecord>{record});
        QVERIFY(m_self->requirements(QStringLiteral("other"))->isEmpty());
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(m_self->requirements(test::samplePack)->first().state, RequirementState::InProgress);
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE requirement_state SET state = 'x'")));
        QCOMPARE(m_self->requirements(test::samplePack).error().code, ErrorCode::ProfileDamaged);
    }

    void writesNeedAChange()
    {
        QCOMPARE(m_self->setCheck(test::samplePack, {}).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_self->setRequirement(test::samplePack, {}).error().code, ErrorCode::NotAllowed);
    }

    void everySettingHasItsFallbackAndIsKept()
    {
        for (const SettingInfo &known : settingTable()) {
            QCOMPARE(*m_self->setting(known.setting), known.fallback);
            QVERIFY(m_self->setSetting(known.setting, other(known.fallback)).ok());
        }
        QVERIFY(reopen());
        for (const SettingInfo &known : settingTable()) {
            const auto value = m_self->setting(known.setting);
            QVERIFY(value.ok());
            QCOMPARE(*value, other(known.fallback));
            QCOMPARE(value->metaType(), known.fallback.metaType());
        }
        QVERIFY(!m_changes->nextUndo()->has_value());
    }

    void machineSettingsStayWithTheMachine()
    {
        QVERIFY(m_self->setSetting(Setting::ColorScheme, QStringLiteral("dark")).ok());
        QVERIFY(m_self->setSetting(Setting::TargetPercent, 80).ok());
        // The profile as it looks on another machine.
        QVERIFY(execute(
            m_profile->database(), QStringLiteral("UPDATE setting SET machine = 'elsewhere' WHERE machine <> ''")));
        QCOMPARE(*m_self->setting(Setting::ColorScheme), info(Setting::ColorScheme).fallback);
        QCOMPARE(*m_self->setting(Setting::TargetPercent), QVariant(80));
        QVERIFY(m_self->setSetting(Setting::ColorScheme, QStringLiteral("light")).ok());
        QCOMPARE(
            *number(m_profile->database(), QStringLiteral("SELECT count(*) FROM setting WHERE key = 'color-scheme'")),
            2);
    }

    void theMachinesIdIsNotStored()
    {
        QVERIFY(m_self->setSetting(Setting::CodeZoom, 150).ok());
        const auto machine = first(m_profile->database(), QStringLiteral("SELECT machine FROM setting"), {},
            [](const QSqlQuery &row) { return row.value(0).toString(); });
        QCOMPARE((*machine)->size(), 32);
        QVERIFY(**machine != QString::fromLatin1(QSysInfo::machineUniqueId()));
        QVERIFY(**machine != QSysInfo::machineHostName());
    }

    void valuesOfAnotherType()
    {
        QCOMPARE(m_self->setSetting(Setting::CodeZoom, QStringLiteral("large")).error().code, ErrorCode::BadInput);
        QVERIFY(m_self->setSetting(Setting::TargetPercent, 80).ok());
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE setting SET value = 'eighty'")));
        QCOMPARE(*m_self->setting(Setting::TargetPercent), info(Setting::TargetPercent).fallback);
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE setting SET value = NULL")));
        QCOMPARE(*m_self->setting(Setting::TargetPercent), info(Setting::TargetPercent).fallback);
    }

private:
    bool reopen()
    {
        m_self.reset();
        m_changes.reset();
        if (!m_profile->open())
            return false;
        m_changes = std::make_unique<ChangeLog>(**m_profile);
        m_self = std::make_unique<SelfStore>(**m_profile, *m_changes);
        return true;
    }
    Outcome change(const std::function<Outcome()> &write)
    {
        return m_changes->perform(QStringLiteral("Change"), test::sampleNow, write);
    }
    static QVariant other(const QVariant &fallback)
    {
        switch (fallback.typeId()) {
        case QMetaType::Bool:
            return !fallback.toBool();
        case QMetaType::Int:
            return fallback.toInt() + 7;
        default:
            return fallback.toString() + QStringLiteral("-other");
        }
    }

    std::unique_ptr<test::TempProfile> m_profile;
    std::unique_ptr<ChangeLog> m_changes;
    std::unique_ptr<SelfStore> m_self;
};

LECTERN_TEST_CLASS(SelfStoreTest)
#include "selfstore_test.moc"
