// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart.h"
#include <QPolarChart>
#include <QValueAxis>

QPolarChart *chart = nullptr;
