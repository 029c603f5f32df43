// SPDX-License-Identifier: GPL-3.0-or-later
#include "comeback.h"

#include "random.h"

#include <algorithm>
#include <tuple>

namespace lectern
{

QList<Comeback> comebacks(const QList<AnswerRecord> &answers, const std::function<QDate(qint64 utcMs)> &dayOf)
{
    QHash<QString, Comeback> waiting;
    for (const AnswerRecord &answer : answers) {
        const QString missed = answer.standsFor.isEmpty() ? answer.item : answer.standsFor;
        const QDate day = dayOf(answer.utcMs);
        const auto known = waiting.find(missed);
        if (!answer.right) {
            waiting.insert(missed, {missed, 0, day.addDays(comebackDays[0])});
        } else if (known != waiting.end() && day >= known->due) {
            if (std::size_t(known->step) + 1 == comebackDays.size()) {
                waiting.erase(known);
                continue;
            }
            ++known->step;
            known->due = day.addDays(comebackDays[std::size_t(known->step)]);
        }
    }
    QList<Comeback> sorted = waiting.values();
    std::sort(sorted.begin(), sorted.end(),
        [](const Comeback &a, const Comeback &b) { return std::tie(a.due, a.item) < std::tie(b.due, b.item); });
    return sorted;
}

namespace
{

bool areSiblings(const ItemTag &a, const ItemTag &b)
{
    return a.id != b.id && a.topic == b.topic && a.objective == b.objective && a.type == b.type;
}

/// Seats an item unless one of its enemies, or it itself, sits already.
class Seating
{
public:
    Seating(const Blueprint &blueprint, const FormRequest &request)
        : m_blueprint(blueprint)
        , m_request(request)
        , m_orders(request.seed ^ 0x6f7074696f6e73ULL)
    {
    }

    bool fits(const ItemTag &tag) const
    {
        return !m_barred.contains(tag.id) && std::none_of(tag.enemies.cbegin(), tag.enemies.cend(),
                                                 [&](const QString &id) { return m_taken.contains(id); });
    }
    void seat(const ItemTag &tag, const QString &standsFor)
    {
        m_taken.insert(tag.id);
        m_barred.insert(tag.id);
        for (const QString &enemy : tag.enemies)
            m_barred.insert(enemy);
        QStringList order = tag.optionIds;
        m_orders.shuffle(order);
        FormItem item{tag.id, tag.revision, sectionOf(m_blueprint, tag.topic, tag.objective), order};
        item.standsFor = standsFor;
        m_form.append(item);
    }
    bool full() const { return m_form.size() >= m_request.questions; }
    const QList<FormItem> &form() const { return m_form; }

private:
    const Blueprint &m_blueprint;
    const FormRequest &m_request;
    Random m_orders;
    QSet<QString> m_taken;
    QSet<QString> m_barred;
    QList<FormItem> m_form;
};

} // namespace

Result<QList<FormItem>> drawComebacks(
    const QList<Comeback> &due, const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    QList<ItemTag> open;
    for (const ItemTag &tag : bank) {
        if ((tag.reserve.isEmpty() || request.unsealed.contains(tag.id)) && tag.caseId.isEmpty() &&
            (tag.type == ItemType::Single || tag.type == ItemType::Multiple))
            open.append(tag);
    }
    std::sort(open.begin(), open.end(), [](const ItemTag &a, const ItemTag &b) { return a.id < b.id; });
    Random random(request.seed);
    random.shuffle(open);

    Seating seats(blueprint, request);
    for (const Comeback &comeback : due) {
        if (seats.full())
            break;
        const auto self =
            std::find_if(open.cbegin(), open.cend(), [&](const ItemTag &tag) { return tag.id == comeback.item; });
        if (self == open.cend())
            continue;
        const ItemTag *best = seats.fits(*self) ? &*self : nullptr;
        // A sibling shows whether the rule was learnt, or the answer only.
        for (const ItemTag &tag : std::as_const(open)) {
            const int shown = request.exposures.value(tag.id);
            if (areSiblings(tag, *self) && seats.fits(tag) && shown < request.exposures.value(self->id) &&
                (!best || shown < request.exposures.value(best->id)))
                best = &tag;
        }
        if (best)
            seats.seat(*best, best->id == comeback.item ? QString() : comeback.item);
    }
    if (seats.form().isEmpty())
        return Error{ErrorCode::NotEnoughItems, QStringLiteral("nothing is due"), {}};
    return seats.form();
}

} // namespace lectern
