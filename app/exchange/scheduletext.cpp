// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduletext.h"

#include <algorithm>

namespace lectern
{

BlockText textOf(const Certification &certification, const Block &block)
{
    BlockText text;
    text.code = QStringLiteral("Mix");
    text.title = word(block.kind);
    if (!text.title.isEmpty())
        text.title[0] = text.title[0].toUpper();
    if (const Domain *domain = certification.domainOfTopic(block.topic)) {
        text.code = domain->code;
        text.domain = domain->title;
    }
    if (const Topic *topic = certification.topic(block.topic)) {
        text.topic = topic->title;
        text.title = topic->shortTitle.isEmpty() ? topic->title : topic->shortTitle;
    }
    const auto stage = std::find_if(certification.path.cbegin(), certification.path.cend(),
        [&block](const Stage &candidate) { return candidate.id == block.stage; });
    if (stage != certification.path.cend())
        text.stage = stage->title;
    return text;
}

} // namespace lectern
