// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs.h"
#include "messagebar.h"
#include "plandesk.h"
#include "planpage.h"
#include "planprintdialog.h"
#include "savefile.h"
#include "scheduleprint.h"
#include "ui.h"

#include <QDir>

namespace lectern
{

void PlanPage::print()
{
    constexpr std::array<PlanSheet, viewCount> sheets{
        PlanSheet::Month, PlanSheet::Week, PlanSheet::Agenda, PlanSheet::Wall};
    printPlan(m_ui, this, m_desk, sheets[static_cast<std::size_t>(m_shown)], view()->selectedDate());
}

void PlanPage::exportTo(const QString &suffix, const QString &filter)
{
    const QString suggested = tr("study-plan", "file name").append(u'.').append(suffix);
    QString path = m_ui.dialogs.saveFile(this, tr("Export the study plan"), suggested, filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith(u'.' + suffix, Qt::CaseInsensitive))
        path += u'.' + suffix;
    Outcome outcome = Done{};
    if (suffix == QLatin1String("pdf")) {
        outcome = writeSchedulePdf(path, m_desk);
    } else {
        const Result<QByteArray> bytes = m_desk.exportSchedule(suffix);
        outcome = bytes ? saveFile(path, *bytes) : Outcome(bytes.error());
    }
    if (outcome)
        m_ui.messages.showInfo(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
    else
        m_ui.messages.showError(outcome.error());
}

} // namespace lectern
