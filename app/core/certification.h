// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blueprint.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace lectern
{

/// Where a fact comes from. `url` may be empty for the certification page itself.
struct Source {
    QString title;
    QString url;
    QDate checkedOn;

    bool operator==(const Source &) const = default;
};

struct Topic {
    QString id; ///< "d3.2"
    QString title;
    QString shortTitle; ///< at most 18 characters, for calendar blocks
    QString summary;

    bool operator==(const Topic &) const = default;
};

struct Domain {
    QString id;   ///< "d3"
    QString code; ///< "D3", the chip that stands beside its colour
    QString title;
    int weight = 0; ///< percent
    QList<Topic> topics;

    bool operator==(const Domain &) const = default;
};

/// A key fact as the certification page gives it and as the vendor does; both are kept.
struct Fact {
    QString id;
    QString label;
    QString page;
    QString vendor;
    bool differs = false;
    QString note;
    Source source; ///< of the vendor's value

    bool operator==(const Fact &) const = default;
};

/// The numbers of the exam that the program computes with.
struct ExamRules {
    int questions = 60;
    int minutes = 120;
    int targetPercent = 70; ///< the practice target; the vendor publishes no pass mark
    int retakeWaitDays = 14;
    int validityYears = 2;

    bool operator==(const ExamRules &) const = default;
};

struct Entry {
    QString id;
    QString title;
    QString detail;
    QString proof; ///< what would prove a checklist item
    QString url;
    QString note;
    bool skill = false; ///< of a checklist: an ability, which goes stale when it was not shown for a while

    bool operator==(const Entry &) const = default;
};

struct EntryGroup {
    QString id;
    QString title;
    QList<Entry> entries;

    bool operator==(const EntryGroup &) const = default;
};

enum class CollectionKind { Checklist, Resources, Career, Challenges };

struct Collection {
    QString id;
    CollectionKind kind = CollectionKind::Checklist;
    QString title;
    QString intro;
    QList<EntryGroup> groups;

    bool operator==(const Collection &) const = default;
};

/// One line of what the day of the exam asks of a candidate.
struct ExamDayLine {
    QString id;
    QString text;
    bool write = false; ///< only the candidate's booking tells it: it is written down beside the text
    Source source;      ///< of a fact about the exam; without a title: nothing is claimed, only reminded of

    bool sourced() const { return !source.title.isEmpty(); }
    bool operator==(const ExamDayLine &) const = default;
};

/// "Documents", "Launch window" …
struct ExamDayPart {
    QString id;
    QString title;
    QList<ExamDayLine> lines;

    bool operator==(const ExamDayPart &) const = default;
};

/// One stage of the learning path; weeks are 1-based and inclusive.
struct Stage {
    QString id;
    int firstWeek = 1;
    int lastWeek = 1;
    QString title;
    QString shortTitle;
    QStringList domains;
    QStringList topics; ///< empty: all topics of the domains

    bool operator==(const Stage &) const = default;
};

struct Requirement {
    QString id;
    QString title;
    QString proof;

    bool operator==(const Requirement &) const = default;
};

struct Project {
    QString id;
    int number = 0;
    QString title;
    QString scope;
    QString summary;
    QList<Requirement> requirements;

    bool operator==(const Project &) const = default;
};

/// Everything a content pack says about a certification except its items, which are loaded when shown.
struct Certification {
    QString id;
    QString version;
    QString title;
    QString shortTitle;
    QString language;
    QString licence;
    QDate checkedOn;
    QString overview;
    ExamRules exam;
    QList<Fact> facts;
    QList<Domain> domains;
    QList<Blueprint> blueprints; ///< the first is the default
    int totalHours = 0;
    QList<Stage> path;
    QList<Project> projects;
    QList<Collection> collections;
    QList<ExamDayPart> examDay; ///< in the order of the day; empty: the pack says nothing of it

    bool operator==(const Certification &) const = default;

    const Domain *domain(const QString &id) const;
    const Domain *domainOfTopic(const QString &topicId) const;
    const Topic *topic(const QString &topicId) const;
    const Blueprint *blueprint(const QString &id) const;
    const Project *project(const QString &id) const;
    const Collection *collection(const QString &id) const;
    int weeks() const; ///< of the learning path
};

/// The blueprint to rehearse for an exam on `examDate` (invalid: not booked): the latest one whose `recommendedFrom` is
/// not after that date, else the default. Null only for a certification without blueprints.
const Blueprint *recommendedBlueprint(const Certification &certification, QDate examDate);

} // namespace lectern
