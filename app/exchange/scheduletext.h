// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "plan.h"

namespace lectern
{

/// What a block is called outside of Lectern. Words of the data model, not translated: the same plan exports the same
/// bytes in every language.
struct BlockText {
    QString code;  ///< of the domain, "Mix" for blocks without topic
    QString title; ///< short: the topic's, else the kind
    QString topic; ///< full title of the topic, empty for mixed blocks
    QString domain;
    QString stage;
};

BlockText textOf(const Certification &certification, const Block &block);

} // namespace lectern
