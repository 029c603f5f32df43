// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QPaintDevice;

namespace lectern
{

/// Lengths and fonts of a device that is printed on, in the device's units.
struct PrintMetrics {
    /// `textPercent` enlarges the fonts and nothing else.
    explicit PrintMetrics(const QPaintDevice *device, int textPercent = 100);
    double mm(double millimetres) const;
    QFont font(double points, bool bold = false) const;
    QFont codeFont(double points) const;
    double lineHeight(const QFont &font) const;
    double textWidth(const QFont &font, const QString &text) const;
    /// The text on one line, ended with an ellipsis where it is too long.
    QString shortened(const QFont &font, const QString &text, double within) const;
    /// How text has to be drawn to stay within a width: between words, inside of them where one is too long.
    int wrapping(const QFont &font, const QString &text, double within) const;
    double textHeight(const QFont &font, const QString &text, double within) const;

    const QPaintDevice *device;
    double width; ///< between the margins
    double height;
    double scale; ///< of the fonts
};

} // namespace lectern
