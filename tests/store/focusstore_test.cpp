// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog.h"
#include "focusstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;
using test::sampleNow;

class FocusStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
    }

    void thereIsOneTimer()
    {
        FocusStore store(**m_profile);
        QVERIFY(!store.timer()->has_value());
        QVERIFY(store.keep(timer(0, true)).ok());
        QVERIFY(store.keep(timer(15000, true)).ok());
        m_profile->close();
        QVERIFY(m_profile->open().ok());
        FocusStore again(**m_profile);
        QCOMPARE(again.timer()->value(), timer(15000, true));
        QVERIFY(again.keep(timer(15000, false)).ok());
        QCOMPARE(again.timer()->value(), timer(15000, false));
        QVERIFY(again.clear().ok());
        QVERIFY(!again.timer()->has_value());
    }

    void whatNoTimerIsIsRefused()
    {
        FocusStore store(**m_profile);
        QVERIFY(!store.keep(timer(-1, true)).ok());
        FocusTimer nobodys = timer(1, true);
        nobodys.block.clear();
        QVERIFY(!store.keep(nobodys).ok());
        QVERIFY(!store.timer()->has_value());
    }

    void endsWithTheChangeThatLogsIt()
    {
        FocusStore store(**m_profile);
        ChangeLog changes(**m_profile);
        QVERIFY(store.keep(timer(60000, true)).ok());
        const auto failed = changes.perform(QStringLiteral("Log"), sampleNow, [&]() -> Outcome {
            const Outcome cleared = store.clear();
            return cleared ? Outcome(Error{ErrorCode::DiskFull, {}, {}}) : cleared;
        });
        QVERIFY(!failed.ok());
        QVERIFY(store.timer()->has_value());
        QVERIFY(changes.perform(QStringLiteral("Log"), sampleNow, [&] { return store.clear(); }).ok());
        QVERIFY(!store.timer()->has_value());
        QVERIFY(!changes.nextUndo()->has_value());
    }

private:
    static FocusTimer timer(qint64 workedMs, bool running)
    {
        return {QStringLiteral("block"), workedMs, running, {sampleNow, QStringLiteral("boot"), 120000, 3000}};
    }

    std::unique_ptr<test::TempProfile> m_profile;
};

LECTERN_TEST_CLASS(FocusStoreTest)
#include "focusstore_test.moc"
