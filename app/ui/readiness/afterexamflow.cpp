// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterexamflow.h"

#include "afterexamdialog.h"
#include "dialogs.h"
#include "dossierprint.h"
#include "evidencedesk.h"
#include "examdesk.h"
#include "examresultlist.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "plandesk.h"
#include "printjob.h"
#include "projectdesk.h"
#include "readinessdesk.h"
#include "resultdialog.h"
#include "setupplaces.h"
#include "tell.h"

#include <QLocale>

#include <algorithm>

namespace lectern
{

AfterExamFlow::AfterExamFlow(const ReadinessDesks &desks, Ui &ui, QWidget *page)
    : QObject(page)
    , m_desks(desks)
    , m_ui(ui)
    , m_page(page)
{
}

QList<ExamResult> AfterExamFlow::results() const
{
    const auto stored = m_desks.evidence.results();
    if (!stored)
        m_ui.messages.showError(stored.error());
    return stored ? *stored : QList<ExamResult>();
}

void AfterExamFlow::record()
{
    const QDate today = m_desks.plan.today();
    const Appointment appointment = m_desks.plan.appointment();
    ExamResult first;
    first.date = appointment.booked() && appointment.date <= today ? appointment.date : today;
    first.blueprint = m_desks.readiness.defaultBlueprint();
    const QList<ExamResult> known = results();
    const auto same =
        std::find_if(known.cbegin(), known.cend(), [&](const ExamResult &result) { return result.date == first.date; });
    ask(same == known.cend() ? first : *same);
}

void AfterExamFlow::change(ExamResultId id)
{
    for (const ExamResult &result : results()) {
        if (result.id == id)
            ask(result);
    }
}

void AfterExamFlow::ask(const ExamResult &first)
{
    QList<QDate> taken;
    for (const ExamResult &result : results()) {
        if (result.id != first.id)
            taken.append(result.date);
    }
    ResultDialog dialog(
        m_desks.guide.certification(), first, taken, m_desks.plan.today(), m_ui.theme, m_page->window());
    if (!m_ui.dialogs.run(dialog))
        return;
    if (dialog.removed())
        remove(first.id);
    else
        keep(dialog.result());
}

void AfterExamFlow::keep(const ExamResult &result)
{
    ExamResultId id = result.id;
    Outcome outcome = Done{};
    if (raw(id) != 0) {
        outcome = m_desks.evidence.updateResult(result);
    } else {
        const auto added = m_desks.evidence.addResult(result);
        outcome = added ? Outcome(Done{}) : Outcome(added.error());
        id = added ? *added : id;
    }
    if (tellChange(m_ui, m_desks.history, outcome, tr("Result kept: %1.").arg(resultWords(result))))
        show(id);
}

void AfterExamFlow::remove(ExamResultId id)
{
    tellChange(m_ui, m_desks.history, m_desks.evidence.removeResult(id), tr("Result removed."));
}

void AfterExamFlow::show(ExamResultId id)
{
    const QList<ExamResult> known = results();
    if (known.isEmpty())
        return;
    const auto found =
        std::find_if(known.cbegin(), known.cend(), [id](const ExamResult &result) { return result.id == id; });
    const ExamResult result = found == known.cend() ? known.constLast() : *found;
    const Certification &certification = m_desks.guide.certification();
    const bool passed = result.passed;
    AfterExamDialog dialog(
        {certification, result, passed ? result.date.addYears(certification.exam.validityYears) : QDate(),
            passed ? QDate() : result.date.addDays(certification.exam.retakeWaitDays), m_desks.plan.today(),
            m_desks.evidence.archived(), sealedFormsLeft(), m_desks.exam.sealedQuestions() > 0},
        m_ui.theme, m_page->window());
    if (m_ui.dialogs.run(dialog))
        fulfil(dialog, result);
}

int AfterExamFlow::sealedFormsLeft() const
{
    return m_desks.exam.sealedFormsLeft(m_desks.exam.defaultSetup(AttemptMode::Rehearsal));
}

void AfterExamFlow::fulfil(const AfterExamDialog &dialog, const ExamResult &result)
{
    using Wish = AfterExamDialog::Wish;
    switch (dialog.wish()) {
    case Wish::None:
        break;
    case Wish::Archive:
    case Wish::TakeUp:
        putAway(dialog.wish() == Wish::Archive);
        break;
    case Wish::Dossier:
        printDossierOf(result);
        break;
    case Wish::Plan: {
        const QDate earliest =
            std::max(result.date.addDays(m_desks.guide.certification().exam.retakeWaitDays), m_desks.plan.today());
        m_ui.go({PageId::Plan, QStringLiteral("new/") + earliest.toString(Qt::ISODate)});
        break;
    }
    case Wish::Book:
        Q_EMIT appointmentRequested();
        break;
    case Wish::Practise:
        m_ui.go(setUpSection(result.blueprint, dialog.section()));
        break;
    case Wish::Change:
        ask(result);
        break;
    }
}

void AfterExamFlow::putAway(bool away)
{
    tellChange(m_ui, m_desks.history, m_desks.evidence.setArchived(away),
        away ? tr("Put away: planning does not remind any more.") : tr("Taken up again."));
}

void AfterExamFlow::printDossierOf(const ExamResult &result)
{
    const Certification &certification = m_desks.guide.certification();
    Dossier dossier{certification, result, result.date.addYears(certification.exam.validityYears), m_desks.plan.today(),
        {}, 0, 0, {}, {}, {}};
    if (const QList<Block> blocks = m_desks.plan.allBlocks(); !blocks.isEmpty()) {
        Dossier::Plan plan{
            blocks.constFirst().date, blocks.constLast().date, int(blocks.size()), 0, m_desks.plan.loggedMinutes()};
        for (const Block &block : blocks)
            plan.done += block.state == BlockState::Done ? 1 : 0;
        dossier.plan = plan;
    }
    const QString blueprint = result.blueprint.isEmpty() ? m_desks.readiness.defaultBlueprint() : result.blueprint;
    if (const auto summary = m_desks.readiness.summary(blueprint)) {
        dossier.answers = summary->answers;
        dossier.right = summary->right;
    }
    if (const auto rehearsals = m_desks.readiness.rehearsals(blueprint))
        dossier.rehearsals = *rehearsals;
    for (const Project &project : certification.projects) {
        for (const Requirement &requirement : project.requirements)
            dossier.requirements.append(m_desks.projects.requirement(project.id, requirement.id));
    }
    for (const Collection &collection : certification.collections) {
        for (const EntryGroup &group : collection.groups) {
            for (const Entry &entry : group.entries)
                dossier.checks.append(m_desks.guide.check(collection.id, entry.id));
        }
    }
    printDossier(m_ui, m_page, dossier);
}

} // namespace lectern
