// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a profile as a diligent learner does: an appointment, a plan half done, 200 finished exams of 60 questions.
#include "examdesk.h"
#include "plandesk.h"
#include "settingsdesk.h"
#include "testworkspace.h"

#include <QCoreApplication>

using namespace lectern;

namespace
{

bool sit(Workspace &workspace, test::FakeClock &clock)
{
    ExamDesk &exam = workspace.exam();
    const ExamDesk::Setup setup = exam.defaultSetup();
    if (!exam.start(setup).ok())
        return false;
    for (int position = 0; position < setup.questions; ++position) {
        const auto item = exam.item(position);
        if (!item || !exam.show(position).ok())
            return false;
        clock.advance(30000);
        if (!exam.answer(position, {item->options[position % item->options.size()].id}).ok())
            return false;
    }
    return exam.submit().ok();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc < 3)
        return 2;
    const int attempts = argc > 3 ? QByteArray(argv[3]).toInt() : 200;
    constexpr qint64 hour = 3600000;
    constexpr qint64 between = 6 * hour;
    // The last attempt lies in the past, the exam ahead: Today has a block to show.
    test::FakeClock clock;
    clock.now.utcMs = systemClock()().utcMs - attempts * (between + hour);
    Environment environment;
    environment.clock = [&clock] { return clock.now; };
    environment.packsFolder = QString::fromLocal8Bit(argv[2]);
    environment.backups = false;
    auto opened = Workspace::open(QString::fromLocal8Bit(argv[1]), environment);
    if (!opened)
        return 1;
    Workspace &workspace = **opened;
    PlanDesk &plan = workspace.plan();
    Appointment appointment;
    appointment.date = plan.today().addDays(84);
    appointment.time = QTime(10, 0);
    if (!plan.setAppointment(appointment).ok() || !plan.makePlan(plan.defaultInputs()).ok() ||
        !workspace.settings().set(Setting::FirstRunDone, true).ok())
        return 1;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (!sit(workspace, clock))
            return 1;
        clock.advance(between);
    }
    const QList<Block> past = plan.blocks(plan.today().addDays(-attempts), plan.today().addDays(-1));
    for (const Block &block : past) {
        if (!plan.setDone(block.id, true).ok())
            return 1;
    }
    return 0;
}
