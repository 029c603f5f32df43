// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"
#include "readinessdesks.h"
#include "ui.h"

#include <QWidget>

class QBoxLayout;
class QStackedWidget;

namespace lectern
{

class MovesList;
class OddsCard;
class OverviewTables;
class PointsList;
class RadarPanel;
class ReadinessHead;
class TextLabel;
class TopicGrid;
class TrendPanel;

/// The expected score, the odds or what is missing for them, where points would be lost, and what moved it all.
class OverviewTab : public QWidget
{
    Q_OBJECT
public:
    OverviewTab(const ReadinessDesks &desks, Ui &ui, QWidget *parent = nullptr);

    void fill(const Blueprint &blueprint);
    void setTables(bool on);     ///< the same figures as tables instead of the charts
    void setCalibrated(bool on); ///< there is a tab that says how the odds are calibrated

    RadarPanel &radar() const { return *m_radar; }
    TrendPanel &trend() const { return *m_trend; }

Q_SIGNALS:
    void appointmentWanted();
    void calibrationWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Titled {
        QWidget *box = nullptr;
        TextLabel *title = nullptr;
        TextLabel *caption = nullptr;
    };
    QWidget *makeCharts();
    Titled titled(const QString &title, const QString &caption, QWidget *content);
    void fillTables();
    void act(const ReadinessAction &action);
    void openRow(const QString &id);
    void choose();
    void arrange();

    ReadinessDesks m_desks;
    Ui &m_ui;
    Blueprint m_blueprint;
    ReadinessReport m_report;
    QList<RehearsalCheck> m_rehearsals;
    bool m_asTables = false;
    bool m_calibrated = false;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_charts = nullptr;
    OverviewTables *m_tables = nullptr; ///< made when first asked for
    QBoxLayout *m_columns = nullptr;
    QBoxLayout *m_right = nullptr;
    ReadinessHead *m_head = nullptr;
    QWidget *m_shape = nullptr;
    OddsCard *m_odds = nullptr;
    RadarPanel *m_radar = nullptr;
    PointsList *m_points = nullptr;
    MovesList *m_moves = nullptr;
    TrendPanel *m_trend = nullptr;
    TopicGrid *m_topics = nullptr;
    Titled m_topicsPart;
    Titled m_trendPart;
    Titled m_movesPart;
    QList<QWidget *> m_answered; ///< what is there only once there are answers
};

} // namespace lectern
