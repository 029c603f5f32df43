// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern
{

namespace
{

QSet<QString> listed(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return {list.cbegin(), list.cend()};
}

int countIn(const QString &text, const QSet<QString> &listedWords)
{
    const QStringList words = wordsOf(text);
    return static_cast<int>(
        std::count_if(words.cbegin(), words.cend(), [&](const QString &word) { return listedWords.contains(word); }));
}

bool cut(QString &word, QLatin1String ending, qsizetype leastLeft)
{
    if (!word.endsWith(ending) || word.size() - ending.size() < leastLeft)
        return false;
    word.chop(ending.size());
    return true;
}

// Enough to make "filter", "filters" and "filtered" one word; names keep their form.
QString trunk(QString word)
{
    if (word.contains(u'_') || word.contains(u'.'))
        return word;
    if (cut(word, QLatin1String("ies"), 3))
        return word + u'y';
    if (!word.endsWith(QLatin1String("ss")) && cut(word, QLatin1String("s"), 3))
        cut(word, QLatin1String("e"), 3);
    else if (!cut(word, QLatin1String("ing"), 4) && !cut(word, QLatin1String("ed"), 4))
        cut(word, QLatin1String("e"), 3);
    return word;
}

const QRegularExpression &passage()
{
    static const QRegularExpression expression(QStringLiteral("`+([^`]+)`+"));
    return expression;
}

} // namespace

qsizetype wordCount(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts).size();
}

QString gist(const QString &text)
{
    static const QRegularExpression noWord(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString words = text.toLower();
    return words.replace(noWord, QStringLiteral(" ")).trimmed();
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}_]+(?:[.'][\\p{L}\\p{N}_]+)*"));
    QStringList words;
    auto matches = word.globalMatch(text);
    while (matches.hasNext())
        words.append(matches.next().captured().toLower());
    return words;
}

QSet<QString> contentWords(const QString &text)
{
    static const QSet<QString> empty = listed(
        "a about after all also an and any are as at be because been before being both but by can could do does down "
        "each for from had has have how if in into is it its may might more most must no not of off on one only or "
        "other out over own per same should since so some such than that the their them then there these they this "
        "those to too two under until up was were what when where which while who whose will with without would yet "
        "you between every her his she he we our your still keeps keep use uses used using make makes");
    QSet<QString> words;
    for (const QString &word : wordsOf(text)) {
        if (word.size() > 1 && !empty.contains(word))
            words.insert(trunk(word));
    }
    return words;
}

int absoluteWords(const QString &text)
{
    static const QSet<QString> words = listed("always never only all must every none entirely completely");
    return countIn(text, words);
}

int hedgeWords(const QString &text)
{
    static const QSet<QString> words =
        listed("may might can could usually often typically generally sometimes mostly likely probably possibly "
               "normally commonly rarely seldom some partly largely tends tend should");
    return countIn(text, words);
}

int codeMarks(const QString &text)
{
    return static_cast<int>(codePassages(text).size());
}

int digitGroups(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("[0-9]+(?:[.,:][0-9]+)*"));
    int count = 0;
    for (auto matches = digits.globalMatch(text); matches.hasNext(); matches.next())
        ++count;
    return count;
}

QString withoutCode(const QString &text)
{
    QString words = text;
    return words.replace(passage(), QStringLiteral(" "));
}

QStringList codePassages(const QString &text)
{
    QStringList passages;
    for (auto matches = passage().globalMatch(text); matches.hasNext();)
        passages.append(matches.next().captured(1));
    return passages;
}

QSet<QString> shingles(const QString &text, qsizetype width)
{
    const QStringList words = wordsOf(text);
    QSet<QString> all;
    if (words.isEmpty())
        return all;
    for (qsizetype i = 0; i == 0 || i + width <= words.size(); ++i)
        all.insert(words.mid(i, width).join(u' '));
    return all;
}

double jaccard(const QSet<QString> &a, const QSet<QString> &b)
{
    const QSet<QString> &small = a.size() < b.size() ? a : b;
    const QSet<QString> &large = a.size() < b.size() ? b : a;
    const auto shared =
        std::count_if(small.cbegin(), small.cend(), [&](const QString &element) { return large.contains(element); });
    const auto together = static_cast<double>(a.size() + b.size() - shared);
    return together > 0 ? static_cast<double>(shared) / together : 0;
}

bool isNegative(const QString &question)
{
    static const QRegularExpression clause(
        QStringLiteral("\\b(that|who|whose|if|when|because|since|although|so|where|while|after|before|without)\\b.*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression negation(
        QStringLiteral("\\b(not|never|cannot|except|neither)\\b|n't\\b|\\bleast (likely|suitable|appropriate)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QString words = withoutCode(question);
    // A last clause describes; NOT in capitals speaks for the whole.
    if (words.contains(QLatin1String("NOT")) || words.contains(QLatin1String("EXCEPT")))
        return true;
    return negation.match(words.remove(clause)).hasMatch();
}

qsizetype keyIndex(const Item &item)
{
    if (item.type != ItemType::Single)
        return -1;
    qsizetype found = -1;
    for (qsizetype i = 0; i < item.options.size(); ++i) {
        if (!item.options[i].key)
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

QString countRequest(qsizetype keys)
{
    // Of six options two are wrong.
    switch (keys) {
    case 2:
        return QStringLiteral("Choose two.");
    case 3:
        return QStringLiteral("Choose three.");
    case 4:
        return QStringLiteral("Choose four.");
    default:
        return {};
    }
}

QString requestForAll()
{
    return QStringLiteral("Choose all that apply.");
}

QString withoutRequest(const QString &question)
{
    static const QRegularExpression request(QStringLiteral("\\s*\\bChoose (two|three|four|all that apply)\\.\\s*$"));
    return QString(question).remove(request);
}

} // namespace lectern
