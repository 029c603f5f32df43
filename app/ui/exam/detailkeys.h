// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <functional>

class QWidget;

namespace lectern
{

class ReportDetail;

/// Keys of the page for the question that is open on it: why it went wrong, the own rule, a sibling, what is known of
/// it, its dispute. `open` returns null while none is.
void addDetailKeys(QWidget *page, const std::function<ReportDetail *()> &open);
QStringList detailShortcuts(); ///< as Page::shortcuts()

} // namespace lectern
