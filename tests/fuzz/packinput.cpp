// SPDX-License-Identifier: GPL-3.0-or-later
#include "packinput.h"

#include "certificationreader.h"
#include "itemreader.h"

namespace lectern::test
{

namespace
{

template<typename Read>
int problemsOf(const QByteArray &bytes, const Read &read)
{
    ProblemLog log(QStringLiteral("questions/input.yaml"), bytes);
    if (textIsClean(bytes, log)) {
        if (const auto tree = parseYaml(bytes, log)) {
            if (auto fields = Fields::of(*tree, {}, log))
                read(*fields);
        }
    }
    return static_cast<int>(log.problems().size());
}

} // namespace

int readAsPackFile(const QByteArray &bytes)
{
    int problems = 0;
    for (const auto read : {readHeader, readSyllabus, readBlueprints, readPath, readGuide, readProject, readNames}) {
        Certification certification;
        PackIndex index;
        problems += problemsOf(bytes, [&](Fields &fields) { read(fields, certification, index); });
    }
    problems += problemsOf(bytes, [](Fields &fields) {
        QList<Item> items;
        QList<ItemPlace> places;
        QList<EnemyReference> enemies;
        PackIndex index;
        index.knowsTopics = index.knowsObjectives = true;
        readQuestions(fields, items, places, enemies, index);
        checkEnemies(enemies, index);
    });
    return problems;
}

} // namespace lectern::test
