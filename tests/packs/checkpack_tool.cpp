// SPDX-License-Identifier: GPL-3.0-or-later
#include "bankgates.h"

#include <QTextStream>

// Prints the problems of the pack in the folder named first, as inspected on the day named second, and with a third
// argument the figures of the bank; 1: it has errors. What the schema test compares with.
int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    QTextStream out(stdout);
    const QDate on = QDate::fromString(QString::fromLatin1(argv[2]), Qt::ISODate);
    const lectern::PackReading reading = lectern::inspectPack(QString::fromLocal8Bit(argv[1]), on);
    for (const lectern::Problem &problem : reading.problems)
        out << problem.toString() << Qt::endl;
    if (argc > 3) {
        for (const QString &line : lectern::weighBank(reading.pack).table())
            out << line << Qt::endl;
    }
    return reading.ok() ? 0 : 1;
}
