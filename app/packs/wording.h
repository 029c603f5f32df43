// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace lectern
{

// What rules and test-wise guessers see of a text: its surface, not its sense.

qsizetype wordCount(const QString &text);

/// Two texts that differ in case, spacing or punctuation only have the same gist.
QString gist(const QString &text);

/// The lower-case words; names with underscores and dots inside stay whole, marks of code fall away.
QStringList wordsOf(const QString &text);

/// The words that carry meaning, without their endings for plural and tense.
QSet<QString> contentWords(const QString &text);

int absoluteWords(const QString &text); ///< always, never, only …
int hedgeWords(const QString &text);    ///< may, often, usually …
int codeMarks(const QString &text);     ///< passages between backticks
int digitGroups(const QString &text);   ///< numbers, and digits in names

/// The text with its passages between backticks left out.
QString withoutCode(const QString &text);

/// The passages between backticks.
QStringList codePassages(const QString &text);

/// All sequences of `width` words, or the whole text where it has fewer.
QSet<QString> shingles(const QString &text, qsizetype width);

/// Shared elements over all elements; 0 for two empty sets.
double jaccard(const QSet<QString> &a, const QSet<QString> &b);

/// A question that asks for what is not the case. Clauses that only describe may be negative.
bool isNegative(const QString &question);

/// Index of the one right option of an item of type single, -1 where there is none or more than one.
qsizetype keyIndex(const Item &item);

/// "Choose two.": what a question with so many right options ends with. Empty for a number that none can have.
QString countRequest(qsizetype keys);

/// "Choose all that apply.": what one ends with that does not say how many.
QString requestForAll();

/// The question without such an ending.
QString withoutRequest(const QString &question);

} // namespace lectern
