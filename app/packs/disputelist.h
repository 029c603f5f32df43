// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packreader.h"

#include <QStringList>

namespace lectern
{

/// Readers' disputes as an author wants them: at the questions they are about.
struct DisputeList {
    QStringList lines;    ///< "questions/d1.1-joins.yaml:3:5: dispute: …", in the order of the pack, one each
    QStringList refusals; ///< one for each problem of a file that was not taken in, by name and place
};

/// Reads the files and names the places of their questions. Says of each whether its question has changed since; one
/// that the pack does not have is listed under its own file.
DisputeList listDisputes(const PackReading &reading, const QStringList &files);

} // namespace lectern
