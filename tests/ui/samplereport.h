// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"

namespace lectern::test
{

inline Blueprint sampleBlueprint(int sections)
{
    Blueprint blueprint;
    blueprint.id = QStringLiteral("sample");
    blueprint.title = QStringLiteral("Sample");
    for (int i = 0; i < sections; ++i) {
        Section section;
        section.id = QStringLiteral("s%1").arg(i + 1);
        section.code = QStringLiteral("S%1").arg(i + 1);
        section.title = QStringLiteral("Title of section %1").arg(i + 1);
        section.weight = 100 / sections + (i == 0 ? 100 % sections : 0);
        blueprint.sections.append(section);
    }
    return blueprint;
}

inline Estimate estimate(double mean, double half)
{
    return {mean, mean - half, mean + half};
}

/// Of 19 November 2026: a section for each number of answers, none where it is 0; a trend of four weeks in which the
/// last section was not answered until today.
inline ReadinessReport sampleReport(const QList<int> &answers)
{
    ReadinessReport report;
    report.day = QDate(2026, 11, 19);
    const Blueprint blueprint = sampleBlueprint(int(answers.size()));
    for (int i = 0; i < answers.size(); ++i) {
        ReadinessRow row;
        row.id = blueprint.sections[i].id;
        row.weight = blueprint.sections[i].weight;
        row.answers = answers[i];
        row.right = answers[i] / 2;
        row.repeats = 2 * i;
        row.aided = i;
        row.expected = estimate(0.5 + 0.04 * i, 0.06);
        row.pointsLost = row.weight * (1 - row.expected.mean);
        if (answers[i] > 0)
            row.lastSeen = report.day.addDays(-i);
        report.answers += answers[i];
        report.sections.append(row);
    }
    report.weighted = estimate(0.61, 0.07);
    for (int week = 4; week >= 0; --week) {
        ReadinessPoint point;
        point.day = report.day.addDays(-7 * week);
        point.weighted = week == 0 ? report.weighted : estimate(0.61 - 0.04 * week, 0.07 + 0.02 * week);
        for (int i = 0; i < answers.size(); ++i) {
            point.sections << estimate(report.sections[i].expected.mean - 0.02 * week, 0.06 + 0.01 * week);
            point.answers << (week > 0 && i == answers.size() - 1 ? 0 : answers[i]);
        }
        report.trend << point;
    }
    return report;
}

/// Foreseen where `low` is below `high`.
inline RehearsalCheck rehearsal(QDate day, int right, int total, double low = 1, double high = 0)
{
    RehearsalCheck check;
    check.day = day;
    check.right = right;
    check.total = total;
    if (low < high) {
        ShownForecast before;
        before.mean = (low + high) / 2;
        before.low = low;
        before.high = high;
        check.before = before;
    }
    return check;
}

} // namespace lectern::test
