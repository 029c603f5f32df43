// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "busyreading.h"
#include "result.h"
#include "ui.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace lectern
{

class MainWindow;
class Theme;
class Workspace;
enum class SchemeChoice;

/// Lets so many milliseconds pass by the clock that the workspace was given: nobody waits while a form is sat.
using PassTime = std::function<void(qint64 ms)>;

/// Does the main job on a workspace that nobody else uses: books the exam, makes a plan and works some of it off, sits
/// a form and submits it, ticks lists and requirements. Answers and the time they take follow a fixed pattern, so that
/// two runs look alike.
Outcome walkMainJob(Workspace &workspace, const PassTime &pass);

/// Two events a week over twelve weeks.
BusyReading sampleBusyTimes(QDate today);

/// A page in one of its states, and what the tour calls it.
struct TourStop {
    Place place;
    QString name;
};
/// The pages as they are after the main job was walked.
QList<TourStop> tourStops(Workspace &workspace);
QList<Place> tourPlaces(Workspace &workspace); ///< of the stops

/// Sees a window, dialog or menu as it stands; `name` says what it is ("plan-day"). An error ends the walk.
using Look = std::function<Outcome(QWidget &shown, const QString &name)>;

/// Walks through everything that Lectern shows, on a fresh workspace that nobody else uses: the first run with its
/// empty pages, the main job, every page and its states, every dialog and menu, the seat and its review; each once in
/// every scheme given.
Outcome walkEverything(
    Workspace &workspace, Theme &theme, const QList<SchemeChoice> &schemes, const PassTime &pass, const Look &look);

/// Walks through everything and writes each in light and in dark as "<nn>-<name>-<scheme>.png" into \a folder, and the
/// study schedule as "study-schedule.pdf". Returns the paths written.
Result<QStringList> takeTour(Workspace &workspace, Theme &theme, const QString &folder, const PassTime &pass);

/// Opens every page and checks that each shows at least one row of data: a row of an item view, a painted child or a
/// text that comes from the profile. Returns one line per page that shows none; empty is good.
QStringList selfTest(Workspace &workspace, MainWindow &window);

} // namespace lectern
