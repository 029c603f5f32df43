// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QAbstractButton>

namespace lectern
{

/// A painted part of Today that leads to its page: pressed by click, Space or Enter, veiled under the mouse, ringed
/// where the keyboard is.
class Tile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Tile(const Theme &theme, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// To be painted first; nothing without the mouse.
    void paintVeil(QPainter &painter) const;
    /// To be painted last, `inset` pixels within the edge.
    void paintRing(QPainter &painter, int inset = 0) const;

    const Theme &m_theme;
};

} // namespace lectern
