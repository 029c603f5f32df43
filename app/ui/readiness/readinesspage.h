// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page.h"
#include "ui.h"

class QBoxLayout;
class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace lectern
{

class AccuracyModel;
class DomainRadar;
class PointsList;
class RadarLegend;
class ReadinessDesk;
class TextLabel;
class TopicGrid;
struct Blueprint;
struct FirstSeenSummary;

/// What the answers so far show, section by section. It counts first-seen answers and refuses to forecast from them.
class ReadinessPage : public Page
{
    Q_OBJECT
public:
    ReadinessPage(ReadinessDesk &desk, Ui &ui, QWidget *parent = nullptr);

    /// "blueprint/<id>" or "table".
    void goTo(const QString &anchor) override;
    QStringList shortcuts() const override;

protected:
    void reload() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTools();
    QWidget *makeOverview();
    QWidget *makeShape();
    QWidget *makeLosses();
    QWidget *makeTables();
    QTableView *makeTable(AccuracyModel *model, const QString &name);
    void fillHeadline(const FirstSeenSummary &summary, const Blueprint &blueprint);
    void fillTables(const FirstSeenSummary &summary, const Blueprint &blueprint);
    void arrange();

    ReadinessDesk &m_desk;
    Ui &m_ui;
    bool m_chosen = false; ///< the person chose a blueprint, so the recommended one no longer does
    QComboBox *m_blueprint = nullptr;
    QPushButton *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    QWidget *m_overview = nullptr;
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
