// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "problem.h"
#include "result.h"

#include <QList>
#include <QString>

namespace lectern
{

/// A pack as read: complete only if there is no problem of Severity::Error.
struct Pack {
    Certification certification;
    QList<Item> items;
    bool bankComplete = false; ///< its author says that no question is to come
    QString hash;              ///< SHA-256 (hex) over the relative names and bytes of all files
};

/// Where a question begins, as a Problem has it.
struct QuestionPlace {
    QString file;
    int line = 0;
    int column = 0;
};

struct PackReading {
    Pack pack;
    QList<QuestionPlace> places; ///< of pack.items, in their order
    QList<Problem> problems;     ///< by file, then line
    bool ok() const;             ///< no errors; warnings may be there
};

/// Reads and checks every file of the pack in `folder`. Refuses before parsing: files over 2 MB, bad UTF-8, control
/// characters (tabs among them), lines over 10,000 bytes, over a
/// thousand open brackets, more than 2,000 files, links out of the folder; while
/// parsing, before anything is built: anchors and aliases, tags, nesting over 32 levels, more than one document. Never
/// throws, never follows links out of the folder.
PackReading readPack(const QString &folder);

/// The same, and what only an author has to know: flaws of wording, faults of code, names nobody has documented,
/// questions that are alike, sources not checked for long before `on`. A pack with these can be used.
PackReading inspectPack(const QString &folder, QDate on);

/// The pack's hash without parsing it (start-up compares it with what is installed). FileNotFound for a folder that is
/// not there, PackInvalid where a file cannot be read or the folder is over a limit.
Result<QString> packHash(const QString &folder);

/// Tells without opening a file whether the pack may have changed: differs whenever a file came, went, was written or
/// renamed. Empty where the clock of the file system is too coarse for that, less than two seconds after a change.
QString packStamp(const QString &folder, qint64 nowUtcMs);

} // namespace lectern
