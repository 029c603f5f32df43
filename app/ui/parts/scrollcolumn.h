// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace lectern
{

class Theme;

/// A column that scrolls down and never sideways. Its content is at most `characters` wide, so that lines stay
/// readable; 0 means as wide as there is room.
class ScrollColumn : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScrollColumn(const Theme &theme, int characters = 0, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }
    /// Lengths at 100 % text, kept over a change of theme; margins set on body() itself are not.
    void setPadding(const QMargins &padding);
    /// Paints the ground of text to be read.
    void setRaised(bool raised);
    enum class Reveal { Whole, AtTop };
    /// Scrolls so that the whole of `widget` can be seen, or to where it begins.
    void reveal(QWidget *widget, Reveal how = Reveal::Whole);
    QSize minimumSizeHint() const override;

private:
    class Ground;

    void restyle();
    void scrollTo(const QWidget *widget, Reveal how);

    const Theme &m_theme;
    Ground *m_ground;
    QWidget *m_column;
    QVBoxLayout *m_body;
    QMargins m_padding;
    int m_characters;
};

} // namespace lectern
