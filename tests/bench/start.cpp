// SPDX-License-Identifier: GPL-3.0-or-later
// Starts as the program does, on the profile and packs given, and says when Today stands. With "all" it then visits
// every page.
#include "dialogs.h"
#include "firstframe.h"
#include "mainwindow.h"
#include "theme.h"
#include "workspace.h"

#include <QApplication>

using namespace lectern;

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    QApplication app(argc, argv);
    Environment environment;
    environment.packsFolder = QString::fromLocal8Bit(argv[2]);
    auto workspace = Workspace::open(QString::fromLocal8Bit(argv[1]), environment);
    if (!workspace)
        return 1;
    Theme theme;
    DesktopDialogs dialogs;
    MainWindow window(**workspace, theme, dialogs);
    window.resize(1280, 800);
    const bool all = argc > 3 && QByteArray(argv[3]) == "all";
    test::FirstFrame frame(window, [&] {
        if (all) {
            for (const PageId page :
                {PageId::Plan, PageId::Exam, PageId::Readiness, PageId::Projects, PageId::Guide, PageId::Today}) {
                window.go({page, {}});
                for (int round = 0; round < 5; ++round)
                    QApplication::processEvents();
            }
            std::printf("visited %ld\n", test::peakKib());
            std::fflush(stdout);
        }
        QCoreApplication::quit();
    });
    window.show();
    return QApplication::exec();
}
