// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossierprint.h"

#include "printbench.h"
#include "runall.h"

#include <QTest>

using namespace lectern;
using namespace lectern::test;

class DossierPrintTest : public QObject
{
    Q_OBJECT

private:
    static Certification certification()
    {
        Certification made;
        made.title = QStringLiteral("Sample Engineer");
        Section section;
        section.id = section.code = QStringLiteral("D1");
        section.title = QStringLiteral("Streaming");
        section.weight = 100;
        Blueprint blueprint;
        blueprint.id = QStringLiteral("outline");
        blueprint.sections = {section};
        made.blueprints = {blueprint};
        Project project;
        project.id = QStringLiteral("lake");
        project.title = QStringLiteral("A lake for many tenants");
        project.requirements = {{QStringLiteral("a"), QStringLiteral("Tenants cannot read each other"), {}},
            {QStringLiteral("b"), QStringLiteral("Costs are attributed"), {}}};
        Project untouched = project;
        untouched.id = QStringLiteral("mesh");
        untouched.title = QStringLiteral("A mesh that nobody began");
        made.projects = {project, untouched};
        Collection list;
        list.id = QStringLiteral("skills");
        list.title = QStringLiteral("Skills shown");
        list.groups = {{QStringLiteral("g"), QString(), {}}};
        Entry merge;
        merge.id = QStringLiteral("merge");
        merge.title = QStringLiteral("Merges late rows");
        Entry tune;
        tune.id = QStringLiteral("tune");
        tune.title = QStringLiteral("Tunes a join");
        list.groups[0].entries = {merge, tune};
        made.collections = {list};
        return made;
    }
    static QString printed(const Dossier &dossier, const QString &path)
    {
        if (!writeSheetPdf(path, dossierSheet(dossier), paperLayout()))
            return {};
        QPdfDocument pdf;
        return pdf.load(path) == QPdfDocument::Error::None ? pageTexts(pdf).join(QString()) : QString();
    }

private Q_SLOTS:
    void whatWasShownStandsWithItsEvidence()
    {
        const QTemporaryDir folder;
        const Certification sample = certification();
        Dossier dossier{sample, {}, QDate(2029, 1, 9), QDate(2027, 1, 20), {}, 400, 300, {}, {}, {}};
        dossier.result.date = QDate(2027, 1, 9);
        dossier.result.passed = true;
        dossier.result.blueprint = QStringLiteral("outline");
        dossier.result.bars = {{QStringLiteral("D1"), 82}};
        dossier.plan = Dossier::Plan{QDate(2026, 10, 19), QDate(2027, 1, 8), 140, 121, 15'300};
        RehearsalCheck check;
        check.day = QDate(2026, 12, 20);
        check.right = 45;
        check.total = 60;
        dossier.rehearsals = {check};
        RequirementRecord done;
        done.project = QStringLiteral("lake");
        done.requirement = QStringLiteral("a");
        done.state = RequirementState::Done;
        done.evidence = QStringLiteral("https://example.org/lake");
        RequirementRecord begun = done;
        begun.requirement = QStringLiteral("b");
        begun.state = RequirementState::InProgress;
        dossier.requirements = {done, begun};
        CheckRecord ticked;
        ticked.collection = QStringLiteral("skills");
        ticked.entry = QStringLiteral("merge");
        ticked.state = CheckState::Done;
        ticked.date = QDate(2026, 12, 1);
        ticked.note = QStringLiteral("Shown to a colleague.");
        dossier.checks = {ticked};

        const QString text = printed(dossier, folder.filePath(QStringLiteral("dossier.pdf")));
        const QLocale locale;
        for (const QString &wanted :
            {QStringLiteral("Sample Engineer"), locale.toString(QDate(2027, 1, 9), QLocale::LongFormat),
                locale.toString(QDate(2029, 1, 9), QLocale::LongFormat), QStringLiteral("Streaming"),
                QStringLiteral("82 %"), QStringLiteral("121 of 140 blocks done"), QStringLiteral("255 h"),
                QStringLiteral("400 practice questions"), QStringLiteral("75 % right"), QStringLiteral("45 of 60"),
                QStringLiteral("A lake for many tenants: 1 of 2 requirements met"),
                QStringLiteral("Tenants cannot read each other"), QStringLiteral("https://example.org/lake"),
                QStringLiteral("Skills shown"), QStringLiteral("Merges late rows, proven on"),
                QStringLiteral("Shown to a colleague.")})
            QVERIFY2(text.contains(squeezed(wanted)), qPrintable(wanted + u'\n' + text));
        // What was begun or never done is nobody's business.
        for (const char *unwanted : {"Costs are attributed", "nobody began", "Tunes a join"})
            QVERIFY2(!text.contains(squeezed(QString::fromLatin1(unwanted))), unwanted);
    }

    void whoPreparedElsewhereHasOneToo()
    {
        const QTemporaryDir folder;
        const Certification sample = certification();
        Dossier dossier{sample, {}, QDate(2029, 1, 9), QDate(2027, 1, 20), {}, 0, 0, {}, {}, {}};
        dossier.result.date = QDate(2027, 1, 9);
        const QString text = printed(dossier, folder.filePath(QStringLiteral("dossier.pdf")));
        QVERIFY(text.contains(squeezed(QStringLiteral("Prepared outside of Lectern."))));
        QVERIFY(!text.contains(QStringLiteral("Rehearsals")));
    }
};

LECTERN_TEST_CLASS(DossierPrintTest)
#include "dossierprint_test.moc"
