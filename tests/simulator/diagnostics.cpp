// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics.h"

#include "forecasters.h"

#include <cmath>
#include <numbers>

namespace lectern::sim
{

namespace
{

constexpr size_t blocks = 20;

QString topicId(int topic)
{
    return QStringLiteral("d%1.%2").arg(topic / topicsEach + 1).arg(topic % topicsEach + 1);
}

const Blueprint &blueprint()
{
    static const Blueprint made = [] {
        Blueprint domains;
        domains.id = QStringLiteral("domains");
        for (size_t d = 0; d < formQuotas().size(); ++d) {
            Section section;
            section.id = section.code = QStringLiteral("d%1").arg(d + 1);
            section.weight = formQuotas()[d] * 100 / 60;
            domains.sections.append(section);
        }
        return domains;
    }();
    return made;
}

ReadinessShape shape()
{
    ReadinessShape made;
    made.shape = world();
    for (const Section &section : blueprint().sections)
        made.sections.append(section.id);
    for (int topic = 0; topic < made.shape.topics(); ++topic)
        made.topics.append(topicId(topic));
    return made;
}

/// The five first Hermite coefficients, of orthonormal polynomials, of the chance of a right answer to a question of
/// the topic; the mean comes first.
using Series = std::array<double, 6>;

Series seriesOf(double mean, double sd, const AbilityParameters &p)
{
    constexpr int steps = 20;
    const double slope = 1.0 / std::sqrt(1.0 + std::numbers::pi * p.difficultySd * p.difficultySd / 8.0);
    Series sum{};
    double mass = 0;
    for (int i = -steps; i <= steps; ++i) {
        const double x = i / 4.0;
        const double weight = std::exp(-x * x / 2);
        double share = 0;
        for (const double level : p.difficultyMean)
            share += 0.25 + 0.75 / (1 + std::exp(-slope * (mean + sd * x - level)));
        const double x2 = x * x;
        const Series hermite{1, x, (x2 - 1) / std::sqrt(2.0), (x2 * x - 3 * x) / std::sqrt(6.0),
            (x2 * x2 - 6 * x2 + 3) / std::sqrt(24.0), (x2 * x2 * x - 10 * x2 * x + 15 * x) / std::sqrt(120.0)};
        for (size_t k = 0; k < sum.size(); ++k)
            sum[k] += weight * share / 3 * hermite[k];
        mass += weight;
    }
    for (double &value : sum)
        value /= mass;
    return sum;
}

/// What became of one learner.
struct Sitting {
    double squaredBefore = 0;
    double squaredAfter = 0;
    double believed = 0;
    double sections = 0;
};

Sitting sit(const Encounter &met, const QList<FormItem> &form, Replay replay, const Spread &before, quint64 seed)
{
    for (const FormItem &seat : form) {
        const size_t index = seat.item.toUInt();
        const Encounter::Question &question = met.bank[index];
        LoggedAnswer logged;
        logged.day = met.day;
        logged.utcMs = met.day * rationaleMs;
        logged.objective = QString::number(question.objective);
        logged.answer.section = question.topic / topicsEach;
        logged.answer.topic = question.topic;
        logged.answer.difficulty = static_cast<Difficulty>(question.level);
        logged.answer.exposuresBefore = question.seen ? 1 : 0;
        logged.answer.right = Dice(seed * 1000003 + index).chance(question.chance);
        replay.add(logged);
    }
    const Spread after = spreadOf(replay.ability());
    const auto square = [](double x) { return x * x; };
    return {square(before.mean - met.trueScore), square(after.mean - met.trueScore), before.weighted - after.weighted,
        before.sections - after.sections};
}

struct Sums {
    double before = 0;
    double after = 0;
    double afterOther = 0;
    double n = 0;

    void add(const Sums &other, double sign)
    {
        before += sign * other.before;
        after += sign * other.after;
        afterOther += sign * other.afterOther;
        n += sign * other.n;
    }
    double removed() const { return 100 * (std::sqrt(before / n) - std::sqrt(after / n)); }
    double removedOther() const { return 100 * (std::sqrt(before / n) - std::sqrt(afterOther / n)); }
};

} // namespace

QList<FormItem> byInformation(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim)
{
    return drawDiagnostic(bank, blueprint, request, aim).value();
}

QList<FormItem> byChance(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &)
{
    QList<ItemTag> shuffled = bank;
    Random random(request.seed);
    random.shuffle(shuffled);
    const QList<int> wanted = quotas(blueprint, request.questions);
    QList<FormItem> form;
    for (int d = 0; d < wanted.size(); ++d) {
        int missing = wanted[d];
        for (const int exposures : {0, 1}) {
            for (const ItemTag &tag : std::as_const(shuffled)) {
                if (missing == 0 || request.exposures.value(tag.id) != exposures ||
                    sectionOf(blueprint, tag.topic, tag.objective) != blueprint.sections[d].id)
                    continue;
                form.append({tag.id, tag.revision, blueprint.sections[d].id, tag.optionIds});
                --missing;
            }
        }
    }
    return form;
}

QList<FormItem> bySpread(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &)
{
    return drawForm(bank, blueprint, request).value();
}

bool DiagnosticFigures::neverLess() const
{
    return informed.believed >= other.believed && informed.actual >= other.actual - 3 * informed.noise;
}

void DiagnosticFigures::add(const DiagnosticFigures &more)
{
    errorBefore += more.errorBefore;
    for (const auto &[sum, part] : {std::pair{&informed, &more.informed}, std::pair{&other, &more.other}}) {
        sum->believed += part->believed;
        sum->sections += part->sections;
        sum->actual += part->actual;
        sum->noise = std::hypot(sum->noise, part->noise);
    }
}

DiagnosticFigures measureDiagnostic(
    const Regime &regime, int day, int learners, quint64 seed, const Picker &informed, const Picker &other)
{
    DiagnosticFigures figures;
    std::array<Sums, blocks> parts;
    const double share = 100.0 / learners;
    for (int i = 0; i < learners; ++i) {
        const quint64 own = seed + static_cast<quint64>(i);
        const Encounter met = meet(regime, own, day);
        const Replay replay = replayed(met.life, day);
        DiagnosticAim aim{shape(), replay.ability()};
        FormRequest request;
        request.questions = diagnosticLength;
        request.seed = own;
        QList<ItemTag> bank;
        for (size_t item = 0; item < met.bank.size(); ++item) {
            const Encounter::Question &question = met.bank[item];
            ItemTag tag;
            tag.id = QString::number(item);
            tag.topic = topicId(question.topic);
            tag.difficulty = static_cast<Difficulty>(question.level);
            tag.optionIds = QStringList{"a", "b", "c", "d"};
            bank.append(tag);
            if (question.seen)
                request.exposures.insert(tag.id, 1);
            if (replay.helped(QString::number(question.objective), day * rationaleMs))
                aim.noEvidence.insert(tag.id);
        }
        const Spread before = spreadOf(replay.ability());
        const Sitting one = sit(met, informed(bank, blueprint(), request, aim), replay, before, own);
        const Sitting two = sit(met, other(bank, blueprint(), request, aim), replay, before, own);
        parts[static_cast<size_t>(i) % blocks].add({one.squaredBefore, one.squaredAfter, two.squaredAfter, 1}, 1);
        figures.informed.believed += share * one.believed;
        figures.informed.sections += share * one.sections;
        figures.other.believed += share * two.believed;
        figures.other.sections += share * two.sections;
    }
    Sums all;
    for (const Sums &part : parts)
        all.add(part, 1);
    figures.errorBefore = 100 * std::sqrt(all.before / all.n);
    figures.informed.actual = all.removed();
    figures.other.actual = all.removedOther();
    double variance = 0;
    for (const Sums &part : parts) {
        Sums rest = all;
        rest.add(part, -1);
        const double off = (rest.removed() - rest.removedOther()) - (all.removed() - all.removedOther());
        variance += off * off * (blocks - 1) / blocks;
    }
    figures.informed.noise = figures.other.noise = std::sqrt(variance);
    return figures;
}

Spread spreadOf(const Ability &ability)
{
    const AbilityShape &shape = ability.shape();
    const size_t topics = static_cast<size_t>(shape.topics());
    const auto covariance = [&](size_t t, size_t u) {
        const std::array<int, 2> one{shape.topicSection[t], ability.topicAt(static_cast<int>(t))};
        const std::array<int, 2> two{shape.topicSection[u], ability.topicAt(static_cast<int>(u))};
        double sum = 0;
        for (const int a : one) {
            for (const int b : two)
                sum += ability.covariance(a, b);
        }
        return sum;
    };
    std::vector<double> sd(topics);
    std::vector<Series> series(topics);
    std::vector<double> part(topics);
    Spread spread;
    for (size_t t = 0; t < topics; ++t) {
        sd[t] = std::sqrt(covariance(t, t));
        const double mean = ability.mean(shape.topicSection[t]) + ability.mean(ability.topicAt(static_cast<int>(t)));
        series[t] = seriesOf(mean, sd[t], ability.parameters());
        part[t] = formQuotas()[static_cast<size_t>(shape.topicSection[t])] / 60.0 / topicsEach;
        spread.mean += part[t] * series[t][0];
    }
    double variance = 0;
    std::vector<double> own(formQuotas().size());
    for (size_t t = 0; t < topics; ++t) {
        for (size_t u = 0; u < topics; ++u) {
            const double correlation = covariance(t, u) / (sd[t] * sd[u]);
            double sum = 0;
            double power = 1;
            for (size_t k = 1; k < series[t].size(); ++k) {
                power *= correlation;
                sum += power * series[t][k] * series[u][k];
            }
            variance += part[t] * part[u] * sum;
            if (shape.topicSection[t] == shape.topicSection[u])
                own[static_cast<size_t>(shape.topicSection[t])] += sum / (topicsEach * topicsEach);
        }
    }
    spread.weighted = std::sqrt(variance);
    for (size_t d = 0; d < own.size(); ++d)
        spread.sections += formQuotas()[d] / 60.0 * std::sqrt(own[d]);
    return spread;
}

} // namespace lectern::sim
