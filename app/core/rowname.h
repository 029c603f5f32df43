// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"

namespace lectern
{

/// What a row of a readiness report is called.
struct RowName {
    QString code; ///< "D3"; "S5.2" for an objective
    QString title;

    bool operator==(const RowName &) const = default;
};

/// Of a section of the blueprint, one of its objectives, or a topic of the syllabus, whose code is its domain's. An id
/// that none of them has stands for itself.
RowName rowName(const Certification &certification, const Blueprint &blueprint, const QString &id);

} // namespace lectern
