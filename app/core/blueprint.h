// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace lectern
{

struct Objective {
    QString id; ///< "S5.2"
    QString title;

    bool operator==(const Objective &) const = default;
};

/// A part of a blueprint with its weight in percent; a form takes its share of items from each.
struct Section {
    QString id;   ///< "S5", or a domain's id
    QString code; ///< what chips show: "S5", "D2"
    QString title;
    QString shortTitle;
    int weight = 0;
    QList<Objective> objectives; ///< empty where the sections are the domains

    bool operator==(const Section &) const = default;
};

enum class BlueprintKind {
    Domains, ///< sections are the syllabus' domains; an item's section follows its topic
    Sections ///< an item's section follows its objective; ENR items never enter
};

/// A dated version of what an exam draws from and in which proportion.
struct Blueprint {
    QString id;
    QString title;
    BlueprintKind kind = BlueprintKind::Domains;
    int questions = 60;
    int minutes = 120;
    int unscoredMax = 0;
    QDate validFrom;
    QDate validTo;
    QDate checkedOn;
    QDate recommendedFrom; ///< from this exam date on it is what to rehearse; invalid: never recommended by date
    QString leavesOut;     ///< what the default blueprint leaves out against this one, in one sentence
    QString sourceTitle;
    QString sourceUrl;
    QList<Section> sections; ///< weights sum to 100

    bool operator==(const Blueprint &) const = default;

    const Section *section(const QString &id) const;
};

/// Shares `total` among `weights` in proportion by the largest remainder (Hamilton's method); ties go to the earlier
/// one. Weights need not sum to 100; the result sums to `total`. Empty for no weights or a zero sum.
QList<int> largestRemainder(const QList<int> &weights, int total);

/// Items per section of a form of `total` questions, in the order of the blueprint's sections.
QList<int> quotas(const Blueprint &blueprint, int total);

} // namespace lectern
