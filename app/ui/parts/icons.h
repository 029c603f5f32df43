// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace lectern
{

class Theme;

/// A symbolic icon of the desktop's theme (Breeze as fallback, our own in resources last), tinted with `color`; the
/// text colour if invalid. Disabled state is tinted muted.
QIcon symbolicIcon(const Theme &theme, const QString &name, QColor color = {});

} // namespace lectern
