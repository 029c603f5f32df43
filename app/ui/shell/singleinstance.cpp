// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>

namespace lectern
{

namespace
{

constexpr int patienceMs = 500;
constexpr int longestRequest = 64;

QString socketName(const QString &profilePath)
{
    const QFileInfo file(profilePath);
    // A profile that does not exist yet has no canonical path, but its folder may.
    QString path = file.canonicalFilePath();
    if (path.isEmpty()) {
        const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
        path = (folder.isEmpty() ? file.absolutePath() : folder) + u'/' + file.fileName();
    }
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("lectern-%1").arg(QLatin1String(hash));
}

constexpr char raiseWord[] = "raise\n";
constexpr char exportWord[] = "export\n";
constexpr char raisedWord[] = "raised\n";
constexpr char busyWord[] = "busy\n";

} // namespace

SingleInstance::Answer SingleInstance::ask(const QString &profilePath, Request request)
{
    QLocalSocket socket;
    socket.connectToServer(socketName(profilePath));
    if (!socket.waitForConnected(patienceMs))
        return Answer::Nobody;
    socket.write(request == Request::Raise ? raiseWord : exportWord);
    socket.flush();
    while (!socket.canReadLine()) {
        // Someone holds the socket, even if too busy to answer in time.
        if (!socket.waitForReadyRead(patienceMs))
            return Answer::Busy;
    }
    return socket.readLine() == raisedWord ? Answer::Raised : Answer::Busy;
}

SingleInstance::SingleInstance(const QString &profilePath, QObject *parent)
    : QObject(parent)
    , m_name(socketName(profilePath))
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
}

bool SingleInstance::listen()
{
    if (m_server->listen(m_name))
        return true;
    // A crash leaves the socket's file behind. This process holds the profile's lock, so nobody answers there.
    QLocalServer::removeServer(m_name);
    return m_server->listen(m_name);
}

void SingleInstance::serve()
{
    QLocalSocket *socket = m_server->nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    const auto read = [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > longestRequest)
                socket->abort();
            return;
        }
        const bool raise = socket->readLine(longestRequest) == raiseWord;
        socket->write(raise ? raisedWord : busyWord);
        socket->flush();
        socket->disconnectFromServer();
        if (raise)
            Q_EMIT raiseRequested();
    };
    connect(socket, &QLocalSocket::readyRead, this, read);
    read(); // it may have come with the connection
}

} // namespace lectern
