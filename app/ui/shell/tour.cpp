// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "guidedesk.h"
#include "plandesk.h"
#include "reportdesk.h"
#include "scheduleprint.h"
#include "theme.h"
#include "workspace.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QSet>
#include <QWidget>

namespace lectern
{

namespace
{

void settle()
{
    // Layouts and posted paints need a few rounds before a picture shows what a person would see.
    for (int round = 0; round < 5; ++round) {
        QApplication::sendPostedEvents();
        QApplication::processEvents();
    }
}

/// Takes a picture of whatever it is shown; a place has one number in every scheme.
class Camera
{
public:
    Camera(Theme &theme, const QString &folder)
        : m_theme(theme)
        , m_folder(folder)
    {
    }

    Outcome take(QWidget &shown, const QString &name)
    {
        if (!m_names.contains(name))
            m_names.append(name);
        settle();
        const QString path =
            m_folder.filePath(QStringLiteral("%1-%2-%3.png")
                                  .arg(m_names.indexOf(name) + 1, 2, 10, QLatin1Char('0'))
                                  .arg(name, m_theme.dark() ? QStringLiteral("dark") : QStringLiteral("light")));
        if (!shown.grab().save(path))
            return Error{ErrorCode::FileNotWritable, QStringLiteral("the picture cannot be written"), path};
        m_written.append(path);
        return Done{};
    }
    QStringList written() const { return m_written; }

private:
    Theme &m_theme;
    QDir m_folder;
    QStringList m_written;
    QStringList m_names;
};

} // namespace

QList<TourStop> tourStops(Workspace &workspace)
{
    QList<TourStop> list{
        {{PageId::Today, {}}, QStringLiteral("today")},
        {{PageId::Plan, {}}, QStringLiteral("plan")},
        {{PageId::Exam, QStringLiteral("setup")}, QStringLiteral("exam-setup")},
        {{PageId::Readiness, {}}, QStringLiteral("readiness")},
        {{PageId::Readiness, QStringLiteral("evidence")}, QStringLiteral("readiness-evidence")},
        {{PageId::Readiness, QStringLiteral("checklists")}, QStringLiteral("readiness-checklists")},
        {{PageId::Projects, {}}, QStringLiteral("projects")},
        {{PageId::Guide, QStringLiteral("d3.2")}, QStringLiteral("guide-syllabus")},
    };
    if (const auto last = workspace.reports().lastResult())
        list.insert(
            3, {{PageId::Exam, QStringLiteral("attempt/%1").arg(raw(last->id))}, QStringLiteral("exam-report")});
    QSet<CollectionKind> shown;
    for (const Collection &collection : workspace.guide().certification().collections) {
        if (shown.contains(collection.kind))
            continue;
        shown.insert(collection.kind);
        list.append({{PageId::Guide, QStringLiteral("collection/%1").arg(collection.id)},
            QStringLiteral("guide-%1").arg(collection.id)});
    }
    list.append({{PageId::Guide, QStringLiteral("fact/cost")}, QStringLiteral("guide-facts")});
    return list;
}

QList<Place> tourPlaces(Workspace &workspace)
{
    QList<Place> places;
    for (const TourStop &stop : tourStops(workspace))
        places.append(stop.place);
    return places;
}

Result<QStringList> takeTour(Workspace &workspace, Theme &theme, const QString &folder, const PassTime &pass)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::FileNotWritable, QStringLiteral("the folder cannot be made"), folder};
    Camera camera(theme, folder);
    const Outcome walked = walkEverything(workspace, theme, {SchemeChoice::Light, SchemeChoice::Dark}, pass,
        [&camera](QWidget &shown, const QString &name) { return camera.take(shown, name); });
    if (!walked)
        return walked.error();
    QStringList written = camera.written();
    const QString pdf = QDir(folder).filePath(QStringLiteral("study-schedule.pdf"));
    if (const Outcome printed = writeSchedulePdf(pdf, workspace.plan()); !printed)
        return printed.error();
    written.append(pdf);
    return written;
}

} // namespace lectern
