// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include "formdraw.h"
#include "random.h"

namespace lectern
{

namespace
{

Result<QList<FormDraw::Seat>> seat(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    if (request.questions < 1 || quotas(blueprint, request.questions).isEmpty())
        return Error{ErrorCode::BadInput, QStringLiteral("a form has at least one question"), {}};
    return FormDraw(bank, blueprint, request).draw();
}

} // namespace

Result<QList<FormItem>> drawForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    const Result<QList<FormDraw::Seat>> seats = seat(bank, blueprint, request);
    if (!seats)
        return seats.error();
    QList<FormItem> form;
    // A stream of its own, so that the order of options does not depend on how many numbers drawing took.
    Random random(request.seed ^ 0x6f7074696f6e73ULL);
    for (const FormDraw::Seat &place : *seats) {
        QStringList order = place.tag.optionIds;
        random.shuffle(order);
        form.append({place.tag.id, place.tag.revision, place.section, order});
    }
    return form;
}

FormPreview previewForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
{
    FormPreview preview;
    const QList<int> wanted = quotas(blueprint, request.questions);
    for (int i = 0; i < wanted.size(); ++i) {
        const Section &section = blueprint.sections[i];
        SectionSupply supply{section.id, wanted[i], 0, 0};
        for (const ItemTag &tag : bank) {
            if (tag.type != ItemType::Single || sectionOf(blueprint, tag.topic, tag.objective) != section.id)
                continue;
            ++supply.available;
            supply.unseen += request.exposures.value(tag.id) == 0 ? 1 : 0;
        }
        preview.sections.append(supply);
    }
    const Result<QList<FormDraw::Seat>> seats = seat(bank, blueprint, request);
    preview.possible = seats.ok();
    if (!seats)
        return preview;
    for (const FormDraw::Seat &place : *seats) {
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
