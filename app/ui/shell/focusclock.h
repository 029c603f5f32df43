// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lectern
{

class Theme;

/// The time of the focus timer, with room for the longest one, so that a second moves nothing and repaints nothing
/// else. A screen reader that comes to it reads the time; nothing is said each second.
class FocusClock : public QWidget
{
    Q_OBJECT
public:
    explicit FocusClock(const Theme &theme, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    /// The longest text that will be shown: it decides the width.
    void setWidest(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
    QString m_widest;
};

} // namespace lectern
