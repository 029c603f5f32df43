// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lectern
{

class Theme;

/// What the strokes of the radar mean.
class RadarLegend : public QWidget
{
    Q_OBJECT
public:
    explicit RadarLegend(const Theme &theme, QWidget *parent = nullptr);
    void setTarget(int percent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Mark { Outline, Band, Target, Silent };
    struct Item {
        Mark mark;
        QString text;
    };

    void drawMark(QPainter &painter, Mark mark, const QRect &area) const;
    int swatch() const;

    const Theme &m_theme;
    QList<Item> m_items;
};

} // namespace lectern
