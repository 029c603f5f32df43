// SPDX-License-Identifier: GPL-3.0-or-later
#include "formdraw.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lectern
{

namespace
{

// Shares of easy, medium and hard that a form leans to while supply lasts, in percent.
constexpr std::array<int, 3> difficultyShares{25, 50, 25};
// A draw from a roomy bank never goes back. The limit bounds the time that a hopeless bank can cost.
constexpr int mostStepsBack = 5000;

std::size_t slot(Difficulty difficulty)
{
    return static_cast<std::size_t>(difficulty);
}

} // namespace

FormDraw::FormDraw(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request)
    : m_blueprint(blueprint)
    , m_random(request.seed)
{
    QHash<QString, int> sections;
    const QList<int> wanted = quotas(blueprint, request.questions);
    for (int i = 0; i < wanted.size(); ++i) {
        sections.insert(blueprint.sections[i].id, i);
        Quota quota;
        quota.wanted = wanted[i];
        m_quotas.append(quota);
    }
    for (const ItemTag &tag : bank) {
        if (tag.type != ItemType::Single || !tag.caseId.isEmpty())
            continue;
        const int section = sections.value(sectionOf(blueprint, tag.topic, tag.objective), -1);
        if (section >= 0)
            m_candidates.append({tag, section, 0, request.exposures.value(tag.id), 0, {}});
    }
    // Order by id first: the bank may come in any order and the seed alone may decide.
    std::sort(m_candidates.begin(), m_candidates.end(), [](const Candidate &a, const Candidate &b) {
        return std::tie(a.tag.id, a.tag.revision) < std::tie(b.tag.id, b.tag.revision);
    });
    const auto twins = std::unique(m_candidates.begin(), m_candidates.end(),
        [](const Candidate &a, const Candidate &b) { return a.tag.id == b.tag.id; });
    m_candidates.resize(std::distance(m_candidates.begin(), twins));
    m_random.shuffle(m_candidates);

    QHash<std::pair<int, QString>, int> topics;
    for (int i = 0; i < m_candidates.size(); ++i) {
        Candidate &candidate = m_candidates[i];
        const std::pair topic(candidate.section, candidate.tag.topic);
        if (!topics.contains(topic))
            topics.insert(topic, static_cast<int>(topics.size()));
        candidate.topic = topics.value(topic);
        m_quotas[candidate.section].candidates.append(i);
        ++m_quotas[candidate.section].free;
    }
    m_perTopic.fill(0, topics.size());
    linkEnemies();
}

void FormDraw::linkEnemies()
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

Result<QList<FormDraw::Seat>> FormDraw::draw()
{
    // What the learner would like best, then, where that finds nothing, what leaves most room.
    bool found = canStillFill() && search(Ranking::Preference);
    for (int retry = 0; !found && m_stepsBack > mostStepsBack && retry < 3; ++retry) {
        for (Quota &quota : m_quotas)
            m_random.shuffle(quota.candidates);
        found = search(Ranking::FewestEnemies);
    }
    if (!found)
        return Error{ErrorCode::NotEnoughItems,
            QStringLiteral("%1 of %2").arg(m_shortCount).arg(m_quotas[m_shortSection].wanted),
            m_blueprint.sections[m_shortSection].code};
    QList<Seat> seats;
    for (const int index : std::as_const(m_seats))
        seats.append({m_candidates[index].tag, m_blueprint.sections[m_candidates[index].section].id});
    m_random.shuffle(seats);
    return seats;
}

bool FormDraw::search(Ranking ranking)
{
    m_stepsBack = 0;
    return seatNext(ranking);
}

bool FormDraw::seatNext(Ranking ranking)
{
    const int section = tightestSection();
    if (section < 0)
        return true;
    const Quota &quota = m_quotas.at(section);
    QList<int> failed;
    while (true) {
        const int best = bestOf(quota, ranking);
        if (best < 0)
            break;
        place(best, 1);
        if (canStillFill() && seatNext(ranking))
            return true;
        place(best, -1);
        if (++m_stepsBack > mostStepsBack)
            break;
        // No form seats it beside those before it: from here on it is as good as gone.
        bar(best, 1);
        failed.append(best);
        if (!canStillFill())
            break;
    }
    for (const int index : std::as_const(failed))
        bar(index, -1);
    return false;
}

int FormDraw::tightestSection() const
{
    int tightest = -1;
    int least = 0;
    for (int i = 0; i < m_quotas.size(); ++i) {
        const Quota &quota = m_quotas[i];
        const int spare = quota.free - (quota.wanted - quota.seated);
        if (quota.seated < quota.wanted && (tightest < 0 || spare < least)) {
            tightest = i;
            least = spare;
        }
    }
    return tightest;
}

/// Fewest exposures first, then the topic that had the fewest turns, then the difficulty that lags its share most; the
/// shuffle decides between equals.
int FormDraw::bestOf(const Quota &quota, Ranking ranking) const
{
    int best = -1;
    std::array<int, 4> bestRank{};
    for (const int index : quota.candidates) {
        const Candidate &candidate = m_candidates[index];
        if (candidate.bars > 0)
            continue;
        const std::size_t level = slot(candidate.tag.difficulty);
        const int surplus = quota.perDifficulty[level] * 100 - difficultyShares[level] * (quota.seated + 1);
        const int enemies = ranking == Ranking::FewestEnemies ? freeEnemies(candidate) : 0;
        const std::array<int, 4> rank{enemies, candidate.exposures, m_perTopic[candidate.topic], surplus};
        if (best < 0 || rank < bestRank) {
            best = index;
            bestRank = rank;
        }
    }
    return best;
}

int FormDraw::freeEnemies(const Candidate &candidate) const
{
    return static_cast<int>(std::count_if(candidate.enemies.cbegin(), candidate.enemies.cend(),
        [this](int enemy) { return m_candidates[enemy].bars == 0; }));
}

bool FormDraw::canStillFill()
{
    for (int i = 0; i < m_quotas.size(); ++i) {
        const Quota &quota = m_quotas.at(i);
        if (quota.seated + quota.free >= quota.wanted)
            continue;
        if (m_shortSection < 0) {
            m_shortSection = i;
            m_shortCount = quota.seated + quota.free;
        }
        return false;
    }
    return true;
}

/// Puts a reason to keep an item out (by = 1) or takes it away again (by = -1).
void FormDraw::bar(int index, int by)
{
    Candidate &candidate = m_candidates[index];
    const bool was = candidate.bars > 0;
    candidate.bars += by;
    const bool is = candidate.bars > 0;
    m_quotas[candidate.section].free += int(was) - int(is);
}

void FormDraw::place(int index, int by)
{
    const Candidate &candidate = m_candidates.at(index);
    Quota &quota = m_quotas[candidate.section];
    quota.seated += by;
    quota.perDifficulty[slot(candidate.tag.difficulty)] += by;
    m_perTopic[candidate.topic] += by;
    if (by > 0)
        m_seats.append(index);
    else
        m_seats.removeLast();
    bar(index, by);
    for (const int enemy : candidate.enemies)
        bar(enemy, by);
}

} // namespace lectern
