// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokens.h"

#include <QColor>
#include <QFont>
#include <QMargins>
#include <QObject>

namespace lectern
{

class DesktopScheme;

enum class SchemeChoice { System, Light, Dark };

/// The look of the running program: which palette is in force, fonts by role, lengths scaled with the text. Owns the
/// application's palette and style sheet and follows the desktop's light or dark choice live
/// (org.freedesktop.appearance over D-Bus).
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Role { Score, Figure, Heading, Reading, Body, Small, Chip, Code };

    /// Takes over the look of the running QApplication.
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void setChoice(SchemeChoice choice);
    SchemeChoice choice() const;
    bool dark() const;
    const Tokens &tokens() const;

    QFont font(Role role) const;
    int px(int atHundredPercent) const; ///< scaled by the font's height ÷ 18
    QMargins px(const QMargins &atHundredPercent) const;

    /// `index` is 0-based: the position of a domain or section in its blueprint.
    QColor domain(int index) const;
    QColor domainTint(int index) const;
    static Qt::BrushStyle domainPattern(int index);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed(); ///< after palette and style sheet were applied

private:
    void apply();

    SchemeChoice m_choice = SchemeChoice::System;
    DesktopScheme *m_desktop;
    double m_scale = 1.0;
};

/// `font` at `percent` of its size.
QFont zoomed(QFont font, int percent);

} // namespace lectern
