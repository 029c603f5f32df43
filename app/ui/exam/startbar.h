// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QWidget>

namespace lectern
{

class TextLabel;
class Theme;

/// Stays below the set-up whatever that scrolls to: when the exam would end, why it cannot begin, and the button.
class StartBar : public QWidget
{
    Q_OBJECT
public:
    explicit StartBar(const Theme &theme, QWidget *parent = nullptr);

    void setClosing(const QString &sentence); ///< when it would end, and the target
    void setAction(const QString &text);      ///< what the button does
    void setReason(const QString &reason);    ///< why it cannot be started; empty if it can
    QPushButton *startButton() const { return m_start; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    TextLabel *m_closing;
    TextLabel *m_reason;
    QPushButton *m_start;
};

} // namespace lectern
