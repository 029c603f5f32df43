// SPDX-License-Identifier: GPL-3.0-or-later
#include "textmarker.h"

#include "theme.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextBoundaryFinder>
#include <QTextEdit>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int longestQuote = 60; ///< characters of a marked stretch that are said

struct Stretch {
    int from = 0;
    int to = 0;
};

/// The sentence under the caret, of code the line, without the space around it; empty where there is no text.
Stretch stretchAt(const QTextCursor &caret, bool wholeLine)
{
    const QTextBlock block = caret.block();
    const QString text = block.text();
    qsizetype from = 0;
    qsizetype to = text.size();
    if (!wholeLine) {
        QTextBoundaryFinder sentences(QTextBoundaryFinder::Sentence, text);
        sentences.setPosition(std::min<qsizetype>(caret.positionInBlock() + 1, text.size()));
        from = std::max<qsizetype>(0, sentences.toPreviousBoundary());
        const qsizetype next = sentences.toNextBoundary();
        to = next < 0 ? text.size() : next;
    }
    while (from < to && text.at(from).isSpace())
        ++from;
    while (to > from && text.at(to - 1).isSpace())
        --to;
    return {int(block.position() + from), int(block.position() + to)};
}

QString textOf(QTextEdit &edit, int from, int to)
{
    QTextCursor cursor(edit.document());
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    const QString text = cursor.selectedText().simplified();
    return text.size() > longestQuote ? text.left(longestQuote - 1) + u'…' : text;
}

} // namespace

TextMarker::TextMarker(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] { setHighlights(m_highlights); });
}

void TextMarker::watch(Highlight::Part part, QTextEdit *text)
{
    m_texts.append({part, text});
    text->viewport()->installEventFilter(this);
    connect(text, &QTextEdit::selectionChanged, this, [this, text] {
        if (text->textCursor().hasSelection())
            keepOneSelection(text);
    });
}

void TextMarker::keepOneSelection(const QTextEdit *text)
{
    for (const Text &other : std::as_const(m_texts)) {
        QTextCursor cursor = other.edit->textCursor();
        if (other.edit == text || !cursor.hasSelection())
            continue;
        cursor.clearSelection();
        other.edit->setTextCursor(cursor);
    }
}

bool TextMarker::hasSelection() const
{
    return std::any_of(m_texts.begin(), m_texts.end(),
        [](const Text &text) { return text.edit->isVisible() && text.edit->textCursor().hasSelection(); });
}

void TextMarker::setHighlights(const QList<Highlight> &highlights)
{
    m_highlights = highlights;
    for (const Text &text : std::as_const(m_texts))
        show(text);
}

void TextMarker::show(const Text &text) const
{
    const int end = text.edit->document()->characterCount() - 1;
    QList<QTextEdit::ExtraSelection> shown;
    QStringList quotes;
    for (const Highlight &highlight : m_highlights) {
        if (highlight.part != text.part || highlight.from < 0 || highlight.to > end || highlight.from >= highlight.to)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(text.edit->document());
        selection.cursor.setPosition(highlight.from);
        selection.cursor.setPosition(highlight.to, QTextCursor::KeepAnchor);
        selection.format.setBackground(m_theme.tokens().marked);
        selection.format.setForeground(m_theme.tokens().text);
        selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        selection.format.setUnderlineColor(m_theme.tokens().warn);
        shown << selection;
        quotes << tr("“%1”").arg(textOf(*text.edit, highlight.from, highlight.to));
    }
    if (shown.isEmpty() && text.edit->extraSelections().isEmpty())
        return;
    text.edit->setExtraSelections(shown);
    text.edit->setAccessibleDescription(shown.isEmpty() ? QString() : tr("Marked: %1").arg(quotes.join(u' ')));
}

void TextMarker::mark()
{
    for (const Text &text : std::as_const(m_texts)) {
        const QTextCursor cursor = text.edit->textCursor();
        if (text.edit->isVisible() && cursor.hasSelection()) {
            markIn(text, cursor.selectionStart(), cursor.selectionEnd());
            return;
        }
    }
    for (const Text &text : std::as_const(m_texts)) {
        if (!text.edit->hasFocus())
            continue;
        const Stretch stretch = stretchAt(text.edit->textCursor(), text.part == Highlight::Part::Code);
        if (stretch.from < stretch.to) {
            markIn(text, stretch.from, stretch.to);
            return;
        }
    }
    Q_EMIT said(tr("Select what to highlight, or go to the text by Tab and to a sentence by the arrow keys"));
}

void TextMarker::markIn(const Text &text, int from, int to)
{
    const Highlight highlight{text.part, from, to};
    const QList<Highlight> after = withHighlight(m_highlights, highlight);
    const bool marked = std::any_of(after.begin(), after.end(),
        [&](const Highlight &one) { return one.part == text.part && one.from <= from && one.to >= to; });
    const QString quote = textOf(*text.edit, from, to);
    QTextCursor cursor = text.edit->textCursor();
    if (cursor.hasSelection()) {
        cursor.clearSelection(); // else its colour would hide the mark
        text.edit->setTextCursor(cursor);
    }
    Q_EMIT toggled(highlight);
    Q_EMIT said(marked ? tr("Marked: %1").arg(quote) : tr("No longer marked: %1").arg(quote));
}

bool TextMarker::eventFilter(QObject *watched, QEvent *event)
{
    if (m_pen && event->type() == QEvent::MouseButtonRelease) {
        // Once the text has made its selection of it.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_pen && hasSelection())
                    mark();
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lectern
