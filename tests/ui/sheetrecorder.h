// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printsheet.h"

#include <QColor>
#include <QList>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace lectern::test
{

/// Paper between its margins, on which only what is written is kept: each run of text with its place.
class SheetRecorder : public QPaintDevice
{
public:
    struct Run {
        QString text;
        QRectF place; ///< from ascent to descent, as wide as the run advances
        QColor ink;
    };

    explicit SheetRecorder(const QPageLayout &layout)
        : m_size(layout.paintRectPixels(resolution).size())
    {
    }

    static constexpr int resolution = 300; ///< dots per inch
    QList<Run> takeRuns() { return std::exchange(m_engine.runs, {}); }
    QRectF page() const { return QRectF(QPointF(), QSizeF(m_size)); }
    QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return resolution;
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
    class Engine : public QPaintEngine
    {
    public:
        Engine()
            : QPaintEngine(QPaintEngine::AllFeatures)
        {
        }
        QList<Run> runs;
        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override {}
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
        void drawPath(const QPainterPath &) override {}
        void drawTextItem(const QPointF &at, const QTextItem &item) override
        {
            if (item.text().trimmed().isEmpty() || item.width() <= 0)
                return;
            const QRectF run(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
            runs.append({item.text(), painter()->combinedTransform().mapRect(run), painter()->pen().color()});
        }
        Type type() const override { return QPaintEngine::User; }
    };

    QSize m_size;
    mutable Engine m_engine;
};

} // namespace lectern::test
