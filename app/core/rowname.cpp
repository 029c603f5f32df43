// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowname.h"

namespace lectern
{

RowName rowName(const Certification &certification, const Blueprint &blueprint, const QString &id)
{
    for (const Section &section : blueprint.sections) {
        if (section.id == id)
            return {section.code, section.title};
        for (const Objective &objective : section.objectives) {
            if (objective.id == id)
                return {objective.id, objective.title};
        }
    }
    const Topic *topic = certification.topic(id);
    const Domain *domain = certification.domainOfTopic(id);
    if (topic && domain)
        return {domain->code, topic->title};
    return {{}, id};
}

} // namespace lectern
