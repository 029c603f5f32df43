// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace lectern
{

class GuideDesk;
class HistoryDelegate;
class HistoryFilter;
class HistoryModel;
class ReportDesk;
class SettingsDesk;
class TextLabel;
class TrendChart;
struct Ui;

/// Every attempt that ended: filters, results over time, and the table that opens any report.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    HistoryPage(ReportDesk &reports, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent = nullptr);

    /// Reads the history again; keeps filters and the chosen row.
    void reload();
    static QStringList shortcuts();

Q_SIGNALS:
    void reportChosen(lectern::AttemptId id);
    void leave();
    void errorBookWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFilters();
    QWidget *makeTable();
    QWidget *makeNothing();
    void filter();
    void showRows();
    void open(const QModelIndex &index);
    void arrange();

    ReportDesk &m_reports;
    GuideDesk &m_guide;
    SettingsDesk &m_settings;
    Ui &m_ui;
    HistoryModel *m_model;
    HistoryFilter *m_rows;
    HistoryDelegate *m_delegate;
    TextLabel *m_count;
    QComboBox *m_mode;
    QComboBox *m_period;
    QLineEdit *m_words;
    TrendChart *m_chart;
    QTableView *m_table;
    TextLabel *m_nothing;
    QPushButton *m_wayOut; ///< from nothing: shows all, or sets up a session
    QWidget *m_filters = nullptr;
    QWidget *m_results = nullptr;
    QWidget *m_empty = nullptr;
};

} // namespace lectern
