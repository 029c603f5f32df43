// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appointment.h"
#include "certification.h"
#include "project.h"
#include "result.h"

#include <QHash>
#include <QObject>

namespace lectern
{

struct Context;

/// What the certification is, and what the learner ticked in its lists. The certification stays valid while the
/// workspace lives.
class GuideDesk : public QObject
{
    Q_OBJECT
public:
    explicit GuideDesk(Context &context, QObject *parent = nullptr);

    const Certification &certification() const;
    QHash<QString, int> itemsPerTopic() const;
    /// The objectives of sectioned outlines that a topic's questions ask, in the outline's order, by topic.
    QHash<QString, QList<Objective>> objectivesPerTopic() const;

    /// The record of an entry; unchecked if there is none yet. What is done has a date.
    CheckRecord check(const QString &collection, const QString &entry) const;
    Outcome setChecked(const QString &collection, const QString &entry, bool checked);
    /// What becomes done was proven today, whatever it said before.
    Outcome setState(const QString &collection, const QString &entry, CheckState state);
    /// The day on which it was proven, for as long as it stays done; an invalid one is that of the tick. BadInput as
    /// judgeDay().
    Outcome setDate(const QString &collection, const QString &entry, QDate date);
    /// A web address or a local file path, as typed.
    Outcome setEvidence(const QString &collection, const QString &entry, const QString &evidence);
    QDate today() const; ///< that staleness is told by
    Outcome setNote(const QString &collection, const QString &entry, const QString &note);
    int checkedCount(const QString &collection) const;
    void forget(); ///< rows were put back: read them again, say changed()
    static int entryCount(const Collection &collection);

    struct Hit {
        enum class Kind { Topic, Fact, Entry, Project, Requirement, Objective, Item };
        Kind kind = Kind::Topic;
        QString id; ///< topic id, fact id, "collection/entry", project id, "project/requirement", objective id, item id
        QString title;
        QString detail;
    };
    /// Everything whose text holds every word of `text`, at most `limit`; items only if they were seen in a finished
    /// attempt.
    QList<Hit> search(const QString &text, int limit = 50) const;

Q_SIGNALS:
    void changed();

private:
    Outcome write(const QString &label, const CheckRecord &record);

    Context &m_context;
    mutable QHash<QString, CheckRecord> m_checks;
    mutable bool m_loaded = false;
};

} // namespace lectern
