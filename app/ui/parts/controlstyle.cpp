// SPDX-License-Identifier: GPL-3.0-or-later
#include "controlstyle.h"

#include "theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>

namespace lectern
{

namespace
{

constexpr int ring = 2;

struct Painting {
    explicit Painting(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Painting() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Painting)

private:
    QPainter *m_painter;
};

QRectF within(const QRect &rect, double pen)
{
    return QRectF(rect).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
}

} // namespace

ControlStyle::ControlStyle(const Theme &theme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_theme(theme)
{
}

void ControlStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Painting painting(painter);
    switch (element) {
    case PE_FrameFocusRect:
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.tokens().accent, ring));
        painter->drawRoundedRect(within(option->rect, ring), 3, 3);
        break;
    case PE_IndicatorCheckBox:
        drawCheckBox(option, painter);
        break;
    case PE_IndicatorRadioButton:
        drawRadioButton(option, painter);
        break;
    default:
        painter->setRenderHint(QPainter::Antialiasing, false);
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ControlStyle::drawField(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool enabled = option->state & State_Enabled;
    const bool focused = enabled && (option->state & State_HasFocus);
    const int pen = focused ? ring : 1;
    painter->setPen(QPen(!enabled ? tokens.line : focused ? tokens.accent : tokens.edge, pen));
    painter->setBrush(enabled ? tokens.raised : tokens.surface);
    painter->drawRoundedRect(within(option->rect, pen), m_theme.px(4), m_theme.px(4));
}

void ControlStyle::drawChevron(QPainter *painter, const QRect &rect, bool up, bool enabled) const
{
    const double reach = m_theme.px(4);
    const double rise = (up ? -1 : 1) * reach / 2;
    const QPointF middle = QRectF(rect).center();
    painter->setPen(QPen(enabled ? m_theme.tokens().text : m_theme.tokens().edge, std::max(1.2, m_theme.px(3) / 2.0)));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(
        QPolygonF({middle + QPointF(-reach, -rise), middle + QPointF(0, rise), middle + QPointF(reach, -rise)}));
}

void ControlStyle::drawCheckBox(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool enabled = option->state & State_Enabled;
    const bool filled = option->state & (State_On | State_NoChange);
    painter->setPen(QPen(!enabled ? tokens.line : filled ? tokens.accent : tokens.edge, 1));
    painter->setBrush(!filled || !enabled ? tokens.raised : tokens.accent);
    painter->drawRoundedRect(within(option->rect, 1), m_theme.px(3), m_theme.px(3));
    const QRectF box(option->rect);
    const auto at = [&box](double x, double y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
    painter->setPen(QPen(enabled ? tokens.onAccent : tokens.muted, box.width() / 8, Qt::SolidLine, Qt::RoundCap));
    if (option->state & State_On)
        painter->drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.3)}));
    else if (option->state & State_NoChange)
        painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
}

void ControlStyle::drawRadioButton(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & State_On;
    const double pen = on ? 1.5 : 1;
    painter->setPen(QPen(!enabled ? tokens.line : on ? tokens.accent : tokens.edge, pen));
    painter->setBrush(tokens.raised);
    painter->drawEllipse(within(option->rect, pen));
    if (!on)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(enabled ? tokens.accent : tokens.muted);
    const double reach = option->rect.width() / 4.0;
    painter->drawEllipse(QRectF(option->rect).center(), reach, reach);
}

void ControlStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Painting painting(painter);
    if (control == CC_ComboBox) {
        drawField(option, painter);
        drawChevron(painter, proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), false,
            option->state & State_Enabled);
        return;
    }
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin) {
        drawField(option, painter);
        if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        const bool enabled = option->state & State_Enabled;
        drawChevron(painter, proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), true,
            enabled && (spin->stepEnabled & QAbstractSpinBox::StepUpEnabled));
        drawChevron(painter, proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), false,
            enabled && (spin->stepEnabled & QAbstractSpinBox::StepDownEnabled));
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize ControlStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    // Room for the inset of the text at both ends.
    if (type == CT_ComboBox)
        result = result.expandedTo({0, m_theme.px(32)}) + QSize(m_theme.px(space::m), 0);
    else if (type == CT_SpinBox)
        result = result.expandedTo({0, m_theme.px(32)});
    else if (type == CT_ItemViewItem)
        result = result.expandedTo({0, m_theme.px(28)});
    return result;
}

void ControlStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *spin = qobject_cast<QAbstractSpinBox *>(widget))
        makeRoom(*spin);
}

void ControlStyle::makeRoom(QAbstractSpinBox &spin) const
{
    // With a style sheet Qt reckons the size itself, with arrows as narrow as at 100 % and without our inset.
    constexpr int reckoned = 16;
    constexpr int wide = 1000;
    QStyleOptionSpinBox probe;
    probe.initFrom(&spin);
    probe.frame = spin.hasFrame();
    probe.buttonSymbols = spin.buttonSymbols();
    probe.rect = QRect(0, 0, wide, m_theme.px(32));
    const int beside = wide - subControlRect(CC_SpinBox, &probe, SC_SpinBoxEditField, &spin).width();
    spin.setMinimumWidth(spin.sizeHint().width() + std::max(0, beside - reckoned) + m_theme.px(space::xs));
}

QRect ControlStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    QRect place = QProxyStyle::subControlRect(control, option, part, widget);
    // Text begins where that of a line edit does.
    const bool text = (control == CC_ComboBox && part == SC_ComboBoxEditField) ||
                      (control == CC_SpinBox && part == SC_SpinBoxEditField);
    if (text) {
        const int inset = m_theme.px(space::xs);
        option->direction == Qt::RightToLeft ? place.setRight(place.right() - inset)
                                             : place.setLeft(place.left() + inset);
    }
    return place;
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return m_theme.px(16);
    case PM_FocusFrameHMargin: // of a cell's text, which begins where the header's does
        return m_theme.px(5) - 1;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return m_theme.px(space::s);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace lectern
