// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "result.h"

#include <QByteArray>

namespace lectern
{

// How pack contents are kept in the profile: compact JSON whose bytes depend on the value only (keys sorted), so that
// equal values have equal bytes. Reading refuses what writing cannot have produced (ErrorCode::ProfileDamaged).
QByteArray toJson(const Certification &certification);
Result<Certification> certificationFromJson(const QByteArray &json);
QByteArray toJson(const Item &item);
Result<Item> itemFromJson(const QByteArray &json);

// The words that stand in packs, in the database and in exports.
QString word(Bloom bloom);
QString word(Difficulty difficulty);
QString word(ItemType type);
QString word(CollectionKind kind);
QString word(BlueprintKind kind);
std::optional<Bloom> bloomFromWord(QStringView word);
std::optional<Difficulty> difficultyFromWord(QStringView word);
std::optional<ItemType> itemTypeFromWord(QStringView word);
std::optional<CollectionKind> collectionKindFromWord(QStringView word);
std::optional<BlueprintKind> blueprintKindFromWord(QStringView word);

} // namespace lectern
