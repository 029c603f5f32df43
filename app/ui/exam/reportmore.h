// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reportdesk.h"

#include <QWidget>

class QGridLayout;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace lectern
{

class PaceChart;
class PaceModel;
class TextLabel;
class Theme;

/// What a report says beyond its first look: pace, certainty, stamina, changed answers, longest dwells, objectives.
class ReportMore : public QWidget
{
    Q_OBJECT
public:
    explicit ReportMore(const Theme &theme, QWidget *parent = nullptr);

    void set(const ReportDesk::Report &report);
    void setTable(bool on); ///< the pace as a table
    bool table() const;

Q_SIGNALS:
    void positionChosen(int position); ///< of a question that took long

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makePace();
    QVBoxLayout *startPart(const QString &heading, const char *name);
    void addTimes(const ReportDesk::Report &report);
    void addCertainty(const Analysis &analysis);
    void addStamina(const Analysis &analysis);
    void addDwells(const ReportDesk::Report &report);
    void addObjectives(const ReportDesk::Report &report);
    void arrange();

    const Theme &m_theme;
    QGridLayout *m_grid;
    PaceChart *m_chart = nullptr;
    PaceModel *m_steps = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_asTable = nullptr;
    QWidget *m_pace;
    QList<QWidget *> m_parts; ///< beside the pace, in the order they are read
    int m_columns = 0;
};

} // namespace lectern
