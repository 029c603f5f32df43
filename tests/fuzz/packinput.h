// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lectern::test
{

/// Takes the bytes for a file of a pack, of each kind in turn, and reads it as far as it goes. Whatever the bytes are,
/// it returns; the number of problems found, over all kinds.
int readAsPackFile(const QByteArray &bytes);

} // namespace lectern::test
