// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace lectern
{

class Theme;

/// Right answers filled, wrong ones in outline, on one scale with other bars.
class RightWrongBar : public QWidget
{
    Q_OBJECT
public:
    RightWrongBar(const Theme &theme, int right, int wrong, int most, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_right;
    int m_wrong;
    int m_most;
};

/// A share as a column.
class ShareColumn : public QWidget
{
    Q_OBJECT
public:
    ShareColumn(const Theme &theme, double share, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_share;
};

} // namespace lectern
