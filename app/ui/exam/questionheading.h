// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QToolButton;

namespace lectern
{

class TextLabel;
class Theme;

/// The line above a question: its number, what is to be done, and the tools that work on all of its text.
class QuestionHeading : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionHeading(const Theme &theme, QWidget *parent = nullptr);

    void setQuestion(int position, const QString &task);
    /// `shown`: where no code brings its own buttons.
    void setZoom(int percent, bool shown);
    void setNoteWritten(bool written);

    QAbstractButton *pen() const { return m_pen; } ///< checked: each selection is marked as it is made
    QAbstractButton *noteButton() const;
    QAbstractButton *smaller() const { return m_smaller; }
    QAbstractButton *larger() const { return m_larger; }

private:
    class NoteButton;

    TextLabel *m_number;
    TextLabel *m_task;
    QAbstractButton *m_smaller;
    TextLabel *m_percent;
    QAbstractButton *m_larger;
    QAbstractButton *m_pen;
    NoteButton *m_note;
};

} // namespace lectern
