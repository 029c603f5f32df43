// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossierprint.h"

#include "calibrationwords.h"
#include "examwords.h"
#include "planwords.h"
#include "printtable.h"
#include "reportwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

using Kind = PrintText::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DossierPrint)
};

QString longDate(QDate date)
{
    return QLocale().toString(date, QLocale::LongFormat);
}

QString shortDate(QDate date)
{
    return QLocale().toString(date, QLocale::ShortFormat);
}

class DossierRows
{
public:
    DossierRows(PrintFlow &flow, const Dossier &dossier)
        : m_flow(flow)
        , m_metrics(flow.metrics())
        , m_dossier(dossier)
    {
    }

    void addAll()
    {
        addResult();
        addPreparation();
        addRehearsals();
        addProjects();
        addChecklists();
    }

private:
    void line(const QString &words, double gap = 0.8)
    {
        if (!words.isEmpty())
            addText(m_flow, Kind::Plain, words, m_metrics.font(printpoints::body), below(m_metrics, gap));
    }

    void addResult()
    {
        const ExamResult &result = m_dossier.result;
        addText(m_flow, Kind::Plain, m_dossier.certification.title, m_metrics.font(printpoints::title, true),
            below(m_metrics, 0, true));
        line(Words::tr("Passed on %1, valid until %2.").arg(longDate(result.date), longDate(m_dossier.validUntil)), 1);
        line(Words::tr("Certificate numbers are checked with the vendor; this document is the holder's own."));
        const Blueprint *blueprint = m_dossier.certification.blueprint(result.blueprint);
        if (!blueprint || result.bars.isEmpty())
            return;
        addHeading(m_flow, Words::tr("The exam by section"));
        PrintTable table{
            {Words::tr("Code"), Words::tr("Section"), Words::tr("Weight"), Words::tr("Vendor's report")}, 2, {}};
        for (const Section &section : blueprint->sections) {
            if (result.bars.contains(section.id))
                table.rows.append({section.code, section.title, percent(section.weight / 100.0),
                    percent(result.bars.value(section.id) / 100.0)});
        }
        addTable(m_flow, table);
    }

    void addPreparation()
    {
        const QLocale locale;
        addHeading(m_flow, Words::tr("Preparation"));
        if (const auto &plan = m_dossier.plan) {
            line(Words::tr("A plan from %1 to %2: %3 of %n block(s) done, %4 of study logged.", nullptr, plan->blocks)
                     .arg(longDate(plan->from), longDate(plan->to), locale.toString(plan->done),
                         hoursText(plan->loggedMinutes)));
        }
        if (m_dossier.answers > 0)
            line(Words::tr("%n practice question(s) answered at first sight and without help, %1 right.", nullptr,
                m_dossier.answers)
                     .arg(percent(double(m_dossier.right) / m_dossier.answers)));
        if (!m_dossier.plan && m_dossier.answers == 0)
            line(Words::tr("Prepared outside of Lectern."));
    }

    void addRehearsals()
    {
        if (m_dossier.rehearsals.isEmpty())
            return;
        addHeading(m_flow, Words::tr("Rehearsals under exam conditions"));
        PrintTable table{{Words::tr("Day"), Words::tr("Right"), QString(), Words::tr("Expected before")}, 1, {}};
        for (const RehearsalCheck &check : m_dossier.rehearsals)
            table.rows.append({shortDate(check.day), ofTotal(check.right, check.total), percent(check.share()),
                check.before ? rangeWords(check.before->low, check.before->high) : QString()});
        addTable(m_flow, table);
    }

    /// What was done and how it can be looked at.
    void proven(const QString &what, const QString &evidence, const QString &note)
    {
        line(what);
        PrintPlace place = below(m_metrics, 0.3);
        place.indent = m_metrics.mm(5);
        const QFont small = m_metrics.font(printpoints::small);
        if (!evidence.isEmpty())
            addText(m_flow, Kind::Plain, Words::tr("Evidence: %1").arg(evidence), small, place);
        if (!note.isEmpty())
            addText(m_flow, Kind::Plain, note, small, place);
    }

    void addProjects()
    {
        bool headed = false;
        for (const Project &project : m_dossier.certification.projects) {
            QList<std::pair<const Requirement *, RequirementRecord>> shown;
            for (const Requirement &requirement : project.requirements) {
                const auto record = std::find_if(
                    m_dossier.requirements.cbegin(), m_dossier.requirements.cend(), [&](const RequirementRecord &one) {
                        return one.project == project.id && one.requirement == requirement.id;
                    });
                if (record != m_dossier.requirements.cend() && record->state == RequirementState::Done)
                    shown.append({&requirement, *record});
            }
            if (shown.isEmpty())
                continue;
            if (!headed)
                addHeading(m_flow, Words::tr("Projects"));
            headed = true;
            addText(m_flow, Kind::Plain,
                Words::tr("%1: %2 requirements met", "project, 2 of 5")
                    .arg(project.title, ofTotal(int(shown.size()), int(project.requirements.size()))),
                m_metrics.font(printpoints::body, true), below(m_metrics, 2, true));
            for (const auto &[requirement, record] : shown)
                proven(requirement->title, record.evidence, record.note);
        }
    }

    void addChecklists()
    {
        for (const Collection &collection : m_dossier.certification.collections) {
            if (collection.kind != CollectionKind::Checklist)
                continue;
            bool headed = false;
            for (const EntryGroup &group : collection.groups) {
                for (const Entry &entry : group.entries) {
                    const auto record =
                        std::find_if(m_dossier.checks.cbegin(), m_dossier.checks.cend(), [&](const CheckRecord &one) {
                            return one.collection == collection.id && one.entry == entry.id;
                        });
                    if (record == m_dossier.checks.cend() || !record->checked())
                        continue;
                    if (!headed)
                        addHeading(m_flow, collection.title);
                    headed = true;
                    const QString what = record->date.isValid()
                                             ? Words::tr("%1, proven on %2").arg(entry.title, shortDate(record->date))
                                             : entry.title;
                    proven(what, record->evidence, record->note);
                }
            }
        }
    }

    PrintFlow &m_flow;
    PrintMetrics m_metrics;
    const Dossier &m_dossier;
};

} // namespace

PrintSheet dossierSheet(const Dossier &dossier)
{
    PrintSheet sheet;
    sheet.title = Words::tr("Dossier: %1").arg(dossier.certification.title);
    sheet.furniture.left = Words::tr("Dossier");
    sheet.furniture.right = Words::tr("Page %1 of %2");
    sheet.furniture.foot = dossier.certification.title;
    sheet.furniture.footRight = Words::tr("Printed %1").arg(shortDate(dossier.today));
    sheet.fill = [dossier](PrintFlow &flow) { DossierRows(flow, dossier).addAll(); };
    return sheet;
}

} // namespace lectern
