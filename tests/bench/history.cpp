// SPDX-License-Identifier: GPL-3.0-or-later
// Time to list every attempt of a profile and to open reports among them, against reading the rows of the log once and
// doing nothing with them. FILE is a profile that lectern-bench-profile has made, PACKS the packs that it was made
// with. Prints "bare <us>", "history <us>", and "report <us>" for each report.
#include "dialogs.h"
#include "examdesk.h"
#include "mainwindow.h"
#include "random.h"
#include "reportdesk.h"
#include "theme.h"
#include "workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <cstdio>

using namespace lectern;

namespace
{

constexpr int reports = 100;

/// Every row of the log and of the seats, each value fetched.
bool readRows(const QString &path)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bare"));
    database.setDatabaseName(path);
    if (!database.open())
        return false;
    qint64 bytes = 0;
    for (const QString &table : {QStringLiteral("attempt_event"), QStringLiteral("attempt_item")}) {
        QSqlQuery query(database);
        query.setForwardOnly(true);
        if (!query.exec(QStringLiteral("SELECT * FROM %1").arg(table)))
            return false;
        while (query.next()) {
            for (int column = 0; query.value(column).isValid(); ++column)
                bytes += query.value(column).toByteArray().size();
        }
    }
    return bytes > 0;
}

void say(const char *what, const QElapsedTimer &timer)
{
    std::printf("%s %lld\n", what, static_cast<long long>(timer.nsecsElapsed() / 1000));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc < 3)
        return 2;
    const QString path = QString::fromLocal8Bit(argv[1]);
    QElapsedTimer timer;
    timer.start();
    if (!readRows(path))
        return 1;
    say("bare", timer);
    QSqlDatabase::removeDatabase(QStringLiteral("bare"));

    Environment environment;
    environment.packsFolder = QString::fromLocal8Bit(argv[2]);
    environment.backups = false;
    auto opened = Workspace::open(path, environment);
    if (!opened)
        return 1;
    ReportDesk &desk = (*opened)->reports();
    Random random(7);
    const auto all = (*opened)->exam().parked(); // as the page asks first; there is none
    Q_UNUSED(all)
    timer.restart();
    const QList<ReportDesk::Past> history = desk.history();
    say("history", timer);
    if (history.isEmpty())
        return 1;
    for (int i = 0; i < reports; ++i) {
        const AttemptId id = history.at(random.below(static_cast<int>(history.size()))).id;
        timer.restart();
        if (!desk.report(id).ok())
            return 1;
        say("report", timer);
    }

    Theme theme;
    DesktopDialogs dialogs;
    MainWindow window(**opened, theme, dialogs);
    window.resize(1280, 800);
    window.show();
    const auto go = [&window](const QString &anchor) {
        window.go({PageId::Exam, anchor});
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
    };
    for (int i = 0; i < reports; ++i) {
        const auto id = qint64(history.at(random.below(static_cast<int>(history.size()))).id);
        go(QStringLiteral("history"));
        timer.restart();
        go(QStringLiteral("attempt/%1").arg(id));
        say("page", timer);
    }
    return 0;
}
