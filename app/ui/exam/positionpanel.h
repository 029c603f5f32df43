// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <optional>

namespace lectern
{

class PositionGrid;
class Segments;
class TextLabel;
class Theme;

/// The grid of positions with its filter, a legend that counts each state, and how the pace is.
class PositionPanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit PositionPanel(const Theme &theme, QWidget *parent = nullptr);

    PositionGrid *grid() const { return m_grid; }
    Segments *filter() const { return m_filter; }
    void recount();
    /// Questions ahead of an even pace, negative behind; nothing where no pace is to be seen.
    void setPace(std::optional<int> ahead);
    /// Whether positions can become locked, so that the legend says what that looks like.
    void setLocks(bool locks);
    void setSeveral(bool several); ///< some question asks for more than one option
    /// Beside the question it is as wide as six cells; in a narrow window it has the window's width.
    void setWide(bool wide);

private:
    void rescale();

    const Theme &m_theme;
    Segments *m_filter;
    PositionGrid *m_grid;
    QList<TextLabel *> m_counts;
    QList<QWidget *> m_lockRow;
    QList<QWidget *> m_severalRow;
    TextLabel *m_pace;
    bool m_wide = false;
};

} // namespace lectern
