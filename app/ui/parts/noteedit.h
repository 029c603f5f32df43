// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class QTimer;

namespace lectern
{

class Theme;

/// A note of several lines that asks to be saved by itself: after a pause in typing and when it is left or hidden. It
/// never throws typed text away: what is not yet stored stays until it is.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    NoteEdit(const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

    /// Tells what is stored. Shown unless newer text waits to be saved.
    void setStored(const QString &text);
    /// Another note: shown whatever waits, so saveNow() comes first.
    void replaceStored(const QString &text);
    void setPause(int ms); ///< how long a pause in typing saves; two seconds unless set
    void saveNow();        ///< as if it was left
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// `leaving`: the person is done with it, so that a message may come up.
    void saveRequested(const QString &text, bool leaving);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void save(bool leaving);

    const Theme &m_theme;
    QTimer *m_pause;
    QString m_stored;
    bool m_savedByPause = false; ///< something was saved since the last time it was left
};

} // namespace lectern
