// SPDX-License-Identifier: GPL-3.0-or-later
#include "packinput.h"
#include "random.h"
#include "runall.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace lectern;

namespace
{

constexpr int mutationCount = 2'000;

QList<QByteArray> seeds()
{
    QStringList names;
    QDirIterator files(QStringLiteral(LECTERN_TEST_DATA "/broken-packs"), {QStringLiteral("*.yaml")}, QDir::Files,
        QDirIterator::Subdirectories);
    while (files.hasNext())
        names.append(files.next());
    names.sort(); // the order of a folder differs from machine to machine
    QList<QByteArray> texts;
    for (const QString &name : std::as_const(names)) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            texts.append(file.readAll());
    }
    return texts;
}

// A few changes of the kinds that break parsers: bytes flipped, cut, doubled, swapped with another file's, and the
// signs that mean something in YAML put where they do not belong.
QByteArray mutated(QByteArray text, const QList<QByteArray> &all, Random &random)
{
    static const QByteArray signs[]{"[", "]", "{", "}", ": ", "- ", "? ", "| ", ">-", "&a ", "*a ", "!!str ", "\"", "'",
        "#", "---\n", "...\n", "%YAML 1.2\n", "\t", "\n", "\r\n", "<<: ", "\xC3", "\xEF\xBB\xBF", QByteArray(1, '\0'),
        QByteArray(1, '\x04'), "2026-11-22", "99999999999999999999", "~", "\\x", "\\uD800"};
    for (int change = 1 + random.below(4); change > 0; --change) {
        const int at = random.below(static_cast<int>(text.size()) + 1);
        const int length = random.below(60);
        switch (random.below(6)) {
        case 0:
            if (at < text.size())
                text[at] = static_cast<char>(random.below(256));
            break;
        case 1:
            text.remove(at, length);
            break;
        case 2:
            text.insert(at, text.mid(at, length));
            break;
        case 3:
            text.insert(at, signs[random.below(static_cast<int>(std::size(signs)))]);
            break;
        case 4:
            text.insert(at, signs[random.below(static_cast<int>(std::size(signs)))].repeated(1 + length * 20));
            break;
        default: {
            const QByteArray &other = all[random.below(static_cast<int>(all.size()))];
            text = text.left(at) + other.mid(random.below(static_cast<int>(other.size()) + 1));
        }
        }
    }
    return text;
}

} // namespace

// The fuzzer's entry point over the known files and a fixed series of changes to them: with the sanitizers on, a crash,
// an overrun or an exception that gets out ends the run.
class PackMutationsTest : public QObject
{
    Q_OBJECT

private slots:
    void knownFiles()
    {
        const QList<QByteArray> texts = seeds();
        QVERIFY(texts.size() > 80);
        for (const QByteArray &text : texts) // each is a good file of one kind at most, so a bad one of the others
            QVERIFY(test::readAsPackFile(text) > 0);
    }

    void changedFiles()
    {
        const QList<QByteArray> texts = seeds();
        Random random(20261122);
        int told = 0;
        for (int i = 0; i < mutationCount; ++i)
            told +=
                test::readAsPackFile(mutated(texts[random.below(static_cast<int>(texts.size()))], texts, random)) > 0;
        QCOMPARE(told, mutationCount);
    }

    void endsOfFiles()
    {
        const QList<QByteArray> texts = seeds();
        const QByteArray text = texts.first();
        for (qsizetype size = 0; size <= text.size(); ++size)
            QVERIFY(test::readAsPackFile(text.left(size)) > 0);
    }
};

LECTERN_TEST_CLASS(PackMutationsTest)
#include "packmutations_test.moc"
