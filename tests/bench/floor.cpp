// SPDX-License-Identifier: GPL-3.0-or-later
// The least a program of this kind does: the same libraries, a window with six empty tabs, an open SQLite file, ten
// rows read.
#include <QApplication>
#include <QMainWindow>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTabWidget>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    int rows = 0;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
        database.setDatabaseName(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
        if (!database.open())
            return 1;
        QSqlQuery query(database);
        query.exec(QStringLiteral("PRAGMA locking_mode=EXCLUSIVE"));
        query.exec(QStringLiteral("SELECT * FROM attempt_event LIMIT 10"));
        while (query.next())
            ++rows;
    }
    if (rows != 10)
        return 1;
    QMainWindow window;
    auto *tabs = new QTabWidget;
    for (int i = 0; i < 6; ++i)
        tabs->addTab(new QWidget, QString::number(i));
    window.setCentralWidget(tabs);
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
