// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockformat.h"

#include <QLocale>
#include <QRegularExpression>

namespace lectern
{

QString clockFormat()
{
    static const QRegularExpression seconds(QStringLiteral("[:.]ss?"));
    return QLocale().timeFormat(QLocale::ShortFormat).remove(seconds);
}

} // namespace lectern
