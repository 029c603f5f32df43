// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern::test
{

struct GeneratedBank {
    int items = 450; ///< 320 to 9999
    quint64 seed = 1;
    int codeLines = 0; ///< 1 to 25: every question has code of so many lines; 0: about half of them, of some lines
};

/// Writes a whole pack into a new or empty folder: the shipped one with other questions, whose texts say plainly that
/// they are made up. The same options give the same bytes. An inspection finds no error in it. The questions cover
/// every topic and objective; about one in twelve has an enemy, about 4 % have more than one right option. The reserves
/// R1 and R2 have 66 questions each and fill a form of 60 of either blueprint alone; those that are not sealed fill two
/// and more. False: the options are out of range, or something could not be read or written.
bool writeGeneratedPack(const QString &folder, const GeneratedBank &options = {});

} // namespace lectern::test
