// SPDX-License-Identifier: GPL-3.0-or-later
#include "packfolder.h"
#include "runall.h"

#include <QSet>

using namespace lectern;
using lectern::test::PackFolder;

namespace
{

QStringList caseNames()
{
    QStringList names = QDir(PackFolder::brokenPacks()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    names.removeAll(QStringLiteral("_good"));
    return names;
}

QStringList expectedLines(const QString &name)
{
    const QByteArray text =
        PackFolder::bytesOf(PackFolder::brokenPacks() + u'/' + name + QStringLiteral("/expected.txt"));
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

// Every folder of tests/data/broken-packs is the small pack with one defect and the exact lines that tell of it.
class BrokenPacksTest : public QObject
{
    Q_OBJECT

private slots:
    void theBaseHasNoFault()
    {
        const PackFolder folder;
        QCOMPARE(folder.problems(), QStringList());
        const PackReading reading = folder.read();
        QVERIFY(reading.ok());
        QCOMPARE(reading.pack.items.size(), 7);
        const auto multiple = std::count_if(reading.pack.items.cbegin(), reading.pack.items.cend(),
            [](const Item &item) { return item.type == ItemType::Multiple; });
        QCOMPARE(multiple, 1);
        QCOMPARE(reading.pack.certification.domains.size(), 2);
    }

    void readsEveryType()
    {
        const PackReading reading = PackFolder().read();
        const auto find = [&](const char *id) {
            const auto found = std::find_if(reading.pack.items.cbegin(), reading.pack.items.cend(),
                [&](const Item &item) { return item.id == QLatin1String(id); });
            return found == reading.pack.items.cend() ? Item() : *found;
        };
        const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
        const Item all = find("slow-corrections");
        QCOMPARE(keyOf(all), (ItemKey{ItemType::All, list("a c")}));
        QCOMPARE(all.reserve, QStringLiteral("R1"));
        QCOMPARE(all.caseId, QStringLiteral("night-shift"));
        QVERIFY(all.caseText.startsWith(QStringLiteral("Two jobs of a team")));
        const Item ordering = find("first-run-again");
        QCOMPARE(keyOf(ordering), (ItemKey{ItemType::Ordering, list("b a c d")}));
        QCOMPARE(ordering.caseText, all.caseText);
        QVERIFY(ordering.reserve.isEmpty());
        const Item matching = find("signs-of-trouble");
        QCOMPARE(keyOf(matching), (ItemKey{ItemType::Matching, list("1=b 2=c 3=a")}));
        QCOMPARE(matching.prompts.size(), 3);
        QCOMPARE(matching.reserve, QStringLiteral("R2"));
        const Item line = find("line-that-loses-rows");
        QCOMPARE(keyOf(line), (ItemKey{ItemType::CodeLine, list("4")}));
        QCOMPARE(line.choices(), list("1 2 3 4 5"));
        QVERIFY(line.options.isEmpty() && line.caseId.isEmpty());
    }

    void tellsTheDefect_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : caseNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void tellsTheDefect()
    {
        QFETCH(QString, name);
        const QStringList expected = expectedLines(name);
        QVERIFY2(!expected.isEmpty(), "expected.txt is missing or empty");
        PackFolder folder;
        folder.overlay(PackFolder::brokenPacks() + u'/' + name);
        const PackReading reading = folder.read();
        QCOMPARE(PackFolder::linesOf(reading), expected);
        const bool warningsOnly = expected.filter(QStringLiteral(": error: ")).isEmpty();
        QCOMPARE(reading.ok(), warningsOnly);
        for (const Problem &problem : reading.problems)
            m_kinds.insert(problem.kind);
    }

    // What the promise to authors names has its case, whoever tidies the folder up.
    void promisedCasesExist()
    {
        const QStringList names = caseNames();
        for (const char *name :
            {"unknown-key", "missing-key", "wrong-type", "unknown-topic", "unknown-objective", "two-keys", "no-key",
                "three-options", "weights-not-100", "duplicate-id", "duplicate-key", "bad-utf8", "tab", "nul", "anchor",
                "alias", "two-documents", "syntax-error", "future-date", "no-such-day", "http-source", "foreign-host",
                "missing-rationale", "no-question-mark", "mojibake", "placeholder-text", "letter-in-stem",
                "near-equal-options", "long-key", "longest-key", "option-spread", "short-stem", "negative-question",
                "absolutes-in-wrong-options", "article-of-the-question", "same-start", "old-source", "volatile-key",
                "old-product-name", "python-bracket", "sql-quotes", "yaml-code", "json-code", "answer-in-stem",
                "answer-in-code", "same-question", "options-of-another", "given-away", "unknown-name",
                "short-rationales", "source-under-two-titles", "five-options-of-one-best", "multiple-four-options",
                "multiple-seven-options", "multiple-one-key", "multiple-one-wrong", "multiple-without-count",
                "multiple-count-of-another", "multiple-long-keys", "multiple-answer-in-stem", "multiple-absolutes",
                "multiple-article", "bad-reserve", "all-without-request", "all-one-key", "all-one-wrong",
                "ordering-with-key", "ordering-without-answer", "ordering-option-left-out", "ordering-option-twice",
                "ordering-of-no-option", "matching-without-prompts", "matching-one-prompt", "matching-prompt-left-out",
                "matching-prompt-answered-twice", "matching-of-no-option", "matching-no-pair", "code-line-without-code",
                "code-line-beyond-the-code", "code-line-as-number", "code-line-with-options", "answer-without-entries",
                "answer-of-one-best", "prompts-of-one-best", "unknown-case", "duplicate-case", "case-without-questions",
                "case-without-text", "placeholder-in-case", "placeholder-in-prompt", "ordering-two-options"})
            QVERIFY2(names.contains(QString::fromLatin1(name)), name);
    }

    // Runs after the cases above and the generated ones of HostilePacksTest's kind: the two that need bulk are made
    // here.
    void everyKindHasACase()
    {
        PackFolder folder;
        folder.write(QStringLiteral("notes.txt"), QByteArray(2'000'001, 'x'));
        for (const Problem &problem : folder.read().problems)
            m_kinds.insert(problem.kind);
        for (int kind = 0; kind <= static_cast<int>(ProblemKind::ItemFlaw); ++kind)
            QVERIFY2(m_kinds.contains(static_cast<ProblemKind>(kind)), qPrintable(QString::number(kind)));
    }

    void allProblemsOfAPackAreTold()
    {
        PackFolder folder;
        const QStringList cases{QStringLiteral("unknown-key"), QStringLiteral("week-gap"),
            QStringLiteral("weights-not-100"), QStringLiteral("http-source"), QStringLiteral("short-text"),
            QStringLiteral("out-of-range")};
        QStringList expected;
        for (const QString &name : cases) {
            folder.overlay(PackFolder::brokenPacks() + u'/' + name);
            expected += expectedLines(name);
        }
        QStringList told = folder.problems();
        expected.sort();
        told.sort();
        QCOMPARE(told, expected);
    }

    // A syllabus that cannot be read says nothing of topics, so nothing is said about their use.
    void unreadableFilesDoNotCascade()
    {
        PackFolder folder;
        folder.write(QStringLiteral("syllabus.yaml"), "domains: [\n");
        folder.write(QStringLiteral("blueprints.yaml"), "blueprints: [\n");
        const PackReading reading = folder.read();
        QCOMPARE(reading.problems.size(), 2);
        QCOMPARE(reading.problems[0].file, QStringLiteral("blueprints.yaml"));
        QCOMPARE(reading.problems[1].file, QStringLiteral("syllabus.yaml"));
        QVERIFY(!reading.ok());
    }

private:
    QSet<ProblemKind> m_kinds;
};

LECTERN_TEST_CLASS(BrokenPacksTest)
#include "brokenpacks_test.moc"
