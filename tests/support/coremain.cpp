// SPDX-License-Identifier: GPL-3.0-or-later
#include "runall.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    return lectern::test::runAll(argc, argv);
}
