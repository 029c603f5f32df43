// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "result.h"

#include <QHash>

namespace lectern
{

class Profile;

/// Certifications and items installed from packs, as content-addressed revisions: an old attempt always shows what was
/// asked.
class PackStore
{
public:
    explicit PackStore(Profile &profile);

    struct Installed {
        QString id;
        QString version;
        QString hash;
    };
    Result<QList<Installed>> installed() const;
    /// Installs or replaces in one transaction; items that the pack no longer has are retired, never deleted.
    /// PackInvalid with the item in `where` if two items have one id.
    Outcome install(const Certification &certification, const QList<Item> &items, const QString &hash, qint64 nowUtcMs);

    Result<Certification> certification(const QString &pack) const;
    /// Tags of all live items of a pack, by item id.
    Result<QList<ItemTag>> tags(const QString &pack) const;
    Result<Item> item(const QString &revision) const;
    Result<QHash<QString, Item>> items(const QStringList &revisions) const; ///< by revision
    /// Number of live items with one best answer per topic: those that a form can seat now. An item of a reserve counts
    /// once its seal is broken.
    Result<QHash<QString, int>> itemsPerTopic(const QString &pack) const;

    struct Hit {
        QString item;
        QString revision;
        QString topic;
        QString title;
        QString snippet; ///< plain text
    };
    /// Full-text search over titles, stems and takeaways of items that were shown in an attempt that has ended, retired
    /// ones too; every word must occur, prefixes count. What is sealed was not shown in any. Only types that the
    /// program can show are found.
    Result<QList<Hit>> search(const QString &pack, const QString &text, int limit) const;

private:
    Profile &m_profile;
};

} // namespace lectern
