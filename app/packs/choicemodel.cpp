// SPDX-License-Identifier: GPL-3.0-or-later
#include "choicemodel.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace lectern
{

namespace
{

constexpr int mostSteps = 20;
constexpr double enough = 1e-9;
// Holds the weights of features that say nothing near zero; chosen once, before any bank was looked at.
constexpr double ridge = 0.02;

using Row = std::vector<double>;

/// All options of all choices, one row each, every choice as many as it has.
struct Table {
    size_t features = 0;
    Row cells;
    std::vector<size_t> starts; ///< of the choices, in rows, and the end
    std::vector<size_t> rights; ///< rows

    const double *row(size_t index) const { return cells.data() + index * features; }
};

double dot(const Row &weights, const double *features)
{
    return std::inner_product(weights.begin(), weights.end(), features, 0.0);
}

// Features less their mean in the choice: what all options share decides nothing.
void append(Table &table, const Choice &choice)
{
    if (table.starts.empty())
        table.starts.push_back(0);
    const size_t first = table.starts.back();
    const auto count = static_cast<size_t>(choice.options.size());
    table.features = static_cast<size_t>(choice.options.constFirst().size());
    for (const QList<double> &option : choice.options)
        table.cells.insert(table.cells.end(), option.cbegin(), option.cend());
    for (size_t feature = 0; feature < table.features; ++feature) {
        double *cell = table.cells.data() + first * table.features + feature;
        double mean = 0;
        for (size_t i = 0; i < count; ++i)
            mean += cell[i * table.features] / static_cast<double>(count);
        for (size_t i = 0; i < count; ++i)
            cell[i * table.features] -= mean;
    }
    table.starts.push_back(first + count);
    table.rights.push_back(first + static_cast<size_t>(choice.right));
}

// One over the standard deviation of each feature; 0 where it never differs.
Row scalesOf(const Table &table)
{
    Row scales(table.features, 0.0);
    const size_t rows = table.starts.back();
    for (size_t row = 0; row < rows; ++row) {
        for (size_t i = 0; i < table.features; ++i)
            scales[i] += table.row(row)[i] * table.row(row)[i];
    }
    for (double &scale : scales)
        scale = scale > 1e-12 ? 1 / std::sqrt(scale / static_cast<double>(rows)) : 0;
    return scales;
}

/// Slope and curvature of the penalised log likelihood at some weights; the curvature is square, row by row.
struct Slope {
    Row first;
    Row second;
};

void addChoice(Slope &slope, const Table &table, size_t choice, const Row &weights)
{
    const size_t begin = table.starts[choice];
    const size_t size = table.features;
    Row chances;
    for (size_t row = begin; row < table.starts[choice + 1]; ++row)
        chances.push_back(dot(weights, table.row(row)));
    const double most = *std::max_element(chances.begin(), chances.end());
    for (double &chance : chances)
        chance = std::exp(chance - most);
    const double sum = std::accumulate(chances.begin(), chances.end(), 0.0);
    Row mean(size, 0.0);
    for (size_t i = 0; i < chances.size(); ++i) {
        chances[i] /= sum;
        for (size_t feature = 0; feature < size; ++feature)
            mean[feature] += chances[i] * table.row(begin + i)[feature];
    }
    for (size_t feature = 0; feature < size; ++feature)
        slope.first[feature] += table.row(table.rights[choice])[feature] - mean[feature];
    for (size_t i = 0; i < chances.size(); ++i) {
        const double *features = table.row(begin + i);
        for (size_t a = 0; a < size; ++a) {
            const double part = chances[i] * (features[a] - mean[a]);
            double *line = slope.second.data() + a * size;
            for (size_t b = 0; b <= a; ++b)
                line[b] += part * (features[b] - mean[b]);
        }
    }
}

Slope slopeAt(const Table &table, const Row &weights)
{
    const size_t size = table.features;
    const double penalty = ridge * static_cast<double>(table.rights.size());
    Slope slope{Row(size, 0.0), Row(size * size, 0.0)};
    for (size_t choice = 0; choice < table.rights.size(); ++choice)
        addChoice(slope, table, choice, weights);
    for (size_t i = 0; i < size; ++i) {
        slope.first[i] -= penalty * weights[i];
        slope.second[i * size + i] += penalty;
    }
    return slope;
}

// Newton's step by Cholesky's decomposition; the penalty keeps the curvature positive definite.
Row newtonStep(Slope slope)
{
    const size_t size = slope.first.size();
    Row &lower = slope.second;
    Row &step = slope.first;
    for (size_t a = 0; a < size; ++a) {
        for (size_t b = 0; b <= a; ++b) {
            double value = lower[a * size + b];
            for (size_t k = 0; k < b; ++k)
                value -= lower[a * size + k] * lower[b * size + k];
            lower[a * size + b] = a == b ? std::sqrt(value) : value / lower[b * size + b];
        }
        for (size_t k = 0; k < a; ++k)
            step[a] -= lower[a * size + k] * step[k];
        step[a] /= lower[a * size + a];
    }
    for (size_t a = size; a-- > 0;) {
        for (size_t k = a + 1; k < size; ++k)
            step[a] -= lower[k * size + a] * step[k];
        step[a] /= lower[a * size + a];
    }
    return step;
}

Row learn(Table table)
{
    const Row scales = scalesOf(table);
    for (size_t cell = 0; cell < table.cells.size(); ++cell)
        table.cells[cell] *= scales[cell % table.features];
    Row weights(table.features, 0.0);
    for (int step = 0; step < mostSteps; ++step) {
        const Row by = newtonStep(slopeAt(table, weights));
        double largest = 0;
        for (size_t i = 0; i < weights.size(); ++i) {
            weights[i] += by[i];
            largest = std::max(largest, std::abs(by[i]));
        }
        if (largest < enough)
            break;
    }
    for (size_t i = 0; i < weights.size(); ++i)
        weights[i] *= scales[i];
    return weights;
}

double hit(const Row &weights, const Choice &choice)
{
    constexpr double tie = 1e-9;
    Row sums;
    for (const QList<double> &option : choice.options)
        sums.push_back(dot(weights, option.constData()));
    const double most = *std::max_element(sums.begin(), sums.end());
    const auto best = std::count_if(sums.begin(), sums.end(), [&](double sum) { return sum >= most - tie; });
    return sums[static_cast<size_t>(choice.right)] >= most - tie ? 1.0 / static_cast<double>(best) : 0;
}

} // namespace

double crossValidatedShare(const QList<Choice> &choices, int folds)
{
    if (choices.size() < folds || folds < 2)
        return 0;
    double hits = 0;
    for (int fold = 0; fold < folds; ++fold) {
        Table others;
        for (qsizetype i = 0; i < choices.size(); ++i) {
            if (i % folds != fold)
                append(others, choices[i]);
        }
        const Row weights = learn(std::move(others));
        for (qsizetype i = fold; i < choices.size(); i += folds)
            hits += hit(weights, choices[i]);
    }
    return hits / static_cast<double>(choices.size());
}

} // namespace lectern
