// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QLabel;

namespace lectern
{

class ClockFace;
class SeatNotice;
class ShareBar;
class TextLabel;
class Theme;
struct ClockReading;

/// The strip above the question: what is sat, how far, whether it is saved and how long is left. Nothing in it moves
/// when the clock ticks.
class SeatStrip : public QWidget
{
    Q_OBJECT
public:
    explicit SeatStrip(const Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &detail);
    void setProgress(int position, int count, int answered);
    void setSaved(bool saved);
    /// What is left of the budget, or without a limit what was used.
    void setTime(const ClockReading &reading, qint64 budgetMs);
    void setClockShown(bool shown);
    bool clockShown() const { return m_clockShown; }
    /// What the pause button is: "Pause" or "Take the break", with its key. Empty: there is none.
    void setPause(const QString &name, const QString &key, bool enabled);
    void setMenuName(const QString &name); ///< what is found in the menu
    /// Lays a sentence about the time over the strip for some seconds, and tells it to a screen reader.
    void say(const QString &sentence);
    void endNotice();
    /// Leaves out what a narrow window has no room for.
    void setCompact(bool compact);
    QAbstractButton *positionButton() const { return m_positions; }
    QAbstractButton *menuButton() const { return m_menu; }

Q_SIGNALS:
    void clockToggled(bool shown);
    void fullScreenToggled();
    void positionsToggled(bool shown); ///< compact only
    void pauseClicked();
    void menuClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rescale();
    void placeNotice();

    const Theme &m_theme;
    TextLabel *m_title;
    TextLabel *m_detail;
    QAbstractButton *m_positions;
    TextLabel *m_progress;
    ShareBar *m_bar;
    TextLabel *m_saved;
    QLabel *m_savedIcon;
    QLabel *m_clockIcon;
    ClockFace *m_clock;
    TextLabel *m_budget;
    QAbstractButton *m_hideClock;
    QAbstractButton *m_pause;
    QAbstractButton *m_menu;
    SeatNotice *m_notice;
    bool m_savedState = true;
    bool m_clockShown = true;
    bool m_compact = false;
};

} // namespace lectern
