// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readout.h"

#include <QDate>
#include <QString>

namespace lectern
{

QString rangeText(const Estimate &estimate); ///< "54–68 %"
/// "5 November", with the year if it is not that of `today`.
QString chartDay(QDate day, QDate today);

} // namespace lectern
