// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispute.h"

#include "words.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr std::array<Word<DisputeKind>, 5> kinds{{
    {DisputeKind::WrongKey, u"wrong-key"},
    {DisputeKind::SecondAnswer, u"second-answer"},
    {DisputeKind::OutOfDate, u"out-of-date"},
    {DisputeKind::Unclear, u"unclear"},
    {DisputeKind::Other, u"other"},
}};

qsizetype characters(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

bool isAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool printable = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
    return printable && text.size() <= Dispute::longestSource && text.startsWith(QLatin1String("https://")) &&
           url.isValid() && !url.host().isEmpty();
}

} // namespace

DisputeFlaw flawOf(const Dispute &dispute)
{
    if (dispute.kind == DisputeKind::SecondAnswer && dispute.option.isEmpty())
        return DisputeFlaw::NoOption;
    if (dispute.reason.trimmed().isEmpty())
        return DisputeFlaw::NoReason;
    if (characters(dispute.reason) > Dispute::longestReason)
        return DisputeFlaw::ReasonTooLong;
    if (!dispute.source.isEmpty() && !isAddress(dispute.source))
        return DisputeFlaw::BadSource;
    return DisputeFlaw::None;
}

QString plainReason(const QString &typed)
{
    QString text = QString::fromUtf8(typed.toUtf8()); // half a surrogate pair has no bytes
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (const QChar lineEnd : {QChar(u'\r'), QChar(u'\u0085'), QChar(u'\u2028'), QChar(u'\u2029')})
        text.replace(lineEnd, u'\n');
    text.replace(u'\t', QLatin1String("    "));
    text.removeIf([](QChar c) {
        return (c.category() == QChar::Other_Control && c != u'\n') || c == u'\uFEFF' || c.isNonCharacter();
    });
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
    }
    return lines.join(u'\n').trimmed();
}

QString word(DisputeKind kind)
{
    return wordOf(kinds, kind);
}

std::optional<DisputeKind> disputeKindFromWord(QStringView text)
{
    return valueOf(kinds, text);
}

} // namespace lectern
