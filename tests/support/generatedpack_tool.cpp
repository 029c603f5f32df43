// SPDX-License-Identifier: GPL-3.0-or-later
#include "generatedbank.h"

#include <QFile>
#include <QTextStream>

// FOLDER [SEED] [CODE_LINES]: writes a generated pack, to try the program with more questions than are shipped.
int main(int argc, char **argv)
{
    lectern::test::GeneratedBank options;
    bool understood = argc >= 2 && argc <= 4;
    if (understood && argc > 2)
        options.seed = QByteArray(argv[2]).toULongLong(&understood);
    if (understood && argc > 3)
        options.codeLines = QByteArray(argv[3]).toInt(&understood);
    if (!understood) {
        QTextStream(stderr) << "lectern-generated-pack FOLDER [SEED] [CODE_LINES]" << Qt::endl;
        return 2;
    }
    if (lectern::test::writeGeneratedPack(QFile::decodeName(argv[1]), options))
        return 0;
    QTextStream(stderr) << "the pack could not be written to " << argv[1] << Qt::endl;
    return 1;
}
