// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done from a report.
#include "detailkeys.h"
#include "dialogs.h"
#include "disputedialog.h"
#include "examdesk.h"
#include "examreport.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "nextactions.h"
#include "plandesk.h"
#include "reportdetail.h"
#include "reporthead.h"
#include "reportmore.h"
#include "reporttable.h"
#include "reportwords.h"
#include "tell.h"
#include "ui.h"

#include <QDir>
#include <QPushButton>
#include <QShortcut>
#include <QUrl>

namespace lectern
{

void openSource(ReportDesk &reports, Ui &ui, QWidget *parent, const QString &url)
{
    const QUrl address(url, QUrl::StrictMode);
    const bool web = address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http");
    if (!address.isValid() || !web || address.host().isEmpty()) {
        offerLink(ui, url); // it says why not
        return;
    }
    if (!reports.hostAllowed(address.host())) {
        if (!ui.dialogs.confirm(parent, ExamReport::tr("Open a page on %1?").arg(address.host()),
                ExamReport::tr("It opens in your browser: %1. You are asked once for each host.").arg(url),
                ExamReport::tr("Open")))
            return;
        if (const Outcome kept = reports.allowHost(address.host()); !kept)
            ui.messages.showError(kept.error());
    }
    if (!ui.dialogs.openExternally(url))
        ui.messages.showError(ExamReport::tr("No program could be started for %1.").arg(url));
}

void disputeQuestion(const ExamDesks &desks, Ui &ui, QWidget *parent, const Item &item, const FormItem &seat)
{
    DisputeDialog dialog(desks.reports, ui, item, seat, parent);
    ui.dialogs.run(dialog);
    if (!dialog.exportedTo().isEmpty())
        ui.messages.showInfo(ExamReport::tr("Saved as %1. Send it to whoever makes the questions.")
                                 .arg(QDir::toNativeSeparators(dialog.exportedTo())));
    if (dialog.filed())
        tellChange(ui, desks.history, Done{}, ExamReport::tr("Dispute filed: the question counts nowhere for now."));
}

void withdrawDispute(const ExamDesks &desks, Ui &ui, const QString &item)
{
    tellChange(ui, desks.history, desks.reports.withdrawDispute(item),
        ExamReport::tr("Dispute withdrawn: the question counts again."));
}

QStringList ExamReport::shortcuts()
{
    return {
        tr("M") + u'\t' + tr("Show more or less, in a report"),
        tr("Ctrl+P") + u'\t' + tr("Print a report or the error book, or save it as PDF"),
        tr("T") + u'\t' + tr("Show the pace as a table, in a report"),
        tr("P") + u'\t' + tr("Project a report on another blueprint"),
        tr("C") + u'\t' + tr("Count what is in dispute, or leave it out, in a report"),
        tr("Alt+1…3") + u'\t' + tr("Do what a report says to do next"),
    };
}

void ExamReport::addKeys()
{
    const auto bind = [this](const QKeySequence &keys, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &ExamReport::leave);
    connect(
        new QShortcut(QKeySequence::Print, this), &QShortcut::activated, m_head->printButton(), &QPushButton::click);
    bind(Qt::Key_M, [this] { m_head->moreButton()->toggle(); });
    bind(Qt::Key_T, [this] {
        if (m_head->moreButton()->isChecked())
            m_more->setTable(!m_more->table());
    });
    bind(Qt::Key_P, [this] {
        if (m_head->projectButton()->isVisible())
            m_head->projectButton()->click();
    });
    bind(Qt::Key_E, [this] { m_head->bookButton()->click(); });
    bind(Qt::Key_C, [this] {
        if (m_countIt->isVisible())
            m_countIt->click();
    });
    for (int i = 0; i < 3; ++i) {
        bind(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), [this, i] {
            if (QPushButton *button = m_actions->buttons().value(i))
                button->click();
        });
    }
    addDetailKeys(this, [this] { return m_table->detail(); });
}

void ExamReport::perform(const ReportDesk::Action &action)
{
    switch (action.kind) {
    case ReportDesk::Action::Kind::Drill: {
        const auto drill = m_desks.exam.startDrill(action.criteria);
        if (!drill) {
            m_ui.messages.showError(drill.error());
            return;
        }
        Q_EMIT started();
        return;
    }
    case ReportDesk::Action::Kind::Block: {
        const QDate day = m_desks.plan.placeFor(action.minutes).date;
        const Outcome added = m_desks.plan.addBlock(BlockKind::Read, action.topic, action.minutes);
        tellChange(m_ui, m_desks.history, added,
            tr("Added to %1.", "a day").arg(QLocale().toString(day, QLocale::LongFormat)));
        return;
    }
    case ReportDesk::Action::Kind::Lesson:
        m_ui.go({PageId::Guide, action.topic});
        return;
    }
}

void ExamReport::say(const Miss &miss)
{
    if (const Outcome kept = m_desks.reports.setMiss(miss); !kept) {
        m_ui.messages.showError(kept.error());
        refresh();
    }
}

void ExamReport::project(const QString &blueprint)
{
    m_view.blueprint = blueprint;
    refresh();
}

} // namespace lectern
