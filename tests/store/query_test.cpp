// SPDX-License-Identifier: GPL-3.0-or-later
#include "query.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;

class QueryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
    }

    void keepsEmptyAndMissingTextApart()
    {
        const auto row = first(m_profile->database(), QStringLiteral("SELECT typeof(?), typeof(?), typeof(?)"),
            {QString(), QVariant(), QStringLiteral("x")}, [](const QSqlQuery &query) {
                return QStringList{query.value(0).toString(), query.value(1).toString(), query.value(2).toString()};
            });
        QVERIFY(row.ok());
        QCOMPARE(**row, (QStringList{QStringLiteral("text"), QStringLiteral("null"), QStringLiteral("text")}));
    }

    void tellsNoRowFromAnError()
    {
        const auto none = first(m_profile->database(), QStringLiteral("SELECT 1 WHERE 0"), {},
            [](const QSqlQuery &query) { return query.value(0).toInt(); });
        QVERIFY(none.ok());
        QVERIFY(!none->has_value());
        const auto wrong = number(m_profile->database(), QStringLiteral("SELECT 1 FROM nowhere"));
        QVERIFY(!wrong.ok());
        QCOMPARE(wrong.error().code, ErrorCode::StoreFailed);
        QVERIFY2(wrong.error().detail.contains(QStringLiteral("nowhere")), qPrintable(wrong.error().detail));
    }

    void mapsResultCodes_data()
    {
        QTest::addColumn<QString>("native");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("busy") << QStringLiteral("5") << ErrorCode::ProfileInUse;
        QTest::newRow("locked") << QStringLiteral("6") << ErrorCode::ProfileInUse;
        QTest::newRow("read-only") << QStringLiteral("8") << ErrorCode::ReadOnly;
        QTest::newRow("read-only, extended") << QStringLiteral("1032") << ErrorCode::ReadOnly;
        QTest::newRow("corrupt") << QStringLiteral("11") << ErrorCode::ProfileDamaged;
        QTest::newRow("corrupt, extended") << QStringLiteral("267") << ErrorCode::ProfileDamaged;
        QTest::newRow("not a database") << QStringLiteral("26") << ErrorCode::ProfileDamaged;
        QTest::newRow("full") << QStringLiteral("13") << ErrorCode::DiskFull;
        QTest::newRow("cannot open") << QStringLiteral("14") << ErrorCode::FileNotWritable;
        QTest::newRow("constraint") << QStringLiteral("19") << ErrorCode::StoreFailed;
    }
    void mapsResultCodes()
    {
        QFETCH(QString, native);
        const QSqlError error(QString(), QStringLiteral("text"), QSqlError::StatementError, native);
        const Error mapped = storeError(error, QStringLiteral("there"));
        QTEST(mapped.code, "code");
        QCOMPARE(mapped.detail, QStringLiteral("text"));
        QCOMPARE(mapped.where, QStringLiteral("there"));
    }

    void nextIdNeverComesBack()
    {
        const QSqlDatabase database = m_profile->database();
        QVERIFY(execute(database, QStringLiteral("INSERT INTO change(label, utc_ms, undone, images) "
                                                 "VALUES('x', 1, 0, '[]')")));
        QVERIFY(execute(database, QStringLiteral("DELETE FROM change")));
        const auto id = nextId(database, QStringLiteral("change"));
        QVERIFY(id.ok());
        QCOMPARE(*id, 2);
    }

private:
    std::unique_ptr<test::TempProfile> m_profile;
};

LECTERN_TEST_CLASS(QueryTest)
#include "query_test.moc"
