// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QLabel;

namespace lectern
{

class ClockFace;
class ShareBar;
class TextLabel;
class Theme;

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
    void setTime(qint64 remainingMs, qint64 budgetMs);
    void setClockShown(bool shown);
    bool clockShown() const { return m_clockShown; }
    /// Leaves out what a narrow window has no room for.
    void setCompact(bool compact);
    QAbstractButton *positionButton() const { return m_positions; }

Q_SIGNALS:
    void clockToggled(bool shown);
    void fullScreenToggled();
    void positionsToggled(bool shown); ///< compact only

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rescale();

    const Theme &m_theme;
    TextLabel *m_title;
    TextLabel *m_detail;
    QAbstractButton *m_positions;
    TextLabel *m_progress;
    ShareBar *m_bar;
    TextLabel *m_answered;
    TextLabel *m_saved;
    QLabel *m_savedIcon;
    ClockFace *m_clock;
    TextLabel *m_budget;
    QAbstractButton *m_hideClock;
    bool m_savedState = true;
    bool m_clockShown = true;
    bool m_compact = false;
};

} // namespace lectern
