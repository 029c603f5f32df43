// SPDX-License-Identifier: GPL-3.0-or-later
#include "problem.h"

namespace lectern
{

QString Problem::toString() const
{
    QString text = file;
    if (line > 0)
        text += u':' + QString::number(line) + u':' + QString::number(column);
    text += severity == Severity::Error ? QStringLiteral(": error: ") : QStringLiteral(": warning: ");
    if (!key.isEmpty())
        text += key + QStringLiteral(": ");
    return text + detail;
}

} // namespace lectern
