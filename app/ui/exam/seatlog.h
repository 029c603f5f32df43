// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QHash>
#include <QObject>
#include <QStringList>

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
    Outcome submit(); ///< stores what is kept first
    Outcome timeOut();

    /// What the candidate sees: kept in memory, else stored.
    QStringList choice(int position) const;
    bool flagged(int position) const;
    bool seen(int position) const;

    bool saved() const;
    int unsavedCount() const; ///< positions whose answer or flag is kept in memory only
    Outcome retry();
    void forget(); ///< the attempt is over

Q_SIGNALS:
    void savedChanged(bool saved);
    void failed(const lectern::Error &error); ///< when saving begins to fail; not again at each retry
    void recovered();                         ///< everything kept is stored now

private:
    Outcome flush();

    ExamDesk &m_desk;
    QTimer *m_timer;
    QHash<int, QStringList> m_answers;
    QHash<int, bool> m_flags;
    QList<int> m_shown; ///< in the order of showing
    bool m_failing = false;
};

} // namespace lectern
