// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include "drill.h"
#include "formdraw.h"
#include "random.h"

#include <QMap>

#include <algorithm>
#include <iterator>

namespace lectern
{

namespace
{

// A stream of its own, so that what is hidden does not depend on how many numbers drawing took.
constexpr quint64 unscoredStream = 0x756e73636f7265ULL;

QList<ItemTag> openItems(const QList<ItemTag> &bank, const QSet<QString> &unsealed)
{
    QList<ItemTag> open;
    std::copy_if(bank.cbegin(), bank.cend(), std::back_inserter(open),
        [&](const ItemTag &tag) { return tag.reserve.isEmpty() || unsealed.contains(tag.id); });
    return open;
}

/// What is still sealed, by reserve.
QMap<QString, QList<ItemTag>> sealedItems(const QList<ItemTag> &bank, const QSet<QString> &unsealed)
{
    QMap<QString, QList<ItemTag>> reserves;
    for (const ItemTag &tag : bank) {
        if (!tag.reserve.isEmpty() && !unsealed.contains(tag.id))
            reserves[tag.reserve].append(tag);
    }
    return reserves;
}

using Seats = Result<QList<FormDraw::Seat>>;

Seats drawSealed(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    const QMap<QString, QList<ItemTag>> reserves = sealedItems(bank, request.unsealed);
    QList<ItemTag> all;
    for (const QList<ItemTag> &reserve : reserves) {
        if (auto seats = FormDraw(reserve, blueprint, request).draw(); seats)
            return seats;
        all += reserve;
    }
    return FormDraw(all, blueprint, request).draw();
}

Seats seat(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    if (request.questions < 1 || quotas(blueprint, request.questions).isEmpty())
        return Error{ErrorCode::BadInput, QStringLiteral("a form has at least one question"), {}};
    if (request.pool == FormPool::Sealed)
        return drawSealed(bank, blueprint, request);
    return FormDraw(openItems(bank, request.unsealed), blueprint, request).draw();
}

/// Open items that the blueprint asks and that nothing in the form gives away, hidden at random places.
void hideUnscored(QList<FormItem> &form, const QList<ItemTag> &bank, const Blueprint &blueprint, FormRequest request)
{
    QSet<QString> seated;
    for (const FormItem &place : std::as_const(form))
        seated.insert(place.item);
    QSet<QString> barred = seated;
    for (const ItemTag &tag : bank) {
        for (const QString &enemy : tag.enemies) {
            if (seated.contains(tag.id))
                barred.insert(enemy);
            if (seated.contains(enemy))
                barred.insert(tag.id);
        }
    }
    QList<ItemTag> spare = openItems(bank, request.unsealed);
    spare.removeIf([&](const ItemTag &tag) {
        return tag.type != ItemType::Single || !tag.caseId.isEmpty() || barred.contains(tag.id) ||
               sectionOf(blueprint, tag.topic, tag.objective).isEmpty();
    });
    request.questions = request.unscored;
    request.seed ^= unscoredStream;
    const auto drawn = drawDrill(spare, blueprint, request);
    if (!drawn)
        return;
    Random random(request.seed);
    for (FormItem place : *drawn) {
        place.scored = false;
        form.insert(random.below(static_cast<int>(form.size()) + 1), place);
    }
}

} // namespace

Result<QList<FormItem>> drawForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    const Seats seats = seat(bank, blueprint, request);
    if (!seats)
        return seats.error();
    QList<FormItem> form;
    Random random(request.seed ^ optionStream);
    for (const FormDraw::Seat &place : *seats) {
        QStringList order = place.tag.optionIds;
        random.shuffle(order);
        FormItem item{place.tag.id, place.tag.revision, place.section, order};
        if (request.pool == FormPool::Sealed)
            item.reserve = place.tag.reserve;
        form.append(item);
    }
    if (request.unscored > 0)
        hideUnscored(form, bank, blueprint, request);
    return form;
}

int formsLeft(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    FormRequest next = request;
    next.pool = FormPool::Sealed;
    int forms = 0;
    while (const Seats seats = seat(bank, blueprint, next)) {
        ++forms;
        for (const FormDraw::Seat &place : *seats)
            next.unsealed.insert(place.tag.id);
    }
    return forms;
}

FormPreview describeForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request,
    const QList<int> &wanted, const QList<ItemTag> &seats)
{
    FormPreview preview;
    const bool sealed = request.pool == FormPool::Sealed;
    for (int i = 0; i < wanted.size(); ++i) {
        const Section &section = blueprint.sections[i];
        SectionSupply supply{section.id, wanted[i], 0, 0};
        for (const ItemTag &tag : bank) {
            const bool isSealed = !tag.reserve.isEmpty() && !request.unsealed.contains(tag.id);
            if (tag.type != ItemType::Single || !tag.caseId.isEmpty() || isSealed != sealed ||
                sectionOf(blueprint, tag.topic, tag.objective) != section.id)
                continue;
            ++supply.available;
            supply.unseen += request.exposures.value(tag.id) == 0 ? 1 : 0;
        }
        preview.sections.append(supply);
    }
    preview.possible = !seats.isEmpty();
    QStringList reserves;
    for (const ItemTag &tag : seats) {
        if (sealed && !reserves.contains(tag.reserve))
            reserves.append(tag.reserve);
        switch (tag.difficulty) {
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
        preview.withCode += tag.hasCode ? 1 : 0;
        preview.seenBefore += request.exposures.value(tag.id) > 0 ? 1 : 0;
    }
    reserves.sort();
    preview.reserve = reserves.join(u'+');
    return preview;
}

FormPreview previewForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    const Seats drawn = seat(bank, blueprint, request);
    QList<ItemTag> seats;
    if (drawn) {
        for (const FormDraw::Seat &place : *drawn)
            seats.append(place.tag);
    }
    return describeForm(bank, blueprint, request, quotas(blueprint, request.questions), seats);
}

} // namespace lectern
