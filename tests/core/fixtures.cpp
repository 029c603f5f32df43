// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"

namespace lectern::test
{

namespace
{

Blueprint pageBlueprint(const QList<Domain> &domains)
{
    Blueprint page;
    page.id = QStringLiteral("page");
    page.title = QStringLiteral("The page's domains");
    page.kind = BlueprintKind::Domains;
    for (const Domain &domain : domains) {
        Section section;
        section.id = domain.id;
        section.code = domain.code;
        section.title = domain.title;
        section.weight = domain.weight;
        page.sections.append(section);
    }
    return page;
}

Blueprint outlineBlueprint()
{
    Blueprint outline;
    outline.id = QStringLiteral("outline");
    outline.title = QStringLiteral("The vendor's outline");
    outline.kind = BlueprintKind::Sections;
    outline.unscoredMax = 5;
    outline.validFrom = QDate(2026, 10, 1);
    outline.checkedOn = QDate(2026, 9, 2);
    outline.recommendedFrom = QDate(2026, 10, 9);
    outline.leavesOut = QStringLiteral("Leaves out testing.");
    outline.sourceTitle = QStringLiteral("Outline");
    outline.sourceUrl = QStringLiteral("https://example.org/outline");
    const QList<int> weights{23, 12, 12, 10, 15, 8, 5, 10, 5};
    for (int i = 0; i < weights.size(); ++i) {
        Section section;
        section.id = QStringLiteral("S%1").arg(i + 1);
        section.code = section.id;
        section.title = QStringLiteral("Section %1").arg(i + 1);
        section.shortTitle = section.id;
        section.weight = weights[i];
        for (int objective = 1; objective <= 2; ++objective)
            section.objectives.append(
                {QStringLiteral("S%1.%2").arg(i + 1).arg(objective), QStringLiteral("Objective %1").arg(objective)});
        outline.sections.append(section);
    }
    return outline;
}

QList<Domain> sampleDomains()
{
    const QList<int> weights{25, 25, 20, 15, 15};
    QList<Domain> domains;
    for (int i = 1; i <= 5; ++i) {
        Domain domain;
        domain.id = QStringLiteral("d%1").arg(i);
        domain.code = QStringLiteral("D%1").arg(i);
        domain.title = QStringLiteral("Domain %1").arg(i);
        domain.weight = weights[i - 1];
        for (int topic = 1; topic <= 5; ++topic)
            domain.topics.append({QStringLiteral("d%1.%2").arg(i).arg(topic), QStringLiteral("Topic %1").arg(topic),
                QStringLiteral("T%1").arg(topic), QStringLiteral("What it is about")});
        domains.append(domain);
    }
    return domains;
}

QList<Collection> sampleCollections()
{
    const Entry entry{QStringLiteral("read"), QStringLiteral("Read the guide"), QStringLiteral("All of it"),
        QStringLiteral("Notes"), QStringLiteral("https://example.org"), QStringLiteral("Twice")};
    return {
        {QStringLiteral("ready"), CollectionKind::Checklist, QStringLiteral("Ready?"),
            QStringLiteral("Tick what is true."), {{QStringLiteral("first"), QStringLiteral("First"), {entry}}}},
        {QStringLiteral("material"), CollectionKind::Resources, QStringLiteral("Material"), {}, {}},
    };
}

} // namespace

Certification sampleCertification()
{
    Certification certification;
    certification.id = QStringLiteral("sample");
    certification.version = QStringLiteral("1.2.0");
    certification.title = QStringLiteral("Sample professional — Prüfung");
    certification.shortTitle = QStringLiteral("Sample");
    certification.language = QStringLiteral("en");
    certification.licence = QStringLiteral("CC-BY-SA-4.0");
    certification.checkedOn = QDate(2026, 9, 1);
    certification.overview = QStringLiteral("One line.\n\n\"Another\" with \\ and \u2028 in it.");
    certification.exam.validityYears = 3;
    certification.facts.append({QStringLiteral("cost"), QStringLiteral("Cost"), QStringLiteral("$300"),
        QStringLiteral("$200"), true, QStringLiteral("Both are kept."),
        {QStringLiteral("Vendor"), QStringLiteral("https://example.org/exam"), QDate(2026, 9, 1)}});
    certification.domains = sampleDomains();
    certification.blueprints = {pageBlueprint(certification.domains), outlineBlueprint()};
    certification.totalHours = 300;
    for (int stage = 0; stage < 6; ++stage) {
        Stage part;
        part.id = QStringLiteral("weeks-%1-%2").arg(2 * stage + 1).arg(2 * stage + 2);
        part.firstWeek = 2 * stage + 1;
        part.lastWeek = 2 * stage + 2;
        part.title = QStringLiteral("Stage %1").arg(stage + 1);
        part.shortTitle = part.title;
        if (stage < 5)
            part.domains = QStringList{certification.domains[stage].id};
        certification.path.append(part);
    }
    certification.path[1].topics = QStringList{QStringLiteral("d2.3"), QStringLiteral("d2.1")};
    certification.projects.append({QStringLiteral("lake"), 1, QStringLiteral("Lake"), QStringLiteral("Build one"),
        QStringLiteral("With tables"), {{QStringLiteral("cheap"), QStringLiteral("Cheap"), QStringLiteral("A bill")}}});
    certification.collections = sampleCollections();
    certification.examDay = {{QStringLiteral("rules"), QStringLiteral("Rules"),
        {{QStringLiteral("length"), QStringLiteral("Two hours"), false,
             {QStringLiteral("Vendor"), QStringLiteral("https://example.org/exam"), QDate(2026, 9, 1)}},
            {QStringLiteral("door"), QStringLiteral("When the door opens"), true, {}}}}};
    return certification;
}

Item sampleItem()
{
    Item item;
    item.id = QStringLiteral("merge-needs-one-row");
    item.topic = QStringLiteral("d3.2");
    item.objective = QStringLiteral("outline/S2.2");
    item.title = QStringLiteral("Merge stops");
    item.bloom = Bloom::Analyze;
    item.difficulty = Difficulty::Hard;
    item.stem = QStringLiteral("A nightly `MERGE` stops.\n\nIt ran for *weeks*.");
    item.code = {QStringLiteral("sql"), QStringLiteral("MERGE INTO t\nUSING s ON t.id = s.id")};
    item.question = QStringLiteral("What helps?");
    item.options = {
        {QStringLiteral("dedupe"), QStringLiteral("Keep one row"), true, QStringLiteral("One row decides."), {}},
        {QStringLiteral("retry"), QStringLiteral("Try again"), false, QStringLiteral("Stops again."),
            QStringLiteral("That it passes")},
        {QStringLiteral("cluster"), QStringLiteral("A larger cluster"), false, QStringLiteral("Not memory."),
            QStringLiteral("That size helps")},
        {QStringLiteral("vacuum"), QStringLiteral("Vacuum first"), false, QStringLiteral("Not files."),
            QStringLiteral("That age matters")},
    };
    item.takeaway = QStringLiteral("One source row for each target row.");
    item.appliesTo = QStringLiteral("Runtime 15");
    item.enemies = QStringList{QStringLiteral("merge-twice")};
    item.sources = {{QStringLiteral("Manual"), QStringLiteral("https://example.org/merge"), QDate(2026, 8, 30)},
        {QStringLiteral("Page"), {}, QDate(2026, 8, 31)}};
    item.history = {{QStringLiteral("drafted"), QDate(2026, 8, 1)}, {QStringLiteral("live"), QDate(2026, 8, 30)}};
    return item;
}

QList<ItemTag> sampleBank(const Certification &certification, int perTopic)
{
    const Blueprint &outline = certification.blueprints.at(1);
    QList<ItemTag> bank;
    int number = 0;
    for (const Domain &domain : certification.domains) {
        for (const Topic &topic : domain.topics) {
            for (int i = 0; i < perTopic; ++i, ++number) {
                const Section &section = outline.sections.at(number % outline.sections.size());
                ItemTag tag;
                tag.id = QStringLiteral("%1-%2").arg(topic.id).arg(i);
                tag.revision = QStringLiteral("r-") + tag.id;
                tag.topic = topic.id;
                tag.objective = outline.id + u'/' + section.objectives.at(number % 2).id;
                tag.difficulty = static_cast<Difficulty>(i % 3);
                tag.hasCode = i % 2 == 0;
                tag.optionIds =
                    QStringList{QStringLiteral("o1"), QStringLiteral("o2"), QStringLiteral("o3"), QStringLiteral("o4")};
                bank.append(tag);
            }
        }
    }
    return bank;
}

AttemptSetup sampleSetup(int size, int minutes, const QStringList &sections)
{
    AttemptSetup setup;
    setup.id = AttemptId{7};
    setup.uuid = QStringLiteral("6f1c6d0e-1b7a-5c3d-a000-000000000007");
    setup.pack = QStringLiteral("sample");
    setup.blueprint = QStringLiteral("page");
    setup.minutes = minutes;
    for (int i = 0; i < size; ++i)
        setup.items.append(
            {QStringLiteral("q%1").arg(i), QStringLiteral("r%1").arg(i), sections.at(i % sections.size()),
                {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")}});
    return setup;
}

Moment at(qint64 ms, const QString &boot)
{
    return {1'790'000'000'000 + ms, boot, 5'000'000 + ms};
}

} // namespace lectern::test
