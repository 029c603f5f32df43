// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examdesks.h"
#include "reportdesk.h"

#include <QScrollArea>

class QGridLayout;
class QPushButton;

namespace lectern
{

class NextActions;
class ReportDetail;
class ReportHead;
class ReportMore;
class ReportTable;
class ShareBar;
class TextLabel;
struct Ui;

/// The result of an attempt that ended: score, domains and what to do next, more on request, and every question.
/// Everything in it is computed from the log when it is shown.
class ExamReport : public QScrollArea
{
    Q_OBJECT
public:
    ExamReport(const ExamDesks &desks, Ui &ui, QWidget *parent = nullptr);

    /// False where the attempt cannot be read; a message then says why.
    bool open(AttemptId id);
    ReportTable *table() const { return m_table; }
    ReportHead *head() const { return m_head; }
    const std::optional<ReportDesk::Report> &report() const { return m_report; } ///< as shown
    static QStringList shortcuts();                                              ///< as Page::shortcuts()

Q_SIGNALS:
    void leave();           ///< back to where it was opened from
    void anotherWanted();   ///< another form is to be set up
    void errorBookWanted(); ///< all that was missed
    void started();         ///< a drill runs

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeResult();
    QWidget *makeNext();
    QWidget *makeNotices();
    void arrange();
    void addKeys();
    bool load();
    void refresh();
    void showScore(const ReportDesk::Report &report);
    void showSections(const ReportDesk::Report &report);
    void showNotices(const ReportDesk::Report &report);
    QStringList caveats(const ReportDesk::Report &report) const;
    double target() const;
    void perform(const ReportDesk::Action &action);
    void say(const Miss &miss);
    void project(const QString &blueprint);

    const ExamDesks m_desks;
    Ui &m_ui;
    AttemptId m_id{};
    ReportDesk::View m_view;
    std::optional<ReportDesk::Report> m_report;
    bool m_stale = false;
    ReportHead *m_head;
    TextLabel *m_percent;
    TextLabel *m_count;
    ShareBar *m_interval;
    TextLabel *m_meaning;
    TextLabel *m_caveat;
    TextLabel *m_projected;
    QPushButton *m_asSat;
    TextLabel *m_inDispute;
    QPushButton *m_countIt;
    QGridLayout *m_sections;
    NextActions *m_actions;
    QWidget *m_result;
    QWidget *m_next;
    ReportMore *m_more;
    ReportTable *m_table;
    QGridLayout *m_grid;
    bool m_two = false;
};

/// Opens a page that a pack's text points to: its host is named and asked about once. Anything but http and https is
/// refused.
void openSource(ReportDesk &reports, Ui &ui, QWidget *parent, const QString &url);
/// Asks what is wrong with a question; says what was filed or saved.
void disputeQuestion(const ExamDesks &desks, Ui &ui, QWidget *parent, const Item &item, const FormItem &seat);
void withdrawDispute(const ExamDesks &desks, Ui &ui, const QString &item);

} // namespace lectern
