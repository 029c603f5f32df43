// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace lectern
{

struct SyntaxFault {
    int line = 0;   ///< of the code, 1-based
    QString detail; ///< a sentence
};

/// What is wrong with the form of a piece of code, as far as it shows without running it: Python by its brackets,
/// quotes and indentation, SQL by its tokens, YAML and JSON by loading them. Other languages have no faults. Blanks
/// (____) are names everywhere.
std::optional<SyntaxFault> syntaxFault(const QString &language, const QString &code);

} // namespace lectern
