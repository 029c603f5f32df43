// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace lectern
{

class Theme;

/// A button with icon, text and the key that presses it, drawn by us: a style sheet can neither frame the key nor set
/// the focus ring apart from a filled button.
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    enum class Kind {
        Plain,
        Primary,
        Quiet ///< without a frame until the pointer is on it, or while it is checked
    };
    ActionButton(const Theme &theme, Kind kind, const QString &text, const QString &icon, const QString &hint);

    void setIconName(const QString &icon);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int gap() const;     ///< between icon, text and hint
    int outside() const; ///< room for the focus ring around a filled button
    int contentWidth() const;
    int hintWidth() const;
    QFont labelFont() const;
    void paintFrame(QPainter &painter) const;

    const Theme &m_theme;
    Kind m_kind;
    QString m_iconName;
    QString m_hint;
};

} // namespace lectern
