// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "fields.h"
#include "knownnames.h"

#include <QHash>
#include <QSet>

namespace lectern
{

/// What the files of a pack have to know of each other while they are read: ids that are taken, topics and objectives
/// that exist, the day that no other day may be after.
class PackIndex
{
public:
    QDate checkedOn; ///< of pack.yaml; invalid while unknown

    /// Takes the slug at the key id for the kind of thing ("question", "topic"); a second one of a kind is reported.
    /// Empty: missing or reported.
    QString claimId(Fields &fields, const QString &kind);
    /// The same for an id that was read already and need not be a slug.
    void claim(const Fields &fields, const QString &kind, const QString &id);
    bool isClaimed(const QString &kind, const QString &id) const { return m_claims.contains({kind, id}); }

    /// A day on which something was checked or done, so not after the pack's own.
    QDate pastDate(Fields &fields, const QString &key) const;

    void addObjective(const QString &blueprint, const QString &objective);
    /// `<blueprint>/<objective>` of this pack.
    bool hasObjective(const QString &reference) const { return m_objectives.contains(reference); }

    /// The day for which authors have the pack inspected; invalid while it is read to be used.
    QDate inspectedOn;
    KnownNames names;
    bool bankComplete = false; ///< pack.yaml says that the questions are all there

    /// False while a file could not be read, so that its ids are not reported as unknown all over the pack.
    bool knowsTopics = false;
    bool knowsObjectives = false;

private:
    QHash<std::pair<QString, QString>, QString> m_claims; ///< kind and id -> where
    QSet<QString> m_objectives;
};

/// Reports weights at `key` that do not sum to 100; says nothing where one of them could not be read (0).
void checkWeights(const Fields &fields, const QString &key, const QList<int> &weights);

} // namespace lectern
