// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feasibility.h"

#include <QWidget>

class QBoxLayout;

namespace lectern
{

class BurnUpChart;
class FigureTable;
class TextLabel;
struct Ui;

/// Below the wall: the hours so far and where they lead, and what the wall's shapes mean.
class BurnUpPanel : public QWidget
{
    Q_OBJECT
public:
    explicit BurnUpPanel(Ui &ui, QWidget *parent = nullptr);

    /// `end`: the exam day, or the plan's last where none is booked.
    void set(const BurnUp &burn, double pace, QDate end, QDate today);
    void setCompact(bool compact);
    BurnUpChart &chart() const { return *m_chart; }
    QString sentence() const;

private:
    void fillTable(const BurnUp &burn);
    void showTable();

    Ui &m_ui;
    BurnUpChart *m_chart;
    TextLabel *m_figure;
    TextLabel *m_sentence;
    FigureTable *m_table;
    QBoxLayout *m_columns;
};

} // namespace lectern
