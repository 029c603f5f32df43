// SPDX-License-Identifier: GPL-3.0-or-later
// What the candidate does with the question on display.
#include "examdesk.h"
#include "examseat.h"
#include "positiongrid.h"
#include "questionview.h"
#include "seatbar.h"
#include "seatlog.h"
#include "seatwords.h"

#include <QLocale>

namespace lectern
{

bool ExamSeat::mayAct(bool answering)
{
    if (!m_seated || m_over)
        return false;
    const PositionState state = m_log->state(m_position);
    if (answering && state.revealed)
        announce(tr("Question %1: its answer was shown, so that yours is final.").arg(number()));
    return !state.frozen && !(answering && state.revealed);
}

void ExamSeat::setAnswer(const QStringList &choice)
{
    if (!mayAct(true)) {
        m_question->setChoice(m_log->state(m_position).choice);
        return;
    }
    if (m_log->state(m_position).choice == choice)
        return;
    m_log->answer(m_position, choice);
    if (!m_seated)
        return;
    const PositionState state = m_log->state(m_position);
    m_question->setChoice(state.choice);
    refresh(m_position);
    if (state.choice.isEmpty()) {
        announce(tr("Question %1: answer cleared").arg(number()));
        return;
    }
    const QString chosen = letters(state.choice, m_desk.running()->setup().items.at(m_position).optionOrder);
    QString sentence = m_log->saved() ? tr("Question %1: %2 saved").arg(number(), chosen)
                                      : tr("Question %1: %2 not saved yet, kept in memory").arg(number(), chosen);
    if (const Result<Item> item = m_desk.item(m_position); item && asked(*item) > 1)
        sentence = tr("%1, %2", "question 3: A saved, 1 of 2 chosen")
                       .arg(sentence, chosenWords(state.choice.size(), asked(*item)));
    announce(sentence);
}

void ExamSeat::clearAnswer()
{
    if (!m_log->state(m_position).choice.isEmpty())
        setAnswer({});
}

void ExamSeat::toggleFlag()
{
    if (mayAct())
        m_log->setFlag(m_position, !m_log->state(m_position).flagged);
    if (!m_seated)
        return;
    refresh(m_position);
    announce(m_log->state(m_position).flagged ? tr("Question %1 flagged").arg(number())
                                              : tr("Question %1 no longer flagged").arg(number()));
}

void ExamSeat::toggleUnsure()
{
    if (mayAct())
        m_log->setUnsure(m_position, !m_log->state(m_position).unsure);
    if (!m_seated)
        return;
    refresh(m_position);
    announce(m_log->state(m_position).unsure ? tr("Question %1 marked unsure").arg(number())
                                             : tr("Question %1 no longer marked unsure").arg(number()));
}

void ExamSeat::rate(Certainty certainty)
{
    const PositionState before = m_log->state(m_position);
    if (!mayAct() || !rules().certainty || before.revealed)
        return;
    m_log->rate(m_position, certainty == before.certainty ? Certainty::None : certainty);
    if (!m_seated)
        return;
    refresh(m_position);
    SeatMarks rating;
    rating.certainty = m_log->state(m_position).certainty;
    const QStringList words = markWords(rating);
    announce(words.isEmpty() ? tr("Question %1: rating taken back").arg(number())
                             : tr("Question %1: %2").arg(number(), words.constFirst()));
}

void ExamSeat::strike(const QStringList &struck)
{
    if (mayAct())
        m_log->strike(m_position, struck);
    if (m_seated)
        m_question->setStruck(m_log->state(m_position).struck);
}

void ExamSeat::highlight(const Highlight &toggled)
{
    if (mayAct())
        m_log->highlight(m_position, withHighlight(m_log->state(m_position).highlights, toggled));
    if (m_seated)
        m_question->setHighlights(m_log->state(m_position).highlights);
}

void ExamSeat::note(int position, const QString &text)
{
    // Of the position it was typed for, which need not be on display any more.
    if (!m_seated || m_over || position >= size() || m_log->state(position).frozen)
        return;
    m_log->note(position, text);
    if (m_seated && position == m_position)
        m_question->setNote(m_log->state(position).note);
}

void ExamSeat::endReached()
{
    if (!mayAct() || !m_log->state(m_position).unread)
        return;
    m_log->scrolled(m_position, true);
    if (m_seated)
        refresh(m_position);
}

void ExamSeat::reveal()
{
    if (!mayAct() || !rules().feedback || m_log->state(m_position).revealed)
        return;
    m_log->reveal(m_position);
    if (!m_seated)
        return;
    refresh(m_position);
    m_question->setRevealed(true);
    const Result<Item> item = m_desk.item(m_position);
    if (!item)
        return;
    const PositionState state = m_log->state(m_position);
    const QString key = letters(item->keyIds(), m_desk.running()->setup().items.at(m_position).optionOrder);
    if (isRight(keyOf(*item), state.choice))
        announce(tr("Right: the answer is %1").arg(key));
    else
        announce(tr("Wrong: the answer is %1").arg(key));
}

} // namespace lectern
