// SPDX-License-Identifier: GPL-3.0-or-later
#include "printmetrics.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPaintDevice>
#include <QStringList>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr double millimetresPerInch = 25.4;

} // namespace

PrintMetrics::PrintMetrics(const QPaintDevice *paintDevice, int textPercent)
    : device(paintDevice)
    , width(paintDevice->width())
    , height(paintDevice->height())
    , scale(textPercent / 100.0)
{
}

double PrintMetrics::mm(double millimetres) const
{
    return millimetres * device->logicalDpiX() / millimetresPerInch;
}

QFont PrintMetrics::font(double points, bool bold) const
{
    QFont font(QGuiApplication::font().family());
    font.setPointSizeF(points * scale);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont PrintMetrics::codeFont(double points) const
{
    QFont font(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    font.setFixedPitch(true);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(points * scale);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double PrintMetrics::lineHeight(const QFont &font) const
{
    return QFontMetricsF(font, device).height();
}

double PrintMetrics::textWidth(const QFont &font, const QString &text) const
{
    return QFontMetricsF(font, device).horizontalAdvance(text);
}

QString PrintMetrics::shortened(const QFont &font, const QString &text, double within) const
{
    return QFontMetricsF(font, device).elidedText(text, Qt::ElideRight, within);
}

int PrintMetrics::wrapping(const QFont &font, const QString &text, double within) const
{
    const QFontMetricsF measure(font, device);
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const bool fits = std::all_of(
        words.cbegin(), words.cend(), [&](const QString &word) { return measure.horizontalAdvance(word) <= within; });
    return fits ? Qt::TextWordWrap : Qt::TextWrapAnywhere;
}

double PrintMetrics::textHeight(const QFont &font, const QString &text, double within) const
{
    return QFontMetricsF(font, device)
        .boundingRect(QRectF(0, 0, within, 1e6), wrapping(font, text, within), text)
        .height();
}

} // namespace lectern
