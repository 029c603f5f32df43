// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencewords.h"

#include "planwords.h"
#include "timeformats.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)
};

QString number(int value)
{
    return QLocale().toString(value);
}

QString percent(double share)
{
    return number(qRound(100 * share));
}

} // namespace

QString evidence::tested(const ReadinessRow &row)
{
    if (!row.tested())
        return Words::tr("No answers yet");
    return Words::tr("%1 of %2 right").arg(number(row.right), number(row.answers));
}

QString evidence::expected(const ReadinessRow &row)
{
    if (!row.tested())
        return {};
    return Words::tr("expect %1 %, %2–%3")
        .arg(percent(row.expected.mean), percent(row.expected.low), percent(row.expected.high));
}

QString evidence::rating(int value)
{
    switch (value) {
    case 1:
        return Words::tr("1, new to me");
    case 2:
        return Words::tr("2, read about it");
    case 3:
        return Words::tr("3, know half of it");
    case 4:
        return Words::tr("4, sure of most of it");
    case 5:
        return Words::tr("5, could teach it");
    default:
        return Words::tr("not rated");
    }
}

QString evidence::gap(const FeltGap &gap)
{
    QString pattern;
    switch (gap.kind) {
    case FeltGap::Kind::Surer:
        pattern = Words::tr("You feel surer than your answers: %1 against %2");
        break;
    case FeltGap::Kind::LessSure:
        pattern = Words::tr("You feel less sure than your answers: %1 against %2");
        break;
    case FeltGap::Kind::None:
        return Words::tr("Felt and tested: no measurable difference");
    case FeltGap::Kind::Unknown:
        return {};
    }
    return pattern.arg(number(gap.felt), number(gap.tested));
}

QString evidence::done(const TopicWork &work)
{
    QStringList parts;
    if (work.labs > 0)
        parts.append(Words::tr("%n lab(s)", nullptr, work.labs));
    if (work.others > 0)
        parts.append(Words::tr("%n other block(s)", nullptr, work.others));
    if (work.minutes > 0)
        parts.append(hoursText(work.minutes));
    return parts.isEmpty() ? Words::tr("Nothing done yet") : parts.join(QStringLiteral(" · "));
}

QString evidence::result(const OutsideMock &mock)
{
    return Words::tr("%1 of %2 right (%3 %)")
        .arg(number(mock.right), number(mock.questions), percent(double(mock.right) / std::max(1, mock.questions)));
}

QString evidence::circumstances(const OutsideMock &mock)
{
    const QString day = QLocale().toString(mock.date, dateEntryFormat());
    return mock.seenBefore ? Words::tr("%1, some questions seen before: says nothing of the exam").arg(day) : day;
}

QString evidence::shift(const BankShift &shift, double share)
{
    const Estimate points = shiftInPoints(shift, share);
    const auto side = [](double by) {
        const int whole = qRound(std::abs(by));
        if (whole == 0)
            return Words::tr("as hard");
        return by < 0 ? Words::tr("%n point(s) harder", nullptr, whole)
                      : Words::tr("%n point(s) easier", nullptr, whole);
    };
    if (shift.mocks == 0) {
        return Words::tr("Without a mock from elsewhere it is only assumed how these questions compare with others: "
                         "between %1 and %2.")
            .arg(side(points.low), side(points.high));
    }
    const QString seem = qRound(std::abs(points.mean)) == 0
                             ? Words::tr("Other people's questions seem as hard as these")
                             : Words::tr("Other people's questions seem about %1 than these").arg(side(points.mean));
    const QString range = Words::tr("between %1 and %2 (80 %)").arg(side(points.low), side(points.high));
    const bool inside = points.low <= 0 && points.high >= 0;
    return inside ? Words::tr("%1, %2: no measurable difference.").arg(seem, range)
                  : Words::tr("%1, %2.").arg(seem, range);
}

} // namespace lectern
