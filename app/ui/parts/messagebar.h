// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace lectern
{

class Theme;

/// One sentence under the tabs: what happened, with one action (Undo, Try again …). Never modal, announced to screen
/// readers.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(Theme &theme, QWidget *parent = nullptr);

    void showError(const Error &error);
    void showError(const QString &sentence, const QString &action = {}, std::function<void()> run = {});
    void showInfo(const QString &sentence, const QString &action = {}, std::function<void()> run = {});
    /// Goes away after 8 s; `undo` is what the Undo button runs.
    void showDone(const QString &sentence, std::function<void()> undo = {});
    /// Hides what was shown as done: for where it cannot be undone any more.
    void endDone();
    QString text() const; ///< empty while hidden

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Tone { Info, Done, Error };
    void show(Tone tone, const QString &sentence, const QString &action, std::function<void()> run);
    void restyle();
    void drawIcon();
    QColor toneColor() const;

    Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer *m_timer;
    std::function<void()> m_run;
    Tone m_tone = Tone::Info;
};

/// The sentence a person reads for an error: what, why, what to do.
QString sentence(const Error &error);

} // namespace lectern
