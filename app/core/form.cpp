// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include "random.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr std::size_t difficultyCount = 3;
// Shares of easy, medium and hard that a form leans to while supply lasts, in percent.
constexpr std::array<int, difficultyCount> difficultyShares{25, 50, 25};

std::size_t slot(Difficulty difficulty)
{
    return static_cast<std::size_t>(difficulty);
}

/// Picks the items of one section, one after another.
class SectionDraw
{
public:
    SectionDraw(QList<ItemTag> pool, const FormRequest &request, Random &random)
        : m_pool(std::move(pool))
        , m_request(request)
    {
        // Order by id first: the bank may come in any order and the seed alone may decide.
        std::sort(m_pool.begin(), m_pool.end(), [](const ItemTag &a, const ItemTag &b) { return a.id < b.id; });
        random.shuffle(m_pool);
    }

    bool draw(int wanted, QSet<QString> &barred, QList<ItemTag> &chosen)
    {
        std::array<int, difficultyCount> taken{};
        for (int drawn = 0; drawn < wanted; ++drawn) {
            const int best = pick(barred, taken, drawn + 1);
            if (best < 0)
                return false;
            const ItemTag tag = m_pool.takeAt(best);
            ++taken[slot(tag.difficulty)];
            ++m_perTopic[tag.topic];
            barred.insert(tag.id);
            for (const QString &enemy : tag.enemies)
                barred.insert(enemy);
            for (const ItemTag &other : std::as_const(m_pool)) {
                if (other.enemies.contains(tag.id))
                    barred.insert(other.id);
            }
            chosen.append(tag);
        }
        return true;
    }

private:
    /// Fewest exposures first, then the topic that had the fewest turns, then the difficulty that lags its share most;
    /// the shuffle decides between equals.
    int pick(const QSet<QString> &barred, const std::array<int, difficultyCount> &taken, int size) const
    {
        int best = -1;
        std::array<int, 3> bestRank{};
        for (int i = 0; i < m_pool.size(); ++i) {
            const ItemTag &tag = m_pool[i];
            if (barred.contains(tag.id))
                continue;
            const std::size_t level = slot(tag.difficulty);
            const int surplus = taken[level] * 100 - difficultyShares[level] * size;
            const std::array<int, 3> rank{m_request.exposures.value(tag.id), m_perTopic.value(tag.topic), surplus};
            if (best < 0 || rank < bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }

    QList<ItemTag> m_pool;
    const FormRequest &m_request;
    QHash<QString, int> m_perTopic;
};

QHash<QString, QList<ItemTag>> bySection(const QList<ItemTag> &bank, const Blueprint &blueprint)
{
    QHash<QString, QList<ItemTag>> pools;
    for (const ItemTag &tag : bank) {
        const QString section = sectionOf(blueprint, tag.topic, tag.objective);
        if (!section.isEmpty())
            pools[section].append(tag);
    }
    return pools;
}

struct Seated {
    ItemTag tag;
    QString section;
};

Result<QList<Seated>> seat(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    const QHash<QString, QList<ItemTag>> pools = bySection(bank, blueprint);
    const QList<int> wanted = quotas(blueprint, request.questions);
    Random random(request.seed);
    QSet<QString> barred;
    QList<Seated> seats;
    for (int i = 0; i < wanted.size(); ++i) {
        const Section &section = blueprint.sections[i];
        SectionDraw draw(pools.value(section.id), request, random);
        QList<ItemTag> chosen;
        if (!draw.draw(wanted[i], barred, chosen))
            return Error{
                ErrorCode::NotEnoughItems, QStringLiteral("%1 of %2").arg(chosen.size()).arg(wanted[i]), section.code};
        for (const ItemTag &tag : std::as_const(chosen))
            seats.append({tag, section.id});
    }
    random.shuffle(seats);
    return seats;
}

} // namespace

Result<QList<FormItem>> drawForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    const Result<QList<Seated>> seats = seat(bank, blueprint, request);
    if (!seats)
        return seats.error();
    QList<FormItem> form;
    // A stream of its own, so that the order of options does not depend on how many numbers drawing took.
    Random random(request.seed ^ 0x6f7074696f6e73ULL);
    for (const Seated &place : *seats) {
        QStringList order = place.tag.optionIds;
        random.shuffle(order);
        form.append({place.tag.id, place.tag.revision, place.section, order});
    }
    return form;
}

FormPreview previewForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    FormPreview preview;
    const QHash<QString, QList<ItemTag>> pools = bySection(bank, blueprint);
    const QList<int> wanted = quotas(blueprint, request.questions);
    for (int i = 0; i < wanted.size(); ++i) {
        const Section &section = blueprint.sections[i];
        SectionSupply supply{section.id, wanted[i], 0, 0};
        for (const ItemTag &tag : pools.value(section.id)) {
            ++supply.available;
            if (request.exposures.value(tag.id) == 0)
                ++supply.unseen;
        }
        preview.sections.append(supply);
    }
    const Result<QList<Seated>> seats = seat(bank, blueprint, request);
    preview.possible = seats.ok();
    if (!seats)
        return preview;
    for (const Seated &place : *seats) {
        switch (place.tag.difficulty) {
        case Difficulty::Easy:
            ++preview.easy;
            break;
        case Difficulty::Medium:
            ++preview.medium;
            break;
        case Difficulty::Hard:
            ++preview.hard;
            break;
        }
        preview.withCode += place.tag.hasCode ? 1 : 0;
        preview.seenBefore += request.exposures.value(place.tag.id) > 0 ? 1 : 0;
    }
    return preview;
}

} // namespace lectern
