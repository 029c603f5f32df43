// SPDX-License-Identifier: GPL-3.0-or-later
#include "noteedit.h"

#include "theme.h"

#include <QTextDocument>
#include <QTimer>
#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{
constexpr int pauseMs = 2000;
constexpr int fewestLines = 2;
constexpr int mostLines = 8;
} // namespace

NoteEdit::NoteEdit(const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("field"));
    setAccessibleName(accessibleName);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, [this] { save(false); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateGeometry();
        if (toPlainText() != m_stored)
            m_pause->start();
    });
    connect(&m_theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void NoteEdit::setStored(const QString &text)
{
    const bool waits = toPlainText() != m_stored;
    m_stored = text;
    if (!waits && toPlainText() != text)
        setPlainText(text);
}

void NoteEdit::replaceStored(const QString &text)
{
    m_pause->stop();
    m_savedByPause = false;
    m_stored = text;
    if (toPlainText() != text)
        setPlainText(text);
    m_pause->stop();
    updateGeometry();
}

void NoteEdit::setPause(int ms)
{
    m_pause->setInterval(ms);
}

void NoteEdit::saveNow()
{
    save(true);
}

QSize NoteEdit::sizeHint() const
{
    // A plain text document counts its height in lines, wrapped ones included.
    const int lines = std::clamp(int(std::ceil(document()->size().height())), fewestLines, mostLines);
    const int around = 2 * int(document()->documentMargin()) + 2 * frameWidth() + m_theme.px(space::s);
    return {m_theme.px(320), lines * fontMetrics().lineSpacing() + around};
}

QSize NoteEdit::minimumSizeHint() const
{
    return {m_theme.px(120), sizeHint().height()};
}

void NoteEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    // A context menu or another window takes the focus for a moment only.
    if (event->reason() != Qt::PopupFocusReason)
        save(true);
}

void NoteEdit::hideEvent(QHideEvent *event)
{
    save(true);
    QPlainTextEdit::hideEvent(event);
}

void NoteEdit::save(bool leaving)
{
    m_pause->stop();
    const bool differs = toPlainText() != m_stored;
    if (!differs && !(leaving && m_savedByPause))
        return;
    m_savedByPause = !leaving;
    Q_EMIT saveRequested(toPlainText(), leaving);
}

} // namespace lectern
