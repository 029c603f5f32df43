// SPDX-License-Identifier: GPL-3.0-or-later
#include "notepanel.h"

#include "attempt.h"
#include "noteedit.h"
#include "widgets.h"

#include <QApplication>
#include <QLocale>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int pauseMs = 600;
}

NotePanel::NotePanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edit(new NoteEdit(theme, tr("Note on this question"), this))
    , m_hint(new TextLabel(theme, Theme::Role::Small, {}, this))
{
    setObjectName(QStringLiteral("notePanel"));
    m_edit->setPause(pauseMs);
    m_edit->setPlaceholderText(tr("A note for yourself"));
    m_hint->setTone(TextLabel::Tone::Muted);
    m_hint->setWordWrap(true);
    const QString hint = tr("Saved as you type. Escape closes it.");
    m_hint->setText(hint);
    m_edit->setAccessibleDescription(hint);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::xs));
    column->addWidget(m_edit);
    column->addWidget(m_hint);
    hide();

    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        shorten();
        Q_EMIT typed();
    });
    connect(m_edit, &NoteEdit::saveRequested, this, [this](const QString &text) {
        if (text == m_told)
            return;
        m_told = text;
        Q_EMIT noteChanged(m_position, text);
    });
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &NotePanel::close);
}

void NotePanel::shorten()
{
    const QString text = m_edit->toPlainText();
    if (text.size() <= longestNote)
        return;
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(text.left(longestNote));
    m_edit->moveCursor(QTextCursor::End);
    m_hint->setText(tr("A note has room for %1 characters.").arg(QLocale().toString(longestNote)));
}

void NotePanel::setQuestion(int position, const QString &note)
{
    saveNow();
    m_position = position;
    m_told = note;
    {
        const QSignalBlocker quiet(m_edit);
        m_edit->replaceStored(note);
    }
    hide();
    Q_EMIT openChanged(false);
    Q_EMIT typed();
}

void NotePanel::setNote(const QString &note)
{
    m_told = note;
    m_edit->setStored(note);
}

QString NotePanel::note() const
{
    return m_edit->toPlainText();
}

void NotePanel::open()
{
    if (isHidden())
        m_from = QApplication::focusWidget();
    show();
    m_edit->moveCursor(QTextCursor::End);
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT openChanged(true);
}

void NotePanel::close()
{
    const bool inside = isAncestorOf(QApplication::focusWidget());
    saveNow();
    if (inside && m_from)
        m_from->setFocus(Qt::OtherFocusReason);
    hide();
    Q_EMIT openChanged(false);
}

void NotePanel::saveNow()
{
    m_edit->saveNow();
}

} // namespace lectern
