// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <array>

namespace lectern
{

class PositionGrid;
class Segments;
class TextLabel;
class Theme;

/// The grid of positions with its filter, and a legend that counts each state.
class PositionPanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit PositionPanel(const Theme &theme, QWidget *parent = nullptr);

    PositionGrid *grid() const { return m_grid; }
    Segments *filter() const { return m_filter; }
    void recount();
    /// Beside the question it is as wide as six cells; in a narrow window it has the window's width.
    void setWide(bool wide);

private:
    void rescale();

    const Theme &m_theme;
    Segments *m_filter;
    PositionGrid *m_grid;
    std::array<TextLabel *, 4> m_counts{};
    bool m_wide = false;
};

} // namespace lectern
