// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLocalServer;

namespace lectern
{

/// One window per profile: the first process listens on a socket named after the profile, a second one asks it and
/// leaves. The profile's own lock, not this, keeps two processes from writing.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    enum class Request {
        Raise, ///< show the window
        Export ///< may I read the profile for --export-schedule?
    };
    enum class Answer {
        Nobody, ///< no window has this profile open
        Raised, ///< the window came to the front
        Busy    ///< a window has the profile open: export from its menu
    };

    /// Asks the process that has `profilePath` open; waits at most half a second.
    static Answer ask(const QString &profilePath, Request request);

    explicit SingleInstance(const QString &profilePath, QObject *parent = nullptr);
    /// Answers from now on. False if the socket cannot be made; the program works without.
    bool listen();

Q_SIGNALS:
    void raiseRequested();

private:
    void serve();

    QString m_name;
    QLocalServer *m_server;
};

} // namespace lectern
