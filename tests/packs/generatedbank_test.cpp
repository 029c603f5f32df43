// SPDX-License-Identifier: GPL-3.0-or-later
#include "generatedbank.h"

#include "bankgates.h"
#include "blueprint.h"
#include "packfolder.h"
#include "runall.h"

#include <QSet>

using namespace lectern;
using lectern::test::GeneratedBank;
using lectern::test::PackFolder;
using lectern::test::writeGeneratedPack;

namespace
{

/// How many forms of the blueprint the items fill, as their poorest section has it.
int formsOf(const QList<Item> &items, const Blueprint &blueprint)
{
    QHash<QString, int> have;
    for (const Item &item : items)
        have[sectionOf(blueprint, item.topic, item.objective)] += item.type == ItemType::Single ? 1 : 0;
    const QList<int> wanted = quotas(blueprint, blueprint.questions);
    int forms = static_cast<int>(items.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] > 0)
            forms = std::min(forms, have.value(blueprint.sections[i].id) / wanted[i]);
    }
    return forms;
}

QString hashOf(const GeneratedBank &options)
{
    const QTemporaryDir folder;
    return writeGeneratedPack(folder.path(), options) ? packHash(folder.path()).value() : QString();
}

} // namespace

// Tests of every layer draw and sit forms of this bank, so it has to be what it says.
class GeneratedBankTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(writeGeneratedPack(m_folder.path()));
        m_reading = inspectPack(m_folder.path(), QDate(2026, 11, 23));
    }

    void hasNoError()
    {
        QStringList warnings;
        for (const Problem &problem : m_reading.problems) {
            QVERIFY2(problem.severity != Severity::Error, qPrintable(problem.toString()));
            warnings.append(problem.toString());
        }
        qInfo("%d warnings%s%s", int(warnings.size()),
            warnings.isEmpty() ? "" : ", the first: ", qPrintable(warnings.value(0)));
        QCOMPARE(m_reading.pack.items.size(), 450);
        QVERIFY(m_reading.ok());
    }

    void eachReserveFillsAFormOfEachBlueprint()
    {
        QHash<QString, QList<Item>> reserves;
        for (const Item &item : std::as_const(m_reading.pack.items))
            reserves[item.reserve].append(item);
        QCOMPARE(reserves.size(), 3);
        QCOMPARE(m_reading.pack.certification.blueprints.size(), 2);
        for (const Blueprint &blueprint : std::as_const(m_reading.pack.certification.blueprints)) {
            for (const char *reserve : {"R1", "R2"}) {
                const QList<Item> sealed = reserves.value(QLatin1String(reserve));
                QVERIFY(sealed.size() >= blueprint.questions);
                QCOMPARE(formsOf(sealed, blueprint), 1);
                QSet<QString> ids;
                for (const Item &item : sealed)
                    ids.insert(item.id);
                for (const Item &item : sealed)
                    QVERIFY(!ids.intersects(QSet<QString>(item.enemies.cbegin(), item.enemies.cend())));
            }
            QVERIFY(formsOf(reserves.value(QString()), blueprint) >= 2);
        }
    }

    void theTableCountsTheSealedForms()
    {
        QHash<QString, double> figures;
        for (const BankFigure &figure : weighBank(m_reading.pack).figures)
            figures.insert(figure.id, figure.value);
        QCOMPARE(figures.value(QStringLiteral("sealed")), 132.0);
        for (const Blueprint &blueprint : std::as_const(m_reading.pack.certification.blueprints))
            QCOMPARE(figures.value(QStringLiteral("sealed.form.") + blueprint.id), 2.0);
    }

    void coversThePack()
    {
        QSet<QString> topics;
        QSet<QString> objectives;
        QSet<Difficulty> difficulties;
        int enemies = 0, multiple = 0, code = 0, hard = 0;
        for (const Item &item : std::as_const(m_reading.pack.items)) {
            topics.insert(item.topic);
            objectives.insert(item.objective);
            enemies += item.enemies.isEmpty() ? 0 : 1;
            multiple += item.type == ItemType::Multiple ? 1 : 0;
            code += item.code.text.isEmpty() ? 0 : 1;
            hard += item.difficulty == Difficulty::Hard ? 1 : 0;
        }
        for (const Domain &domain : std::as_const(m_reading.pack.certification.domains)) {
            for (const Topic &topic : domain.topics)
                QVERIFY2(topics.contains(topic.id), qPrintable(topic.id));
        }
        for (const Blueprint &blueprint : std::as_const(m_reading.pack.certification.blueprints)) {
            for (const Section &section : blueprint.sections) {
                for (const Objective &objective : section.objectives)
                    QVERIFY2(objectives.contains(blueprint.id + u'/' + objective.id), qPrintable(objective.id));
            }
        }
        QVERIFY(objectives.contains(enrichmentObjective));
        QCOMPARE(enemies, 38);
        QCOMPARE(multiple, 18);
        QVERIFY2(code > 200 && code < 300, qPrintable(QString::number(code)));
        QVERIFY2(hard > 80 && hard < 150, qPrintable(QString::number(hard)));
    }

    void dependsOnItsOptionsAlone()
    {
        GeneratedBank options;
        QCOMPARE(hashOf(options), m_reading.pack.hash);
        options.seed = 2;
        const QString other = hashOf(options);
        QVERIFY(!other.isEmpty() && other != m_reading.pack.hash);
    }

    void everyQuestionMayHaveCode()
    {
        const QTemporaryDir folder;
        QVERIFY(writeGeneratedPack(folder.path(), {320, 7, 25}));
        const PackReading reading = inspectPack(folder.path(), QDate(2026, 11, 23));
        QVERIFY(reading.ok());
        QCOMPARE(reading.pack.items.size(), 320);
        for (const Item &item : reading.pack.items)
            QCOMPARE(item.code.text.count(u'\n'), 24);
    }

    void refusesWhatItCannotWrite()
    {
        const QTemporaryDir folder;
        QVERIFY(!writeGeneratedPack(folder.path(), {319, 1, 0}));
        QVERIFY(!writeGeneratedPack(folder.path(), {10000, 1, 0}));
        QVERIFY(!writeGeneratedPack(folder.path(), {450, 1, 26}));
        QVERIFY(!writeGeneratedPack(folder.path(), {450, 1, -1}));
        QVERIFY(QDir(folder.path()).isEmpty());
        QVERIFY(!writeGeneratedPack(QStringLiteral("/proc/nowhere")));
    }

private:
    QTemporaryDir m_folder;
    PackReading m_reading;
};

LECTERN_TEST_CLASS(GeneratedBankTest)
#include "generatedbank_test.moc"
