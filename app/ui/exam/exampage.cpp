// SPDX-License-Identifier: GPL-3.0-or-later
#include "exampage.h"

#include "detailkeys.h"
#include "errorbook.h"
#include "examdesk.h"
#include "examreport.h"
#include "examseat.h"
#include "examsetup.h"
#include "guidedesk.h"
#include "historypage.h"
#include "readinessdesk.h"
#include "reportdesk.h"
#include "settingsdesk.h"
#include "setupplaces.h"
#include "theme.h"
#include "ui.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace lectern
{

ExamPage::ExamPage(const ExamDesks &desks, Ui &ui, QWidget *parent)
    : Page(parent)
    , m_desks(desks)
    , m_desk(desks.exam)
    , m_reports(desks.reports)
    , m_guide(desks.guide)
    , m_settings(desks.settings)
    , m_ui(ui)
    , m_views(new QStackedWidget)
    , m_setup(new ExamSetup(desks, ui))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_views);
    m_views->addWidget(m_setup);

    connect(m_setup, &ExamSetup::started, this, &ExamPage::seatIfRunning);
    connect(m_setup, &ExamSetup::reportChosen, this, [this](AttemptId id) {
        m_fromHistory = false;
        showReport(id);
    });
    connect(m_setup, &ExamSetup::historyWanted, this, &ExamPage::showHistory);
    connect(&m_desk, &ExamDesk::attemptFinished, this, &ExamPage::finished);
    connect(&m_desk, &ExamDesk::attemptParked, this, [this] { leaveSeat(); });
    connect(&m_desk, &ExamDesk::changed, this, &Page::markStale);
    connect(&m_reports, &ReportDesk::changed, this, &Page::markStale);
    connect(&m_guide, &GuideDesk::changed, this, &Page::markStale);
    connect(&desks.readiness, &ReadinessDesk::changed, this, &Page::markStale);
    connect(&m_settings, &SettingsDesk::changed, this, [this](Setting setting) {
        if (setting == Setting::TargetPercent || setting == Setting::ShowClock)
            markStale();
    });
}

QStringList ExamPage::shortcuts() const
{
    return ExamSetup::shortcuts() + HistoryPage::shortcuts() + ExamSeat::shortcuts() + ExamReport::shortcuts() +
           ErrorBook::shortcuts() + detailShortcuts();
}

void ExamPage::goTo(const QString &anchor)
{
    if (seatIfRunning())
        return;
    if (anchor.section(u'/', 0, 0) == QLatin1String("setup")) {
        showSetup();
        if (const auto wanted = setUpOf(anchor, m_guide.certification()))
            m_setup->choose(*wanted);
    } else if (anchor == QLatin1String("history")) {
        showHistory();
    } else if (anchor == QLatin1String("errors")) {
        showErrorBook();
    } else if (anchor.startsWith(QLatin1String("attempt/"))) {
        bool number = false;
        const qint64 id = QStringView(anchor).mid(8).toLongLong(&number);
        m_fromHistory = false;
        if (number)
            showReport(AttemptId(id));
    }
}

void ExamPage::reload()
{
    if (seatIfRunning())
        return;
    m_setup->reload();
    if (m_history)
        m_history->reload();
}

bool ExamPage::seatIfRunning()
{
    if (!m_desk.running())
        return false;
    if (!m_seat) {
        m_views->addWidget(m_seat = new ExamSeat(m_desk, m_guide, m_settings, m_ui));
        connect(m_seat, &ExamSeat::linkActivated, this,
            [this](const QString &url) { openSource(m_reports, m_ui, this, url); });
    }
    if (m_views->currentWidget() != m_seat) {
        m_views->setCurrentWidget(m_seat);
        Q_EMIT immersive(true);
    }
    m_seat->open();
    return true;
}

void ExamPage::showSetup()
{
    m_setup->reload();
    if (m_views->currentWidget() == m_setup)
        return;
    m_views->setCurrentWidget(m_setup);
    m_setup->takeFocus();
}

void ExamPage::showHistory()
{
    if (!m_history) {
        m_views->addWidget(m_history = new HistoryPage(m_reports, m_guide, m_settings, m_ui));
        connect(m_history, &HistoryPage::leave, this, &ExamPage::showSetup);
        connect(m_history, &HistoryPage::errorBookWanted, this, &ExamPage::showErrorBook);
        connect(m_history, &HistoryPage::reportChosen, this, [this](AttemptId id) {
            m_fromHistory = true;
            showReport(id);
        });
    }
    m_history->reload();
    m_views->setCurrentWidget(m_history);
}

void ExamPage::showReport(AttemptId id)
{
    if (!m_report) {
        m_views->addWidget(m_report = new ExamReport(m_desks, m_ui));
        connect(m_report, &ExamReport::leave, this, [this] {
            if (m_fromHistory)
                showHistory();
            else
                showSetup();
        });
        connect(m_report, &ExamReport::anotherWanted, this, &ExamPage::showSetup);
        connect(m_report, &ExamReport::errorBookWanted, this, &ExamPage::showErrorBook);
        connect(m_report, &ExamReport::started, this, &ExamPage::seatIfRunning);
    }
    if (m_report->open(id))
        m_views->setCurrentWidget(m_report);
}

void ExamPage::showErrorBook()
{
    if (!m_book) {
        m_views->addWidget(m_book = new ErrorBook(m_desks, m_ui));
        connect(m_book, &ErrorBook::leave, this,
            [this] { m_views->setCurrentWidget(m_beforeBook ? m_beforeBook : m_setup); });
        connect(m_book, &ErrorBook::setUpWanted, this, &ExamPage::showSetup);
        connect(m_book, &ErrorBook::started, this, &ExamPage::seatIfRunning);
    }
    if (m_views->currentWidget() != m_book)
        m_beforeBook = m_views->currentWidget();
    m_book->open();
    m_views->setCurrentWidget(m_book);
}

bool ExamPage::leaveSeat()
{
    if (!m_seat)
        return false;
    const bool wasSeated = m_views->currentWidget() == m_seat;
    m_seat->close();
    if (!wasSeated)
        return false;
    Q_EMIT immersive(false);
    showSetup();
    return true;
}

void ExamPage::finished(AttemptId id)
{
    m_fromHistory = false;
    if (leaveSeat() && !m_seat->abandoned())
        showReport(id);
}

} // namespace lectern
