// SPDX-License-Identifier: GPL-3.0-or-later
#include "runall.h"

#include <QApplication>
#include <QTranslator>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QTranslator english; // plural forms
    if (!english.load(QStringLiteral(LECTERN_ENGLISH)) || !QCoreApplication::installTranslator(&english))
        return 1;
    return lectern::test::runAll(argc, argv);
}
