// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemrules.h"
#include "thresholds.h"
#include "wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern
{

using namespace thresholds;

namespace
{

// Articles and plural endings change nothing of what an option says. In code every sign counts.
QString sense(const QString &text)
{
    static const QRegularExpression articles(QStringLiteral("\\b(a|an|the)\\b"));
    static const QRegularExpression plural(QStringLiteral("(?<=[a-z]{3})s\\b"));
    QString words = gist(withoutCode(text).replace(u'\'', QString()));
    words.remove(articles).remove(plural);
    return words.simplified() + u'|' + codePassages(text).join(u'|');
}

void checkLikeness(const Item &item, const Fields &fields)
{
    QStringList senses;
    QStringList gists;
    for (qsizetype i = 0; i < item.options.size(); ++i) {
        const QString text = gist(item.options[i].text);
        const QString said = sense(item.options[i].text);
        // The same words are an error already.
        if (!gists.contains(text) && senses.contains(said))
            flaw(fields, i, u"text",
                QStringLiteral("Another option says the same but for an article or an ending. Make them differ in "
                               "what they say."),
                Severity::Error);
        gists.append(text);
        senses.append(said);
    }
}

double over(qsizetype length, double other)
{
    return other > 0 ? static_cast<double>(length) / other : 0;
}

// True: reported.
bool checkKeyLength(const Item &item, qsizetype key, const Fields &fields)
{
    double others = 0;
    qsizetype next = 0;
    for (qsizetype i = 0; i < item.options.size(); ++i) {
        if (i == key)
            continue;
        others += static_cast<double>(item.options[i].text.size());
        next = std::max(next, item.options[i].text.size());
    }
    const qsizetype length = item.options[key].text.size();
    const double toMean = over(length, others / static_cast<double>(item.options.size() - 1));
    if (toMean > keyToMean) {
        flaw(fields, key, u"text",
            QStringLiteral("The right option is %1 times as long as the others on average, which gives it away. "
                           "Shorten it, or lengthen them.")
                .arg(toMean, 0, 'f', 2),
            Severity::Warning);
        return true;
    }
    const double toNext = over(length, static_cast<double>(next));
    if (toNext <= keyToNext)
        return false;
    flaw(fields, key, u"text",
        QStringLiteral(
            "The right option is %1 times as long as the longest wrong one, which gives it away. Shorten it, "
            "or lengthen another.")
            .arg(toNext, 0, 'f', 2),
        Severity::Warning);
    return true;
}

// With more than one right option none stands out, but together they may.
bool checkMeanLength(const Item &item, const Fields &fields)
{
    double right = 0;
    double wrong = 0;
    const auto keys =
        std::count_if(item.options.cbegin(), item.options.cend(), [](const Option &option) { return option.key; });
    for (const Option &option : item.options)
        (option.key ? right : wrong) += static_cast<double>(option.text.size());
    if (keys == 0 || wrong <= 0)
        return false;
    const double ratio = right / static_cast<double>(keys) / (wrong / static_cast<double>(item.options.size() - keys));
    if (ratio <= keyToMean)
        return false;
    fields.warning(ProblemKind::ItemFlaw, QStringLiteral("options"),
        QStringLiteral("The right options are %1 times as long as the others on average, which gives them away. "
                       "Shorten them, or lengthen the others.")
            .arg(ratio, 0, 'f', 2));
    return true;
}

void checkSpread(const Item &item, const Fields &fields)
{
    const auto [least, most] = std::minmax_element(item.options.cbegin(), item.options.cend(),
        [](const Option &a, const Option &b) { return a.text.size() < b.text.size(); });
    const double ratio = over(most->text.size(), static_cast<double>(least->text.size()));
    if (most->text.size() >= spreadFrom && ratio > optionSpread)
        fields.warning(ProblemKind::ItemFlaw, QStringLiteral("options"),
            QStringLiteral("The longest option is %1 times as long as the shortest, more than %2. Make them alike.")
                .arg(ratio, 0, 'f', 2)
                .arg(optionSpread));
}

void checkAbsolutes(const Item &item, const Fields &fields)
{
    const auto absolute = [](const Option &option) { return absoluteWords(withoutCode(option.text)) > 0; };
    const auto wrong = std::count_if(item.options.cbegin(), item.options.cend(), absolute);
    const bool inKey = std::any_of(item.options.cbegin(), item.options.cend(),
        [&](const Option &option) { return option.key && absolute(option); });
    if (!inKey && wrong >= absoluteWrongOptions)
        fields.warning(ProblemKind::ItemFlaw, QStringLiteral("options"),
            QStringLiteral(
                "Absolute words such as only, all or never stand in wrong options alone (in %1). Take them out.")
                .arg(wrong));
}

// "... is stored as an?" fits the options that begin with a vowel.
void checkArticle(const Item &item, const Fields &fields)
{
    static const QRegularExpression article(
        QStringLiteral("\\b(an?)[\\s_:…]*\\?*\\s*$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = article.match(withoutRequest(item.question));
    if (!match.hasMatch())
        return;
    const bool vowel = match.captured(1).size() == 2;
    for (qsizetype i = 0; i < item.options.size(); ++i) {
        const QString start = gist(item.options[i].text).left(1);
        if (!start.isEmpty() && QStringView(u"aeiou").contains(start) != vowel)
            flaw(fields, i, u"text",
                QStringLiteral("The question ends with %1, which this option does not fit.")
                    .arg(quoted(match.captured(1))),
                Severity::Warning);
    }
}

void checkStart(const Item &item, const Fields &fields)
{
    const QStringList first = wordsOf(item.options.constFirst().text).mid(0, sharedStartWords);
    const bool shared = std::all_of(item.options.cbegin(), item.options.cend(),
        [&](const Option &option) { return wordsOf(option.text).mid(0, sharedStartWords) == first; });
    if (first.size() == sharedStartWords && shared)
        fields.warning(ProblemKind::ItemFlaw, QStringLiteral("options"),
            QStringLiteral("All options begin with %1. Move it into the question.").arg(quoted(first.join(u' '))));
}

void checkVolatile(const Item &item, const Fields &fields)
{
    static const QRegularExpression moving(
        QStringLiteral("\\b(quotas?|pric(e|es|ing) (of|per|for|rises?|drops?|falls?)|cheapest|(public|private|in) "
                       "preview|beta|per DBU|"
                       "free tier)\\b|[$€]\\s?[0-9]"),
        QRegularExpression::CaseInsensitiveOption);
    for (qsizetype i = 0; i < item.options.size(); ++i) {
        const auto match = moving.match(withoutCode(item.options[i].text));
        if (item.options[i].key && match.hasMatch())
            flaw(fields, i, u"text",
                QStringLiteral("The right option turns on %1. Quotas, prices and previews change; ask for what lasts.")
                    .arg(quoted(match.captured())),
                Severity::Warning);
    }
}

// What stands in the code or in the stem whole may be the answer only where other options stand there as well.
void checkLeak(const Item &item, const Fields &fields)
{
    const auto stands = [](const Option &option, const QString &text) {
        const QString said = gist(option.text);
        return said.size() >= leakCharacters && QString(u' ' + gist(text) + u' ').contains(u' ' + said + u' ');
    };
    const auto leaks = [&](const QString &text) {
        bool right = false;
        bool wrong = false;
        for (const Option &option : item.options)
            (option.key ? right : wrong) |= stands(option, text);
        return right && !wrong;
    };
    for (const auto &[field, text] :
        {std::pair(QStringLiteral("stem"), item.stem), std::pair(QStringLiteral("code"), item.code.text)}) {
        if (leaks(text))
            fields.error(ProblemKind::ItemFlaw, field,
                QStringLiteral(
                    "The text of a right option stands here, and of no wrong one. Leave a blank (____) for it."));
    }
}

} // namespace

// Options that are numbers need no order here: they are shuffled wherever they are shown.
void inspectOptions(const Item &item, Fields &fields)
{
    const qsizetype key = keyIndex(item);
    const bool multiple = item.type == ItemType::Multiple || item.type == ItemType::All;
    if ((key < 0 && item.type == ItemType::Single) || item.options.size() < 2)
        return;
    checkLikeness(item, fields);
    if (key < 0 && !multiple)
        return; // all of them belong to the answer, so none can give itself away
    if (!(multiple ? checkMeanLength(item, fields) : checkKeyLength(item, key, fields)))
        checkSpread(item, fields);
    checkAbsolutes(item, fields);
    checkArticle(item, fields);
    checkStart(item, fields);
    checkVolatile(item, fields);
    checkLeak(item, fields);
}

} // namespace lectern
