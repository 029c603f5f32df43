// SPDX-License-Identifier: GPL-3.0-or-later
#include "independentscorer.h"

#include <set>
#include <vector>

namespace lectern::test
{

namespace
{

/// What stood at a position when the attempt ended. After its key was shown an answer is none.
std::vector<QString> finalAnswer(const QList<AttemptEvent> &log, int position)
{
    std::vector<QString> last;
    for (const AttemptEvent &event : log) {
        const bool over = event.kind == EventKind::Submitted || event.kind == EventKind::TimedOut ||
                          event.kind == EventKind::Abandoned;
        if (over || (event.kind == EventKind::Revealed && event.position == position))
            break;
        if (event.kind == EventKind::Answered && event.position == position)
            last.assign(event.choice.cbegin(), event.choice.cend());
    }
    return last;
}

/// All of it or nothing: an order must be the same order, everything else the same set.
bool deserves(const std::vector<QString> &answer, const ItemKey &key)
{
    if (answer.empty())
        return false;
    const std::vector<QString> wanted(key.ids.cbegin(), key.ids.cend());
    if (key.type == ItemType::Ordering)
        return answer == wanted;
    return std::set<QString>(answer.begin(), answer.end()) == std::set<QString>(wanted.begin(), wanted.end());
}

} // namespace

IndependentScore scoreFromTheRules(const QList<FormItem> &form, const QList<AttemptEvent> &log, const ItemKeys &keys,
    const QSet<QString> &disputed, const std::optional<QHash<QString, QString>> &projected)
{
    IndependentScore sum;
    for (const AttemptEvent &event : log)
        sum.abandoned = sum.abandoned || event.kind == EventKind::Abandoned;
    for (int position = 0; position < form.size(); ++position) {
        const FormItem &seat = form[position];
        if (!keys.contains(seat.item))
            continue;
        if (!seat.scored) {
            ++sum.unscored;
            continue;
        }
        QString section = seat.section;
        if (projected && projected->contains(seat.item))
            section = (*projected)[seat.item];
        if (disputed.contains(seat.item) || (projected && section.isEmpty())) {
            ++sum.excluded;
            continue;
        }
        const std::vector<QString> answer = finalAnswer(log, position);
        const int right = deserves(answer, keys[seat.item]) ? 1 : 0;
        sum.answered += answer.empty() ? 0 : 1;
        sum.right += right;
        ++sum.total;
        sum.sections[section].first += right;
        ++sum.sections[section].second;
    }
    return sum;
}

} // namespace lectern::test
