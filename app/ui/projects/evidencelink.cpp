// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencelink.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace lectern
{

EvidenceLink evidenceLink(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    const QUrl url(trimmed, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (web)
        return url.host().isEmpty() ? EvidenceLink{EvidenceLink::Kind::Unclear, {}}
                                    : EvidenceLink{EvidenceLink::Kind::Web, trimmed};

    QString path = trimmed;
    if (url.isLocalFile())
        path = url.toLocalFile();
    else if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/")))
        path = QDir::homePath() + path.mid(1);
    if (!QDir::isAbsolutePath(path))
        return {EvidenceLink::Kind::Unclear, {}};
    const QString clean = QDir::cleanPath(path);
    return {QFileInfo::exists(clean) ? EvidenceLink::Kind::File : EvidenceLink::Kind::FileGone, clean};
}

} // namespace lectern
