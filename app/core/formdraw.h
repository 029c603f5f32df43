// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form.h"
#include "random.h"

#include <array>

namespace lectern
{

/// The order of options has a stream of its own, so that it does not depend on how many numbers drawing took.
inline constexpr quint64 optionStream = 0x6f7074696f6e73ULL;

/// What a preview says of a form that seats these; none: it cannot be drawn.
FormPreview describeForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request,
    const QList<int> &wanted, const QList<ItemTag> &seats);

/// Chooses which items sit in a form. Takes the best-ranked item of the section that has the least choice left, and
/// goes back where that leads into a corner: enemies of what was seated may be all that another section has.
class FormDraw
{
public:
    struct Seat {
        ItemTag tag;
        QString section;
    };

    FormDraw(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request);

    /// Each section's quota, in random order. NotEnoughItems where no form exists, or none was found within a fixed
    /// number of steps back.
    Result<QList<Seat>> draw();

private:
    enum class Ranking { Preference, FewestEnemies };
    struct Candidate {
        ItemTag tag;
        int section = 0;
        int topic = 0;
        int exposures = 0;
        int bars = 0; ///< what keeps it out: its own seat, seated enemies, choices that failed
        QList<int> enemies;
    };
    struct Quota {
        int wanted = 0;
        int seated = 0;
        int free = 0; ///< candidates that nothing bars
        std::array<int, 3> perDifficulty{};
        QList<int> candidates;
    };

    void linkEnemies();
    bool search(Ranking ranking);
    bool seatNext(Ranking ranking);
    int tightestSection() const;
    int bestOf(const Quota &quota, Ranking ranking) const;
    int freeEnemies(const Candidate &candidate) const;
    bool canStillFill();
    void bar(int index, int by);
    void place(int index, int by);

    const Blueprint &m_blueprint;
    Random m_random;
    QList<Candidate> m_candidates;
    QList<Quota> m_quotas;
    QList<int> m_perTopic; ///< seats by section and topic
    QList<int> m_seats;
    int m_stepsBack = 0;
    int m_shortSection = -1; ///< the first that ran short, the one to name
    int m_shortCount = 0;
};

} // namespace lectern
