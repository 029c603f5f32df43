// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QJsonObject>
#include <QVariantMap>
#include <optional>

class QSqlDatabase;

namespace lectern
{

/// One row as it was at a moment, or that there was none: what undo and redo put back.
struct RowImage {
    QString table;
    QVariantMap key;
    std::optional<QVariantMap> row;

    bool operator==(const RowImage &) const = default;
};

/// The row that stands now. BadInput for a table that is not undoable or a key that is not its primary key.
Result<RowImage> takeImage(const QSqlDatabase &database, const QString &table, const QVariantMap &key);

/// Makes the row what the image says.
Outcome putBack(const QSqlDatabase &database, const RowImage &image);

/// JSON with SQLite's types kept: an integer stays one of 64 bits, a real a real.
QJsonObject toJson(const RowImage &image);
/// ProfileDamaged for what toJson cannot have written.
Result<RowImage> imageFromJson(const QJsonObject &object);

} // namespace lectern
