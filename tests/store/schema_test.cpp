// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilefile.h"
#include "query.h"
#include "runall.h"
#include "samples.h"
#include "schema.h"

using namespace lectern;

namespace
{

constexpr const char *one[] = {"CREATE TABLE first(a INTEGER) STRICT"};
constexpr const char *two[] = {"CREATE TABLE second(b TEXT) STRICT", "INSERT INTO second VALUES('kept')"};
constexpr const char *broken[] = {"CREATE TABLE third(c TEXT) STRICT", "INSERT INTO missing VALUES(1)"};
constexpr SchemaStep good[] = {{1, one}, {2, two}};
constexpr SchemaStep failing[] = {{1, one}, {2, two}, {3, broken}};
constexpr SchemaStep gap[] = {{1, one}, {3, two}};
constexpr SchemaStep backwards[] = {{2, one}, {1, two}};

static_assert(inOrder(good));
static_assert(!inOrder(gap));
static_assert(!inOrder(backwards));
static_assert(!inOrder({}));

} // namespace

class SchemaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("steps.sqlite"));
        m_backups = 0;
    }

    void freshRunsEveryStepWithoutBackup()
    {
        const ScratchConnection file(m_path, {});
        const Migration migration = run(file, good);
        QCOMPARE(migration.outcome, MigrationOutcome::Migrated);
        QCOMPARE(migration.version, 2);
        QCOMPARE(m_backups, 0);
        QCOMPARE(*number(file.database(), QStringLiteral("PRAGMA user_version")), 2);
        QCOMPARE(*number(file.database(), QStringLiteral("SELECT count(*) FROM second")), 1);
    }

    void olderIsBackedUpOnceThenMigrated()
    {
        const ScratchConnection file(m_path, {});
        QCOMPARE(run(file, std::span(good).first(1)).outcome, MigrationOutcome::Migrated);
        QCOMPARE(run(file, good).outcome, MigrationOutcome::Migrated);
        QCOMPARE(m_backups, 1);
    }

    void currentIsLeftAlone()
    {
        const ScratchConnection file(m_path, {});
        QCOMPARE(run(file, good).outcome, MigrationOutcome::Migrated);
        QCOMPARE(run(file, good).outcome, MigrationOutcome::UpToDate);
        QCOMPARE(m_backups, 0);
    }

    void newerIsRefused()
    {
        const ScratchConnection file(m_path, {});
        QCOMPARE(run(file, good).outcome, MigrationOutcome::Migrated);
        const Migration migration = run(file, std::span(good).first(1));
        QCOMPARE(migration.outcome, MigrationOutcome::TooNew);
        QCOMPARE(migration.version, 2);
    }

    void withoutItsBackupNothingIsDone()
    {
        const ScratchConnection file(m_path, {});
        QCOMPARE(run(file, std::span(good).first(1)).outcome, MigrationOutcome::Migrated);
        const Migration migration = migrate(file.database(), good, [] {
            return Outcome(Error{ErrorCode::DiskFull, {}, {}});
        });
        QCOMPARE(migration.outcome, MigrationOutcome::BackupFailed);
        QCOMPARE(migration.error.code, ErrorCode::DiskFull);
        QCOMPARE(*number(file.database(), QStringLiteral("PRAGMA user_version")), 1);
    }

    void failingStepIsRolledBackWhole()
    {
        {
            const ScratchConnection file(m_path, {});
            QCOMPARE(run(file, good).outcome, MigrationOutcome::Migrated);
        }
        const QByteArray before = test::bytesOf(m_path);
        {
            const ScratchConnection file(m_path, {});
            const Migration migration = run(file, failing);
            QCOMPARE(migration.outcome, MigrationOutcome::StepFailed);
            QCOMPARE(migration.version, 2);
            QVERIFY(migration.error.detail.contains(QStringLiteral("missing")));
            QCOMPARE(
                *number(file.database(), QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'third'")), 0);
        }
        QCOMPARE(test::bytesOf(m_path), before);
    }

    void everyShippedStepLeadsToItsVersion()
    {
        const ScratchConnection file(m_path, {});
        const auto steps = schemaSteps();
        for (std::size_t count = 1; count <= steps.size(); ++count) {
            const Migration migration = run(file, steps.first(count));
            QCOMPARE(migration.outcome, MigrationOutcome::Migrated);
            QCOMPARE(migration.version, steps[count - 1].version);
        }
        QCOMPARE(Profile::currentVersion(), static_cast<int>(steps.size()));
    }

    // Of what was installed before there were types, each has one best answer.
    void oldTagsBecomeSingle()
    {
        const ScratchConnection file(m_path, {});
        QCOMPARE(run(file, schemaSteps().first(1)).version, 1);
        for (const char *sql : {"INSERT INTO pack VALUES('p', '1', '', '', 0)",
                 "INSERT INTO item_revision VALUES('r', 'q', '[]', '')", "INSERT INTO item VALUES(1, 'p', 'q', 'r', 0)",
                 "INSERT INTO tag VALUES('p', 'q', 't', 'o', 'easy', 0, '[]', '[]')"})
            QVERIFY(execute(file.database(), QString::fromLatin1(sql)));
        QCOMPARE(run(file, schemaSteps()).outcome, MigrationOutcome::Migrated);
        QCOMPARE(m_backups, 1);
        QCOMPARE(*number(file.database(), QStringLiteral("SELECT count(*) FROM tag WHERE type = 'single'")), 1);
    }

    void revisionsGetTheTypeOfTheirItem()
    {
        const ScratchConnection file(m_path, {});
        QCOMPARE(run(file, schemaSteps().first(2)).version, 2);
        for (const char *sql : {R"(INSERT INTO item_revision VALUES('one', 'q', '[]', '{"id":"q"}'))",
                 R"(INSERT INTO item_revision VALUES('two', 'q', '[]', '{"id":"q","type":"multiple"}'))",
                 R"(INSERT INTO item_revision VALUES('three', 'q', '[]', 'no JSON'))",
                 R"(INSERT INTO item_revision VALUES('four', 'q', '[]', '{"type":7}'))"})
            QVERIFY(execute(file.database(), QString::fromLatin1(sql)));
        QCOMPARE(run(file, schemaSteps()).outcome, MigrationOutcome::Migrated);
        const auto types = collect(file.database(), QStringLiteral("SELECT type FROM item_revision ORDER BY hash"), {},
            [](const QSqlQuery &row) { return row.value(0).toString(); });
        QVERIFY(types.ok());
        QCOMPARE(types->join(u' '), QStringLiteral("single single single multiple"));
    }

    void everyTableIsStrict()
    {
        const ScratchConnection file(m_path, {});
        QCOMPARE(run(file, schemaSteps()).outcome, MigrationOutcome::Migrated);
        const auto loose = collect(file.database(),
            QStringLiteral("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
                           "AND name NOT LIKE 'sqlite_%'"),
            {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
        QVERIFY(loose.ok());
        QCOMPARE(*loose, QStringList());
    }

private:
    Migration run(const ScratchConnection &file, std::span<const SchemaStep> steps)
    {
        return migrate(file.database(), steps, [this] {
            ++m_backups;
            return Outcome(Done{});
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    int m_backups = 0;
};

LECTERN_TEST_CLASS(SchemaTest)
#include "schema_test.moc"
