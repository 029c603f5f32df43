// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.h"
#include "runall.h"

using namespace lectern;

namespace
{

std::optional<YamlNode> parse(const QByteArray &text)
{
    ProblemLog log(QStringLiteral("a.yaml"), text);
    return parseYaml(text, log);
}

} // namespace

class YamlTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsPlacesAndQuotes()
    {
        const auto tree = parse("---\na: 1\nb:\n  - 'x'\n  - |\n    two\n    lines\nc: {d: }\n");
        QVERIFY(tree);
        QCOMPARE(tree->kind, YamlNode::Kind::Map);
        QCOMPARE(tree->keys, std::vector<QString>({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(tree->keyPlaces[1].line, 3);
        QCOMPARE(tree->nodes[0].kind, YamlNode::Kind::Plain);
        const YamlNode &list = tree->nodes[1];
        QCOMPARE(list.kind, YamlNode::Kind::List);
        QCOMPARE(list.nodes[0].kind, YamlNode::Kind::Quoted);
        QCOMPARE(list.nodes[0].place.line, 4);
        QCOMPARE(list.nodes[0].place.byte, 5);
        QCOMPARE(list.nodes[1].text, QStringLiteral("two\nlines\n"));
        QCOMPARE(tree->value(u"c")->value(u"d")->kind, YamlNode::Kind::Null);
        QVERIFY(!tree->value(u"e"));
    }

    // Signs that mean something in YAML are text inside quotes and blocks.
    void signsInTextAreText()
    {
        const auto tree = parse("a: \"*x &y !z --- \"\nb: |\n  &a\n  *b\n  ---\nc: a & b * c\n");
        QVERIFY(tree);
        QCOMPARE(tree->nodes[0].text, QStringLiteral("*x &y !z --- "));
        QCOMPARE(tree->nodes[1].text, QStringLiteral("&a\n*b\n---\n"));
        QCOMPARE(tree->nodes[2].text, QStringLiteral("a & b * c"));
    }

    void keepsTheFirstOfTwoKeys()
    {
        const QByteArray text = "a: 1\na: [2, {b: 3}]\nc: 4\n";
        ProblemLog log(QStringLiteral("a.yaml"), text);
        const auto tree = parseYaml(text, log);
        QVERIFY(tree);
        QCOMPARE(tree->nodes.size(), size_t(2));
        QCOMPARE(tree->value(u"a")->text, QStringLiteral("1"));
        QCOMPARE(tree->value(u"c")->text, QStringLiteral("4"));
        QCOMPARE(log.problems().size(), 1);
        QCOMPARE(log.problems().first().kind, ProblemKind::DuplicateKey);
    }

    void refusesAnchorsOnEveryKindOfValue_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("text") << QByteArray("a: &x b\n");
        QTest::newRow("nothing") << QByteArray("a: &x\nb: c\n");
        QTest::newRow("list") << QByteArray("a: &x [b]\n");
        QTest::newRow("map") << QByteArray("a: &x {b: c}\n");
        QTest::newRow("key") << QByteArray("&x a: b\n");
        QTest::newRow("alias") << QByteArray("a: *x\n");
        QTest::newRow("alias as key") << QByteArray("*x : b\n");
    }
    void refusesAnchorsOnEveryKindOfValue()
    {
        QFETCH(QByteArray, text);
        ProblemLog log(QStringLiteral("a.yaml"), text);
        QVERIFY(!parseYaml(text, log));
        QCOMPARE(log.problems().size(), 1);
        QCOMPARE(log.problems().first().kind, ProblemKind::AnchorOrAlias);
    }

    void columnsCountCharacters()
    {
        const QByteArray text = "a: \"äöü\"\nb: [ä, ö, x: y\n";
        ProblemLog log(QStringLiteral("a.yaml"), text);
        log.error(ProblemKind::BadValue, {2, 9}, {}, QStringLiteral("x"));
        QCOMPARE(log.problems().first().column, 8);
    }

    void cleanText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("column"); // of the refusal, 0: clean
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("letters") << QByteArray("aä€😀\n") << 0;
        QTest::newRow("last character") << QByteArray("\xF4\x8F\xBF\xBF") << 0;
        QTest::newRow("lone tail") << QByteArray("ab\x80") << 3;
        QTest::newRow("cut off") << QByteArray("ab\xE2\x82") << 3;
        QTest::newRow("overlong slash") << QByteArray("a\xC0\xAF") << 2;
        QTest::newRow("overlong in three") << QByteArray("a\xE0\x80\xAF") << 2;
        QTest::newRow("overlong in four") << QByteArray("a\xF0\x80\x80\xAF") << 2;
        QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80") << 2;
        QTest::newRow("past the last character") << QByteArray("a\xF4\x90\x80\x80") << 2;
        QTest::newRow("latin 1") << QByteArray("caf\xE9") << 4;
        QTest::newRow("tab") << QByteArray("a\tb") << 2;
        QTest::newRow("delete") << QByteArray("a\x7F") << 2;
        QTest::newRow("next line") << QByteArray("a\xC2\x85") << 2;
        QTest::newRow("after a wide character") << QByteArray("ä\x01") << 2;
    }
    void cleanText()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, column);
        ProblemLog log(QStringLiteral("a.yaml"), text);
        QCOMPARE(textIsClean(text, log), column == 0);
        QCOMPARE(log.problems().isEmpty() ? 0 : log.problems().first().column, column);
    }

    // Whatever another reader would take for a number, a truth or a day has to stand in quotes.
    void plainTextThatIsNone_data()
    {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<bool>("isText");
        for (const char *other : {"12", "-3", "1.5", "1e3", "0x1F", "true", "No", "on", "~", "null", "2026-11-22",
                 "12:30", ".5", ".inf", "1_000"})
            QTest::newRow(other) << QString::fromLatin1(other) << false;
        for (const char *text : {"1.0.0", "12 weeks", "nothing", "one", "2026-11", "d1.1", "v2", "60%", "Once"})
            QTest::newRow(text) << QString::fromLatin1(text) << true;
    }
    void plainTextThatIsNone()
    {
        QFETCH(QString, plain);
        QFETCH(bool, isText);
        for (const bool quotes : {false, true}) {
            const QString value = quotes ? u'"' + plain + u'"' : plain;
            const QByteArray text = QStringLiteral("a: %1\n").arg(value).toUtf8();
            ProblemLog log(QStringLiteral("a.yaml"), text);
            const auto tree = parseYaml(text, log);
            QVERIFY(tree);
            auto fields = Fields::of(*tree, {}, log);
            QVERIFY(fields);
            const QString read = fields->text(QStringLiteral("a"), {});
            QCOMPARE(log.problems().isEmpty(), isText || quotes);
            QCOMPARE(read, isText || quotes ? plain : QString());
        }
    }

    void numbersAreWhole_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("number");
        QTest::newRow("plain") << QStringLiteral("7") << 7;
        QTest::newRow("least") << QStringLiteral("1") << 1;
        QTest::newRow("most") << QStringLiteral("9") << 9;
        for (const char *bad : {"0", "10", "-1", "07", "7.0", "\"7\"", "seven", "99999999999999999999", "[7]", ""})
            QTest::newRow(qPrintable(QStringLiteral("bad %1").arg(QLatin1String(bad))))
                << QString::fromLatin1(bad) << 0;
    }
    void numbersAreWhole()
    {
        QFETCH(QString, value);
        QFETCH(int, number);
        const QByteArray text = QStringLiteral("a: %1\n").arg(value).toUtf8();
        ProblemLog log(QStringLiteral("a.yaml"), text);
        const auto tree = parseYaml(text, log);
        QVERIFY(tree);
        auto fields = Fields::of(*tree, {}, log);
        QCOMPARE(fields->number(QStringLiteral("a"), 1, 9), number);
        QCOMPARE(log.problems().size(), number ? 0 : 1);
    }

    void lengthsCountCharacters()
    {
        const QByteArray text = "a: \"😀😀😀\"\n";
        ProblemLog log(QStringLiteral("a.yaml"), text);
        const auto tree = parseYaml(text, log);
        auto fields = Fields::of(*tree, {}, log);
        fields->text(QStringLiteral("a"), {3, 3});
        QCOMPARE(log.problems().size(), 0);
    }
};

LECTERN_TEST_CLASS(YamlTreeTest)
#include "yamltree_test.moc"
