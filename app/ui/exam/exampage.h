// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examdesks.h"
#include "ids.h"
#include "page.h"

class QStackedWidget;

namespace lectern
{

class ErrorBook;
class ExamReport;
class ExamSeat;
class ExamSetup;
class HistoryPage;
struct Ui;

/// The exam's tab: set-up, then the seat, then the report. While an exam runs it shows nothing but the seat and takes
/// the whole window; a seat is left by what it offers or when time is up, never by going elsewhere.
class ExamPage : public Page
{
    Q_OBJECT
public:
    ExamPage(const ExamDesks &desks, Ui &ui, QWidget *parent = nullptr);

    /// "setup", "setup/<word of a mode>", "setup/topic/<id>" (a drill of it), "setup/due" (a drill of what comes back
    /// today), "history", "errors" for the error book, "attempt/<id>", or empty for wherever the page was. A running
    /// exam comes first.
    void goTo(const QString &anchor) override;
    QStringList shortcuts() const override;

protected:
    void reload() override;

private:
    bool seatIfRunning();
    void showSetup();
    void showHistory();
    void showReport(AttemptId id);
    void showErrorBook();
    void finished(AttemptId id);
    bool leaveSeat(); ///< for the set-up; false where nobody sat there

    const ExamDesks m_desks;
    ExamDesk &m_desk;
    ReportDesk &m_reports;
    GuideDesk &m_guide;
    SettingsDesk &m_settings;
    Ui &m_ui;
    QStackedWidget *m_views;
    QWidget *m_beforeBook = nullptr; ///< what the error book goes back to
    ExamSetup *m_setup;
    ExamSeat *m_seat = nullptr;     ///< made for the first exam
    ExamReport *m_report = nullptr; ///< made for the first report
    ErrorBook *m_book = nullptr;    ///< made when first opened
    HistoryPage *m_history = nullptr;
    bool m_fromHistory = false; ///< where a report goes back to
};

} // namespace lectern
