// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "focusdesk.h"

#include <QFrame>

class QAction;
class QBoxLayout;
class QLabel;
class QSpinBox;
class QTimer;

namespace lectern
{

class ActionButton;
class Chip;
class FocusClock;
class HistoryDesk;
class MessageBar;
class TextLabel;
class Theme;
struct Certification;

/// The focus timer under the window's top bar: what is worked on, for how long, and what may be done about it. It asks
/// in its own place: what becomes of a timer that a session before has left, how long a part has taken, and whether one
/// block ends for another.
class FocusBar : public QFrame
{
    Q_OBJECT
public:
    /// Its keys are actions of `window`.
    FocusBar(FocusDesk &desk, HistoryDesk &history, const Certification &certification, MessageBar &messages,
        const Theme &theme, QWidget *window);

    /// The timer begins, or goes on where it is about that block already.
    void start(BlockId block);
    /// Out of sight and without keys, while it counts on.
    void setFolded(bool folded);
    /// Reads the clock now; called by its own timer too.
    void tick();
    /// It never holds the window open: it gives up labels instead, or takes a second row.
    QSize minimumSizeHint() const override { return {0, QFrame::minimumSizeHint().height()}; }

Q_SIGNALS:
    void started(const lectern::Block &block); ///< what it is about is to be shown

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Mode { None, Working, Found, Gone, Asking, Part };
    struct Act {
        ActionButton *button = nullptr;
        QAction *action = nullptr; ///< its text is what the shortcut sheet says
        QString label;             ///< as it is now
    };

    Act makeAct(const char *name, const QString &icon, const QString &keys, const QString &text, QWidget *window);
    void set(Act &act, bool offered, const QString &label);
    void setActs(const FocusDesk::Reading &reading);
    void offerMinutes(const FocusDesk::Reading &reading);
    bool takeMinutes();
    bool questions() const;
    bool fits() const;
    void setTitle(const QString &text, const QString &heard);
    void refresh();
    void restyle();
    void fitWidth();
    void proceed();
    void finish(FocusEnd said);
    void stop();
    void addGap();
    void discard();
    QRect progress() const; ///< the line at the foot that says how much of the block's length was worked

    FocusDesk &m_desk;
    HistoryDesk &m_history;
    const Certification &m_certification;
    MessageBar &m_messages;
    const Theme &m_theme;
    QLabel *m_icon;
    Chip *m_chip;
    TextLabel *m_title;
    FocusClock *m_clock;
    QSpinBox *m_minutes; ///< that were worked, where it asks
    QBoxLayout *m_rows;  ///< what it is about and the acts: one row, or two for a question
    QBoxLayout *m_acts;
    QTimer *m_timer;
    Act m_gap;
    Act m_go;
    Act m_done;
    Act m_stop;
    Act m_discard;
    Mode m_mode = Mode::None;
    std::optional<BlockId> m_wanted; ///< whose start waits for an answer
    bool m_part = false;             ///< it asks how long a part has taken
    bool m_gapAdded = false;
    double m_share = 0; ///< of the block's length, 0-1
    bool m_folded = false;
    bool m_unkept = false; ///< it was said that beats cannot be kept
};

} // namespace lectern
