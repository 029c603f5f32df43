// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionheading.h"

#include "actionbutton.h"
#include "examwords.h"
#include "icons.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace lectern
{

/// Carries a dot where a note is written.
class QuestionHeading::NoteButton : public ActionButton
{
public:
    explicit NoteButton(const Theme &theme)
        : ActionButton(theme, Kind::Quiet, {}, QStringLiteral("note"), {})
        , m_theme(theme)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    void setWritten(bool written)
    {
        m_written = written;
        update();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        ActionButton::paintEvent(event);
        if (!m_written)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.tokens().surface, m_theme.px(1)));
        painter.setBrush(m_theme.tokens().accent);
        const int side = m_theme.px(9);
        const int icon = m_theme.px(16);
        const QRect corner(m_theme.px(space::m) + icon - side * 2 / 3, (height() - icon - side) / 2, side, side);
        painter.drawEllipse(QStyle::visualRect(layoutDirection(), rect(), corner));
    }

private:
    const Theme &m_theme;
    bool m_written = false;
};

QuestionHeading::QuestionHeading(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_number(new TextLabel(theme, Theme::Role::Heading))
    , m_task(new TextLabel(theme, Theme::Role::Body))
    , m_smaller(iconButton(theme, QStringLiteral("format-font-size-less"), tr("Smaller text")))
    , m_percent(new TextLabel(theme, Theme::Role::Small))
    , m_larger(iconButton(theme, QStringLiteral("format-font-size-more"), tr("Larger text")))
    , m_pen(iconButton(theme, QStringLiteral("draw-highlight"), tr("Highlight")))
    , m_note(new NoteButton(theme))
{
    m_task->setTone(TextLabel::Tone::Muted);
    m_task->setWordWrap(true);
    m_task->setObjectName(QStringLiteral("task"));
    m_percent->setObjectName(QStringLiteral("zoom"));
    m_pen->setObjectName(QStringLiteral("highlight"));
    m_pen->setCheckable(true);
    m_pen->setToolTip(
        tr("Highlight what is selected (%1)").arg(QKeySequence(Qt::Key_H).toString(QKeySequence::NativeText)));
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setText(tr("Note"));
    m_note->setToolTip(
        tr("Note on this question (%1)").arg(QKeySequence(Qt::Key_O).toString(QKeySequence::NativeText)));
    setNoteWritten(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(space::s));
    row->addWidget(m_number);
    row->addWidget(m_task, 1);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_smaller, m_percent, m_larger, m_pen, m_note})
        row->addWidget(tool);
}

void QuestionHeading::setQuestion(int position, const QString &task)
{
    m_number->setText(QLocale().toString(position + 1));
    m_task->setText(task);
}

void QuestionHeading::setZoom(int percent, bool shown)
{
    m_percent->setText(lectern::percent(percent / 100.0));
    m_smaller->setEnabled(percent > 100);
    m_larger->setEnabled(percent < 300);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_smaller, m_percent, m_larger})
        tool->setVisible(shown);
}

void QuestionHeading::setNoteWritten(bool written)
{
    m_note->setWritten(written);
    m_note->setAccessibleName(written ? tr("Note, written") : tr("Note"));
}

QAbstractButton *QuestionHeading::noteButton() const
{
    return m_note;
}

} // namespace lectern
