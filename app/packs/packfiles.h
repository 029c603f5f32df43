// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "problem.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace lectern
{

/// The files of a pack's folder, hidden ones left out, and what is wrong with the folder itself.
struct PackFiles {
    QStringList names; ///< relative, with slashes, in the order of their UTF-8 bytes
    QList<Problem> problems;
};

/// Lists without opening anything. Problems: links out of the folder, links to folders, what is neither file nor
/// folder, files over 2 MB, more than 2,000 files, 64 MB in all, folders nested over 8 levels.
PackFiles listPack(const QString &folder);

/// The bytes of one of the listed files; nothing if it cannot be read or grew over 2 MB meanwhile.
std::optional<QByteArray> readPackFile(const QString &folder, const QString &name);

/// Hash of a pack: files are added in the order of PackFiles::names.
class PackHash
{
public:
    void add(const QString &name, const QByteArray &bytes);
    QString hex() const;

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace lectern
