// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a profile as half a year of study does: an appointment, a plan, 200 finished attempts of 30 questions.
#include "examdesk.h"
#include "plandesk.h"
#include "testworkspace.h"

#include <QCoreApplication>

using namespace lectern;

namespace
{

bool sit(Workspace &workspace, test::FakeClock &clock)
{
    ExamDesk &exam = workspace.exam();
    ExamDesk::Setup setup = exam.defaultSetup();
    setup.questions = 30;
    setup.minutes = 60;
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
    test::FakeClock clock;
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
    if (!plan.setAppointment(appointment).ok() || !plan.makePlan(plan.defaultInputs()).ok())
        return 1;
    for (int attempt = 0; attempt < 200; ++attempt) {
        if (!sit(workspace, clock))
            return 1;
        clock.advance(3600000);
    }
    return 0;
}
