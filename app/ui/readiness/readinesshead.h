// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace lectern
{

class TextLabel;
class Theme;

/// The expected score today and on the day of the exam, and what it rests on.
class ReadinessHead : public QWidget
{
    Q_OBJECT
public:
    explicit ReadinessHead(const Theme &theme, QWidget *parent = nullptr);

    /// `exam` is invalid where no date is booked.
    void fill(
        const Blueprint &blueprint, const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals, QDate exam);

Q_SIGNALS:
    void appointmentWanted(); ///< there is no date to forecast to
    void planWanted();        ///< there is a date and no plan to follow

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillForecast(const ReadinessReport &report, QDate exam);

    const Theme &m_theme;
    QBoxLayout *m_line;
    TextLabel *m_score;
    TextLabel *m_range;
    TextLabel *m_forecast;
    QPushButton *m_missing;
    TextLabel *m_evidence;
    bool m_plan = false; ///< what is missing is a plan, not a date
};

} // namespace lectern
