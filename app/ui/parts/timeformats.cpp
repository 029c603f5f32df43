// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeformats.h"

#include <QLocale>
#include <QRegularExpression>

namespace lectern
{

QString clockFormat()
{
    static const QRegularExpression seconds(QStringLiteral("[:.]ss?"));
    return QLocale().timeFormat(QLocale::ShortFormat).remove(seconds);
}

QString dateEntryFormat()
{
    static const QRegularExpression weekday(QStringLiteral("[\\s,]*dddd[\\s,]*"));
    return QLocale().dateFormat(QLocale::LongFormat).replace(weekday, QStringLiteral(" ")).trimmed();
}

} // namespace lectern
