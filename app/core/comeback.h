// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firstseen.h"
#include "form.h"

#include <QDate>
#include <array>
#include <functional>

namespace lectern
{

/// Days from one return of a missed question to the next. A right answer on or after its day moves it on, a wrong one
/// at any time sends it back to the first; after the last right one it is done.
inline constexpr std::array<int, 4> comebackDays{1, 3, 7, 16};

struct Comeback {
    QString item; ///< that was missed
    int step = 0; ///< of comebackDays, 0 based
    QDate due;    ///< a study day

    bool operator==(const Comeback &) const = default;
};

/// The missed items on their way, by due day and item: a fold over all answers in order of time. An answer to a sibling
/// that stood in counts for the item it stood for. `dayOf` maps an instant to its study day.
QList<Comeback> comebacks(const QList<AnswerRecord> &answers, const std::function<QDate(qint64 utcMs)> &dayOf);

/// The form of returns that are due: for each of `due` a sibling where there is an open one that was shown less often
/// (same objective and topic; of ENR items the same topic), else the item itself; no two enemies, nothing sealed. As
/// many as request.questions. NotEnoughItems for none.
Result<QList<FormItem>> drawComebacks(
    const QList<Comeback> &due, const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request);

} // namespace lectern
