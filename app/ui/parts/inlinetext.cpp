// SPDX-License-Identifier: GPL-3.0-or-later
#include "safetext.h"
#include "theme.h"

namespace lectern
{

namespace
{

/// The text between the marker at `from` and its twin, or a null view if there is none.
QStringView enclosed(QStringView text, qsizetype from, QStringView marker)
{
    const qsizetype begin = from + marker.size();
    const qsizetype end = text.indexOf(marker, begin);
    return end > begin ? text.mid(begin, end - begin) : QStringView();
}

QString toRich(QStringView text, const QString &codeStyle)
{
    QString rich;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c == u'\\' && i + 1 < text.size() && text[i + 1].isPunct()) {
            rich += QString(text[i + 1]).toHtmlEscaped();
            i += 2;
            continue;
        }
        if (c == u'`') {
            const qsizetype run = text.mid(i).startsWith(u"``") ? 2 : 1;
            const QStringView marker = text.mid(i, run);
            const QStringView code = enclosed(text, i, marker);
            if (!code.isNull()) {
                // Qt's rich text breaks lines at spaces only where they are not inside <code> with nowrap.
                rich += QStringLiteral("<code style=\"%1\">%2</code>")
                            .arg(codeStyle, (run == 2 ? code.trimmed() : code).toString().toHtmlEscaped());
                i += code.size() + 2 * run;
                continue;
            }
        }
        bool emphasised = false;
        for (const QStringView marker : {QStringView(u"**"), QStringView(u"*")}) {
            if (!text.mid(i).startsWith(marker))
                continue;
            const QStringView inner = enclosed(text, i, marker);
            // "a * b * c" is arithmetic: emphasis hugs its words.
            if (inner.isNull() || inner.front().isSpace() || inner.back().isSpace())
                continue;
            const QString tag = marker.size() == 2 ? QStringLiteral("b") : QStringLiteral("i");
            rich += QStringLiteral("<%1>%2</%1>").arg(tag, toRich(inner, codeStyle));
            i += inner.size() + 2 * marker.size();
            emphasised = true;
            break;
        }
        if (emphasised)
            continue;
        rich += QString(c).toHtmlEscaped();
        ++i;
    }
    return rich;
}

} // namespace

QString inlineRichText(const QString &markdown, const Theme &theme)
{
    return inlineRichText(markdown, theme.font(Theme::Role::Code).family());
}

QString inlineRichText(const QString &markdown, const QString &codeFamily)
{
    return toRich(markdown, QStringLiteral("font-family:'%1'").arg(codeFamily));
}

} // namespace lectern
