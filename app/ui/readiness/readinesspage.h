// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page.h"
#include "readinessdesks.h"
#include "ui.h"

#include <functional>

class QComboBox;
class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace lectern
{

class AfterExamFlow;
class ChartExport;
class Segments;
struct Blueprint;

/// What the answers say of the exam, in tabs that share one choice of blueprint. The choice is all the page remembers,
/// and only while the program runs.
class ReadinessPage : public Page
{
    Q_OBJECT
public:
    ReadinessPage(const ReadinessDesks &desks, Ui &ui, QWidget *parent = nullptr);

    /// A tab's anchor ("overview"), with a place in it after a slash where it has some, "blueprint/<id>" or "table";
    /// "record" asks for the result of an exam, "result/<id>" shows what follows from one.
    void goTo(const QString &anchor) override;
    QStringList shortcuts() const override;

Q_SIGNALS:
    /// The person wants to enter or change the exam's appointment.
    void appointmentRequested();

protected:
    void reload() override;

private:
    struct Tab {
        QWidget *content = nullptr;
        std::function<void(const Blueprint &)> fill{}; ///< whenever the tab is shown or something changed while it is
        std::function<void(bool)> showTable{};         ///< instead of its charts; null: nothing of it is a chart
        std::function<void(const QString &)> goTo{};   ///< a place in it; may be null
        std::function<QStringList()> shortcuts{};      ///< of its own, as the page's; may be null
        bool byBlueprint = true;                       ///< whether the choice of a blueprint means anything to it
    };
    struct Segment {
        QString anchor;
        QString title;
        std::function<Tab()> make; ///< run when the tab is first asked for
        Tab tab;
    };

    /// To be called by the constructor, in the order of the segments.
    void addTab(const QString &anchor, const QString &title, std::function<Tab()> make);
    bool has(const QString &anchor) const; ///< a tab
    Segment *current();
    QWidget *makeTools();
    void print();
    Tab makeCalibration();

    ReadinessDesks m_desks;
    Ui &m_ui;
    AfterExamFlow *m_flow = nullptr;
    bool m_chosen = false; ///< the person chose a blueprint, so the recommended one no longer does
    QList<Segment> m_tabs;
    Segments *m_segments = nullptr;
    QComboBox *m_blueprint = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QPushButton *m_table = nullptr;
    ChartExport *m_export = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace lectern
