// SPDX-License-Identifier: GPL-3.0-or-later
#include "bankrules.h"

#include "thresholds.h"
#include "wording.h"

#include <algorithm>

namespace lectern
{

using namespace thresholds;

namespace
{

QSet<QString> questionShingles(const Item &item)
{
    QString whole = item.stem + u' ' + item.question;
    for (const Option &option : item.options)
        whole += u' ' + option.text;
    return shingles(whole, shingleWords);
}

QSet<QString> optionShingles(const Item &item)
{
    QSet<QString> all;
    for (const Option &option : item.options)
        all += shingles(option.text, optionShingleWords);
    return all;
}

// Pairs that share at least one shingle, with their likeness: most pairs share none and are never looked at.
struct Likeness {
    qsizetype first;
    qsizetype second;
    double share;
};
QList<Likeness> likenesses(const QList<QSet<QString>> &sets, double least)
{
    QHash<QString, QList<qsizetype>> holders;
    QList<Likeness> found;
    for (qsizetype i = 0; i < sets.size(); ++i) {
        QSet<qsizetype> others;
        for (const QString &shingle : sets[i]) {
            QList<qsizetype> &list = holders[shingle];
            for (const qsizetype other : std::as_const(list))
                others.insert(other);
            list.append(i);
        }
        for (const qsizetype other : std::as_const(others)) {
            if (const double share = jaccard(sets[i], sets[other]); share >= least)
                found.append({other, i, share});
        }
    }
    std::sort(found.begin(), found.end(),
        [](const Likeness &a, const Likeness &b) { return std::tie(a.second, a.first) < std::tie(b.second, b.first); });
    return found;
}

QList<Likeness> alikeBy(const QList<Item> &items, QSet<QString> (*shinglesOf)(const Item &), double least)
{
    QList<QSet<QString>> sets;
    for (const Item &item : items)
        sets.append(shinglesOf(item));
    return likenesses(sets, least);
}

void inspectLikeness(const QList<Item> &items, const QList<ItemPlace> &places)
{
    QSet<std::pair<qsizetype, qsizetype>> same;
    for (const Likeness &alike : alikeBy(items, questionShingles, sameQuestion)) {
        const ItemPlace &place = places[alike.second];
        same.insert({alike.first, alike.second});
        place.log->error(ProblemKind::ItemFlaw, place.item, place.path,
            QStringLiteral("The question has %1 of its wording in common with %2. Drop one of the two.")
                .arg(alike.share, 0, 'f', 2)
                .arg(quoted(items[alike.first].id)));
    }
    for (const Likeness &alike : alikeBy(items, optionShingles, sameOptions)) {
        const ItemPlace &place = places[alike.second];
        if (!same.contains({alike.first, alike.second}))
            place.log->warning(ProblemKind::ItemFlaw, place.options, place.path + QStringLiteral(".options"),
                QStringLiteral("The options have %1 of their wording in common with those of %2.")
                    .arg(alike.share, 0, 'f', 2)
                    .arg(quoted(items[alike.first].id)));
    }
}

void inspectGivenAway(const QList<Item> &items, const QList<ItemPlace> &places)
{
    QStringList stems;
    for (const Item &item : items)
        stems.append(u' ' + gist(item.stem + u' ' + item.question) + u' ');
    for (qsizetype i = 0; i < items.size(); ++i) {
        const qsizetype key = keyIndex(items[i]);
        if (key < 0)
            continue;
        const QString said = gist(items[i].options[key].text);
        if (wordCount(said) < givenAwayWords)
            continue;
        for (qsizetype other = 0; other < items.size(); ++other) {
            const bool enemies =
                items[i].enemies.contains(items[other].id) || items[other].enemies.contains(items[i].id);
            if (other != i && !enemies && stems[other].contains(u' ' + said + u' '))
                places[i].log->warning(ProblemKind::ItemFlaw, places[i].key,
                    places[i].path + QStringLiteral(".options[%1].text").arg(key),
                    QStringLiteral("The stem of %1 says what is asked here. Name the two as enemies.")
                        .arg(quoted(items[other].id)));
        }
    }
}

// Long words of the text that the others of the item do not have.
QSet<QString> onlyHere(const QList<QSet<QString>> &options, qsizetype index, const QSet<QString> &stem)
{
    QSet<QString> words = options[index] & stem;
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (i != index)
            words -= options[i];
    }
    return words;
}

// A wrong option with such a word of its own makes the cue useless.
void inspectClang(const QList<Item> &items, const QList<ItemPlace> &places)
{
    if (items.size() < rareWordBank)
        return;
    QList<QSet<QString>> stems;
    QHash<QString, int> users;
    for (const Item &item : items) {
        QSet<QString> words;
        const QSet<QString> asked = contentWords(withoutCode(item.stem + u' ' + item.question));
        for (const QString &word : asked) {
            if (word.size() >= clangLetters)
                words.insert(word);
        }
        stems.append(words);
        for (const Option &option : item.options)
            words += contentWords(withoutCode(option.text));
        for (const QString &word : std::as_const(words))
            ++users[word];
    }
    for (qsizetype i = 0; i < items.size(); ++i) {
        const qsizetype key = keyIndex(items[i]);
        if (key < 0)
            continue;
        QList<QSet<QString>> options;
        for (const Option &option : items[i].options)
            options.append(contentWords(withoutCode(option.text)));
        QStringList rare;
        bool others = false;
        for (qsizetype option = 0; option < options.size(); ++option) {
            const QSet<QString> own = onlyHere(options, option, stems[i]);
            others = others || (option != key && !own.isEmpty());
            for (const QString &word : own) {
                if (option == key && users.value(word) <= rareWordItems)
                    rare.append(word);
            }
        }
        rare.sort();
        if (!rare.isEmpty() && !others)
            places[i].log->warning(ProblemKind::ItemFlaw, places[i].key,
                places[i].path + QStringLiteral(".options[%1].text").arg(key),
                QStringLiteral("Of the options only the right one takes up %1 from the stem, a rare word. Give it to "
                               "another, or say it otherwise.")
                    .arg(quoted(rare.join(QStringLiteral(", ")))));
    }
}

// A page that goes by two names looks like two sources, and one of the names is none of the page's.
void inspectSourceTitles(const QList<Item> &items, const QList<ItemPlace> &places)
{
    struct Named {
        QString title;
        QString item;
    };
    QHash<QString, Named> pages;
    for (qsizetype i = 0; i < items.size(); ++i) {
        for (qsizetype source = 0; source < items[i].sources.size(); ++source) {
            const Source &page = items[i].sources[source];
            const auto known = pages.constFind(page.url);
            if (known == pages.cend())
                pages.insert(page.url, {page.title, items[i].id});
            else if (known->title != page.title)
                places[i].log->warning(ProblemKind::ItemFlaw, places[i].sourceTitles[source],
                    places[i].path + QStringLiteral(".sources[%1].title").arg(source),
                    QStringLiteral("This page is called %1 in %2. Use the title that the page has itself.")
                        .arg(quoted(known->title), quoted(known->item)));
        }
    }
}

} // namespace

QList<std::pair<qsizetype, qsizetype>> sameQuestions(const QList<Item> &items)
{
    QList<std::pair<qsizetype, qsizetype>> pairs;
    for (const Likeness &alike : alikeBy(items, questionShingles, sameQuestion))
        pairs.append({alike.first, alike.second});
    return pairs;
}

void inspectTogether(const QList<Item> &items, const QList<ItemPlace> &places)
{
    inspectLikeness(items, places);
    inspectGivenAway(items, places);
    inspectClang(items, places);
    inspectSourceTitles(items, places);
}

} // namespace lectern
