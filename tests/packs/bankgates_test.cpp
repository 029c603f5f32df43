// SPDX-License-Identifier: GPL-3.0-or-later
#include "bankgates.h"
#include "random.h"
#include "runall.h"

#include <QSet>

#include <functional>

using namespace lectern;

namespace
{

constexpr int bankSize = 240;
constexpr int firstWords = 6; // of the shortest option

QStringList bloomSchedule()
{
    QStringList words;
    const std::pair<const char *, int> shares[]{
        {"remember", 1}, {"understand", 4}, {"apply", 7}, {"analyze", 5}, {"evaluate", 3}};
    for (const auto &[word, count] : shares) {
        for (int i = 0; i < count; ++i)
            words.append(QString::fromLatin1(word));
    }
    return words;
}

Bloom bloomOf(const QString &word)
{
    const QStringList words{QStringLiteral("remember"), QStringLiteral("understand"), QStringLiteral("apply"),
        QStringLiteral("analyze"), QStringLiteral("evaluate")};
    return static_cast<Bloom>(words.indexOf(word));
}

/// Words of six letters that nobody knows; none of them comes twice in practice.
class Gibberish
{
public:
    QString word()
    {
        QString word;
        for (int i = 0; i < 3; ++i) {
            word += QStringLiteral("bcdfghklmnprtvwz").at(m_random.below(16));
            word += QStringLiteral("aeiou").at(m_random.below(5));
        }
        return word;
    }
    QString words(int count)
    {
        QStringList list;
        for (int i = 0; i < count; ++i)
            list.append(word());
        return list.join(u' ');
    }

private:
    Random m_random{20261122};
};

/// A bank in which nothing of the surface tells the key: every place and every rank of length has its fourth.
Pack neutralBank(int size = bankSize)
{
    Gibberish gibberish;
    const QStringList blooms = bloomSchedule();
    Pack pack;
    Certification &certification = pack.certification;
    certification.domains = {{QStringLiteral("d1"), QStringLiteral("D1"), QStringLiteral("One"), 50,
                                 {{QStringLiteral("d1.1"), {}, {}, {}}, {QStringLiteral("d1.2"), {}, {}, {}}}},
        {QStringLiteral("d2"), QStringLiteral("D2"), QStringLiteral("Two"), 50,
            {{QStringLiteral("d2.1"), {}, {}, {}}, {QStringLiteral("d2.2"), {}, {}, {}}}}};
    Blueprint outline;
    outline.id = QStringLiteral("outline");
    outline.questions = bankSize / 2;
    outline.kind = BlueprintKind::Sections;
    outline.sections = {
        {QStringLiteral("S1"), {}, {}, {}, 100, {{QStringLiteral("S1.1"), {}}, {QStringLiteral("S1.2"), {}}}}};
    certification.blueprints = {outline};
    for (int i = 0; i < size; ++i) {
        Item item;
        item.id = QStringLiteral("q%1").arg(i, 4, 10, QLatin1Char('0'));
        item.topic = QStringLiteral("d%1.%2").arg(1 + i % 2).arg(1 + i / 2 % 2);
        item.objective = QStringLiteral("outline/S1.%1").arg(1 + i % 2);
        item.bloom = bloomOf(blooms[i % blooms.size()]);
        item.difficulty = i % 4 == 0 ? Difficulty::Easy : i % 4 == 3 ? Difficulty::Hard : Difficulty::Medium;
        item.stem = gibberish.words(30);
        item.question = QStringLiteral("Which ") + gibberish.words(4) + u'?';
        if (i % 5 < 3)
            item.code = {QStringLiteral("text"), gibberish.words(5)};
        for (int option = 0; option < 4; ++option) {
            const int rank = (option + i / 4) % 4;
            item.options.append({QString(QChar(u'a' + static_cast<char16_t>(option))),
                gibberish.words(firstWords + rank), option == i % 4, {}, {}});
        }
        pack.items.append(item);
    }
    return pack;
}

using ChangeOption = std::function<void(Item &, Option &, int)>;

/// Changes every option of every item; the number is its place among the wrong ones.
void changeOptions(Pack &pack, const ChangeOption &change)
{
    for (Item &item : pack.items) {
        int wrong = 0;
        for (Option &option : item.options) {
            change(item, option, wrong);
            wrong += option.key ? 0 : 1;
        }
    }
}

QString withFirst(const QString &text, const QString &word)
{
    return word + text.mid(text.indexOf(u' '));
}

QString wordAt(const QString &text, int index)
{
    return text.split(u' ').value(index);
}

void swapTexts(Pack &pack, bool longest)
{
    for (Item &item : pack.items) {
        Option *key = nullptr;
        Option *best = nullptr;
        for (Option &option : item.options) {
            key = option.key ? &option : key;
            if (!best || (longest ? option.text.size() > best->text.size() : option.text.size() < best->text.size()))
                best = &option;
        }
        if (key != best)
            std::swap(key->text, best->text);
    }
}

/// Turns `percent` of the items that are `from` into `to`.
template<typename T>
void turn(Pack &pack, T Item::*member, T from, T to, int percent)
{
    int left = static_cast<int>(pack.items.size()) * percent / 100;
    for (Item &item : pack.items) {
        if (item.*member == from && left > 0) {
            item.*member = to;
            --left;
        }
    }
}

/// Makes an item ask for two of five.
void makeMultiple(Item &item)
{
    item.type = ItemType::Multiple;
    item.question += QStringLiteral(" Choose two.");
    item.options.append({QStringLiteral("e"), item.options[0].text + QStringLiteral(" more"), false, {}, {}});
    auto wrong = std::find_if(item.options.begin(), item.options.end(), [](const Option &one) { return !one.key; });
    wrong->key = true;
}

QStringList missed(const BankReport &report)
{
    QStringList ids;
    for (const BankFigure &figure : report.figures) {
        if (!figure.holds())
            ids.append(figure.id);
    }
    return ids;
}

struct Case {
    const char *name;
    std::function<void(Pack &)> change;
    QStringList missed;
};

QStringList ids(const char *list)
{
    return QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
}

QList<Case> guessableBanks()
{
    return {
        {"nothing", [](Pack &) {}, {}},
        {"key longest", [](Pack &pack) { swapTexts(pack, true); },
            ids("bot.longest classifier form.outline key.longest key.shortest")},
        {"key shortest", [](Pack &pack) { swapTexts(pack, false); },
            ids("bot.shortest classifier form.outline key.longest key.shortest")},
        {"key hedged",
            [](Pack &pack) {
                changeOptions(pack, [](Item &, Option &option, int) {
                    if (option.key)
                        option.text = withFirst(option.text, QStringLiteral("mostly"));
                });
            },
            ids("bot.hedged classifier form.outline")},
        {"absolutes in wrong options",
            [](Pack &pack) {
                changeOptions(pack, [](Item &, Option &option, int wrong) {
                    static const QStringList words = ids("always never only");
                    if (!option.key)
                        option.text = withFirst(option.text, words[wrong]);
                });
            },
            ids("bot.no-absolutes classifier form.outline")},
        {"key takes up the stem",
            [](Pack &pack) {
                changeOptions(pack, [](Item &item, Option &option, int) {
                    if (option.key)
                        option.text = withFirst(option.text, wordAt(item.stem, 3));
                });
            },
            ids("bot.stem-words classifier form.outline")},
        {"wrong options take up the stem",
            [](Pack &pack) {
                changeOptions(pack, [](Item &item, Option &option, int wrong) {
                    if (!option.key)
                        option.text = withFirst(option.text, wordAt(item.stem, wrong));
                });
            },
            ids("bot.fewest-stem-words classifier form.outline")},
        {"key has most in common",
            [](Pack &pack) {
                changeOptions(pack, [](Item &item, Option &option, int wrong) {
                    const auto key = std::find_if(
                        item.options.cbegin(), item.options.cend(), [](const Option &one) { return one.key; });
                    if (!option.key)
                        option.text = withFirst(option.text, wordAt(key->text, wrong));
                });
            },
            ids("bot.alike classifier form.outline")},
        {"key odd by wording",
            [](Pack &pack) {
                changeOptions(pack, [](Item &item, Option &option, int) {
                    const auto wrong = std::find_if(
                        item.options.cbegin(), item.options.cend(), [](const Option &one) { return !one.key; });
                    if (!option.key)
                        option.text = withFirst(option.text, wordAt(wrong->text, 0));
                });
            },
            ids("bot.odd-wording classifier form.outline")},
        {"key odd by code",
            [](Pack &pack) {
                changeOptions(pack, [](Item &, Option &option, int) {
                    if (option.key)
                        option.text = withFirst(option.text, u'`' + wordAt(option.text, 0) + u'`');
                });
            },
            ids("bot.odd-code classifier form.outline")},
        {"key odd by numbers",
            [](Pack &pack) {
                changeOptions(pack, [](Item &, Option &option, int) {
                    if (option.key)
                        option.text = withFirst(option.text, QStringLiteral("123456"));
                });
            },
            ids("bot.odd-numbers classifier form.outline")},
        {"key with commas", // what no bot looks at
            [](Pack &pack) {
                changeOptions(pack, [](Item &, Option &option, int) {
                    if (option.key)
                        option.text.insert(6, u',');
                });
            },
            ids("classifier")},
    };
}

QList<Case> unevenBanks()
{
    const auto blooms = [](Bloom from, Bloom to, int percent) {
        return [=](Pack &pack) { turn(pack, &Item::bloom, from, to, percent); };
    };
    const auto levels = [](Difficulty from, Difficulty to, int percent) {
        return [=](Pack &pack) { turn(pack, &Item::difficulty, from, to, percent); };
    };
    return {
        {"keys in front",
            [](Pack &pack) {
                for (Item &item : pack.items)
                    std::stable_sort(item.options.begin(), item.options.end(),
                        [](const Option &a, const Option &b) { return a.key && !b.key; });
            },
            ids("key.position key.run")},
        {"four keys in a row at the same place",
            [](Pack &pack) {
                constexpr qsizetype block = 16;
                const auto place = [](const Item &item) {
                    return std::find_if(item.options.cbegin(), item.options.cend(), [](const Option &option) {
                        return option.key;
                    }) - item.options.cbegin();
                };
                for (qsizetype from = 0; from < pack.items.size(); from += block)
                    std::stable_sort(pack.items.begin() + from, pack.items.begin() + from + block,
                        [&](const Item &a, const Item &b) { return place(a) < place(b); });
            },
            ids("key.run")},
        {"little code",
            [](Pack &pack) {
                for (Item &item : pack.items)
                    item.code = item.id.endsWith(u'0') ? item.code : CodeBlock();
            },
            ids("code")},
        {"remember", blooms(Bloom::Understand, Bloom::Remember, 10), ids("bloom.remember")},
        {"understand", blooms(Bloom::Apply, Bloom::Understand, 12), ids("bloom.understand")},
        {"apply", blooms(Bloom::Apply, Bloom::Analyze, 16), ids("bloom.apply")},
        {"analyze", blooms(Bloom::Analyze, Bloom::Evaluate, 8), ids("bloom.analyze")},
        {"evaluate", blooms(Bloom::Evaluate, Bloom::Apply, 8), ids("bloom.evaluate")},
        {"easy to medium", levels(Difficulty::Easy, Difficulty::Medium, 12), ids("difficulty.easy difficulty.medium")},
        {"hard to easy", levels(Difficulty::Hard, Difficulty::Easy, 12), ids("difficulty.easy difficulty.hard")},
        {"negative",
            [](Pack &pack) {
                for (int i = 0; i < 6; ++i)
                    pack.items[i].question = QStringLiteral("Which one is NOT right?");
            },
            ids("negative")},
        {"several right options",
            [](Pack &pack) {
                for (int i = 0; i < 13; ++i)
                    makeMultiple(pack.items[18 * i]);
            },
            ids("multiple")},
        {"twice the same",
            [](Pack &pack) {
                pack.items[1].stem = pack.items[5].stem;
                pack.items[1].question = pack.items[5].question;
                pack.items[1].options = pack.items[5].options;
            },
            ids("same")},
    };
}

} // namespace

// A generated bank that no gate stops, and for each gate one that it does.
class BankGatesTest : public QObject
{
    Q_OBJECT

private slots:
    void guessable_data() { rows(guessableBanks()); }
    void guessable() { weigh(guessableBanks()); }

    void uneven_data() { rows(unevenBanks()); }
    void uneven() { weigh(unevenBanks()); }

    // One domain in which the key is longest, small in the bank and half of a form.
    void guessableFormsOfAFairBank()
    {
        Pack pack = neutralBank();
        Blueprint blueprint;
        blueprint.id = QStringLiteral("halves");
        blueprint.questions = 20;
        for (const Domain &domain : std::as_const(pack.certification.domains))
            blueprint.sections.append({domain.id, domain.code, domain.title, domain.title, domain.weight, {}});
        pack.certification.blueprints = {blueprint};
        Pack small = pack;
        small.items = pack.items.mid(0, 11);
        swapTexts(small, true);
        for (Item &item : pack.items)
            item.topic = QStringLiteral("d2.1");
        for (int i = 0; i < small.items.size(); ++i) {
            pack.items[i] = small.items[i];
            pack.items[i].topic = QStringLiteral("d1.1");
        }
        QCOMPARE(missed(weighBank(pack)), ids("form.halves"));
    }

    // What only a finished bank holds is asked of one that says it is finished.
    void supplyOfACompleteBank()
    {
        Pack pack = neutralBank();
        QCOMPARE(missed(weighBank(pack)), QStringList());
        pack.bankComplete = true;
        QCOMPARE(missed(weighBank(pack)), QStringList());
        int kept = 0;
        for (Item &item : pack.items) {
            if (item.topic == u"d2.2" && ++kept > 7)
                item.topic = QStringLiteral("d2.1");
        }
        QCOMPARE(missed(weighBank(pack)), ids("supply.topic"));
        kept = 0;
        for (Item &item : pack.items) {
            if (item.objective == u"outline/S1.2" && ++kept > 2)
                item.objective = QStringLiteral("outline/S1.1");
        }
        QCOMPARE(missed(weighBank(pack)), ids("supply.topic supply.objective"));
        pack.certification.blueprints.first().questions = bankSize;
        QCOMPARE(missed(weighBank(pack)), ids("supply.topic supply.objective supply.section.outline"));
        pack.bankComplete = false;
        QCOMPARE(missed(weighBank(pack)), QStringList());
    }

    // What is guessed and how keys lie is said of one best answer alone, so that items of the other kind change
    // nothing of it, however they look.
    void severalRightOptionsAreNotGuessedAt()
    {
        Pack pack = neutralBank();
        Pack more = pack;
        for (int i = 0; i < 12; ++i) {
            Item item = neutralBank(i + 1).items.constLast();
            item.id = QStringLiteral("z%1").arg(i);
            item.stem = item.stem.section(u' ', 0, 9) + QStringLiteral(" another stem of its own ") + item.id;
            for (Option &option : item.options)
                option.text = option.key ? QStringLiteral("mostly `%1` ").arg(i) + item.stem : item.id;
            makeMultiple(item);
            more.items.insert(20 * i, item);
        }
        const QList<BankFigure> before = weighBank(pack).figures;
        const QList<BankFigure> after = weighBank(more).figures;
        QCOMPARE(after.size(), before.size());
        int compared = 0;
        for (qsizetype i = 0; i < before.size(); ++i) {
            for (const char *kind : {"bot.", "classifier", "form.", "key.", "supply.section."}) {
                if (!before[i].id.startsWith(QLatin1String(kind)))
                    continue;
                QCOMPARE(after[i].toString(), before[i].toString());
                ++compared;
            }
        }
        QVERIFY(compared > 18);
        const auto multiple = std::find_if(
            after.cbegin(), after.cend(), [](const BankFigure &figure) { return figure.id == u"multiple"; });
        QVERIFY(multiple != after.cend() && multiple->holds());
        QVERIFY(multiple->label.contains(QStringLiteral("12 questions")));
    }

    void aBankOfSeveralRightOptionsIsWeighedToo()
    {
        Pack pack = neutralBank();
        for (Item &item : pack.items)
            makeMultiple(item);
        QCOMPARE(missed(weighBank(pack)), ids("multiple"));
    }

    // What is sealed has to be enough for a rehearsal, or nobody ever sees it.
    void sealedQuestionsFillAForm()
    {
        Pack pack = neutralBank();
        const auto figure = [](const BankReport &report, const QString &id) {
            const auto found = std::find_if(report.figures.cbegin(), report.figures.cend(),
                [&](const BankFigure &candidate) { return candidate.id == id; });
            return found == report.figures.cend() ? BankFigure() : *found;
        };
        const QString forms = QStringLiteral("sealed.form.") + pack.certification.blueprints.constFirst().id;
        const BankReport open = weighBank(pack);
        QCOMPARE(figure(open, QStringLiteral("sealed")).value, 0.0);
        QVERIFY(!figure(open, forms).id.isEmpty() && !figure(open, forms).isGate());
        for (int i = 0; i < 3; ++i)
            pack.items[i].reserve = QStringLiteral("R1");
        const BankReport few = weighBank(pack);
        QCOMPARE(figure(few, QStringLiteral("sealed")).value, 3.0);
        QCOMPARE(missed(few), QStringList{forms});
        for (Item &item : pack.items)
            item.reserve = QStringLiteral("R1");
        const BankReport all = weighBank(pack);
        QCOMPARE(missed(all), QStringList());
        QVERIFY(figure(all, forms).value >= 2);
        // The rest is weighed as if nothing was sealed.
        QCOMPARE(figure(all, QStringLiteral("bot.longest")).value, figure(open, QStringLiteral("bot.longest")).value);
        const QString guessed = QStringLiteral("form.") + pack.certification.blueprints.constFirst().id;
        QCOMPARE(figure(all, guessed).toString(), figure(open, guessed).toString());
    }

    void smallBanksHaveFiguresOnly()
    {
        Pack pack = neutralBank(59);
        swapTexts(pack, true);
        const BankReport report = weighBank(pack);
        QVERIFY(!report.figures.isEmpty());
        for (const BankFigure &figure : report.figures)
            QVERIFY2(!figure.isGate(), qPrintable(figure.id));
        QCOMPARE(report.figures.constFirst().value, 100.0);
        QVERIFY(report.problems().isEmpty());
        pack = neutralBank(60);
        swapTexts(pack, true);
        QVERIFY(missed(weighBank(pack)).contains(QStringLiteral("bot.longest")));
    }

    void anEmptyBankHasNoFigures()
    {
        QVERIFY(weighBank({}).figures.isEmpty());
        Pack keyless = neutralBank();
        changeOptions(keyless, [](Item &, Option &option, int) { option.key = false; });
        QVERIFY(weighBank(keyless).figures.isEmpty());
    }

    // The same in every order of the files and on every run.
    void figuresDoNotHangOnTheOrder()
    {
        Pack pack = neutralBank();
        const QStringList before = weighBank(pack).table();
        std::reverse(pack.items.begin(), pack.items.end());
        QCOMPARE(weighBank(pack).table(), before);
    }

    void tellsAMissedGate()
    {
        Pack pack = neutralBank();
        swapTexts(pack, true);
        const BankReport report = weighBank(pack);
        const QList<Problem> problems = report.problems();
        QCOMPARE(problems.constFirst().toString(),
            QStringLiteral("questions: error: bot.longest: picks the longest 100.0 % (at most 30)."));
        QCOMPARE(problems.constFirst().kind, ProblemKind::BankGate);
        QVERIFY(report.table().constFirst().endsWith(QStringLiteral("100.0 %  (at most 30)  FAILS")));
    }

private:
    static void rows(const QList<Case> &cases)
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i].name) << i;
    }
    static void weigh(const QList<Case> &cases)
    {
        QFETCH(int, index);
        Pack pack = neutralBank();
        cases[index].change(pack);
        const BankReport report = weighBank(pack);
        if (missed(report) != cases[index].missed) {
            for (const QString &line : report.table())
                qInfo("%s", qPrintable(line));
        }
        QCOMPARE(missed(report), cases[index].missed);
    }
};

LECTERN_TEST_CLASS(BankGatesTest)
#include "bankgates_test.moc"
