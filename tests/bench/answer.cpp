// SPDX-License-Identifier: GPL-3.0-or-later
// Time of a durable answer against a bare durable commit on the same disk, interleaved. Prints "answer <us>" and "bare
// <us>".
#include "examdesk.h"
#include "testworkspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <cstdio>

using namespace lectern;

namespace
{

QSqlDatabase bareDatabase(const QString &path)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bare"));
    database.setDatabaseName(path);
    database.open();
    QSqlQuery query(database);
    for (const QString &statement : {QStringLiteral("PRAGMA locking_mode=EXCLUSIVE"),
             QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"),
             QStringLiteral("CREATE TABLE row(a INTEGER PRIMARY KEY, b TEXT)")})
        query.exec(statement);
    return database;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc < 3)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    Environment environment;
    environment.packsFolder = QString::fromLocal8Bit(argv[2]);
    environment.backups = false;
    auto opened = Workspace::open(folder + QStringLiteral("/answer.lectern"), environment);
    if (!opened)
        return 1;
    ExamDesk &exam = (*opened)->exam();
    if (!exam.start(exam.defaultSetup()).ok())
        return 1;
    QSqlDatabase database = bareDatabase(folder + QStringLiteral("/bare.sqlite"));
    QSqlQuery insert(database);
    insert.prepare(QStringLiteral("INSERT INTO row(b) VALUES (?)"));
    const QString payload(120, u'x');

    constexpr int rounds = 400;
    for (int round = 0; round < rounds; ++round) {
        const int position = round % exam.running()->size();
        const QString choice = exam.running()->setup().items[position].optionOrder[round / 60 % 4];
        QElapsedTimer timer;
        timer.start();
        if (!exam.answer(position, {choice}).ok())
            return 1;
        std::printf("answer %lld\n", static_cast<long long>(timer.nsecsElapsed() / 1000));
        timer.restart();
        QSqlQuery begin(database);
        begin.exec(QStringLiteral("BEGIN IMMEDIATE"));
        insert.addBindValue(payload);
        insert.exec();
        begin.exec(QStringLiteral("COMMIT"));
        std::printf("bare %lld\n", static_cast<long long>(timer.nsecsElapsed() / 1000));
    }
    return 0;
}
