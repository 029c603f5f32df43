// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "ui.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace lectern
{

class MainWindow;
class Theme;
class Workspace;

/// Does the main job on a workspace that nobody else uses: books the exam, makes a plan and works some of it off, sits
/// a form and submits it, ticks lists and requirements. Answers follow a fixed pattern, so that two runs look alike.
Outcome walkMainJob(Workspace &workspace);

/// Every place that the tour shows after the main job was walked.
QList<Place> tourPlaces(Workspace &workspace);

/// Shows every page in the window, in light and in dark, and writes each as "<nn>-<page>-<scheme>.png" into \a folder,
/// and the study schedule as "study-schedule.pdf". Returns the paths written.
Result<QStringList> takeTour(Workspace &workspace, MainWindow &window, Theme &theme, const QString &folder);

/// Opens every page and checks that each shows at least one row of data: a row of an item view, a painted child or a
/// text that comes from the profile. Returns one line per page that shows none; empty is good.
QStringList selfTest(Workspace &workspace, MainWindow &window);

} // namespace lectern
