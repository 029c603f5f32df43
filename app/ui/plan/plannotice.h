// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace lectern
{

class TextLabel;
class Theme;

/// A sentence about the plan with the one thing to do about it; hidden while there is nothing to say.
class PlanNotice : public QWidget
{
    Q_OBJECT
public:
    PlanNotice(const Theme &theme, const QString &button, const QString &icon, QWidget *parent = nullptr);

    void say(const QString &sentence); ///< empty: nothing
    QPushButton &button() const { return *m_button; }
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TextLabel *m_text;
    QPushButton *m_button;
};

} // namespace lectern
