// SPDX-License-Identifier: GPL-3.0-or-later
#include "bankgates.h"

#include "bankrules.h"
#include "chisquare.h"
#include "form.h"
#include "guessing.h"
#include "thresholds.h"
#include "wording.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace lectern
{

using namespace thresholds;

namespace
{

using Bound = std::optional<double>;

double percent(double part, qsizetype whole)
{
    return whole > 0 ? 100 * part / static_cast<double>(whole) : 0;
}

class Scales
{
public:
    explicit Scales(const Pack &pack)
        : m_pack(pack)
        , m_gated(pack.items.size() >= gatedBank)
    {
        for (qsizetype i = 0; i < pack.items.size(); ++i) {
            if (const QList<OptionSurface> surface = surfaceOf(pack.items[i]); !surface.isEmpty())
                m_guessed.append({&pack.items[i], surface, keyIndex(pack.items[i])});
        }
        // In an order that does not change when a question moves to another file.
        std::sort(m_guessed.begin(), m_guessed.end(),
            [](const Guessed &a, const Guessed &b) { return a.item->id < b.item->id; });
    }

    BankReport weigh()
    {
        if (m_guessed.isEmpty() && others() == 0)
            return {};
        if (!m_guessed.isEmpty()) {
            weighBots();
            weighKeys();
        }
        weighMix();
        weighSupply();
        weighReserves();
        return m_report;
    }

private:
    struct Guessed {
        const Item *item;
        QList<OptionSurface> options;
        qsizetype key;
    };

    void add(const QString &id, const QString &label, double value, const QString &unit, int decimals, Bound least,
        Bound most, bool gated)
    {
        m_report.figures.append(
            {id, label, value, decimals, unit, gated ? least : std::nullopt, gated ? most : std::nullopt});
    }
    void share(const QString &id, const QString &label, double value, Bound least, Bound most)
    {
        add(id, label, value, QStringLiteral("%"), 1, least, most, m_gated);
    }
    void count(const QString &id, const QString &label, double value, Bound least, Bound most, bool gated)
    {
        add(id, label, value, {}, 0, least, most, gated);
    }

    void weighBots()
    {
        QList<QHash<QString, double>> chances;
        QList<Choice> choices;
        for (const TestWiseBot &bot : testWiseBots()) {
            QHash<QString, double> ofItem;
            double sum = 0;
            for (const Guessed &guessed : std::as_const(m_guessed)) {
                const double chance = chanceOf(bot, guessed.options, guessed.key);
                ofItem.insert(guessed.item->id, chance);
                sum += chance;
            }
            share(QStringLiteral("bot.") + QLatin1String(bot.id), QStringLiteral("picks ") + QLatin1String(bot.label),
                percent(sum, m_guessed.size()), {}, botInBank);
            chances.append(ofItem);
        }
        for (const Guessed &guessed : std::as_const(m_guessed))
            choices.append(choiceOf(guessed.options, guessed.key));
        if (choices.size() >= classifierFolds)
            share(QStringLiteral("classifier"), QStringLiteral("classifier of surfaces, cross-validated"),
                100 * crossValidatedShare(choices, classifierFolds), {}, classifierInBank);
        weighForms(chances);
    }

    // The best that any bot does in any of the forms.
    void weighForms(const QList<QHash<QString, double>> &chances)
    {
        QList<ItemTag> bank;
        for (const Item &item : m_pack.items) {
            bank.append(tagOf(item));
            bank.last().reserve.clear(); // what is sealed now is held to the same as what is open
        }
        for (const Blueprint &blueprint : m_pack.certification.blueprints) {
            double best = 0;
            qsizetype bestBot = 0;
            int drawn = 0;
            for (; drawn < formsPerBlueprint; ++drawn) {
                const auto seed = static_cast<quint64>(drawn + 1);
                const auto form = drawForm(bank, blueprint, {blueprint.questions, seed, {}});
                if (!form)
                    break; // too few questions: no other seed finds more
                for (qsizetype bot = 0; bot < chances.size(); ++bot) {
                    double sum = 0;
                    for (const FormItem &seat : *form)
                        sum += chances[bot].value(seat.item);
                    if (const double got = percent(sum, form->size()); got > best) {
                        best = got;
                        bestBot = bot;
                    }
                }
            }
            if (drawn == 0)
                count(QStringLiteral("form.") + blueprint.id,
                    QStringLiteral("forms of %1 that could be drawn").arg(blueprint.id), 0, {}, {}, false);
            else
                share(QStringLiteral("form.") + blueprint.id,
                    QStringLiteral("the best bot in one of %1 forms of %2 (%3)")
                        .arg(drawn)
                        .arg(blueprint.id, QLatin1String(testWiseBots()[bestBot].label)),
                    best, {}, botInForm);
        }
    }

    void weighKeys()
    {
        QList<int> positions;
        int longest = 0;
        int shortest = 0;
        for (const Guessed &guessed : std::as_const(m_guessed)) {
            while (positions.size() <= guessed.key || positions.size() < guessed.options.size())
                positions.append(0);
            ++positions[guessed.key];
            const qsizetype length = guessed.options[guessed.key].length;
            const auto beats = [&](auto compare) {
                return std::all_of(guessed.options.cbegin(), guessed.options.cend(), [&](const OptionSurface &option) {
                    return &option == &guessed.options[guessed.key] || compare(length, option.length);
                });
            };
            longest += beats(std::greater<>()) ? 1 : 0;
            shortest += beats(std::less<>()) ? 1 : 0;
        }
        for (qsizetype i = 0; i < positions.size(); ++i)
            count(QStringLiteral("key.%1").arg(QChar(u'a' + static_cast<char16_t>(i))),
                QStringLiteral("keys at place %1").arg(i + 1), positions[i], {}, {}, false);
        add(QStringLiteral("key.position"), QStringLiteral("key places even, chi-square p"),
            chiSquareSurvival(chiSquareOfEven(positions), static_cast<int>(positions.size()) - 1), {}, 3, keyPositionP,
            {}, m_gated);
        count(QStringLiteral("key.run"), QStringLiteral("keys at the same place one after the other"), keyRun(), {},
            longestKeyRun, m_gated);
        share(QStringLiteral("key.longest"), QStringLiteral("key strictly longest"), percent(longest, m_guessed.size()),
            leastLongestKey, mostLongestKey);
        share(QStringLiteral("key.shortest"), QStringLiteral("key strictly shortest"),
            percent(shortest, m_guessed.size()), leastShortestKey, mostShortestKey);
    }

    // In the order of the pack's files, in which somebody reads them who looks for a habit of the author's.
    int keyRun() const
    {
        int longest = 0;
        int run = 0;
        qsizetype previous = -1;
        for (const Item &item : m_pack.items) {
            const qsizetype key = keyIndex(item);
            if (key < 0)
                continue;
            run = key == previous ? run + 1 : 1;
            previous = key;
            longest = std::max(longest, run);
        }
        return longest;
    }

    // A single best answer is the rule: the exam asks for nothing else.
    qsizetype others() const
    {
        return std::count_if(
            m_pack.items.cbegin(), m_pack.items.cend(), [](const Item &item) { return item.type != ItemType::Single; });
    }

    template<typename Test>
    double shareOf(Test test) const
    {
        return percent(
            static_cast<double>(std::count_if(m_pack.items.cbegin(), m_pack.items.cend(), test)), m_pack.items.size());
    }

    void weighMix()
    {
        share(QStringLiteral("code"), QStringLiteral("with code, plan, log or table"),
            shareOf([](const Item &item) { return !item.code.text.isEmpty(); }), leastCode, {});
        struct BloomRow {
            Bloom bloom;
            const char *word;
            Bound least;
            Bound most;
        };
        const BloomRow rows[]{{Bloom::Remember, "remember", {}, mostRemember},
            {Bloom::Understand, "understand", {}, mostUnderstand}, {Bloom::Apply, "apply", leastApply, {}},
            {Bloom::Analyze, "analyze", leastAnalyze, {}}, {Bloom::Evaluate, "evaluate", leastEvaluate, {}}};
        for (const BloomRow &row : rows)
            share(QStringLiteral("bloom.") + QLatin1String(row.word), QLatin1String(row.word),
                shareOf([&](const Item &item) { return item.bloom == row.bloom; }), row.least, row.most);
        struct DifficultyRow {
            Difficulty difficulty;
            const char *word;
            double share;
        };
        constexpr DifficultyRow levels[]{{Difficulty::Easy, "easy", easyShare},
            {Difficulty::Medium, "medium", mediumShare}, {Difficulty::Hard, "hard", hardShare}};
        for (const DifficultyRow &row : levels)
            share(QStringLiteral("difficulty.") + QLatin1String(row.word), QLatin1String(row.word),
                shareOf([&](const Item &item) { return item.difficulty == row.difficulty; }),
                row.share - difficultySlack, row.share + difficultySlack);
        share(QStringLiteral("negative"), QStringLiteral("negative questions"),
            shareOf([](const Item &item) { return isNegative(item.question); }), {}, mostNegative);
        share(QStringLiteral("multiple"),
            QStringLiteral("of another type than one best answer (%1 questions)").arg(others()),
            percent(static_cast<double>(others()), m_pack.items.size()), {}, mostOtherTypes);
        count(QStringLiteral("same"), QStringLiteral("pairs of the same question"),
            static_cast<double>(sameQuestions(m_pack.items).size()), {}, 0, m_gated);
    }

    void weighSupply()
    {
        QHash<QString, int> perTopic;
        QHash<QString, int> perObjective;
        for (const Item &item : m_pack.items) {
            ++perTopic[item.topic];
            ++perObjective[item.objective];
        }
        QStringList topics;
        QStringList objectives;
        for (const Domain &domain : m_pack.certification.domains) {
            for (const Topic &topic : domain.topics)
                topics.append(topic.id);
        }
        for (const Blueprint &blueprint : m_pack.certification.blueprints) {
            for (const Section &section : blueprint.sections) {
                for (const Objective &objective : section.objectives)
                    objectives.append(blueprint.id + u'/' + objective.id);
            }
        }
        weighLeast(QStringLiteral("supply.topic"), QStringLiteral("topic"), topics, perTopic, leastPerTopic);
        weighLeast(QStringLiteral("supply.objective"), QStringLiteral("objective"), objectives, perObjective,
            leastPerObjective);
        for (const Blueprint &blueprint : m_pack.certification.blueprints)
            weighSections(blueprint);
        count(QStringLiteral("supply.enrichment"), QStringLiteral("questions outside of the outline"),
            perObjective.value(enrichmentObjective), {}, {}, false);
    }

    // What is sealed and fills no form is shown to nobody.
    void weighReserves()
    {
        QList<ItemTag> sealed;
        for (const Item &item : m_pack.items) {
            if (!item.reserve.isEmpty())
                sealed.append(tagOf(item));
        }
        count(QStringLiteral("sealed"), QStringLiteral("sealed questions"), static_cast<double>(sealed.size()), {}, {},
            false);
        for (const Blueprint &blueprint : m_pack.certification.blueprints) {
            FormRequest form;
            form.questions = blueprint.questions;
            count(QStringLiteral("sealed.form.") + blueprint.id,
                QStringLiteral("sealed forms of %1 questions for %2").arg(blueprint.questions).arg(blueprint.id),
                formsLeft(sealed, blueprint, form), 1, {}, m_gated && !sealed.isEmpty());
        }
    }

    // Where a section has few questions for what a form takes from it, people soon meet the same ones again.
    void weighSections(const Blueprint &blueprint)
    {
        const QList<int> perForm = lectern::quotas(blueprint, blueprint.questions);
        QHash<QString, int> have;
        for (const Item &item : m_pack.items)
            have[sectionOf(blueprint, item.topic, item.objective)] += item.type == ItemType::Single ? 1 : 0;
        std::optional<double> least;
        QString poorest;
        for (qsizetype i = 0; i < blueprint.sections.size(); ++i) {
            if (perForm[i] == 0)
                continue;
            const double forms = static_cast<double>(have.value(blueprint.sections[i].id)) / perForm[i];
            if (!least || forms < *least) {
                least = forms;
                poorest = blueprint.sections[i].id;
            }
        }
        if (least)
            add(QStringLiteral("supply.section.") + blueprint.id,
                QStringLiteral("questions of a section for each one in a form of %1, fewest (%2)")
                    .arg(blueprint.id, poorest),
                *least, {}, 1, leastFormsPerSection, {}, m_pack.bankComplete);
    }

    // The one with the fewest questions, and how many have too few.
    void weighLeast(
        const QString &id, const QString &what, const QStringList &all, const QHash<QString, int> &have, int least)
    {
        if (all.isEmpty())
            return;
        const auto fewer = [&](const QString &a, const QString &b) { return have.value(a) < have.value(b); };
        const QString poorest = *std::min_element(all.cbegin(), all.cend(), fewer);
        const auto poor =
            std::count_if(all.cbegin(), all.cend(), [&](const QString &one) { return have.value(one) < least; });
        count(id,
            QStringLiteral("fewest questions of any %1 (%2; %3 of %4 have less than %5)")
                .arg(what, poorest)
                .arg(poor)
                .arg(all.size())
                .arg(least),
            have.value(poorest), least, {}, m_pack.bankComplete);
    }

    const Pack &m_pack;
    bool m_gated;
    QList<Guessed> m_guessed;
    BankReport m_report;
};

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

QString bounds(const BankFigure &figure)
{
    const auto plain = [](double bound) { return QString::number(bound); };
    if (figure.least && figure.most)
        return QStringLiteral("%1 to %2").arg(plain(*figure.least), plain(*figure.most));
    if (figure.least)
        return QStringLiteral("at least %1").arg(plain(*figure.least));
    return figure.most ? QStringLiteral("at most %1").arg(plain(*figure.most)) : QString();
}

} // namespace

QString BankFigure::toString() const
{
    QString text = label + u' ' + number(value, decimals);
    if (!unit.isEmpty())
        text += u' ' + unit;
    return isGate() ? text + QStringLiteral(" (%1)").arg(bounds(*this)) : text;
}

QList<Problem> BankReport::problems() const
{
    QList<Problem> problems;
    for (const BankFigure &figure : figures) {
        if (!figure.holds())
            problems.append({Severity::Error, ProblemKind::BankGate, QStringLiteral("questions"), 0, 0, figure.id,
                figure.toString() + u'.'});
    }
    return problems;
}

QStringList BankReport::table() const
{
    qsizetype widest = 0;
    for (const BankFigure &figure : figures)
        widest = std::max(widest, figure.label.size());
    QStringList lines;
    for (const BankFigure &figure : figures) {
        QString line = QStringLiteral("  ") + figure.label.leftJustified(widest + 2) +
                       number(figure.value, figure.decimals).rightJustified(7);
        line += figure.unit.isEmpty() ? QStringLiteral("  ") : u' ' + figure.unit;
        if (figure.isGate())
            line +=
                QStringLiteral("  (%1)%2").arg(bounds(figure), figure.holds() ? QString() : QStringLiteral("  FAILS"));
        lines.append(line);
    }
    return lines;
}

BankReport weighBank(const Pack &pack)
{
    return Scales(pack).weigh();
}

} // namespace lectern
