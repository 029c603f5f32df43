// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QPainter;

namespace lectern
{

class Theme;

/// The small signs at a position; each differs in its shape.
enum class SeatMark { Flagged, Unsure, Unread, Locked };

void paintSeatMark(QPainter &painter, const Theme &theme, SeatMark mark, const QRect &area);

} // namespace lectern
