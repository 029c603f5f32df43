// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QHash>
#include <QSet>
#include <QVariant>
#include <map>
#include <memory>
#include <optional>

namespace lectern
{

class Profile;

/// What a seat asks. Few differ among all attempts, so that seats share them.
struct SeatQuestion {
    QString item;
    QString revision;
    QString standsFor;
    bool scored = true;
    bool sealed = false;
    int options = 0; ///< tokens that an answer could be made of

    friend bool operator==(const SeatQuestion &, const SeatQuestion &) = default;
};

size_t qHash(const SeatQuestion &question, size_t seed = 0) noexcept;

/// What the figures about attempts are made of, without a text that anybody reads: small enough to keep for all.
struct AttemptDigest {
    struct Seat {
        std::shared_ptr<const SeatQuestion> question; ///< never null
        QString answer;                               ///< payload of the last one; null: none was given
        qint64 shownUtcMs = 0;                        ///< first
        qint64 answeredUtcMs = 0;
        qint64 dwellMs = 0;
        bool shown = false;
        bool markedUnsure = false;
        bool ratedUnsure = false; ///< as unsure or a guess
        bool revealed = false;    ///< the key was shown before the attempt ended

        const QString &item() const { return question->item; }
        bool unsure() const { return markedUnsure || ratedUnsure; }
    };

    AttemptSetup setup; ///< without seats
    QList<Seat> seats;
    qint64 startedUtcMs = 0;
    qint64 usedMs = 0;
    qint64 events = 0;
    bool ended = false; ///< sat to its end or abandoned
    bool abandoned = false;
    bool intact = true; ///< every row verified and none missing
};

/// One copy of each text and question that the digests hold.
class DigestPool
{
public:
    QString text(const QString &text) { return text.isEmpty() ? text : *m_texts.insert(text); }
    std::shared_ptr<const SeatQuestion> question(const SeatQuestion &question);

private:
    QSet<QString> m_texts;
    QHash<SeatQuestion, std::shared_ptr<const SeatQuestion>> m_questions;
};

/// Attempts as digests, kept once read: rows are only ever added, so one that has as many events as then is as it was.
class AttemptDigests
{
public:
    explicit AttemptDigests(Profile &profile);

    using Pointer = std::shared_ptr<const AttemptDigest>;
    /// One from its own rows, each verified. Null where there is no such attempt.
    Result<Pointer> one(qint64 attempt);
    /// Every attempt on the pack whose rows can be read, oldest first. The first call reads every attempt there is in
    /// one go.
    Result<QList<Pointer>> all(const QString &pack);
    /// Attempts of which a row's checksum does not match or a row is missing. What this process has written since the
    /// first call is as it wrote it.
    Result<QSet<qint64>> damaged();

private:
    Outcome readEverything();

    Profile &m_profile;
    DigestPool m_pool;
    std::optional<QSet<qint64>> m_damaged;
    std::map<qint64, Pointer> m_kept;
};

} // namespace lectern
