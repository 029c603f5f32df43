// SPDX-License-Identifier: GPL-3.0-or-later
// What is needed around the real program while it is killed: "start FILE PACKS" makes a profile with an exam running,
// "read FILE PACKS" says what it holds.
#include "examdesk.h"
#include "settingsdesk.h"
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

int start(Workspace &workspace)
{
    if (!workspace.settings().set(Setting::FirstRunDone, true))
        return 1;
    ExamDesk &exam = workspace.exam();
    return exam.start(exam.defaultSetup()).ok() ? 0 : 1;
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
        // The letter under which an option stands is what a candidate sees.
        const qsizetype place =
            attempt->setup().items[position].optionOrder.indexOf(state.choice.value(0, QStringLiteral("-")));
        say(QStringLiteral("state %1 %2 %3 %4 %5")
                .arg(position + 1)
                .arg(place < 0 ? QStringLiteral("-") : QString(QChar(u'A' + char16_t(place))))
                .arg(state.flagged ? 1 : 0)
                .arg(state.unsure ? 1 : 0)
                .arg(state.note.isEmpty() ? QStringLiteral("-") : state.note));
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
    return QByteArray(argv[1]) == "start" ? start(**workspace) : read(exam);
}
