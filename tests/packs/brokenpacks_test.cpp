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
        QCOMPARE(reading.pack.items.size(), 3);
        const auto multiple = std::count_if(reading.pack.items.cbegin(), reading.pack.items.cend(),
            [](const Item &item) { return item.type == ItemType::Multiple; });
        QCOMPARE(multiple, 1);
        QCOMPARE(reading.pack.certification.domains.size(), 2);
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
        for (const char *name : {"unknown-key", "missing-key", "wrong-type", "unknown-topic", "unknown-objective",
                 "two-keys", "no-key", "three-options", "weights-not-100", "duplicate-id", "duplicate-key", "bad-utf8",
                 "tab", "nul", "anchor", "alias", "two-documents", "syntax-error", "future-date", "no-such-day",
                 "http-source", "foreign-host", "missing-rationale", "no-question-mark", "mojibake", "placeholder-text",
                 "letter-in-stem", "near-equal-options", "long-key", "longest-key", "option-spread", "short-stem",
                 "negative-question", "absolutes-in-wrong-options", "article-of-the-question", "same-start",
                 "old-source", "volatile-key", "old-product-name", "python-bracket", "sql-quotes", "yaml-code",
                 "json-code", "answer-in-stem", "answer-in-code", "same-question", "options-of-another", "given-away",
                 "unknown-name", "short-rationales", "source-under-two-titles", "five-options-of-one-best",
                 "multiple-four-options", "multiple-seven-options", "multiple-one-key", "multiple-one-wrong",
                 "multiple-without-count", "multiple-count-of-another", "multiple-long-keys", "multiple-answer-in-stem",
                 "multiple-absolutes", "multiple-article"})
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
