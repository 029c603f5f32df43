// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tile.h"

namespace lectern
{

/// One of Today's figures: a caption, the number with its unit, a thin bar, a note. A button that leads to its page.
class FigureTile : public Tile
{
    Q_OBJECT
public:
    struct Content {
        QString caption;
        QString figure; ///< empty: the unit stands alone, as a link
        QString unit;
        QString note;
        double share = -1;  ///< 0-1 of the bar, negative: no bar
        double target = -1; ///< 0-1, negative: no tick
        int segments = 0;   ///< weeks instead of a bar
        int current = 0;    ///< 1-based segment that is now, 0: none
    };

    explicit FigureTile(const Theme &theme, QWidget *parent = nullptr);
    void set(const Content &content);
    const Content &content() const { return m_content; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, const QRectF &bar) const;

    Content m_content;
};

} // namespace lectern
