// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "optionrow.h"

class QAbstractButton;
class QHBoxLayout;

namespace lectern
{

class SafeText;
class TextLabel;

/// An option in its box: the row itself, the button that strikes it out at the end, and once the key is shown a verdict
/// in the button's place and the rationale below.
class OptionLine : public QWidget
{
    Q_OBJECT
public:
    OptionLine(const Theme &theme, OptionRow::Kind kind, int index, QWidget *parent);

    OptionRow *row() const { return m_row; }
    QAbstractButton *strikeButton() const { return m_strike; }
    void setOption(const QString &markdown);
    void setStruck(bool struck);
    void setZoom(int percent);
    /// `rationale` is Markdown.
    void reveal(Verdict verdict, const QString &rationale);
    void hideVerdict();
    QSize sizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QString &url);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rescale();
    void nameStrike();

    const Theme &m_theme;
    int m_index;
    OptionRow *m_row;
    QAbstractButton *m_strike;
    TextLabel *m_word;
    VerdictMark *m_mark;
    QHBoxLayout *m_below;
    SafeText *m_rationale = nullptr; ///< made when the first key is shown
    int m_zoom = 100;
};

} // namespace lectern
