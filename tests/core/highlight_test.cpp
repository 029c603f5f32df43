// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "random.h"
#include "runall.h"

#include <array>
#include <bitset>

using namespace lectern;

namespace
{

using Part = Highlight::Part;
constexpr int length = 90;

/// Which characters of each part are marked.
using Marked = std::array<std::bitset<length>, 3>;

Marked charactersOf(const QList<Highlight> &highlights)
{
    Marked marked;
    for (const Highlight &highlight : highlights) {
        for (int i = highlight.from; i < highlight.to; ++i)
            marked[size_t(highlight.part)].set(size_t(i));
    }
    return marked;
}

void toggle(Marked &marked, const Highlight &stretch)
{
    std::bitset<length> mask;
    for (int i = stretch.from; i < stretch.to; ++i)
        mask.set(size_t(i));
    auto &part = marked[size_t(stretch.part)];
    part = (part & mask) == mask ? part & ~mask : part | mask;
}

/// In order, and with an unmarked character between any two of a part.
bool isTidy(const QList<Highlight> &highlights)
{
    for (qsizetype i = 0; i < highlights.size(); ++i) {
        const Highlight &one = highlights[i];
        if (one.from >= one.to)
            return false;
        if (i == 0)
            continue;
        const Highlight &before = highlights[i - 1];
        if (before.part > one.part || (before.part == one.part && before.to >= one.from))
            return false;
    }
    return true;
}

QList<Highlight> everySecond(int count)
{
    QList<Highlight> list;
    for (int i = 0; i < count; ++i)
        list.append({Part::Stem, 10 * i, 10 * i + 5});
    return list;
}

} // namespace

class HighlightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textAndBack();
    void textThatIsNone_data();
    void textThatIsNone();
    void joinsAndSplits_data();
    void joinsAndSplits();
    void manyRandomMarks();
    void atTheLimitNothingIsLost();
};

void HighlightTest::textAndBack()
{
    QCOMPARE(highlightText({}), QString());
    QCOMPARE(highlightsFromText({}), QList<Highlight>());
    const QList<Highlight> some{{Part::Stem, 4, 17}, {Part::Code, 0, 12}, {Part::Question, 7, 8}};
    QCOMPARE(highlightText(some), QStringLiteral("stem 4 17;code 0 12;question 7 8"));
    Random random(4);
    for (int round = 0; round < 2000; ++round) {
        QList<Highlight> list;
        for (int i = random.below(20); i > 0; --i) {
            const int from = random.below(100'000);
            list.append({static_cast<Part>(random.below(3)), from, from + 1 + random.below(5000)});
        }
        QCOMPARE(highlightsFromText(highlightText(list)), list);
    }
    QCOMPARE(highlightsFromText(highlightText(everySecond(200))), everySecond(200));
}

void HighlightTest::textThatIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {" ", ";", "stem", "stem 1", "stem 1 2 3", "stem 2 2", "stem 3 2", "stem -1 2", "Stem 1 2",
             "title 1 2", "stem one two", "stem 1,2", "stem 1 2;", ";stem 1 2", "stem 1 2;;code 1 2", "stem 1 2 ",
             "stem  1 2", "stem 1 2147483648", "stem 1 1e3", "stem 0x1 0x9", "stem 1.0 2.0", "\n"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("too many") << highlightText(everySecond(201));
}

void HighlightTest::textThatIsNone()
{
    QFETCH(QString, text);
    QVERIFY(!highlightsFromText(text).has_value());
}

void HighlightTest::joinsAndSplits_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("toggled");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *before, const char *toggled, const char *after) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(toggled)
                            << QString::fromLatin1(after);
    };
    row("the first", "", "stem 3 9", "stem 3 9");
    row("apart", "stem 3 9", "stem 12 14", "stem 3 9;stem 12 14");
    row("overlapping", "stem 3 9", "stem 7 14", "stem 3 14");
    row("touching", "stem 3 9", "stem 9 14", "stem 3 14");
    row("over two", "stem 3 9;stem 12 14", "stem 8 13", "stem 3 14");
    row("over all", "stem 3 9;stem 12 14", "stem 0 20", "stem 0 20");
    row("of another part", "code 3 9", "stem 3 9", "stem 3 9;code 3 9");
    row("the same again", "stem 3 9", "stem 3 9", "");
    row("out of its start", "stem 3 9", "stem 3 5", "stem 5 9");
    row("out of its end", "stem 3 9", "stem 7 9", "stem 3 7");
    row("out of its middle", "stem 3 9", "stem 5 7", "stem 3 5;stem 7 9");
    row("the same in another part stays", "stem 3 9;question 3 9", "stem 3 9", "question 3 9");
}

void HighlightTest::joinsAndSplits()
{
    QFETCH(QString, before);
    QFETCH(QString, toggled);
    QFETCH(QString, after);
    const QList<Highlight> list = highlightsFromText(before).value();
    const Highlight one = highlightsFromText(toggled).value().constFirst();
    QCOMPARE(highlightText(withHighlight(list, one)), after);
    QCOMPARE(withHighlight(list, {one.part, one.from, one.from}), list);
    QCOMPARE(withHighlight(list, {one.part, one.to, one.from}), list);
}

void HighlightTest::manyRandomMarks()
{
    Random random(90);
    for (int walk = 0; walk < 200; ++walk) {
        QList<Highlight> list;
        Marked model;
        for (int step = 0; step < 60; ++step) {
            const int from = random.below(length);
            const int to = from + 1 + random.below(std::min(length - from, 1 + random.below(40)));
            Highlight stretch{static_cast<Part>(random.below(3)), from, to};
            // Now and then what is marked already, or a piece of it.
            if (!list.isEmpty() && random.below(3) == 0) {
                stretch = list[random.below(static_cast<int>(list.size()))];
                stretch.from += random.below(stretch.to - stretch.from);
            }
            list = withHighlight(list, stretch);
            toggle(model, stretch);
            QVERIFY(isTidy(list));
            QVERIFY(charactersOf(list) == model);
            QCOMPARE(highlightsFromText(highlightText(list)), list);
        }
    }
}

void HighlightTest::atTheLimitNothingIsLost()
{
    const QList<Highlight> full = everySecond(200);
    QCOMPARE(withHighlight(full, {Part::Code, 0, 4}), full);
    QCOMPARE(withHighlight(full, {Part::Stem, 1, 3}), full); // would make two of one
    QCOMPARE(withHighlight(full, {Part::Stem, 0, 12}).size(), 199);
    QCOMPARE(withHighlight(full, {Part::Stem, 0, 5}).size(), 199);
    QCOMPARE(withHighlight(everySecond(199), {Part::Code, 0, 4}).size(), 200);
}

LECTERN_TEST_CLASS(HighlightTest)
#include "highlight_test.moc"
