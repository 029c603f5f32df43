// SPDX-License-Identifier: GPL-3.0-or-later
#include "packfiles.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr qint64 largestFile = 2'000'000;
constexpr qint64 largestPack = 64'000'000;
constexpr qsizetype mostFiles = 2'000;
constexpr int deepestFolder = 8;

class FolderLister
{
public:
    explicit FolderLister(const QString &folder)
        : m_root(QFileInfo(folder).canonicalFilePath())
    {
    }

    PackFiles list()
    {
        if (m_root.isEmpty() || !QFileInfo(m_root).isDir()) {
            report(ProblemKind::Unreadable, {}, QStringLiteral("There is no such folder."));
            return m_files;
        }
        listFolder(m_root, {}, 1);
        if (m_files.names.size() > mostFiles)
            report(ProblemKind::TooLarge, {}, QStringLiteral("The folder holds more than %1 files.").arg(mostFiles));
        if (m_total > largestPack)
            report(ProblemKind::TooLarge, {},
                QStringLiteral("The folder holds more than %1 MB.").arg(largestPack / 1'000'000));
        std::sort(m_files.names.begin(), m_files.names.end(),
            [](const QString &a, const QString &b) { return a.toUtf8() < b.toUtf8(); });
        return m_files;
    }

private:
    void listFolder(const QString &path, const QString &prefix, int depth)
    {
        if (depth > deepestFolder) {
            report(ProblemKind::TooDeep, prefix,
                QStringLiteral("Folders are nested more than %1 levels deep.").arg(deepestFolder));
            return;
        }
        const QFileInfoList entries =
            QDir(path).entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries) {
            if (m_files.names.size() > mostFiles)
                return;
            const QString name = prefix + entry.fileName();
            if (entry.isDir() && !entry.isSymLink())
                listFolder(entry.filePath(), name + u'/', depth + 1);
            else
                addFile(entry, name);
        }
    }

    void addFile(const QFileInfo &entry, const QString &name)
    {
        const bool inside = entry.canonicalFilePath().startsWith(m_root + u'/');
        if (entry.isSymLink() && !inside) {
            report(ProblemKind::Unreadable, name,
                QStringLiteral("This is a link out of the pack's folder. Put the file itself here."));
        } else if (!entry.isFile()) {
            report(ProblemKind::Unreadable, name, QStringLiteral("This is no file. Delete it."));
        } else if (entry.size() > largestFile) {
            report(ProblemKind::TooLarge, name,
                QStringLiteral("The file has %1 bytes; more than %2 are not read. Split it.")
                    .arg(entry.size())
                    .arg(largestFile));
        } else {
            m_files.names.append(name);
            m_total += entry.size();
        }
    }

    void report(ProblemKind kind, const QString &name, const QString &detail)
    {
        if (m_files.problems.size() < mostFiles)
            m_files.problems.append({Severity::Error, kind, name, 0, 0, {}, detail});
    }

    QString m_root;
    PackFiles m_files;
    qint64 m_total = 0;
};

} // namespace

PackFiles listPack(const QString &folder)
{
    return FolderLister(folder).list();
}

std::optional<QByteArray> readPackFile(const QString &folder, const QString &name)
{
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() > largestFile)
        return std::nullopt;
    return bytes;
}

// Lengths between the parts keep two different folders from giving the same stream of bytes.
void PackHash::add(const QString &name, const QByteArray &bytes)
{
    const QByteArray path = name.toUtf8();
    m_hash.addData(QByteArray::number(path.size()) + ' ' + path + ' ' + QByteArray::number(bytes.size()) + ' ');
    m_hash.addData(bytes);
}

QString PackHash::hex() const
{
    return QString::fromLatin1(m_hash.result().toHex());
}

} // namespace lectern
