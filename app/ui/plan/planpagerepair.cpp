// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a plan that has slipped or does not fit.
#include "burnuppanel.h"
#include "dialogs.h"
#include "messagebar.h"
#include "plandesk.h"
#include "plannotice.h"
#include "planpage.h"
#include "repairdialog.h"
#include "repairwords.h"
#include "ui.h"

namespace lectern
{

void PlanPage::repair()
{
    RepairDialog dialog(m_repair, m_desk, m_history, m_ui, this);
    if (!m_ui.dialogs.run(dialog))
        return;
    const Outcome outcome = m_repair.apply(dialog.offers(), dialog.kind());
    if (!outcome && outcome.error().where == QLatin1String("plan"))
        m_ui.messages.showError(tr("The plan has changed meanwhile. Choose Repair once more."));
    else
        say(outcome, tr("Plan repaired: %1.").arg(repairName(dialog.kind())));
}

void PlanPage::showStanding()
{
    const bool planned = m_desk.hasPlan();
    const Slip slip = planned ? m_repair.slip() : Slip();
    m_behind->say(slip.any() ? slipText(slip) : QString());
    const Feasibility feasibility = planned ? m_repair.feasibility() : Feasibility();
    m_short->say(feasibility.fits() ? QString() : feasibilityText(feasibility, m_desk.today()));
    const BurnUp burn = m_repair.burnUp();
    if (burn.planned.isEmpty())
        return;
    const std::optional<PlanInputs> inputs = m_desk.inputs();
    const QDate end = inputs && inputs->examDate.isValid() ? inputs->examDate : burn.planned.constLast().day;
    m_burnUp->set(burn, feasibility.pace, end, m_desk.today());
}

} // namespace lectern
