// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lectern
{

class Theme;

/// A time to the second in figures of one width, so that a tick moves nothing. Silent to screen readers, which ask with
/// a key instead of being told every second.
class ClockFace : public QWidget
{
    Q_OBJECT
public:
    explicit ClockFace(const Theme &theme, QWidget *parent = nullptr);

    void setTime(const QString &text);
    QString text() const { return m_text; }
    /// The longest time that will be shown: it decides the width.
    void setWidest(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int digitWidth() const;

    const Theme &m_theme;
    QString m_text;
    int m_digits = 5; ///< of the longest time
    int m_colons = 1;
};

} // namespace lectern
