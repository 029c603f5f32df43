// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "problemlog.h"

#include <QString>

#include <optional>
#include <vector>

namespace lectern
{

/// A value of a YAML file with its place. Says of a scalar only how it was written; what it means is for the reader of
/// the field to say.
struct YamlNode {
    enum class Kind {
        Null,
        Plain,  ///< a scalar without quotes: true, 12, text
        Quoted, ///< a scalar in quotes or in a block: always text
        List,
        Map,
    };

    Kind kind = Kind::Null;
    FilePlace place;
    QString text;              ///< of a scalar
    std::vector<QString> keys; ///< of a map, in the file's order
    std::vector<FilePlace> keyPlaces;
    std::vector<YamlNode> nodes; ///< of a list, or the values of a map beside its keys

    const YamlNode *value(QStringView key) const;
};

/// Parses the bytes of one file, which have passed textIsClean(). Nothing, with the reason in the log, for a syntax
/// error, an anchor, alias or tag, a second document, nesting over 32 levels or more than 200,000 values; each is
/// refused where the parser meets it, before it can grow. A key that stands twice is logged and its first value kept.
std::optional<YamlNode> parseYaml(const QByteArray &bytes, ProblemLog &log);

/// What a pack's file must be before it is parsed: UTF-8 without byte order mark, NUL, tabs, carriage returns or other
/// control characters, without lines over 10,000 bytes and
/// without a thousand open brackets. (The parser replaces bad bytes silently and stops at some
/// control characters.)
bool textIsClean(const QByteArray &bytes, ProblemLog &log);

} // namespace lectern
