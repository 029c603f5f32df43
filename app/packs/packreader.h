// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "result.h"

#include <QList>
#include <QString>

namespace lectern
{

enum class ProblemKind {
    Unreadable,
    TooLarge,
    BadEncoding,
    Syntax,
    AnchorOrAlias,
    MoreThanOneDocument,
    TooDeep,
    UnknownKey,
    MissingKey,
    DuplicateKey,
    WrongType,
    BadValue,
    DuplicateId,
    UnknownReference,
    WeightsNotHundred,
    KeyCount,
    ItemFlaw,
};

enum class Severity { Error, Warning };

/// One thing that is wrong with a pack, with the place an author has to look at. Line and column are 1-based, 0: the
/// whole file.
struct Problem {
    Severity severity = Severity::Error;
    ProblemKind kind = ProblemKind::Syntax;
    QString file; ///< relative to the pack's folder
    int line = 0;
    int column = 0;
    QString key;    ///< dotted path inside the file, "items[3].options[1].rationale"
    QString detail; ///< a plain English sentence for authors

    /// "questions/d1.yaml:12:5: error: items[0].options: …"
    QString toString() const;
};

/// A pack as read: complete only if there is no problem of Severity::Error.
struct Pack {
    Certification certification;
    QList<Item> items;
    QString hash; ///< SHA-256 (hex) over the relative names and bytes of all files
};

struct PackReading {
    Pack pack;
    QList<Problem> problems;
    bool ok() const;
};

/// Reads and checks every file of the pack in `folder`. Refuses before parsing: files over 2 MB, bad UTF-8, NUL, tabs,
/// anchors and aliases, more than one document; while walking: duplicate keys, nesting over 32 levels. Never throws,
/// never follows links out of the folder.
PackReading readPack(const QString &folder);

/// The pack's hash without parsing it (start-up compares it with what is installed).
Result<QString> packHash(const QString &folder);

} // namespace lectern
