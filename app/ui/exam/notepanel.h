// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace lectern
{

class NoteEdit;
class TextLabel;
class Theme;

/// The candidate's note on one question, folded away until it is opened. It saves by itself: 600 ms after the last key,
/// when it is left and before the next question's note is set.
class NotePanel : public QWidget
{
    Q_OBJECT
public:
    explicit NotePanel(const Theme &theme, QWidget *parent = nullptr);

    /// Another question: what was typed for the one before is signalled first, and the panel folds.
    void setQuestion(int position, const QString &note);
    /// What is stored of this question; newer text that waits to be saved stays.
    void setNote(const QString &note);
    QString note() const; ///< as typed
    void open();
    void close(); ///< the focus goes back to where it came from
    void saveNow();

Q_SIGNALS:
    void noteChanged(int position, const QString &note);
    void typed(); ///< note() differs
    void openChanged(bool open);

private:
    void shorten();

    const Theme &m_theme;
    NoteEdit *m_edit;
    TextLabel *m_hint;
    QPointer<QWidget> m_from;
    QString m_told; ///< what was signalled or set last
    int m_position = 0;
};

} // namespace lectern
