// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesks.h"
#include "ui.h"

#include <QWidget>

class QBoxLayout;
class QStackedWidget;
class QTableView;

namespace lectern
{

class AccuracyModel;
class DomainRadar;
class PointsList;
class RadarLegend;
class TextLabel;
class TopicGrid;
struct Blueprint;
struct FirstSeenSummary;

/// What the answers so far show, section by section.
class OverviewTab : public QWidget
{
    Q_OBJECT
public:
    OverviewTab(const ReadinessDesks &desks, Ui &ui, QWidget *parent = nullptr);

    void fill(const Blueprint &blueprint);
    void setTables(bool on); ///< the same figures as tables instead of the charts

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCharts();
    QWidget *makeShape();
    QWidget *makeLosses();
    QWidget *makeTables();
    QTableView *makeTable(AccuracyModel *model, const QString &name);
    void fillHeadline(const FirstSeenSummary &summary, const Blueprint &blueprint);
    void fillTables(const FirstSeenSummary &summary, const Blueprint &blueprint);
    void choose();
    void arrange();

    ReadinessDesks m_desks;
    Ui &m_ui;
    QString m_blueprint; ///< shown; empty: nothing can be
    bool m_anything = false;
    bool m_asTables = false;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    QWidget *m_charts = nullptr;
    QWidget *m_tables = nullptr; ///< made when first asked for
    QBoxLayout *m_columns = nullptr;
    TextLabel *m_score = nullptr;
    TextLabel *m_meaning = nullptr;
    TextLabel *m_evidence = nullptr;
    TextLabel *m_hint = nullptr;
    DomainRadar *m_radar = nullptr;
    RadarLegend *m_legend = nullptr;
    PointsList *m_points = nullptr;
    TopicGrid *m_topics = nullptr;
    AccuracyModel *m_sectionRows = nullptr;
    AccuracyModel *m_topicRows = nullptr;
};

} // namespace lectern
