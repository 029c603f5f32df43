// SPDX-License-Identifier: GPL-3.0-or-later
#include "packreader.h"

#include "bankrules.h"
#include "certificationreader.h"
#include "itemreader.h"
#include "packfiles.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <list>
#include <tuple>

namespace lectern
{

namespace
{

using Read = void (*)(Fields &, Certification &, PackIndex &);

// In the order in which they have to be read; each is required.
struct NamedFile {
    const char16_t *name;
    Read read;
};
constexpr NamedFile namedFiles[]{
    {u"pack.yaml", readHeader},
    {u"syllabus.yaml", readSyllabus},
    {u"blueprints.yaml", readBlueprints},
    {u"path.yaml", readPath},
    {u"certification.yaml", readGuide},
};

// Of use to authors alone, and not required.
const QString namesFile = QStringLiteral("names.yaml");

bool isYamlIn(const QString &name, const QString &folder)
{
    return name.startsWith(folder) && name.endsWith(QStringLiteral(".yaml")) && name.count(u'/') == 1;
}

class Reader
{
public:
    /// An invalid day reads the pack to be used, another inspects it.
    Reader(const QString &folder, QDate inspectedOn)
        : m_folder(folder)
        , m_files(listPack(folder))
    {
        m_index.inspectedOn = inspectedOn;
    }

    PackReading read()
    {
        m_reading.problems = m_files.problems;
        if (std::any_of(m_files.problems.cbegin(), m_files.problems.cend(),
                [](const Problem &problem) { return problem.file.isEmpty(); }))
            return m_reading; // the folder itself is not one that is read
        readBytes();
        for (const NamedFile &file : namedFiles)
            readNamed(QString::fromUtf16(file.name), file.read);
        const bool inspects = m_index.inspectedOn.isValid();
        if (inspects && m_bytes.contains(namesFile))
            readNamed(namesFile, readNames);
        for (const QString &name : std::as_const(m_files.names))
            readOther(name);
        if (!std::any_of(m_files.names.cbegin(), m_files.names.cend(),
                [](const QString &name) { return isYamlIn(name, QStringLiteral("questions/")); }))
            report(QStringLiteral("questions"), ProblemKind::Unreadable,
                QStringLiteral("A pack needs at least one file questions/<topic>-<slug>.yaml."));
        checkEnemies(m_enemies, m_index);
        if (inspects)
            inspectTogether(m_reading.pack.items, m_places);
        m_reading.pack.bankComplete = m_index.bankComplete;
        finish();
        return m_reading;
    }

private:
    void readBytes()
    {
        PackHash hash;
        for (const QString &name : std::as_const(m_files.names)) {
            const auto bytes = readPackFile(m_folder, name);
            if (!bytes) {
                report(name, ProblemKind::Unreadable, QStringLiteral("The file cannot be read."));
                continue;
            }
            hash.add(name, *bytes);
            m_bytes.insert(name, *bytes);
        }
        m_reading.pack.hash = hash.hex();
    }

    void readNamed(const QString &name, Read readInto)
    {
        if (m_bytes.contains(name))
            parse(name, [&](Fields &fields) { readInto(fields, m_reading.pack.certification, m_index); });
        else if (!isReported(name))
            report(name, ProblemKind::Unreadable, QStringLiteral("A pack needs this file, and it is missing."));
    }

    void readOther(const QString &name)
    {
        if (isYamlIn(name, QStringLiteral("projects/")))
            parse(name, [&](Fields &fields) { readProject(fields, m_reading.pack.certification, m_index); });
        else if (isYamlIn(name, QStringLiteral("questions/")))
            parse(name,
                [&](Fields &fields) { readQuestions(fields, m_reading.pack.items, m_places, m_enemies, m_index); });
        else if (isStray(name))
            report(name, ProblemKind::Unreadable,
                QStringLiteral("A file of this name is not read. Question files are questions/<topic>-<slug>.yaml, "
                               "projects are projects/<id>.yaml."));
    }

    static bool isStray(const QString &name)
    {
        const bool named = std::any_of(
            std::begin(namedFiles), std::end(namedFiles), [&](const NamedFile &file) { return name == file.name; });
        return !named && name != namesFile &&
               (name.endsWith(QStringLiteral(".yaml")) || name.endsWith(QStringLiteral(".yml")));
    }

    void parse(const QString &name, const std::function<void(Fields &)> &readInto)
    {
        const QByteArray bytes = m_bytes.value(name);
        ProblemLog &log = m_logs.emplace_back(name, bytes);
        if (bytes.isNull() || !textIsClean(bytes, log))
            return;
        if (const auto tree = parseYaml(bytes, log)) {
            if (auto fields = Fields::of(*tree, {}, log))
                readInto(*fields);
        }
    }

    void finish()
    {
        auto &certification = m_reading.pack.certification;
        std::sort(certification.projects.begin(), certification.projects.end(),
            [](const Project &a, const Project &b) { return a.number < b.number; });
        for (const ItemPlace &place : std::as_const(m_places))
            m_reading.places.append({place.log->file(), place.item.line, place.log->column(place.item)});
        for (const ProblemLog &log : m_logs)
            m_reading.problems += log.problems();
        std::stable_sort(m_reading.problems.begin(), m_reading.problems.end(), [](const Problem &a, const Problem &b) {
            return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
        });
    }

    bool isReported(const QString &name) const
    {
        return std::any_of(m_reading.problems.cbegin(), m_reading.problems.cend(),
            [&](const Problem &problem) { return problem.file == name; });
    }

    void report(const QString &name, ProblemKind kind, const QString &detail)
    {
        m_reading.problems.append({Severity::Error, kind, name, 0, 0, {}, detail});
    }

    QString m_folder;
    PackFiles m_files;
    QHash<QString, QByteArray> m_bytes;
    std::list<ProblemLog> m_logs; // stay where they are: places and enemies point at them
    QList<ItemPlace> m_places;    // of the questions, in their order
    QList<EnemyReference> m_enemies;
    PackIndex m_index;
    PackReading m_reading;
};

} // namespace

bool PackReading::ok() const
{
    return std::none_of(
        problems.cbegin(), problems.cend(), [](const Problem &problem) { return problem.severity == Severity::Error; });
}

PackReading readPack(const QString &folder)
{
    return Reader(folder, {}).read();
}

PackReading inspectPack(const QString &folder, QDate on)
{
    return Reader(folder, on).read();
}

Result<QString> packHash(const QString &folder)
{
    const PackFiles files = listPack(folder);
    if (!files.problems.isEmpty()) {
        const bool missing = !QFileInfo::exists(folder);
        return Error{
            missing ? ErrorCode::FileNotFound : ErrorCode::PackInvalid, files.problems.first().toString(), folder};
    }
    PackHash hash;
    for (const QString &name : files.names) {
        const auto bytes = readPackFile(folder, name);
        if (!bytes)
            return Error{ErrorCode::PackInvalid, QStringLiteral("%1 cannot be read").arg(name), folder};
        hash.add(name, *bytes);
    }
    return hash.hex();
}

QString packStamp(const QString &folder, qint64 nowUtcMs)
{
    constexpr qint64 coarseMs = 2000;
    QStringList files;
    qint64 newest = 0;
    QDirIterator entries(folder, QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        entries.next();
        const QFileInfo file = entries.fileInfo();
        const qint64 written = file.lastModified().toMSecsSinceEpoch();
        const qint64 changed = file.metadataChangeTime().toMSecsSinceEpoch();
        newest = std::max({newest, written, changed});
        files.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(entries.filePath(), QString::number(file.size()), QString::number(written),
                             QString::number(changed)));
    }
    if (newest > nowUtcMs - coarseMs)
        return {};
    files.sort();
    return QString::fromLatin1(
        QCryptographicHash::hash(files.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace lectern
