// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    BankGate, ///< a figure of all questions together is out of its bounds
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

} // namespace lectern
