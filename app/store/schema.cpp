// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema.h"

#include "query.h"

namespace lectern
{

namespace
{

// Dates are ISO texts, instants UTC milliseconds, lists JSON texts. Nothing that can be computed is stored.
constexpr const char *version1[] = {
    // Packs. A revision is named by the hash of what is asked, so that an old attempt always finds its questions.
    R"(CREATE TABLE pack(
        id TEXT PRIMARY KEY NOT NULL,
        version TEXT NOT NULL,
        hash TEXT NOT NULL,
        body TEXT NOT NULL,
        installed_utc_ms INTEGER NOT NULL) STRICT)",
    R"(CREATE TABLE item_revision(
        hash TEXT PRIMARY KEY NOT NULL,
        item TEXT NOT NULL,
        key TEXT NOT NULL,
        body TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE item(
        row INTEGER PRIMARY KEY,
        pack TEXT NOT NULL REFERENCES pack(id),
        id TEXT NOT NULL,
        revision TEXT NOT NULL REFERENCES item_revision(hash),
        retired INTEGER NOT NULL CHECK(retired IN (0, 1)),
        UNIQUE(pack, id)) STRICT)",
    R"(CREATE TABLE tag(
        pack TEXT NOT NULL,
        item TEXT NOT NULL,
        topic TEXT NOT NULL,
        objective TEXT NOT NULL,
        difficulty TEXT NOT NULL,
        has_code INTEGER NOT NULL CHECK(has_code IN (0, 1)),
        enemies TEXT NOT NULL,
        option_ids TEXT NOT NULL,
        PRIMARY KEY(pack, item),
        FOREIGN KEY(pack, item) REFERENCES item(pack, id)) STRICT, WITHOUT ROWID)",
    R"(CREATE VIRTUAL TABLE item_fts USING fts5(title, stem, takeaway, tokenize = 'unicode61 remove_diacritics 2'))",

    // Attempts: rows are only ever added; each carries a CRC-32 over its values.
    R"(CREATE TABLE attempt(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        mode TEXT NOT NULL,
        pack TEXT NOT NULL,
        blueprint TEXT NOT NULL,
        seed INTEGER NOT NULL,
        minutes INTEGER NOT NULL,
        crc INTEGER NOT NULL) STRICT)",
    R"(CREATE TABLE attempt_item(
        attempt INTEGER NOT NULL REFERENCES attempt(id),
        position INTEGER NOT NULL,
        item TEXT NOT NULL,
        revision TEXT NOT NULL REFERENCES item_revision(hash),
        section TEXT NOT NULL,
        option_order TEXT NOT NULL,
        crc INTEGER NOT NULL,
        PRIMARY KEY(attempt, position)) STRICT, WITHOUT ROWID)",
    R"(CREATE INDEX attempt_item_by_item ON attempt_item(item))",
    R"(CREATE TABLE attempt_event(
        attempt INTEGER NOT NULL REFERENCES attempt(id),
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER,
        payload TEXT NOT NULL,
        utc_ms INTEGER NOT NULL,
        boot_id TEXT NOT NULL,
        boot_ms INTEGER NOT NULL,
        crc INTEGER NOT NULL,
        PRIMARY KEY(attempt, seq)) STRICT, WITHOUT ROWID)",
    R"(CREATE INDEX attempt_event_end ON attempt_event(attempt) WHERE kind IN ('submitted', 'timed-out'))",

    // The plan.
    R"(CREATE TABLE appointment(
        id INTEGER PRIMARY KEY CHECK(id = 1),
        date TEXT,
        time TEXT,
        zone TEXT NOT NULL,
        place TEXT NOT NULL,
        blueprint TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE plan(
        id INTEGER PRIMARY KEY CHECK(id = 1),
        inputs TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE block(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        date TEXT NOT NULL,
        start_minute INTEGER NOT NULL,
        minutes INTEGER NOT NULL,
        kind TEXT NOT NULL,
        topic TEXT NOT NULL,
        stage TEXT NOT NULL,
        state TEXT NOT NULL) STRICT)",
    R"(CREATE INDEX block_by_date ON block(date, start_minute))",
    R"(CREATE TABLE time_log(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        block INTEGER NOT NULL REFERENCES block(id),
        day TEXT NOT NULL,
        minutes INTEGER NOT NULL CHECK(minutes BETWEEN 1 AND 1440),
        utc_ms INTEGER NOT NULL) STRICT)",
    R"(CREATE INDEX time_log_by_block ON time_log(block))",

    // What the learner says.
    R"(CREATE TABLE check_item(
        pack TEXT NOT NULL,
        collection TEXT NOT NULL,
        entry TEXT NOT NULL,
        checked INTEGER NOT NULL CHECK(checked IN (0, 1)),
        checked_utc_ms INTEGER NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY(pack, collection, entry)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE requirement_state(
        pack TEXT NOT NULL,
        project TEXT NOT NULL,
        requirement TEXT NOT NULL,
        state TEXT NOT NULL,
        note TEXT NOT NULL,
        evidence TEXT NOT NULL,
        PRIMARY KEY(pack, project, requirement)) STRICT, WITHOUT ROWID)",

    // `machine` is empty for what travels with the file, else a hash of the machine's id.
    R"(CREATE TABLE setting(
        key TEXT NOT NULL,
        machine TEXT NOT NULL,
        value ANY,
        PRIMARY KEY(key, machine)) STRICT, WITHOUT ROWID)",

    // Undo: `images` are the rows to put back, as JSON.
    R"(CREATE TABLE change(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        utc_ms INTEGER NOT NULL,
        undone INTEGER NOT NULL CHECK(undone IN (0, 1)),
        images TEXT NOT NULL) STRICT)",
};

// Items may have more than one right option. All that were installed before have one.
constexpr const char *version2[] = {
    R"(ALTER TABLE tag ADD COLUMN type TEXT NOT NULL DEFAULT 'single')",
};

// The exam simulator's modes. What is at its default in a row of an attempt is not part of the row's checksum, so that
// those of the versions before stay valid.
constexpr const char *version3[] = {
    R"(ALTER TABLE attempt ADD COLUMN details TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE attempt_item ADD COLUMN details TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE attempt_event ADD COLUMN slept_ms INTEGER NOT NULL DEFAULT 0)",
    R"(ALTER TABLE tag ADD COLUMN reserve TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE tag ADD COLUMN case_id TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE item_revision ADD COLUMN type TEXT NOT NULL DEFAULT 'single')",
    R"(UPDATE item_revision SET type = json_extract(body, '$.type')
        WHERE json_valid(body) AND json_type(body, '$.type') = 'text')",

    // How an attempt ended is in the index, since an abandoned one opens less than one that was sat.
    R"(DROP INDEX attempt_event_end)",
    R"(CREATE INDEX attempt_event_end ON attempt_event(attempt, kind)
        WHERE kind IN ('submitted', 'timed-out', 'abandoned'))",

    // A form that was sat opens all that it holds, an abandoned one what it had shown. The rule stands here once; the
    // trigger keeps every writer to it.
    R"(CREATE VIEW broken_seal(pack, item) AS
        SELECT attempt.pack, seat.item FROM attempt_item seat
        JOIN attempt ON attempt.id = seat.attempt
        JOIN attempt_event ended
            ON ended.attempt = seat.attempt AND ended.kind IN ('submitted', 'timed-out', 'abandoned')
        WHERE ended.kind <> 'abandoned' OR EXISTS (SELECT 1 FROM attempt_event shown
            WHERE shown.attempt = seat.attempt AND shown.position = seat.position AND shown.kind = 'shown'))",
    R"(CREATE TRIGGER attempt_item_sealed BEFORE INSERT ON attempt_item
        WHEN EXISTS (SELECT 1 FROM attempt JOIN tag ON tag.pack = attempt.pack AND tag.item = NEW.item
            WHERE attempt.id = NEW.attempt AND attempt.mode <> 'rehearsal' AND tag.reserve <> ''
            AND NOT EXISTS (SELECT 1 FROM broken_seal open WHERE open.pack = tag.pack AND open.item = tag.item))
        BEGIN SELECT RAISE(ABORT, 'a sealed question'); END)",

    // Written about once a second while an attempt runs; the last one is all that is wanted.
    R"(CREATE TABLE attempt_beat(
        attempt INTEGER PRIMARY KEY NOT NULL REFERENCES attempt(id),
        utc_ms INTEGER NOT NULL,
        boot_id TEXT NOT NULL,
        boot_ms INTEGER NOT NULL,
        slept_ms INTEGER NOT NULL) STRICT)",

    R"(CREATE TABLE miss(
        pack TEXT NOT NULL,
        item TEXT NOT NULL,
        error_type TEXT NOT NULL,
        rule TEXT NOT NULL,
        sibling_utc_ms INTEGER,
        utc_ms INTEGER NOT NULL,
        PRIMARY KEY(pack, item)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE dispute(
        pack TEXT NOT NULL,
        item TEXT NOT NULL,
        revision TEXT NOT NULL,
        pack_version TEXT NOT NULL,
        kind TEXT NOT NULL,
        option_id TEXT NOT NULL,
        reason TEXT NOT NULL,
        source TEXT NOT NULL,
        date TEXT NOT NULL,
        language TEXT NOT NULL,
        filed_utc_ms INTEGER NOT NULL,
        withdrawn INTEGER NOT NULL CHECK(withdrawn IN (0, 1)),
        PRIMARY KEY(pack, item)) STRICT, WITHOUT ROWID)",
};

// Evidence that is no answer. A tick stays in its column: the kept rows of undo know it there; begun is what is neither
// open nor ticked.
constexpr const char *version4[] = {
    R"(ALTER TABLE check_item ADD COLUMN begun INTEGER NOT NULL DEFAULT 0 CHECK(begun IN (0, 1)))",
    R"(ALTER TABLE check_item ADD COLUMN date TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE check_item ADD COLUMN evidence TEXT NOT NULL DEFAULT '')",

    // The last rating of a day stands; those of the days before are kept, since their gap to what is tested is shown.
    R"(CREATE TABLE rating(
        pack TEXT NOT NULL,
        topic TEXT NOT NULL,
        day TEXT NOT NULL,
        value INTEGER NOT NULL CHECK(value BETWEEN 1 AND 5),
        utc_ms INTEGER NOT NULL,
        PRIMARY KEY(pack, topic, day)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE outside_mock(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pack TEXT NOT NULL,
        provider TEXT NOT NULL CHECK(length(provider) BETWEEN 1 AND 80),
        date TEXT NOT NULL,
        correct INTEGER NOT NULL CHECK(correct BETWEEN 0 AND questions),
        questions INTEGER NOT NULL CHECK(questions BETWEEN 1 AND 500),
        seen_before INTEGER NOT NULL CHECK(seen_before IN (0, 1)),
        note TEXT NOT NULL) STRICT)",
    R"(CREATE INDEX outside_mock_by_date ON outside_mock(pack, date))",
    R"(CREATE TABLE exam_result(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pack TEXT NOT NULL,
        date TEXT NOT NULL,
        passed INTEGER NOT NULL CHECK(passed IN (0, 1)),
        blueprint TEXT NOT NULL,
        bars TEXT NOT NULL,
        note TEXT NOT NULL,
        UNIQUE(pack, date)) STRICT)",
    R"(CREATE TABLE archive(
        pack TEXT PRIMARY KEY NOT NULL,
        utc_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID)",

    // What the program said and showed, which nobody takes back.
    R"(CREATE TABLE forecast_shown(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pack TEXT NOT NULL,
        blueprint TEXT NOT NULL,
        utc_ms INTEGER NOT NULL,
        questions INTEGER NOT NULL CHECK(questions > 0),
        model INTEGER NOT NULL CHECK(model > 0),
        mean REAL NOT NULL CHECK(mean BETWEEN low AND high),
        low REAL NOT NULL CHECK(low BETWEEN 0 AND 1),
        high REAL NOT NULL CHECK(high BETWEEN 0 AND 1),
        odds REAL CHECK(odds BETWEEN 0 AND 1)) STRICT)",
    R"(CREATE INDEX forecast_shown_by_blueprint ON forecast_shown(pack, blueprint, questions))",
    R"(CREATE TABLE rationale_read(
        pack TEXT NOT NULL,
        item TEXT NOT NULL,
        utc_ms INTEGER NOT NULL,
        PRIMARY KEY(pack, item, utc_ms)) STRICT, WITHOUT ROWID)",
};

// A plan that is repaired, and what a block is for.
constexpr const char *version5[] = {
    R"(ALTER TABLE block ADD COLUMN aim TEXT NOT NULL DEFAULT 'study')",
    R"(ALTER TABLE block ADD COLUMN project TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE block ADD COLUMN requirement TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE block ADD COLUMN depends TEXT NOT NULL DEFAULT '')",
    R"(ALTER TABLE block ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK(locked IN (0, 1)))",
    R"(ALTER TABLE block ADD COLUMN settled INTEGER NOT NULL DEFAULT 0 CHECK(settled IN (0, 1)))",
    R"(ALTER TABLE block ADD COLUMN misses INTEGER NOT NULL DEFAULT 0 CHECK(misses >= 0))",

    // What other calendars were told, which no undo takes back from them.
    R"(CREATE TABLE calendar_entry(
        uid TEXT PRIMARY KEY NOT NULL,
        sequence INTEGER NOT NULL CHECK(sequence >= 0),
        modified_utc_ms INTEGER NOT NULL,
        content TEXT NOT NULL,
        cancelled INTEGER NOT NULL CHECK(cancelled IN (0, 1))) STRICT, WITHOUT ROWID)",
    // What they say, by the name of the file that said it.
    R"(CREATE TABLE busy_time(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL CHECK(length(source) > 0),
        date TEXT NOT NULL,
        start_minute INTEGER NOT NULL CHECK(start_minute BETWEEN 0 AND 1439),
        end_minute INTEGER NOT NULL CHECK(end_minute BETWEEN start_minute + 1 AND 1440)) STRICT)",
    R"(CREATE INDEX busy_time_by_source ON busy_time(source))",
    // The one focus timer. Written every few seconds while it runs; the last one is all that is wanted. Its block may
    // go.
    R"(CREATE TABLE focus_timer(
        id INTEGER PRIMARY KEY CHECK(id = 1),
        block TEXT NOT NULL CHECK(block <> ''),
        worked_ms INTEGER NOT NULL CHECK(worked_ms >= 0),
        running INTEGER NOT NULL CHECK(running IN (0, 1)),
        utc_ms INTEGER NOT NULL,
        boot_id TEXT NOT NULL,
        boot_ms INTEGER NOT NULL,
        slept_ms INTEGER NOT NULL) STRICT)",
};

constexpr SchemaStep steps[] = {
    {1, version1},
    {2, version2},
    {3, version3},
    {4, version4},
    {5, version5},
};
static_assert(inOrder(steps), "each step follows the one before it");

Outcome applyStep(const QSqlDatabase &database, const SchemaStep &step)
{
    if (const Outcome begun = execute(database, QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    Outcome outcome = Done{};
    for (const char *statement : step.statements) {
        outcome = execute(database, QString::fromUtf8(statement));
        if (!outcome)
            break;
    }
    if (outcome)
        outcome = execute(database, QStringLiteral("PRAGMA user_version = %1").arg(step.version));
    if (outcome)
        outcome = execute(database, QStringLiteral("COMMIT"));
    if (!outcome) {
        // SQLite has rolled back by itself after some errors; then this one fails and changes nothing.
        const Outcome rolledBack = execute(database, QStringLiteral("ROLLBACK"));
        Q_UNUSED(rolledBack)
    }
    return outcome;
}

} // namespace

std::span<const SchemaStep> schemaSteps()
{
    return steps;
}

Migration migrate(
    const QSqlDatabase &database, std::span<const SchemaStep> list, const std::function<Outcome()> &backUp)
{
    const auto stored = number(database, QStringLiteral("PRAGMA user_version"));
    if (!stored)
        return {MigrationOutcome::StepFailed, 0, stored.error()};
    Migration migration{MigrationOutcome::UpToDate, static_cast<int>(*stored), {}};
    const int target = list.back().version;
    if (migration.version > target) {
        migration.outcome = MigrationOutcome::TooNew;
        return migration;
    }
    if (migration.version == target)
        return migration;
    if (migration.version > 0) {
        if (const Outcome kept = backUp(); !kept) {
            migration.outcome = MigrationOutcome::BackupFailed;
            migration.error = kept.error();
            return migration;
        }
    }
    for (const SchemaStep &step : list) {
        if (step.version <= migration.version)
            continue;
        if (const Outcome done = applyStep(database, step); !done) {
            migration.outcome = MigrationOutcome::StepFailed;
            migration.error = done.error();
            return migration;
        }
        migration.version = step.version;
    }
    migration.outcome = MigrationOutcome::Migrated;
    return migration;
}

} // namespace lectern
