// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QList>
#include <QObject>

class QTextCursor;
class QTextEdit;

namespace lectern
{

class Theme;

/// The highlighter: shows what is marked in the read-only texts of a question and turns a selection, or the sentence or
/// line under the caret, into a stretch to mark.
class TextMarker : public QObject
{
    Q_OBJECT
public:
    explicit TextMarker(const Theme &theme, QObject *parent = nullptr);

    void watch(Highlight::Part part, QTextEdit *text);
    void setHighlights(const QList<Highlight> &highlights);
    void mark();
    /// Marks each selection as the mouse makes it.
    void setPen(bool on) { m_pen = on; }
    bool hasSelection() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void toggled(const lectern::Highlight &highlight);
    void said(const QString &sentence);

private:
    struct Text {
        Highlight::Part part;
        QTextEdit *edit;
    };
    void show(const Text &text) const;
    void markIn(const Text &text, int from, int to);
    void keepOneSelection(const QTextEdit *text);

    const Theme &m_theme;
    QList<Text> m_texts;
    QList<Highlight> m_highlights;
    bool m_pen = false;
};

} // namespace lectern
