// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
inline const QColor surface("#F3F4F6");
