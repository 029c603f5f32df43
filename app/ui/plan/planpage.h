// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "page.h"
#include "result.h"

#include <QDate>
#include <QKeySequence>

class QBoxLayout;
class QVBoxLayout;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace lectern
{

class DayPanel;
class HistoryDesk;
class LoadStrip;
class MonthView;
class PlanDesk;
class TextLabel;
struct Ui;

/// The study plan as a month calendar. Anchors: "new" asks for a new plan, "new/2027-01-26" for one
/// with no exam before that day, an ISO date ("2026-11-19") opens that day.
class PlanPage : public Page
{
    Q_OBJECT
public:
    PlanPage(PlanDesk &desk, HistoryDesk &history, Ui &ui, QWidget *parent = nullptr);

    void goTo(const QString &anchor) override;
    QStringList shortcuts() const override;

protected:
    void reload() override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeTools();
    QWidget *makeCalendar();
    void fitWidth();
    void fitTools();
    void showMonth(QDate date);
    void openDay(QDate date);
    void closeDay();
    void setDone(BlockId id, bool done);
    void logMinutes(BlockId id, int minutes);
    void askForPlan(QDate earliestExam = {});
    void print();
    void exportTo(const QString &suffix, const QString &filter);
    void say(const Outcome &outcome, const QString &sentence);

    PlanDesk &m_desk;
    HistoryDesk &m_history;
    Ui &m_ui;
    QDate m_month;
    QStackedWidget *m_stack;
    TextLabel *m_title;
    MonthView *m_view;
    DayPanel *m_panel;
    LoadStrip *m_strip;
    QBoxLayout *m_body;
    QScrollArea *m_scroll;
    QVBoxLayout *m_calendar = nullptr; ///< what does not scroll below the month
    QWidget *m_tools = nullptr;
    struct Tool {
        QPushButton *button;
        QString label;
        QKeySequence keys;
        bool needsPlan;
    };
    QList<Tool> m_toolButtons; ///< in the order in which they give up their labels
};

} // namespace lectern
