// SPDX-License-Identifier: GPL-3.0-or-later
#include "bankgates.h"
#include "form.h"
#include "packfolder.h"
#include "runall.h"

#include <QMap>

using namespace lectern;
using lectern::test::PackFolder;

namespace
{

constexpr int leastPerTopic = 3;
constexpr int formSize = 60;

QList<ItemTag> bankOf(const Pack &pack)
{
    QList<ItemTag> bank;
    for (const Item &item : pack.items)
        bank.append(tagOf(item));
    return bank;
}

} // namespace

// Loads every pack that ships and holds it to what the program promises of it.
class ShippedPacksTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QDir content(QStringLiteral(LECTERN_CONTENT));
        for (const QString &name : content.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            if (QFile::exists(content.filePath(name + QStringLiteral("/pack.yaml"))))
                m_readings.insert(name, inspected(content.filePath(name)));
        }
        QVERIFY(m_readings.contains(QStringLiteral("databricks-de-professional")));
    }

    void loadsWithoutErrors_data() { rows(); }
    void loadsWithoutErrors()
    {
        const PackReading &reading = current();
        for (const QString &line : PackFolder::linesOf(reading))
            qInfo("%s", qPrintable(line));
        QVERIFY(reading.ok());
        QCOMPARE(reading.pack.certification.id, QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(reading.pack.hash.size(), 64);
    }

    void theBankHoldsItsGates_data() { rows(); }
    void theBankHoldsItsGates()
    {
        const BankReport report = weighBank(current().pack);
        QVERIFY(!report.figures.isEmpty());
        for (const QString &line : report.table())
            qInfo("%s", qPrintable(line));
        for (const Problem &problem : report.problems())
            qWarning("%s", qPrintable(problem.toString()));
        QVERIFY(report.problems().isEmpty());
    }

    // What newcomers copy has to pass what it teaches.
    void theExampleOfTheReadmeIsFaultless()
    {
        const QString content = QStringLiteral(LECTERN_CONTENT);
        const QByteArray text = PackFolder::bytesOf(content + QStringLiteral("/README.md"));
        const qsizetype begin = text.indexOf("```yaml\n");
        const qsizetype end = text.indexOf("```", begin + 8);
        QVERIFY(begin > 0 && end > begin);
        QVERIFY(text.count('\n') <= 200);
        PackFolder folder;
        folder.remove(QStringLiteral("questions/d1.1-joins.yaml"));
        folder.remove(QStringLiteral("questions/d2.1-merges.yaml"));
        folder.overlay(content + QStringLiteral("/databricks-de-professional"));
        const QString file = QStringLiteral("questions/d3.1-example.yaml");
        folder.write(file, text.mid(begin + 8, end - begin - 8));
        const PackReading reading = folder.read();
        for (const Problem &problem : reading.problems)
            QVERIFY2(problem.file != file, qPrintable(problem.toString()));
        QVERIFY(std::any_of(reading.pack.items.cbegin(), reading.pack.items.cend(),
            [](const Item &item) { return item.id == QStringLiteral("storage-after-compaction"); }));
    }

    void everyTopicHasQuestions_data() { rows(); }
    void everyTopicHasQuestions()
    {
        const Pack &pack = current().pack;
        QMap<QString, int> perTopic;
        for (const Item &item : pack.items)
            ++perTopic[item.topic];
        for (const Domain &domain : pack.certification.domains) {
            for (const Topic &topic : domain.topics)
                QVERIFY2(perTopic.value(topic.id) >= leastPerTopic, qPrintable(topic.id));
        }
    }

    void twoInFiveQuestionsHaveCode_data() { rows(); }
    void twoInFiveQuestionsHaveCode()
    {
        const QList<Item> items = current().pack.items;
        const auto withCode =
            std::count_if(items.cbegin(), items.cend(), [](const Item &item) { return !item.code.language.isEmpty(); });
        qInfo("%lld questions, %lld with code", static_cast<long long>(items.size()), static_cast<long long>(withCode));
        QVERIFY(items.size() >= 75);
        QVERIFY(withCode * 100 >= items.size() * 40);
    }

    void everyBlueprintSeatsAForm_data() { rows(); }
    void everyBlueprintSeatsAForm()
    {
        const Pack &pack = current().pack;
        const QList<ItemTag> bank = bankOf(pack);
        for (const Blueprint &blueprint : pack.certification.blueprints) {
            const FormPreview preview = previewForm(bank, blueprint, {formSize, 1, {}});
            for (const SectionSupply &supply : preview.sections) {
                qInfo("%s %s: %d wanted, %d there", qPrintable(blueprint.id), qPrintable(supply.section), supply.wanted,
                    supply.available);
                QVERIFY(supply.available >= supply.wanted);
            }
            for (quint64 seed = 1; seed <= 20; ++seed) {
                const auto form = drawForm(bank, blueprint, {formSize, seed, {}});
                QVERIFY2(form.ok(), qPrintable(blueprint.id));
                QCOMPARE(form->size(), formSize);
            }
        }
    }

    void theCertificationHoldsItsPage()
    {
        const Certification &certification =
            m_readings[QStringLiteral("databricks-de-professional")].pack.certification;
        QList<int> weights;
        int topics = 0;
        for (const Domain &domain : certification.domains) {
            weights.append(domain.weight);
            topics += static_cast<int>(domain.topics.size());
        }
        QCOMPARE(weights, QList<int>({25, 25, 20, 15, 15}));
        QCOMPARE(topics, 25);
        QCOMPARE(certification.blueprints.size(), 2);
        QCOMPARE(quotas(certification.blueprints[0], formSize), QList<int>({15, 15, 12, 9, 9}));
        QCOMPARE(certification.blueprints[1].sections.size(), 9);
        int objectives = 0;
        for (const Section &section : certification.blueprints[1].sections)
            objectives += static_cast<int>(section.objectives.size());
        QCOMPARE(objectives, 46);
        QCOMPARE(certification.weeks(), 12);
        QCOMPARE(certification.projects.size(), 3);
        QCOMPARE(certification.projects[0].number, 1);
        int requirements = 0;
        for (const Project &project : certification.projects)
            requirements += static_cast<int>(project.requirements.size());
        QCOMPARE(requirements, 12);
        QCOMPARE(certification.exam.targetPercent, 70);
        const Blueprint *october = recommendedBlueprint(certification, QDate(2026, 10, 9));
        const Blueprint *before = recommendedBlueprint(certification, QDate(2026, 10, 8));
        QCOMPARE(october, &certification.blueprints[1]);
        QCOMPARE(before, &certification.blueprints[0]);
    }

private:
    // For the day the pack itself was checked on, so that the test says the same next year.
    static PackReading inspected(const QString &folder)
    {
        return inspectPack(folder, readPack(folder).pack.certification.checkedOn);
    }
    void rows() const
    {
        QTest::addColumn<bool>("unused");
        for (auto reading = m_readings.cbegin(); reading != m_readings.cend(); ++reading)
            QTest::newRow(qPrintable(reading.key())) << true;
    }
    const PackReading &current() { return m_readings[QString::fromLatin1(QTest::currentDataTag())]; }

    QMap<QString, PackReading> m_readings;
};

LECTERN_TEST_CLASS(ShippedPacksTest)
#include "shippedpacks_test.moc"
