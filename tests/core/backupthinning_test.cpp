// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupthinning.h"

#include "runall.h"

#include <QSet>

#include <functional>

using namespace lectern;

namespace
{

const QDateTime now(QDate(2026, 11, 22), QTime(18, 30), Qt::UTC);

/// Backups taken every `step` hours for two years until `now`.
QList<QDateTime> everyHours(int step)
{
    QList<QDateTime> backups;
    for (int hour = 0; hour < 2 * 365 * 24; hour += step)
        backups.append(now.addSecs(-3600 * hour));
    return backups;
}

QSet<QDateTime> kept(const QList<QDateTime> &backups, const QDateTime &at = now)
{
    QSet<QDateTime> rest(backups.cbegin(), backups.cend());
    const QList<QDateTime> drop = backupsToDrop(backups, at);
    for (const QDateTime &backup : drop)
        rest.remove(backup);
    return rest;
}

/// The newest backup of each of the latest `count` periods, a period being named by a number that grows.
QSet<QDateTime> newestOf(const QList<QDateTime> &backups, int count, const std::function<int(QDate)> &period)
{
    QMap<int, QDateTime> newest;
    for (const QDateTime &backup : backups) {
        QDateTime &best = newest[period(backup.date())];
        if (!best.isValid() || backup > best)
            best = backup;
    }
    QSet<QDateTime> chosen;
    for (int i = 0; i < count && !newest.isEmpty(); ++i)
        chosen.insert(newest.take(newest.lastKey()));
    return chosen;
}

int dayNumber(QDate date)
{
    return static_cast<int>(date.toJulianDay());
}

/// The Monday names an ISO week, which year it counts to or not.
int weekNumber(QDate date)
{
    return static_cast<int>(date.toJulianDay()) - date.dayOfWeek();
}

int monthNumber(QDate date)
{
    return date.year() * 12 + date.month();
}

} // namespace

class BackupThinningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatTheScheduleSays_data();
    void keepsWhatTheScheduleSays();
    void theLastTwoDaysStay();
    void theNewestAlwaysStays();
    void orderDoesNotMatter();
    void thinningDayByDayKeepsTheSame();
    void aClockSetBackDropsNothingNew();
};

void BackupThinningTest::keepsWhatTheScheduleSays_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("count");
    QTest::newRow("hourly") << 1 << 49 + 10 + 9 + 6;
    QTest::newRow("daily") << 24 << 12 + 9 + 6;
    QTest::newRow("every three days") << 72 << 0;
}

void BackupThinningTest::keepsWhatTheScheduleSays()
{
    QFETCH(int, step);
    QFETCH(int, count);
    const QList<QDateTime> backups = everyHours(step);
    QSet<QDateTime> expected = newestOf(backups, 12, dayNumber);
    expected.unite(newestOf(backups, 10, weekNumber));
    expected.unite(newestOf(backups, 9, monthNumber));
    for (const QDateTime &backup : backups) {
        if (backup.secsTo(now) <= 2 * 24 * 3600)
            expected.insert(backup);
    }
    const QSet<QDateTime> rest = kept(backups);
    QCOMPARE(rest, expected);
    // Few enough to look through, and reaching back eight months or more.
    QVERIFY(rest.size() < 80);
    QVERIFY2(count == 0 || qAbs(rest.size() - count) <= 2, qPrintable(QString::number(rest.size())));
    const QDateTime oldest = *std::min_element(rest.cbegin(), rest.cend());
    QVERIFY(oldest.date() >= QDate(2026, 3, 29) && oldest.date() <= QDate(2026, 3, 31));
}

void BackupThinningTest::theLastTwoDaysStay()
{
    QList<QDateTime> backups;
    for (int minute = 0; minute <= 3 * 24 * 60; minute += 10)
        backups.append(now.addSecs(-60 * minute));
    const QSet<QDateTime> rest = kept(backups);
    QVERIFY(rest.contains(now.addSecs(-2 * 24 * 3600)));
    QVERIFY(!rest.contains(now.addSecs(-2 * 24 * 3600 - 600)));
    // All of two days, and the newest of the two days before them that reach in.
    QCOMPARE(rest.size(), 2 * 24 * 6 + 1 + 1);
}

void BackupThinningTest::theNewestAlwaysStays()
{
    QCOMPARE(backupsToDrop({}, now), QList<QDateTime>());
    const QDateTime old = now.addYears(-9);
    QCOMPARE(backupsToDrop({old}, now), QList<QDateTime>());
    QCOMPARE(backupsToDrop({old.addSecs(-60), old}, now), QList<QDateTime>{old.addSecs(-60)});
}

void BackupThinningTest::orderDoesNotMatter()
{
    QList<QDateTime> backups = everyHours(5);
    const QSet<QDateTime> rest = kept(backups);
    std::reverse(backups.begin(), backups.end());
    QCOMPARE(kept(backups), rest);
    // The same instants told in another zone are the same backups.
    for (QDateTime &backup : backups)
        backup = backup.toOffsetFromUtc(9 * 3600);
    QCOMPARE(kept(backups), rest);
}

/// A program that thins after each backup ends with what thinning once would have kept.
void BackupThinningTest::thinningDayByDayKeepsTheSame()
{
    QList<QDateTime> all = everyHours(24);
    std::sort(all.begin(), all.end());
    QList<QDateTime> rest;
    for (const QDateTime &backup : std::as_const(all)) {
        rest.append(backup);
        const QSet<QDateTime> still = kept(rest, backup);
        rest = QList<QDateTime>(still.cbegin(), still.cend());
    }
    QCOMPARE(QSet<QDateTime>(rest.cbegin(), rest.cend()), kept(all));
}

void BackupThinningTest::aClockSetBackDropsNothingNew()
{
    const QDateTime earlier = now.addDays(-400);
    QList<QDateTime> backups;
    for (int hour = 0; hour < 48; ++hour)
        backups.append(now.addSecs(-3600 * hour));
    QCOMPARE(backupsToDrop(backups, earlier), QList<QDateTime>());
}

LECTERN_TEST_CLASS(BackupThinningTest)
#include "backupthinning_test.moc"
