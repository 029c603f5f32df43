// SPDX-License-Identifier: GPL-3.0-or-later
QColor a(10, 20, 30);
QColor b("#1A1D21");
QColor c = Qt::darkRed;
QColor d{0x1a, 2, 3};
const char *sheet = "color: #98121F;";
QColor e("steelblue");
QRgb f = qRgb(1, 2, 3);
QColor g = Qt::transparent; // not Qt::red
const char *issue = "Question #123 and #1234567";
QColor h(red, green, blue);
