// SPDX-License-Identifier: GPL-3.0-or-later
#include "guessing.h"

#include "wording.h"

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

using Surfaces = QList<OptionSurface>;

template<typename Measure>
double overOthers(const Surfaces &options, qsizetype option, Measure measure)
{
    double others = 0;
    for (qsizetype i = 0; i < options.size(); ++i)
        others += i == option ? 0 : static_cast<double>(measure(options[i]));
    return static_cast<double>(measure(options[option])) - others / static_cast<double>(options.size() - 1);
}

double length(const OptionSurface &option)
{
    return static_cast<double>(option.length);
}
int codeMarksOf(const OptionSurface &option)
{
    return option.codeMarks;
}
int digitsOf(const OptionSurface &option)
{
    return option.digits;
}

int countOf(const QStringList &words, const QStringList &wanted)
{
    return static_cast<int>(
        std::count_if(words.cbegin(), words.cend(), [&](const QString &word) { return wanted.contains(word); }));
}

double verbPlace(const QStringList &words)
{
    static const QStringList verbs = QStringLiteral(
        "is are was were be been has have had does do did will would can could may might must should set "
        "run add use read write keep drop make give take let put move stop start create grant")
                                         .split(u' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        const bool formed =
            word.size() > 4 && (word.endsWith(QLatin1String("ing")) || word.endsWith(QLatin1String("ed")));
        if (formed || verbs.contains(word) || (word.endsWith(u's') && verbs.contains(word.chopped(1))))
            return static_cast<double>(i) / static_cast<double>(words.size());
    }
    return 1;
}

int sharedWith(const QSet<QString> &words, const QSet<QString> &others)
{
    return static_cast<int>(
        std::count_if(words.cbegin(), words.cend(), [&](const QString &word) { return others.contains(word); }));
}

} // namespace

QList<OptionSurface> surfaceOf(const Item &item)
{
    static const QStringList negative = QStringLiteral("not no nor without neither nothing cannot").split(u' ');
    static const QStringList connective =
        QStringLiteral("and because so since with by then while but although as which that").split(u' ');
    if (keyIndex(item) < 0 || item.options.size() < 2)
        return {};
    const QSet<QString> question = contentWords(item.question);
    const QSet<QString> stem = contentWords(item.stem) + question;
    Surfaces options;
    QList<QSet<QString>> vocabularies;
    for (const Option &option : item.options) {
        const QStringList words = wordsOf(option.text);
        const QSet<QString> content = contentWords(option.text);
        OptionSurface surface;
        surface.length = option.text.size();
        surface.words = words.size();
        surface.hedges = hedgeWords(option.text);
        surface.absolutes = absoluteWords(option.text);
        surface.shared = sharedWith(content, stem);
        surface.sharedQuestion = sharedWith(content, question);
        surface.contentWords = static_cast<int>(content.size());
        surface.codeMarks = codeMarks(option.text);
        surface.digits = digitGroups(option.text);
        surface.commas = static_cast<int>(option.text.count(u',') + option.text.count(u';'));
        surface.negations = countOf(words, negative);
        surface.connectives = countOf(words, connective);
        surface.verb = verbPlace(words);
        surface.wordLength =
            static_cast<double>(surface.length) / static_cast<double>(std::max<qsizetype>(1, words.size()));
        options.append(surface);
        vocabularies.append(QSet<QString>(words.cbegin(), words.cend()));
    }
    for (qsizetype i = 0; i < options.size(); ++i) {
        for (qsizetype other = 0; other < options.size(); ++other) {
            if (other != i)
                options[i].likeness +=
                    jaccard(vocabularies[i], vocabularies[other]) / static_cast<double>(options.size() - 1);
        }
    }
    return options;
}

const QList<TestWiseBot> &testWiseBots()
{
    static const QList<TestWiseBot> bots{
        {"longest", "the longest", [](const Surfaces &all, qsizetype i) { return length(all[i]); }},
        {"shortest", "the shortest", [](const Surfaces &all, qsizetype i) { return -length(all[i]); }},
        {"hedged", "the most hedged", [](const Surfaces &all, qsizetype i) { return double(all[i].hedges); }},
        {"no-absolutes", "the one without absolutes",
            [](const Surfaces &all, qsizetype i) { return -double(all[i].absolutes); }},
        {"stem-words", "the one with most words of the stem",
            [](const Surfaces &all, qsizetype i) { return double(all[i].shared); }},
        {"fewest-stem-words", "the one with fewest words of the stem",
            [](const Surfaces &all, qsizetype i) { return -double(all[i].shared); }},
        {"alike", "the one most like the others", [](const Surfaces &all, qsizetype i) { return all[i].likeness; }},
        {"odd-wording", "the odd one out by wording",
            [](const Surfaces &all, qsizetype i) { return -all[i].likeness; }},
        {"odd-code", "the odd one out by code marks",
            [](const Surfaces &all, qsizetype i) { return std::abs(overOthers(all, i, codeMarksOf)); }},
        {"odd-numbers", "the odd one out by numbers",
            [](const Surfaces &all, qsizetype i) { return std::abs(overOthers(all, i, digitsOf)); }},
    };
    return bots;
}

double chanceOf(const TestWiseBot &bot, const QList<OptionSurface> &options, qsizetype right)
{
    constexpr double tie = 1e-9;
    QList<double> likings;
    for (qsizetype i = 0; i < options.size(); ++i)
        likings.append(bot.liking(options, i));
    const double most = *std::max_element(likings.cbegin(), likings.cend());
    const auto liked =
        std::count_if(likings.cbegin(), likings.cend(), [&](double liking) { return liking >= most - tie; });
    return likings[right] >= most - tie ? 1.0 / static_cast<double>(liked) : 0;
}

Choice choiceOf(const QList<OptionSurface> &options, qsizetype right)
{
    const auto count = static_cast<double>(options.size());
    double meanLength = 0;
    double meanWords = 0;
    for (const OptionSurface &option : options) {
        meanLength += length(option) / count;
        meanWords += static_cast<double>(option.words) / count;
    }
    Choice choice;
    choice.right = right;
    for (qsizetype i = 0; i < options.size(); ++i) {
        const OptionSurface &option = options[i];
        const auto longer = std::count_if(
            options.cbegin(), options.cend(), [&](const OptionSurface &other) { return other.length > option.length; });
        const auto shorter = std::count_if(
            options.cbegin(), options.cend(), [&](const OptionSurface &other) { return other.length < option.length; });
        const double relative = meanLength > 0 ? length(option) / meanLength : 1;
        choice.options.append({static_cast<double>(longer - shorter), relative, std::abs(relative - 1),
            longer == 0 ? 1.0 : 0.0, shorter == 0 ? 1.0 : 0.0,
            meanWords > 0 ? static_cast<double>(option.words) / meanWords : 1, option.wordLength, double(option.hedges),
            double(option.absolutes), double(option.negations), double(option.connectives), double(option.shared),
            double(option.sharedQuestion), double(option.shared) / std::max(1, option.contentWords),
            double(option.codeMarks), std::abs(overOthers(options, i, codeMarksOf)), double(option.digits),
            std::abs(overOthers(options, i, digitsOf)), double(option.commas), option.verb, option.likeness});
    }
    return choice;
}

} // namespace lectern
