// SPDX-License-Identifier: GPL-3.0-or-later
#include "tabletext.h"

namespace lectern
{

namespace
{

/// Spreadsheets run a cell that begins with one of these, after any white space, as a formula.
bool looksLikeFormula(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return false;
    constexpr QStringView starters = u"=+-@|\uFF1D\uFF0B\uFF0D\uFF20";
    return starters.contains(trimmed[0]);
}

QString quoted(const QString &text)
{
    const bool needed = text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r') ||
                        text != text.trimmed();
    if (!needed)
        return text;
    QString doubled = text;
    doubled.replace(u'"', QStringLiteral("\"\""));
    return u'"' + doubled + u'"';
}

} // namespace

QString disarmed(const QString &cell)
{
    return looksLikeFormula(cell) ? u'\'' + cell : cell;
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList written;
    for (const QString &text : cells)
        written.append(quoted(disarmed(text)));
    return written.join(u',').toUtf8() + "\r\n";
}

QString tabbedLine(const QStringList &cells)
{
    QStringList written;
    for (QString text : cells) {
        for (const QChar parting : {u'\t', u'\n', u'\r'})
            text.replace(parting, u' ');
        written.append(disarmed(text));
    }
    return written.join(u'\t');
}

} // namespace lectern
