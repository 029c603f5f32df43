// SPDX-License-Identifier: GPL-3.0-or-later
// A QChartView is not used here.
class QLineSeries;
const char *text = "QPolarChart";
