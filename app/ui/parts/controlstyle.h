// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QAbstractSpinBox;

namespace lectern
{

class Theme;

/// Fusion with our lines: fields, boxes and check marks drawn in token colours that reach 3:1, and a focus ring that
/// shows the keyboard's place on any control. Style sheets cannot tint arrows and marks.
class ControlStyle : public QProxyStyle
{
    Q_OBJECT
public:
    explicit ControlStyle(const Theme &theme);

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
        const QWidget *widget = nullptr) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption *option = nullptr, const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
        QStyleHintReturn *data = nullptr) const override;

private:
    /// Gives a spin box the width that its longest text and its arrows need.
    void makeRoom(QAbstractSpinBox &spin) const;
    void drawField(const QStyleOption *option, QPainter *painter) const;
    void drawChevron(QPainter *painter, const QRect &rect, bool up, bool enabled) const;
    void drawCheckBox(const QStyleOption *option, QPainter *painter) const;
    void drawRadioButton(const QStyleOption *option, QPainter *painter) const;

    const Theme &m_theme;
};

} // namespace lectern
