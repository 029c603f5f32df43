// SPDX-License-Identifier: GPL-3.0-or-later
#include "problemlog.h"

namespace lectern
{

namespace
{

// Real paths are a few dozen characters; a file can make up a key as long as itself.
constexpr qsizetype longestKey = 200;

} // namespace

void ProblemLog::add(Severity severity, ProblemKind kind, FilePlace place, const QString &key, const QString &detail)
{
    if (m_problems.size() > limit)
        return;
    if (m_problems.size() == limit) {
        m_problems.append({Severity::Error, ProblemKind::TooLarge, m_file, 0, 0, {},
            QStringLiteral("There are more than %1 problems in this file; the others are not listed.").arg(limit)});
        return;
    }
    m_problems.append({severity, kind, m_file, place.line, column(place), key.left(longestKey), detail});
}

int ProblemLog::column(FilePlace place) const
{
    if (place.line <= 0)
        return 0;
    qsizetype start = 0;
    for (int line = 1; line < place.line; ++line) {
        const qsizetype end = m_bytes.indexOf('\n', start);
        if (end < 0)
            return place.byte;
        start = end + 1;
    }
    return static_cast<int>(QString::fromUtf8(m_bytes.mid(start, place.byte - 1)).size()) + 1;
}

} // namespace lectern
