// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "choicemodel.h"
#include "item.h"

#include <QList>
#include <QString>

namespace lectern
{

/// What somebody sees of an option who knows nothing of the subject.
struct OptionSurface {
    qsizetype length = 0; ///< characters
    qsizetype words = 0;
    int hedges = 0;
    int absolutes = 0;
    int shared = 0;         ///< content words that stem and question have as well
    int sharedQuestion = 0; ///< of these the question's
    int contentWords = 0;
    int codeMarks = 0;
    int digits = 0;
    int commas = 0;
    int negations = 0;
    int connectives = 0;   ///< and, because, so …
    double verb = 0;       ///< place of the first word that is a verb by its form, 0-1; 1: none
    double likeness = 0;   ///< mean Jaccard index of its words with those of the other options
    double wordLength = 0; ///< mean
};

/// Only items with one right option can be guessed at; empty for others.
QList<OptionSurface> surfaceOf(const Item &item);

/// A way to guess by the surface alone.
struct TestWiseBot {
    const char *id;
    const char *label; ///< what it picks
    double (*liking)(const QList<OptionSurface> &options, qsizetype option);
};

/// The bots that a bank is held against, in the order of the report.
const QList<TestWiseBot> &testWiseBots();

/// The chance (0-1) that a bot picks the option `right`: where it likes several most it picks one of them blindly.
double chanceOf(const TestWiseBot &bot, const QList<OptionSurface> &options, qsizetype right);

/// The surface as features for a classifier.
Choice choiceOf(const QList<OptionSurface> &options, qsizetype right);

} // namespace lectern
