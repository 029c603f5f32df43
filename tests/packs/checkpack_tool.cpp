// SPDX-License-Identifier: GPL-3.0-or-later
#include "packreader.h"

#include <QTextStream>

// Prints the problems of the pack in the folder named first; 1: it has errors. What the schema test compares with.
int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    QTextStream out(stdout);
    const lectern::PackReading reading = lectern::readPack(QString::fromLocal8Bit(argv[1]));
    for (const lectern::Problem &problem : reading.problems)
        out << problem.toString() << Qt::endl;
    return reading.ok() ? 0 : 1;
}
