// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylesheet.h"

#include "tokens.h"

#include <QWidget>
#include <optional>

namespace lectern
{

namespace
{

std::optional<QString> replacement(QStringView name, const Tokens &t, double scale)
{
    if (name.startsWith(u"px(") && name.endsWith(u')'))
        return QStringLiteral("%1px").arg(qRound(name.sliced(3).chopped(1).toInt() * scale));

    const std::pair<QStringView, QColor> colors[] = {{u"surface", t.surface}, {u"raised", t.raised},
        {u"sunken", t.sunken}, {u"code", t.code}, {u"line", t.line}, {u"edge", t.edge}, {u"track", t.track},
        {u"text", t.text}, {u"muted", t.muted}, {u"accent", t.accent}, {u"onAccent", t.onAccent},
        {u"accentSoft", t.accentSoft}, {u"good", t.good}, {u"warn", t.warn}, {u"bad", t.bad}, {u"hover", hovered(t)}};
    for (const auto &[known, color] : colors) {
        if (known == name) {
            return QStringLiteral("rgba(%1, %2, %3, %4)")
                .arg(color.red())
                .arg(color.green())
                .arg(color.blue())
                .arg(color.alpha());
        }
    }
    return std::nullopt;
}

} // namespace

QString fillStyleSheet(const QString &source, const Tokens &tokens, double scale)
{
    QString filled;
    filled.reserve(source.size());
    qsizetype from = 0;
    while (true) {
        const qsizetype begin = source.indexOf(u'@', from);
        const qsizetype end = begin < 0 ? -1 : source.indexOf(u'@', begin + 1);
        if (end < 0)
            break;
        const QStringView name = QStringView(source).mid(begin + 1, end - begin - 1);
        const auto value = replacement(name, tokens, scale);
        filled += QStringView(source).mid(from, begin - from);
        if (value)
            filled += *value;
        else
            filled += QStringView(source).mid(begin, end - begin + 1);
        from = end + 1;
    }
    filled += QStringView(source).mid(from);
    return filled;
}

void forgetInStyleSheet(QWidget &made)
{
    // Nothing else makes it forget, and nothing else listens yet.
    Q_EMIT made.destroyed(&made);
}

} // namespace lectern
