// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace lectern
{

class Card;
class TextLabel;
class Theme;
struct ClockReading;

/// What stands in the questions' place during a pause or a break: nothing of them can be read.
class SeatCurtain : public QWidget
{
    Q_OBJECT
public:
    explicit SeatCurtain(const Theme &theme, QWidget *parent = nullptr);

    void showPause();
    /// `locked` questions stay closed after it.
    void showBreak(int locked, bool stopsClock);
    void setTime(const ClockReading &reading);
    void takeFocus();

Q_SIGNALS:
    void goOn();
    void leave();
    void abandon();

private:
    void rescale();

    const Theme &m_theme;
    Card *m_card;
    TextLabel *m_heading;
    TextLabel *m_says;
    TextLabel *m_time;
    QPushButton *m_goOn;
    QPushButton *m_leave;
    QPushButton *m_abandon;
};

} // namespace lectern
