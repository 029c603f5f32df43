// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <functional>

namespace lectern::test
{

/// Highest resident memory of this process so far, in KiB (VmHWM of /proc/self/status).
inline long peakKib()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').constFirst().toLong();
    }
    return 0;
}

/// Writes "frame <KiB>" once the watched window was painted for the first time, then runs `then`. Whoever started the
/// process reads the line and takes the time.
class FirstFrame : public QObject
{
public:
    FirstFrame(QWidget &window, std::function<void()> then)
        : m_then(std::move(then))
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest && !m_seen) {
            m_seen = true;
            // The request itself paints and flushes; a zero timer comes after it.
            QTimer::singleShot(0, this, [this] {
                std::printf("frame %ld\n", peakKib());
                std::fflush(stdout);
                m_then();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_then;
    bool m_seen = false;
};

} // namespace lectern::test
