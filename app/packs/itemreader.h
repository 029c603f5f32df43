// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "packindex.h"

namespace lectern
{

/// An id that a question names and that may stand in a file not yet read. The log must outlive it.
struct EnemyReference {
    ProblemLog *log = nullptr;
    FilePlace place;
    QString key;
    QString item; ///< the question that names it
    QString enemy;
};

/// Where a question stands, for what shows only beside the others. The log must outlive it.
struct ItemPlace {
    ProblemLog *log = nullptr;
    QString path; ///< "items[3]"
    FilePlace item;
    FilePlace stem;
    FilePlace options;
    FilePlace key; ///< the text of the one right option, else of the first
    QList<FilePlace> sourceTitles;
};

/// Reads questions/<topic>-<slug>.yaml: appends its items with their places, and what they name of each other, for
/// checkEnemies() once all files were read.
void readQuestions(
    Fields &fields, QList<Item> &items, QList<ItemPlace> &places, QList<EnemyReference> &enemies, PackIndex &index);

void checkEnemies(const QList<EnemyReference> &enemies, const PackIndex &index);

} // namespace lectern
