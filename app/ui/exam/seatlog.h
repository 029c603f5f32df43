// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QObject>
#include <functional>

class QTimer;

namespace lectern
{

class ExamDesk;

/// Hands the candidate's acts to the desk. An act that could not be stored is kept in memory, shown all the same and
/// tried again with the next act and every five seconds; nothing counts as saved before the desk has said so.
class SeatLog : public QObject
{
    Q_OBJECT
public:
    explicit SeatLog(ExamDesk &desk, QObject *parent = nullptr);

    void show(int position);
    void answer(int position, const QStringList &choice);
    void setFlag(int position, bool on);
    void setUnsure(int position, bool on);
    void strike(int position, const QStringList &options);
    void highlight(int position, const QList<Highlight> &all);
    void note(int position, const QString &text);
    void rate(int position, Certainty certainty);
    void reveal(int position);
    void scrolled(int position, bool toEnd);

    // What is kept is stored first, so that nothing comes to stand after a pause or the end; fails where it cannot be.
    Outcome pause();
    Outcome proceed();
    Outcome beginBreak();
    Outcome endBreak();
    Outcome park();
    Outcome submit();
    Outcome abandon();
    Outcome timeOut(); ///< what is kept came too late

    /// What the candidate sees: kept in memory, else stored.
    PositionState state(int position) const;

    bool saved() const { return !m_failing; }
    int unsavedCount() const;   ///< positions of which anything that was done is kept in memory only
    int unsavedAnswers() const; ///< those whose answer is
    Outcome retry();
    void forget(); ///< the attempt is over

Q_SIGNALS:
    void savedChanged(bool saved);
    void failed(const lectern::Error &error);  ///< when saving begins to fail; not again at each retry
    void recovered();                          ///< everything kept is stored now
    void refused(const lectern::Error &error); ///< an act that the rules do not have: it is not kept

private:
    enum class Kind { Show, Answer, Flag, Unsure, Strike, Highlight, Note, Rate, Reveal, Scrolled };
    struct Act {
        Kind kind = Kind::Show;
        int position = 0;
        std::function<Outcome(ExamDesk &)> store;
        std::function<void(PositionState &)> apply; ///< what it makes of what is stored
    };
    void take(Act act);
    Outcome flush();
    bool refusedForGood(const Error &error) const;
    template<typename Step>
    Outcome then(Step step);

    ExamDesk &m_desk;
    QTimer *m_timer;
    QList<Act> m_kept; ///< in the order of doing
    bool m_failing = false;
};

} // namespace lectern
