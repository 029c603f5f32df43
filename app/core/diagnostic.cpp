// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostic.h"

#include "formdraw.h"
#include "information.h"
#include "readinessreader.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

namespace lectern
{

namespace
{

// A bank that has room never goes back. The limit bounds the time that a hopeless one can cost.
constexpr int mostStepsBack = 200;
/// Questions that tell the same up to rounding are equal, on every machine.
constexpr double rounding = 1e-7;

/// Seats the question that tells most, again and again, and goes back where enemies leave a section too few.
class DiagnosticDraw
{
public:
    DiagnosticDraw(
        const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim)
        : m_blueprint(blueprint)
        , m_questions(request.questions)
        , m_sections(static_cast<size_t>(blueprint.sections.size()))
    {
        const int least =
            std::min<int>(diagnosticLeast, request.questions / std::max<int>(1, int(blueprint.sections.size())));
        for (Quota &quota : m_sections)
            quota.least = least;
        collect(bank, request, aim);
        Random random(request.seed);
        random.shuffle(m_candidates);
        for (const Candidate &candidate : std::as_const(m_candidates))
            ++m_sections[static_cast<size_t>(candidate.question.section)].free;
        linkEnemies();
    }

    Result<QList<ItemTag>> draw(const Information &information)
    {
        if (!canStillFill() || !seatNext(information)) {
            const Quota &quota = m_sections[static_cast<size_t>(std::max(m_shortSection, 0))];
            const QString section = m_shortSection < 0 ? QString() : m_blueprint.sections[m_shortSection].code;
            return m_shortSection < 0
                       ? Error{ErrorCode::NotEnoughItems, QStringLiteral("%1 of %2").arg(m_most).arg(m_questions), {}}
                       : Error{ErrorCode::NotEnoughItems, QStringLiteral("fewer than %1").arg(quota.least), section};
        }
        QList<ItemTag> seats;
        for (const int index : std::as_const(m_seats))
            seats.append(m_candidates[index].tag);
        return seats;
    }

private:
    struct Candidate {
        ItemTag tag;
        AbilityAnswer question;
        int exposures = 0;
        bool noEvidence = false;
        int bars = 0; ///< its own seat, seated enemies, choices that failed
        QList<int> enemies;
    };
    struct Quota {
        int least = 0;
        int seated = 0;
        int free = 0; ///< candidates that nothing bars

        int owed() const { return std::max(0, least - seated); }
    };

    void collect(const QList<ItemTag> &bank, const FormRequest &request, const DiagnosticAim &aim)
    {
        for (const ItemTag &tag : bank) {
            const bool open = tag.reserve.isEmpty() || request.unsealed.contains(tag.id);
            if (!open || tag.type != ItemType::Single || !tag.caseId.isEmpty())
                continue;
            const QString section = sectionOf(m_blueprint, tag.topic, tag.objective);
            if (section.isEmpty())
                continue;
            Candidate candidate;
            candidate.tag = tag;
            candidate.question.section = aim.shape.sectionOf(section);
            candidate.question.topic = static_cast<int>(aim.shape.topics.indexOf(
                m_blueprint.kind == BlueprintKind::Domains ? tag.topic : tag.objective.section(u'/', 1)));
            candidate.question.difficulty = tag.difficulty;
            candidate.question.guess = guessRate(tag.type, static_cast<int>(tag.optionIds.size()));
            candidate.exposures = request.exposures.value(tag.id);
            candidate.noEvidence = aim.noEvidence.contains(tag.id);
            m_candidates.append(candidate);
        }
        // Order by id first: the bank may come in any order and the seed alone may decide.
        std::sort(m_candidates.begin(), m_candidates.end(), [](const Candidate &a, const Candidate &b) {
            return std::tie(a.tag.id, a.tag.revision) < std::tie(b.tag.id, b.tag.revision);
        });
        const auto twins = std::unique(m_candidates.begin(), m_candidates.end(),
            [](const Candidate &a, const Candidate &b) { return a.tag.id == b.tag.id; });
        m_candidates.resize(std::distance(m_candidates.begin(), twins));
    }

    void linkEnemies()
    {
        QHash<QString, int> indexOf;
        for (int i = 0; i < m_candidates.size(); ++i)
            indexOf.insert(m_candidates[i].tag.id, i);
        const auto link = [this](int from, int to) {
            if (!m_candidates[from].enemies.contains(to))
                m_candidates[from].enemies.append(to);
        };
        // One side may name the other; both must know.
        for (int i = 0; i < m_candidates.size(); ++i) {
            const QStringList named = m_candidates[i].tag.enemies;
            for (const QString &enemy : named) {
                const int other = indexOf.value(enemy, -1);
                if (other < 0 || other == i)
                    continue;
                link(i, other);
                link(other, i);
            }
        }
    }

    bool seatNext(const Information &information)
    {
        m_most = std::max(m_most, static_cast<int>(m_seats.size()));
        if (m_seats.size() == m_questions)
            return true;
        QList<int> failed;
        bool seated = false;
        while (!seated && m_stepsBack <= mostStepsBack) {
            const int best = bestOf(information);
            if (best < 0)
                break;
            place(best, 1);
            Information beside = information;
            if (tells(m_candidates.at(best)))
                beside.take(m_candidates.at(best).question);
            if (canStillFill() && seatNext(beside)) {
                seated = true;
                break;
            }
            place(best, -1);
            ++m_stepsBack;
            // No form seats it beside those before it: from here on it is as good as gone.
            bar(best, 1);
            failed.append(best);
            if (!canStillFill())
                break;
        }
        for (const int index : std::as_const(failed))
            bar(index, -1);
        return seated;
    }

    static bool tells(const Candidate &candidate) { return candidate.exposures == 0 && !candidate.noEvidence; }

    /// Fewest exposures first, then what is evidence, then what tells most; the shuffle decides between equals.
    int bestOf(const Information &information) const
    {
        int owed = 0;
        for (const Quota &quota : m_sections)
            owed += quota.owed();
        const bool bound = owed >= m_questions - m_seats.size();
        std::map<std::tuple<int, int, int, double>, double> gains; // of questions alike
        int best = -1;
        std::tuple<int, bool> bestPast;
        double bestGain = 0;
        for (int i = 0; i < m_candidates.size(); ++i) {
            const Candidate &candidate = m_candidates[i];
            const AbilityAnswer &question = candidate.question;
            if (candidate.bars > 0 || (bound && m_sections[static_cast<size_t>(question.section)].owed() == 0))
                continue;
            const std::tuple past(candidate.exposures, candidate.noEvidence);
            if (best >= 0 && past > bestPast)
                continue;
            const std::tuple kind(
                question.section, question.topic, static_cast<int>(question.difficulty), question.guess);
            auto known = gains.find(kind);
            if (known == gains.end())
                known = gains.emplace(kind, information.gain(question)).first;
            if (best < 0 || past < bestPast || known->second - bestGain > rounding * std::abs(bestGain)) {
                best = i;
                bestPast = past;
                bestGain = known->second;
            }
        }
        return best;
    }

    bool canStillFill()
    {
        int free = 0;
        for (size_t i = 0; i < m_sections.size(); ++i) {
            const Quota &quota = m_sections[i];
            free += quota.free;
            if (quota.owed() <= quota.free)
                continue;
            if (m_shortSection < 0)
                m_shortSection = static_cast<int>(i);
            return false;
        }
        return m_seats.size() + free >= m_questions;
    }

    /// Puts a reason to keep an item out (by = 1) or takes it away again (by = -1).
    void bar(int index, int by)
    {
        Candidate &candidate = m_candidates[index];
        const bool was = candidate.bars > 0;
        candidate.bars += by;
        const bool is = candidate.bars > 0;
        m_sections[static_cast<size_t>(candidate.question.section)].free += int(was) - int(is);
    }

    void place(int index, int by)
    {
        const Candidate &candidate = m_candidates.at(index);
        m_sections[static_cast<size_t>(candidate.question.section)].seated += by;
        if (by > 0)
            m_seats.append(index);
        else
            m_seats.removeLast();
        bar(index, by);
        for (const int enemy : candidate.enemies)
            bar(enemy, by);
    }

    const Blueprint &m_blueprint;
    int m_questions = 0;
    std::vector<Quota> m_sections;
    QList<Candidate> m_candidates;
    QList<int> m_seats;
    int m_stepsBack = 0;
    int m_shortSection = -1; ///< the first that ran short, the one to name
    int m_most = 0;          ///< seated at once
};

Result<QList<ItemTag>> seat(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim)
{
    if (request.questions < 1 || blueprint.sections.isEmpty())
        return Error{ErrorCode::BadInput, QStringLiteral("a form has at least one question"), {}};
    std::vector<double> weights;
    for (const Section &section : blueprint.sections)
        weights.push_back(section.weight);
    return DiagnosticDraw(bank, blueprint, request, aim).draw(Information(aim.belief, weights));
}

} // namespace

DiagnosticAim diagnosticAim(
    const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint, qint64 nowUtcMs)
{
    const Replay replay = replayed(input, certification, blueprint);
    DiagnosticAim aim{readinessShape(certification, blueprint), replay.ability()};
    QHash<QString, QString> keys;
    for (const ItemTag &tag : input.bank)
        keys.insert(tag.id, rationaleKey(certification, tag.topic, tag.objective));
    QSet<QString> read;
    for (const RationaleRead &rationale : input.rationales) {
        // One that a clock ahead of time left behind aids nothing until then, as in the replay.
        if (rationale.utcMs <= nowUtcMs && nowUtcMs - rationale.utcMs < rationaleMs)
            read.insert(keys.value(rationale.item));
    }
    for (const ItemTag &tag : input.bank) {
        const QString key = keys.value(tag.id);
        if (read.contains(key) || replay.helped(key, nowUtcMs))
            aim.noEvidence.insert(tag.id);
    }
    return aim;
}

Result<QList<FormItem>> drawDiagnostic(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim)
{
    const auto seats = seat(bank, blueprint, request, aim);
    if (!seats)
        return seats.error();
    QList<FormItem> form;
    Random random(request.seed ^ optionStream);
    for (const ItemTag &tag : *seats) {
        QStringList order = tag.optionIds;
        random.shuffle(order);
        form.append({tag.id, tag.revision, sectionOf(blueprint, tag.topic, tag.objective), order});
    }
    return form;
}

FormPreview previewDiagnostic(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim)
{
    const auto seats = seat(bank, blueprint, request, aim);
    QList<int> wanted;
    for (const Section &section : blueprint.sections) {
        int asked = 0;
        if (seats)
            asked = static_cast<int>(std::count_if(seats->cbegin(), seats->cend(),
                [&](const ItemTag &tag) { return sectionOf(blueprint, tag.topic, tag.objective) == section.id; }));
        wanted.append(
            seats ? asked : std::min<int>(diagnosticLeast, request.questions / int(blueprint.sections.size())));
    }
    return describeForm(bank, blueprint, request, wanted, seats ? *seats : QList<ItemTag>());
}

} // namespace lectern
