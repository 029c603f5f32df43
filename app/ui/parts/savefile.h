// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QByteArray>

namespace lectern
{

/// Writes a whole file, or none: what stood there before stays if the disk refuses. FileNotWritable.
Outcome saveFile(const QString &path, const QByteArray &bytes);

} // namespace lectern
