// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace lectern
{

enum class DisputeKind {
    WrongKey,
    SecondAnswer, ///< another option can be defended
    OutOfDate,
    Unclear,
    Other
};

/// What a reader objects to in a question. It names the question as it was seen and nothing about who read it where.
struct Dispute {
    static constexpr int longestReason = 2000; ///< characters
    static constexpr int longestSource = 500;

    QString pack;
    QString packVersion; ///< installed when it was written
    QString item;
    QString revision; ///< hash of what the reader saw
    DisputeKind kind = DisputeKind::WrongKey;
    QString option; ///< id; of SecondAnswer only
    QString reason; ///< plain text of several lines
    QString source; ///< https address or empty
    QDate date;
    QString language; ///< of the reason, ISO 639: "en"

    bool operator==(const Dispute &) const = default;
};

/// The first thing that keeps a dispute from being of use to an author.
enum class DisputeFlaw { None, NoOption, NoReason, ReasonTooLong, BadSource };
DisputeFlaw flawOf(const Dispute &dispute);

/// A text as typed or pasted without what a file of plain text may not hold: no control characters, tabs as spaces, no
/// space at the ends of lines or around the whole.
QString plainReason(const QString &typed);

QString word(DisputeKind kind);
std::optional<DisputeKind> disputeKindFromWord(QStringView word);

} // namespace lectern
