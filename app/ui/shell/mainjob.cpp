// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "certification.h"
#include "evidencedesk.h"
#include "examdesk.h"
#include "guidedesk.h"
#include "plandesk.h"
#include "projectdesk.h"
#include "workspace.h"

#include <QTimeZone>

namespace lectern
{

namespace
{

constexpr int examWeeksAhead = 7;
constexpr qint64 studiedDays = 5 * 7;
constexpr qint64 dayMs = qint64(24) * 60 * 60 * 1000;
constexpr int provenDaysAgo = 63;
constexpr int mockDaysAgo = 12;
constexpr int formQuestions = 60;

Outcome bookAndPlan(Workspace &workspace, const PassTime &pass)
{
    PlanDesk &plan = workspace.plan();
    Appointment appointment;
    appointment.date = plan.today().addDays(examWeeksAhead * 7);
    appointment.time = QTime(10, 0);
    appointment.zone = plan.now().timeZone().id();
    appointment.place = QStringLiteral("Online");
    const Blueprint *blueprint = recommendedBlueprint(plan.certification(), appointment.date);
    appointment.blueprint = blueprint ? blueprint->id : QString();
    if (const Outcome booked = plan.setAppointment(appointment); !booked)
        return booked;
    // Each evening as it came.
    pass(-studiedDays * dayMs);
    if (const Outcome made = plan.makePlan(plan.defaultInputs()); !made)
        return made;
    int index = 0;
    for (qint64 day = 0; day < studiedDays; ++day) {
        for (const Block &block : plan.blocks(plan.today(), plan.today())) {
            // One evening in nine was missed, as evenings are.
            if (++index % 9 == 0 || block.kind == BlockKind::Buffer)
                continue;
            if (const Outcome done = plan.setDone(block.id, true); !done)
                return done;
        }
        pass(dayMs);
    }
    return Done{};
}

/// What an earnest but not yet ready candidate picks at this position: right three times in four.
QStringList choiceAt(int position, const Item &item)
{
    if ((position * 5 + position / 4) % 7 < 4)
        return item.keyIds();
    QStringList wrong;
    for (const Option &option : item.options) {
        if (!option.key && wrong.size() < item.keyIds().size())
            wrong.append(option.id);
    }
    return wrong;
}

/// How long that takes: near the even pace, slower towards the middle, and some questions are hard. All of it fits into
/// the exam's two hours.
qint64 thinkingMs(int position)
{
    const int uneven = (position * 37) % 60 + (position > 20 && position < 40 ? 25 : 0);
    const int hard = position % 17 == 6 ? 140 : 0;
    return (50 + uneven + hard) * 1000;
}

Outcome answerAt(ExamDesk &exam, int position, const PassTime &pass)
{
    const Result<Item> item = exam.item(position);
    if (!item)
        return item.error();
    if (const Outcome shown = exam.show(position); !shown)
        return shown;
    if (position % 20 == 13) {
        pass(20000);
        return Done{};
    }
    const qint64 thinking = thinkingMs(position);
    pass(thinking * 3 / 4);
    // Now and then the first thought was another, and not always a worse one.
    if (position % 9 == 2 || position % 17 == 6) {
        const QString first = item->options.at(position % item->options.size()).id;
        if (const Outcome answered = exam.answer(position, {first}); !answered)
            return answered;
    }
    pass(thinking / 4);
    if (const Outcome answered = exam.answer(position, choiceAt(position, *item)); !answered)
        return answered;
    const Certainty certainty = position % 7 == 5   ? Certainty::Guess
                                : position % 3 == 1 ? Certainty::Unsure
                                                    : Certainty::Sure;
    if (const Outcome rated = exam.rate(position, certainty); !rated)
        return rated;
    return position % 11 == 4 ? exam.setFlag(position, true) : Outcome(Done{});
}

Outcome answerAll(ExamDesk &exam, const PassTime &pass)
{
    for (int position = 0; exam.running() && position < exam.running()->size(); ++position) {
        if (const Outcome answered = answerAt(exam, position, pass); !answered)
            return answered;
    }
    return Done{};
}

Outcome tickAndProve(Workspace &workspace)
{
    GuideDesk &guide = workspace.guide();
    int index = 0;
    bool proven = false;
    for (const Collection &collection : guide.certification().collections) {
        if (collection.kind != CollectionKind::Checklist && collection.kind != CollectionKind::Resources)
            continue;
        for (const EntryGroup &group : collection.groups) {
            for (const Entry &entry : group.entries) {
                ++index;
                const bool begun = collection.kind == CollectionKind::Checklist && index % 3 == 1;
                if (index % 3 != 0 && !begun)
                    continue;
                const CheckState state = begun ? CheckState::InProgress : CheckState::Done;
                if (const Outcome ticked = guide.setState(collection.id, entry.id, state); !ticked)
                    return ticked;
                if (proven || begun || !entry.skill)
                    continue;
                proven = true;
                // It has gone stale since.
                const QDate shown = guide.today().addDays(-provenDaysAgo);
                if (const Outcome dated = guide.setDate(collection.id, entry.id, shown); !dated)
                    return dated;
            }
        }
    }
    ProjectDesk &projects = workspace.projects();
    index = 0;
    for (const Project &project : projects.projects()) {
        for (const Requirement &requirement : project.requirements) {
            ++index;
            const RequirementState state = index % 4 == 1   ? RequirementState::Done
                                           : index % 4 == 2 ? RequirementState::InProgress
                                                            : RequirementState::Open;
            if (const Outcome set = projects.setState(project.id, requirement.id, state); !set)
                return set;
        }
    }
    return Done{};
}

/// How sure a learner feels, which is not what the answers say, and two mocks from elsewhere, one of them known before.
Outcome sayOfOneself(Workspace &workspace)
{
    EvidenceDesk &evidence = workspace.evidence();
    const Certification &certification = workspace.guide().certification();
    int index = 0;
    for (const Domain &domain : certification.domains) {
        for (const Topic &topic : domain.topics) {
            const int value = (7 * ++index) % (highestRating + 1);
            if (value < lowestRating)
                continue;
            if (const Outcome rated = evidence.setRating(topic.id, value); !rated)
                return rated;
        }
    }
    const QDate today = workspace.guide().today();
    for (const bool seenBefore : {true, false}) {
        OutsideMock mock;
        mock.provider = certification.shortTitle;
        mock.date = today.addDays(seenBefore ? -mockDaysAgo : 0);
        mock.questions = formQuestions;
        mock.right = mock.questions * (seenBefore ? 5 : 3) / 6;
        mock.seenBefore = seenBefore;
        if (const Outcome added = evidence.addMock(mock); !added)
            return added;
    }
    return Done{};
}

} // namespace

Outcome walkMainJob(Workspace &workspace, const PassTime &pass)
{
    if (const Outcome planned = bookAndPlan(workspace, pass); !planned)
        return planned;
    ExamDesk &exam = workspace.exam();
    ExamDesk::Setup setup = exam.defaultSetup();
    setup.questions = formQuestions;
    setup.rules.certainty = true;
    setup.minutes = exam.minutesFor(setup);
    if (const auto started = exam.start(setup); !started)
        return started.error();
    if (const Outcome answered = answerAll(exam, pass); !answered)
        return answered;
    if (const Outcome submitted = exam.submit(); !submitted)
        return submitted;
    if (const Outcome said = sayOfOneself(workspace); !said)
        return said;
    return tickAndProve(workspace);
}

BusyReading sampleBusyTimes(QDate today)
{
    BusyReading reading;
    for (int week = 0; week < 12; ++week) {
        reading.times.append({today.addDays(7 * week + 1), 18 * 60 + 30, 20 * 60});
        reading.times.append({today.addDays(7 * week + 3), 0, 24 * 60});
    }
    reading.events = 2;
    reading.allDay = reading.free = 1;
    return reading;
}

} // namespace lectern
