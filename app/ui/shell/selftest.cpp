// SPDX-License-Identifier: GPL-3.0-or-later
#include "certification.h"
#include "examdesk.h"
#include "guidedesk.h"
#include "mainwindow.h"
#include "plandesk.h"
#include "projectdesk.h"
#include "readinessdesk.h"
#include "tour.h"
#include "workspace.h"

#include <QAccessible>
#include <QApplication>

namespace lectern
{

namespace
{

/// What a screen reader would read of a widget and everything in it.
void readAloud(QAccessibleInterface *interface, QStringList &texts, int depth = 0)
{
    constexpr int deepest = 40;
    if (!interface || depth > deepest || interface->state().invisible)
        return;
    for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Value}) {
        const QString text = interface->text(kind);
        if (!text.isEmpty())
            texts.append(text);
    }
    for (int i = 0; i < interface->childCount(); ++i)
        readAloud(interface->child(i), texts, depth + 1);
}

struct Expectation {
    PageId page;
    QString name;
    QStringList rows; ///< data of the profile, one of which must be read aloud
};

QList<Expectation> expectations(Workspace &workspace)
{
    const Certification &certification = workspace.guide().certification();
    QStringList topics;
    QStringList domains;
    for (const Domain &domain : certification.domains) {
        domains.append(domain.title);
        for (const Topic &topic : domain.topics)
            topics << topic.title << topic.shortTitle;
    }
    QStringList sections;
    if (const Blueprint *blueprint = certification.blueprint(workspace.exam().defaultSetup().blueprint)) {
        for (const Section &section : blueprint->sections)
            sections.append(section.title);
    }
    QStringList projects;
    for (const Project &project : certification.projects)
        projects.append(project.title);
    return {
        {PageId::Today, QStringLiteral("today"), topics},
        {PageId::Plan, QStringLiteral("plan"), topics},
        {PageId::Exam, QStringLiteral("exam"), sections},
        {PageId::Readiness, QStringLiteral("readiness"), sections},
        {PageId::Projects, QStringLiteral("projects"), projects},
        {PageId::Guide, QStringLiteral("guide"), domains},
    };
}

} // namespace

QStringList selfTest(Workspace &workspace, MainWindow &window)
{
    QAccessible::setActive(true);
    QStringList faults;
    for (const Expectation &expectation : expectations(workspace)) {
        window.go({expectation.page, {}});
        for (int round = 0; round < 5; ++round)
            QApplication::processEvents();
        QStringList texts;
        readAloud(QAccessible::queryAccessibleInterface(window.page(expectation.page)), texts);
        const QString aloud = texts.join(u'\n');
        const bool shown = std::any_of(expectation.rows.cbegin(), expectation.rows.cend(),
            [&aloud](const QString &row) { return aloud.contains(row); });
        if (!shown)
            faults.append(QStringLiteral("page %1 shows no row of data").arg(expectation.name));
    }
    return faults;
}

} // namespace lectern
