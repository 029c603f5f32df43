// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examclock.h"

#include <QObject>
#include <functional>
#include <optional>

class QTimer;

namespace lectern
{

/// Asks the attempt's clock at each full second and says what changed: every second for the eye, at 30, 15, 5 and 1
/// minutes once for the ear, and when nothing is left. It counts nothing itself, so sleep and a changed wall clock do
/// not mislead it; a warning comes of two readings, so that sitting down again repeats none. Of several that fall due
/// between two readings one is given.
class Countdown : public QObject
{
    Q_OBJECT
public:
    explicit Countdown(std::function<ClockReading()> clock, QObject *parent = nullptr);

    /// `leftBeforeMs` is the reading before the first one, where there was one.
    void start(std::optional<qint64> leftBeforeMs = {});
    void stop();
    /// Reads the clock now; called by its own timer too.
    void tick();

Q_SIGNALS:
    void ticked(const lectern::ClockReading &reading);
    void warned(qint64 remainingMs); ///< a threshold was passed
    void ended();                    ///< repeated each second until stopped; never without a limit

private:
    std::function<ClockReading()> m_clock;
    QTimer *m_timer;
    qint64 m_last = -1; ///< the reading before; negative: none yet
    bool m_running = false;
};

} // namespace lectern
