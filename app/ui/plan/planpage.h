// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarview.h"
#include "page.h"
#include "result.h"

#include <QKeySequence>
#include <array>

class QAbstractButton;
class QBoxLayout;
class QMenu;
class QPushButton;
class QVBoxLayout;
class QScrollArea;
class QStackedWidget;

namespace lectern
{

class BurnUpPanel;
class DayPanel;
class HistoryDesk;
class LoadStrip;
class PlanDesk;
class PlanNotice;
class RepairDesk;
class Segments;
class SettingsDesk;
class TextLabel;
struct Ui;

/// The study plan as a calendar: month, week, agenda and all weeks. Anchors: "new" asks for a new plan,
/// "new/2027-01-26" for one with no exam before that day, an ISO date ("2026-11-19") opens that day, "month", "week",
/// "agenda" and "wall" show that view, "repair" offers the ways out of a slip.
class PlanPage : public Page
{
    Q_OBJECT
public:
    PlanPage(PlanDesk &desk, RepairDesk &repair, HistoryDesk &history, SettingsDesk &settings, Ui &ui,
        QWidget *parent = nullptr);

    void goTo(const QString &anchor) override;
    QStringList shortcuts() const override;

protected:
    void reload() override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void calendarsRequested();

private:
    enum ViewIndex { Month, Week, Agenda, Wall, viewCount };

    QWidget *makeTools();
    QWidget *makeCalendar();
    void listen(CalendarView *view);
    CalendarView *view() const { return m_views[static_cast<std::size_t>(m_shown)]; }
    void showView(int index);
    void fitWidth();
    void fitTools();
    /// Fills the shown view with the stretch it needs for `date`.
    void showSpan(QDate date);
    void nameSpan();
    void revealLater();
    void openDay(QDate date);
    void closeDay();
    void setDone(BlockId id, bool done);
    void setWorked(BlockId id, int minutes, bool done);
    void logMinutes(BlockId id, int minutes);
    void act(BlockAct act);
    void setPartly(BlockId id, int minutes);
    void move(BlockId id, QDate date, int start, bool copy);
    void step(BlockId id, int minutes);
    void setLength(BlockId id, int minutes);
    void split(const Block &block, int first);
    void remove(const Block &block);
    void openMenu(QPoint place);
    void fillPartly(QMenu &menu, const Block &block);
    void fillSplit(QMenu &menu, const Block &block);
    /// Says what was done to the block and shows it where it is now, or says why it was not done.
    void tellEdit(const Result<Block> &edited, const QString &sentence);
    void tellRefusal(const Error &error);
    void askForPlan(QDate earliestExam = {});
    void repair();
    /// What is behind, what does not fit, and the hours so far.
    void showStanding();
    void print();
    void exportTo(const QString &suffix, const QString &filter);
    void say(const Outcome &outcome, const QString &sentence);

    PlanDesk &m_desk;
    RepairDesk &m_repair;
    HistoryDesk &m_history;
    SettingsDesk &m_settings;
    Ui &m_ui;
    QDate m_date; ///< that the shown view was filled for
    int m_shown = Month;
    BlockId m_copied{};
    QStackedWidget *m_stack;
    Segments *m_switch;
    TextLabel *m_title;
    QAbstractButton *m_back = nullptr;
    QAbstractButton *m_forward = nullptr;
    std::array<CalendarView *, viewCount> m_views{};
    std::array<QWidget *, viewCount> m_holders{}; ///< what the layout shows of each
    DayPanel *m_panel;
    LoadStrip *m_strip;
    BurnUpPanel *m_burnUp;
    PlanNotice *m_behind;
    PlanNotice *m_short;
    QWidget *m_below = nullptr; ///< the notices, and the strip or the burn-up
    QBoxLayout *m_body;
    QScrollArea *m_scroll;
    QVBoxLayout *m_calendar = nullptr; ///< what does not scroll below the month
    QWidget *m_tools = nullptr;
    QBoxLayout *m_toolRows = nullptr; ///< the switch of views, and m_toolRow beside or below it
    QBoxLayout *m_toolRow = nullptr;
    struct Tool {
        QPushButton *button;
        QString label;
        QKeySequence keys;
        bool needsPlan;
    };
    QList<Tool> m_toolButtons; ///< in the order in which they give up their labels
};

} // namespace lectern
