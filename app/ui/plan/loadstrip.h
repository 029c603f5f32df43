// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"

#include <QWidget>

namespace lectern
{

class Theme;

/// Needed against available hours, one bar a week up to the exam, and what does not fit.
class LoadStrip : public QWidget
{
    Q_OBJECT
public:
    explicit LoadStrip(const Theme &theme, QWidget *parent = nullptr);

    /// `neededMinutes` is what the whole path asks.
    void setWeeks(const QList<WeekLoad> &weeks, int neededMinutes, QDate today);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int captionWidth() const;
    QRect slot(int week) const;
    QString spokenWeek(int week) const;
    void paintCaption(QPainter &painter) const;
    void paintWeek(QPainter &painter, int week) const;

    const Theme &m_theme;
    QList<WeekLoad> m_weeks;
    int m_needed = 0;
    QDate m_today;
};

} // namespace lectern
