// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "certification.h"
#include "item.h"

namespace lectern::test
{

/// Five domains of five topics, weights 25/25/20/15/15, a path of 12 weeks (five stages of two and a capstone), two
/// blueprints: "page" by domain, "outline" by nine sections, to be rehearsed from 2026-10-09 on.
Certification sampleCertification();

/// A question with code, four options, two sources and two states.
Item sampleItem();

/// `perTopic` items for each topic of the certification, difficulties and sections in turn. The items of a topic are
/// named "<topic>-<n>" and have the options o1 to o4.
QList<ItemTag> sampleBank(const Certification &certification, int perTopic);

/// A setup of `size` items q0, q1 ... with the options a, b, c, d, seated in the sections in turn.
AttemptSetup sampleSetup(int size, int minutes = 120, const QStringList &sections = {QStringLiteral("s")});

/// The moment `ms` milliseconds after an arbitrary start, both clocks running, in the boot named `boot`.
Moment at(qint64 ms, const QString &boot = QStringLiteral("boot"));

} // namespace lectern::test
