// SPDX-License-Identifier: GPL-3.0-or-later
#include "guidedesk.h"

#include "context.h"
#include "selfevidence.h"

#include <QSet>
#include <algorithm>

namespace lectern
{

namespace
{

QString checkKey(const QString &collection, const QString &entry)
{
    return collection + u'/' + entry;
}

bool knows(const Certification &certification, const CheckRecord &record)
{
    const Collection *collection = certification.collection(record.collection);
    if (!collection)
        return false;
    for (const EntryGroup &group : collection->groups) {
        for (const Entry &entry : group.entries) {
            if (entry.id == record.entry)
                return true;
        }
    }
    return false;
}

/// Collects what holds every word, in the order it is offered.
class Finder
{
public:
    Finder(const QString &text, int limit)
        : m_words(text.simplified().split(u' ', Qt::SkipEmptyParts))
        , m_limit(limit)
    {
    }

    bool wants() const { return !m_words.isEmpty() && m_hits.size() < m_limit; }

    void offer(GuideDesk::Hit::Kind kind, const QString &id, const QString &title, const QString &detail,
        const QString &more = {})
    {
        if (!wants())
            return;
        const QString all = title + u' ' + detail + u' ' + more;
        const bool matches = std::all_of(m_words.cbegin(), m_words.cend(),
            [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
        if (matches)
            m_hits.append({kind, id, title, detail});
    }

    int room() const { return m_limit - static_cast<int>(m_hits.size()); }
    QList<GuideDesk::Hit> hits() const { return m_hits; }
    void add(const GuideDesk::Hit &hit) { m_hits.append(hit); }

private:
    QStringList m_words;
    int m_limit;
    QList<GuideDesk::Hit> m_hits;
};

} // namespace

GuideDesk::GuideDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

const Certification &GuideDesk::certification() const
{
    return m_context.certification;
}

QHash<QString, int> GuideDesk::itemsPerTopic() const
{
    const auto counts = m_context.packs.itemsPerTopic(m_context.certification.id);
    return counts ? *counts : QHash<QString, int>();
}

QHash<QString, QList<Objective>> GuideDesk::objectivesPerTopic() const
{
    const auto tags = m_context.packs.tags(m_context.certification.id);
    if (!tags)
        return {};
    QHash<QString, QSet<QString>> topicsOf;
    for (const ItemTag &tag : *tags)
        topicsOf[tag.objective].insert(tag.topic);
    QHash<QString, QList<Objective>> result;
    for (const Blueprint &blueprint : m_context.certification.blueprints) {
        for (const Section &section : blueprint.sections) {
            for (const Objective &objective : section.objectives) {
                const QSet<QString> topics = topicsOf.value(blueprint.id + u'/' + objective.id);
                for (const QString &topic : topics)
                    result[topic].append(objective);
            }
        }
    }
    return result;
}

void GuideDesk::forget()
{
    m_loaded = false;
    Q_EMIT changed();
}

CheckRecord GuideDesk::check(const QString &collection, const QString &entry) const
{
    if (!m_loaded) {
        m_checks.clear();
        const auto stored = m_context.self.checks(m_context.certification.id);
        if (stored) {
            for (CheckRecord record : *stored) {
                if (record.checked() && !record.date.isValid())
                    record.date = tickDay(record, m_context.zone());
                m_checks.insert(checkKey(record.collection, record.entry), record);
            }
            m_loaded = true;
        }
    }
    CheckRecord fresh;
    fresh.collection = collection;
    fresh.entry = entry;
    return m_checks.value(checkKey(collection, entry), fresh);
}

Outcome GuideDesk::setChecked(const QString &collection, const QString &entry, bool checked)
{
    return setState(collection, entry, checked ? CheckState::Done : CheckState::Open);
}

Outcome GuideDesk::setState(const QString &collection, const QString &entry, CheckState state)
{
    CheckRecord record = check(collection, entry);
    if (record.state == state)
        return Done{};
    const QString label = state == CheckState::Done ? tr("Tick")
                          : record.checked()        ? tr("Removal of a tick")
                                                    : tr("Change of an entry's state");
    record.state = state;
    if (state == CheckState::Done) {
        record.checkedUtcMs = m_context.now().utcMs;
        record.date = today();
    }
    return write(label, record);
}

Outcome GuideDesk::setDate(const QString &collection, const QString &entry, QDate date)
{
    CheckRecord record = check(collection, entry);
    if (!date.isValid() && record.checked())
        date = tickDay(record, m_context.zone());
    if (record.date == date)
        return Done{};
    if (date.isValid()) {
        if (const Outcome judged = judgeDay(date, today(), QStringLiteral("date")); !judged)
            return judged;
    }
    record.date = date;
    return write(tr("Date of a proof"), record);
}

Outcome GuideDesk::setEvidence(const QString &collection, const QString &entry, const QString &evidence)
{
    CheckRecord record = check(collection, entry);
    if (record.evidence == evidence)
        return Done{};
    record.evidence = evidence;
    return write(tr("Evidence of an entry"), record);
}

QDate GuideDesk::today() const
{
    return m_context.localNow().date();
}

Outcome GuideDesk::setNote(const QString &collection, const QString &entry, const QString &note)
{
    CheckRecord record = check(collection, entry);
    if (record.note == note)
        return Done{};
    record.note = note;
    return write(tr("Note"), record);
}

Outcome GuideDesk::write(const QString &label, const CheckRecord &record)
{
    if (!knows(m_context.certification, record))
        return Error{ErrorCode::NotFound, QStringLiteral("no such entry"), checkKey(record.collection, record.entry)};
    const Outcome outcome =
        m_context.change(label, [&] { return m_context.self.setCheck(m_context.certification.id, record); });
    if (outcome) {
        m_checks.insert(checkKey(record.collection, record.entry), record);
        Q_EMIT changed();
    }
    return outcome;
}

int GuideDesk::checkedCount(const QString &collectionId) const
{
    int count = 0;
    const Collection *collection = m_context.certification.collection(collectionId);
    if (!collection)
        return 0;
    for (const EntryGroup &group : collection->groups) {
        for (const Entry &entry : group.entries)
            count += check(collectionId, entry.id).checked() ? 1 : 0;
    }
    return count;
}

int GuideDesk::entryCount(const Collection &collection)
{
    int count = 0;
    for (const EntryGroup &group : collection.groups)
        count += static_cast<int>(group.entries.size());
    return count;
}

QList<GuideDesk::Hit> GuideDesk::search(const QString &text, int limit) const
{
    const Certification &certification = m_context.certification;
    Finder finder(text, limit);
    for (const Domain &domain : certification.domains) {
        for (const Topic &topic : domain.topics)
            finder.offer(Hit::Kind::Topic, topic.id, topic.title, domain.title, topic.summary);
    }
    for (const Fact &fact : certification.facts)
        finder.offer(Hit::Kind::Fact, fact.id, fact.label, fact.page, fact.vendor);
    for (const Project &project : certification.projects) {
        finder.offer(Hit::Kind::Project, project.id, project.title, project.scope, project.summary);
        for (const Requirement &requirement : project.requirements)
            finder.offer(Hit::Kind::Requirement, checkKey(project.id, requirement.id), requirement.title, project.title,
                requirement.proof);
    }
    for (const Collection &collection : certification.collections) {
        for (const EntryGroup &group : collection.groups) {
            for (const Entry &entry : group.entries)
                finder.offer(Hit::Kind::Entry, checkKey(collection.id, entry.id), entry.title, entry.detail,
                    entry.proof + u' ' + entry.note);
        }
    }
    for (const Blueprint &blueprint : certification.blueprints) {
        for (const Section &section : blueprint.sections) {
            for (const Objective &objective : section.objectives)
                finder.offer(Hit::Kind::Objective, objective.id, objective.title, section.title, objective.id);
        }
    }
    if (finder.wants()) {
        const auto items = m_context.packs.search(certification.id, text, finder.room());
        if (items) {
            for (const PackStore::Hit &hit : *items)
                finder.add({Hit::Kind::Item, hit.item, hit.title, hit.snippet});
        }
    }
    return finder.hits();
}

} // namespace lectern
