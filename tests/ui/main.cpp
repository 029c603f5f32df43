// SPDX-License-Identifier: GPL-3.0-or-later
#include "privatebus.h"
#include "runall.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTranslator>

int main(int argc, char **argv)
{
    // Before the application: it would connect to the bus of whoever runs the tests.
    const lectern::test::PrivateBus bus;
    QApplication app(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral("9.8.7"));
    QStandardPaths::setTestModeEnabled(true);
    QTranslator english; // plural forms
    if (!english.load(QStringLiteral(LECTERN_ENGLISH)) || !QCoreApplication::installTranslator(&english))
        return 1;
    return lectern::test::runAll(argc, argv);
}
