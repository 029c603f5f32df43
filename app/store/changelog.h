// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "result.h"
#include "rowimage.h"

#include <QList>
#include <QString>
#include <QVariantMap>
#include <functional>
#include <optional>

namespace lectern
{

class Profile;

/// Undo for everything but answers. Whoever writes a row inside `perform` calls touch() first; the row's image from
/// before is kept in the same transaction, survives a restart, and undo() puts it back. The last 200 changes are kept.
/// A new change forgets what was undone.
class ChangeLog
{
public:
    explicit ChangeLog(Profile &profile);

    /// Runs `write` and records what it touched as one change, in one transaction. `label` is what Undo shows. A write
    /// that leaves every row as it was is no change.
    Outcome perform(const QString &label, qint64 nowUtcMs, const std::function<Outcome()> &write);
    /// Remembers the row of `table` with this primary key as it is now (or that there is none). Only inside perform().
    Outcome touch(const QString &table, const QVariantMap &primaryKey);

    struct Entry {
        ChangeId id{};
        QString label;
        qint64 utcMs = 0;
    };
    Result<std::optional<Entry>> nextUndo() const;
    Result<std::optional<Entry>> nextRedo() const;
    Result<Entry> undo(); ///< NotFound if there is nothing to undo
    Result<Entry> redo();

private:
    Result<Entry> swapImages(bool undoing);
    Outcome record(const QString &label, qint64 nowUtcMs);

    Profile &m_profile;
    bool m_recording = false;
    QList<RowImage> m_images; ///< of the change being recorded, each row once, as it was first
};

} // namespace lectern
