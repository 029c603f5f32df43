// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintedtext.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

namespace lectern::test
{

namespace
{

constexpr double tolerance = 1.5; ///< pixels: advances are not whole numbers
constexpr double hanging = 4;     ///< a mirrored line ends with the space at which it was wrapped

class TextEngine : public QPaintEngine
{
public:
    explicit TextEngine(const QWidget &widget)
        : QPaintEngine(QPaintEngine::AllFeatures)
        , m_widget(widget)
    {
    }

    QList<PaintedText> texts;

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPath(const QPainterPath &) override {}
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        if (item.text().trimmed().isEmpty() || item.width() <= 0) // a mark of direction
            return;
        const QRectF run(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        const QRectF place = painter()->combinedTransform().mapRect(run);
        const double slack = item.descent() + tolerance; // lines may stand closer than the font's own height
        const QRectF room = QRectF(m_widget.rect()).adjusted(-hanging, -slack, hanging, slack);
        texts.append({item.text(), place, room.contains(place)});
    }
    Type type() const override { return QPaintEngine::User; }

private:
    const QWidget &m_widget;
};

class TextDevice : public QPaintDevice
{
public:
    explicit TextDevice(const QWidget &widget)
        : m_widget(widget)
        , m_engine(widget)
    {
    }

    QPaintEngine *paintEngine() const override { return &m_engine; }
    QList<PaintedText> texts() const { return m_engine.texts; }

protected:
    void initPainter(QPainter *painter) const override { painter->setLayoutDirection(m_widget.layoutDirection()); }
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_widget.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_widget.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        case PdmDepth:
            return 32;
        default:
            return 0;
        }
    }

private:
    const QWidget &m_widget;
    mutable TextEngine m_engine;
};

} // namespace

QList<PaintedText> paintedText(QWidget &widget)
{
    TextDevice device(widget);
    widget.render(&device, QPoint(), QRegion(), QWidget::RenderFlags());
    return device.texts();
}

} // namespace lectern::test
