// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "words.h"

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr std::array parts{
    Word<Highlight::Part>{Highlight::Part::Stem, u"stem"},
    Word<Highlight::Part>{Highlight::Part::Code, u"code"},
    Word<Highlight::Part>{Highlight::Part::Question, u"question"},
};

constexpr int mostHighlights = 200;

bool comesBefore(const Highlight &a, const Highlight &b)
{
    return std::tie(a.part, a.from, a.to) < std::tie(b.part, b.from, b.to);
}

} // namespace

QString highlightText(const QList<Highlight> &highlights)
{
    QStringList texts;
    for (const Highlight &highlight : highlights)
        texts.append(
            QStringLiteral("%1 %2 %3").arg(wordOf(parts, highlight.part)).arg(highlight.from).arg(highlight.to));
    return texts.join(u';');
}

std::optional<QList<Highlight>> highlightsFromText(const QString &text)
{
    QList<Highlight> highlights;
    if (text.isEmpty())
        return highlights;
    for (const QString &entry : text.split(u';')) {
        const QStringList fields = entry.split(u' ');
        if (fields.size() != 3 || highlights.size() >= mostHighlights)
            return std::nullopt;
        const auto part = valueOf(parts, fields.at(0));
        bool fromOk = false;
        bool toOk = false;
        const int from = fields.at(1).toInt(&fromOk);
        const int to = fields.at(2).toInt(&toOk);
        if (!part || !fromOk || !toOk || from < 0 || to <= from)
            return std::nullopt;
        highlights.append({*part, from, to});
    }
    return highlights;
}

QList<Highlight> withHighlight(QList<Highlight> highlights, const Highlight &toggled)
{
    if (toggled.to <= toggled.from)
        return highlights;
    QList<Highlight> others;
    QList<Highlight> same;
    for (const Highlight &highlight : std::as_const(highlights))
        (highlight.part == toggled.part ? same : others).append(highlight);
    const bool marked = std::any_of(
        same.cbegin(), same.cend(), [&](const Highlight &h) { return h.from <= toggled.from && toggled.to <= h.to; });
    QList<Highlight> result;
    if (marked) {
        for (const Highlight &h : std::as_const(same)) {
            if (h.from < std::min(h.to, toggled.from))
                result.append({h.part, h.from, std::min(h.to, toggled.from)});
            if (std::max(h.from, toggled.to) < h.to)
                result.append({h.part, std::max(h.from, toggled.to), h.to});
        }
    } else {
        Highlight joined = toggled;
        for (const Highlight &h : std::as_const(same)) {
            if (h.to < joined.from || joined.to < h.from) {
                result.append(h);
            } else {
                joined.from = std::min(joined.from, h.from);
                joined.to = std::max(joined.to, h.to);
            }
        }
        result.append(joined);
    }
    result += others;
    std::sort(result.begin(), result.end(), &comesBefore);
    // Past the limit the oldest place wins over the newest mark: nothing that was marked gets lost.
    return result.size() > mostHighlights ? highlights : result;
}

} // namespace lectern
