// SPDX-License-Identifier: GPL-3.0-or-later
// A candidate without a window, to be killed at any moment. "sit FILE PACKS" takes the seat and answers for ever,
// saying "ack <position> <choice>" after each durable answer and "flag <position> <0|1>" after each flag; "read FILE
// PACKS" says what the profile holds.
#include "examdesk.h"
#include "workspace.h"

#include <QCoreApplication>

#include <cstdio>

using namespace lectern;

namespace
{

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

int sit(ExamDesk &exam)
{
    if (!exam.running()) {
        ExamDesk::Setup setup = exam.defaultSetup();
        if (!exam.start(setup).ok())
            return 1;
    }
    const int size = exam.running()->size();
    for (int step = static_cast<int>(exam.running()->events().size());; ++step) {
        const int position = (step * 7) % size;
        if (!exam.show(position).ok())
            return 1;
        const QString choice = exam.running()->setup().items[position].optionOrder[(step / size + step) % 4];
        say(QStringLiteral("try %1 %2").arg(position).arg(choice));
        if (!exam.answer(position, {choice}).ok())
            return 1;
        say(QStringLiteral("ack %1 %2").arg(position).arg(choice));
        if (step % 5 == 0) {
            const bool on = !exam.running()->at(position).flagged;
            if (!exam.setFlag(position, on).ok())
                return 1;
            say(QStringLiteral("flag %1 %2").arg(position).arg(on ? 1 : 0));
        }
    }
}

int read(ExamDesk &exam)
{
    const Attempt *attempt = exam.running();
    if (!attempt)
        return 1;
    QStringList order;
    for (int position = 0; position < attempt->size(); ++position) {
        order.append(attempt->setup().items[position].item);
        const PositionState &state = attempt->at(position);
        say(QStringLiteral("state %1 %2 %3")
                .arg(position)
                .arg(state.choice.value(0, QStringLiteral("-")))
                .arg(state.flagged ? 1 : 0));
    }
    say(QStringLiteral("order ") + order.join(u','));
    say(QStringLiteral("remaining %1").arg(exam.clock().remainingMs));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc < 4)
        return 2;
    Environment environment;
    environment.packsFolder = QString::fromLocal8Bit(argv[3]);
    environment.backups = false;
    auto workspace = Workspace::open(QString::fromLocal8Bit(argv[2]), environment);
    if (!workspace) {
        say(workspace.error().detail);
        return 1;
    }
    ExamDesk &exam = (*workspace)->exam();
    if (!exam.resume().ok())
        return 1;
    return QByteArray(argv[1]) == "sit" ? sit(exam) : read(exam);
}
