// SPDX-License-Identifier: GPL-3.0-or-later
// What the form says of what is chosen in it.
#include "criteriarows.h"
#include "guidedesk.h"
#include "rulerows.h"
#include "setupform.h"
#include "widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

namespace lectern
{

void SetupForm::showRows()
{
    const ExamDesk::Setup chosen = setup();
    const bool rehearsal = m_mode == AttemptMode::Rehearsal;
    setRowShown(m_blueprintRow, !byCriteria());
    setRowShown(m_sealedRow, rehearsal);
    m_criteria->setShown(byCriteria());
    m_size->setVisible(rehearsal);
    m_length->setVisible(!rehearsal && m_mode != AttemptMode::Diagnostic);
    m_fixedLength->setVisible(m_mode == AttemptMode::Diagnostic);
    m_unscoredLine->setVisible(rehearsal);
    m_limit->setVisible(limitable());
    m_time->setVisible(!rehearsal && chosen.minutes > 0);
    m_fixedTime->setVisible(rehearsal);
    m_rules->setMode(m_mode, chosen.minutes > 0);
    m_rules->setMinutes(chosen.budgetMinutes());
    if (rehearsal)
        showSealed();
    else
        m_problem.clear();
    showNotes();
}

void SetupForm::showSealed()
{
    const ExamDesk::Setup chosen = setup();
    const int left = m_desk.sealedFormsLeft(chosen);
    m_practise->setVisible(left == 0);
    if (left > 0) {
        m_problem.clear();
        m_sealed->setText(tr("Sealed form, never shown before"));
        m_sealedNote->setText(tr("%n sealed form(s) left.", nullptr, left));
        return;
    }
    if (m_desk.sealedQuestions() == 0) {
        m_sealed->setText(tr("No sealed form yet"));
        m_sealedNote->setText(tr("A rehearsal asks what no other mode shows, and no question is kept back for it yet. "
                                 "Timed practice draws the same form from the open questions."));
        m_problem = tr("There is no sealed form yet. Timed practice is possible.");
        return;
    }
    m_sealed->setText(tr("No sealed form left"));
    ExamDesk::Setup shorter = chosen;
    shorter.questions = chosen.questions / 2;
    const bool half = m_size->current() == 0 && m_desk.sealedFormsLeft(shorter) > 0;
    m_sealedNote->setText(half
                              ? tr("The sealed questions that are left fill a half rehearsal only.")
                              : tr("A rehearsal asks what was never shown, and every sealed form of this blueprint was "
                                   "sat. Timed practice draws the same form from the open questions."));
    m_problem = half ? tr("There is no whole sealed form left. A half one is possible.")
                     : tr("There is no sealed form left. Timed practice is possible.");
}

void SetupForm::showNotes()
{
    const QLocale locale;
    const ExamDesk::Setup chosen = setup();
    showWhy();
    const Blueprint *drawn = blueprint();
    const int whole = drawn ? drawn->questions : mostQuestions;
    ExamDesk::Setup size = chosen;
    size.questions = whole;
    m_size->setSegmentText(0, tr("Full: %1 in %2 min", "questions, minutes")
                                  .arg(locale.toString(whole), locale.toString(m_desk.minutesFor(size))));
    size.questions = whole / 2;
    m_size->setSegmentText(1, tr("Half: %1 in %2 min", "questions, minutes")
                                  .arg(locale.toString(size.questions), locale.toString(m_desk.minutesFor(size))));
    m_fixedLength->setText(tr("%n question(s)", nullptr, chosen.questions));
    m_fixedTime->setText(tr("%n min", nullptr, chosen.minutes));
    if (m_mode == AttemptMode::Timed)
        m_lengthNote->setText(chosen.questions == whole ? tr("as in the exam") : QString());
    else if (!byCriteria())
        m_lengthNote->setText({});

    const int seconds = chosen.questions > 0 ? chosen.minutes * 60 / chosen.questions : 0;
    const QString pace =
        tr("%1 min %2 s a question")
            .arg(locale.toString(seconds / 60), QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0')));
    m_timeNote->setText(chosen.minutes == 0                           ? QString()
                        : chosen.minutes == m_desk.minutesFor(chosen) ? tr("as in the exam, %1").arg(pace)
                                                                      : pace);
}

void SetupForm::setMatching(int matching)
{
    if (!byCriteria())
        return;
    m_lengthNote->setText(matching < m_setups.value(m_mode).questions ? tr("only %n matching", nullptr, matching)
                                                                      : tr("of %n matching", nullptr, matching));
}

/// One sentence; what a blueprint leaves out is a list that only some want to read.
void SetupForm::showWhy()
{
    m_why->setText(whyThisBlueprint());
    const QString recommended = m_desk.defaultSetup(m_mode).blueprint;
    const Blueprint *best = m_guide.certification().blueprint(recommended);
    const bool explainable = best && !best->leavesOut.isEmpty() && !byCriteria();
    const bool chosen = m_blueprint->currentData().toString() == recommended;
    m_leavesOutLine->setVisible(explainable);
    m_leavesOutLink->setText(m_explains ? tr("Hide what is left out")
                             : chosen   ? tr("What the other one leaves out")
                                        : tr("What this one leaves out"));
    m_leavesOut->setVisible(explainable && m_explains);
    m_leavesOut->setText(best ? best->leavesOut : QString());
}

QString SetupForm::whyThisBlueprint() const
{
    const QString recommended = m_desk.defaultSetup(m_mode).blueprint;
    const Certification &certification = m_guide.certification();
    const Blueprint *best = certification.blueprint(recommended);
    if (!best)
        return {};
    if (m_blueprint->currentData().toString() != recommended)
        return tr("Recommended for your exam: %1.").arg(best->title);
    const QLocale locale;
    if (best->recommendedFrom.isValid())
        return tr("Recommended for exams from %1 on.").arg(locale.toString(best->recommendedFrom, tr("d MMMM yyyy")));
    for (const Blueprint &other : certification.blueprints) {
        if (other.recommendedFrom.isValid())
            return tr("Recommended for exams before %1; from that day on: %2.")
                .arg(locale.toString(other.recommendedFrom, tr("d MMMM yyyy")), other.title);
    }
    return tr("The certification's own division.");
}

} // namespace lectern
