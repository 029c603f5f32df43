// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page.h"
#include "ui.h"

#include <memory>

namespace lectern
{

class Workspace;

/// Makes a page with the desks it works with. With its parent from the start: whoever is put below one afterwards is
/// measured once more, because styles are inherited.
std::unique_ptr<Page> makePage(PageId id, Workspace &workspace, Ui &ui, QWidget *parent);

} // namespace lectern
