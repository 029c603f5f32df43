// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lectern
{

class Theme;

/// What the strokes and marks of a chart mean, in as many lines as it takes. Each differs by shape, not by hue alone.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    enum class Mark { Line, Band, Earlier, Target, Silent, Forecast, Inside, Outside, Unforeseen };
    struct Item {
        Mark mark;
        QString text;
    };

    explicit ChartLegend(const Theme &theme, QWidget *parent = nullptr);
    void setItems(const QList<Item> &items);
    const QList<Item> &items() const { return m_items; }

    /// A rehearsal's mark round its score; Inside, Outside or Unforeseen.
    static void drawRehearsal(QPainter &painter, const Theme &theme, Mark mark, QPointF at);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QRect> places(int width) const;
    int itemWidth(const Item &item) const;
    int lineHeight() const;
    int swatch() const;
    void drawMark(QPainter &painter, Mark mark, const QRect &area) const;

    const Theme &m_theme;
    QList<Item> m_items;
};

} // namespace lectern
