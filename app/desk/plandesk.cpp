// SPDX-License-Identifier: GPL-3.0-or-later
#include "plandesk.h"

#include "context.h"
#include "planneeds.h"
#include "schedules.h"

#include <algorithm>

namespace lectern
{

namespace
{
const QDate farPast(1, 1, 1);
} // namespace

PlanDesk::PlanDesk(Context &context, Outlook outlook, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_outlook(std::move(outlook))
{
    connect(this, &PlanDesk::changed, this, &PlanDesk::forgetFacts);
}

const Certification &PlanDesk::certification() const
{
    return m_context.certification;
}

QDateTime PlanDesk::now() const
{
    return m_context.localNow();
}

QDate PlanDesk::today() const
{
    const auto stored = m_context.self.setting(Setting::StudyDayEnds);
    const QTime ends = QTime::fromString(stored ? stored->toString() : QString(), QStringLiteral("HH:mm"));
    return ends.isValid() ? studyDay(now(), ends) : studyDay(now());
}

Appointment PlanDesk::appointment() const
{
    const auto stored = m_context.plan.appointment();
    return stored ? *stored : Appointment();
}

Outcome PlanDesk::setAppointment(const Appointment &appointment)
{
    if (this->appointment() == appointment)
        return Done{};
    const Outcome outcome =
        m_context.change(tr("Exam appointment"), [&] { return m_context.plan.setAppointment(appointment); });
    if (outcome)
        Q_EMIT changed();
    return outcome;
}

std::optional<int> PlanDesk::daysToExam() const
{
    const Appointment booked = appointment();
    if (!booked.booked())
        return std::nullopt;
    return static_cast<int>(today().daysTo(booked.date));
}

PlanInputs PlanDesk::defaultInputs() const
{
    PlanInputs inputs;
    inputs.start = today();
    const Appointment booked = appointment();
    if (booked.booked() && booked.date > inputs.start)
        inputs.examDate = booked.date;
    // The page asks for 300 hours in 12 weeks; with a buffer and a lighter last week that is 28 hours a week: four
    // evenings of 4 h, a free Wednesday, longer weekends.
    inputs.minutesPerWeekday = {240, 240, 0, 240, 240, 420, 300};
    inputs.startMinute = {
        18 * 60 + 30, 18 * 60 + 30, 18 * 60 + 30, 18 * 60 + 30, 18 * 60 + 30, 9 * 60 + 30, 9 * 60 + 30};
    inputs.longSitting = {false, false, false, false, false, true, true};
    inputs.blueprint = booked.blueprint;
    inputs.busy = busyTimes();
    return inputs;
}

std::optional<PlanInputs> PlanDesk::inputs() const
{
    const auto stored = m_context.plan.inputs();
    std::optional<PlanInputs> inputs = stored ? *stored : std::nullopt;
    if (inputs)
        inputs->busy = busyTimes();
    return inputs;
}

QList<BusyTime> PlanDesk::busyTimes() const
{
    const auto stored = m_context.calendar.busyTimes();
    return stored ? *stored : QList<BusyTime>();
}

Result<Plan> PlanDesk::preview(const PlanInputs &inputs) const
{
    PlanInputs wanted = inputs;
    wanted.busy = busyTimes();
    return lectern::makePlan(m_context.certification, wanted, facts(inputs.blueprint));
}

Outcome PlanDesk::makePlan(const PlanInputs &inputs)
{
    forgetFacts();
    const PlanFacts known = facts(inputs.blueprint);
    const Result<Plan> plan = preview(inputs);
    if (!plan)
        return plan.error();
    QList<Block> blocks = known.kept;
    for (Block &block : blocks)
        block.settled = block.settled || (block.date < known.today && block.state != BlockState::Done);
    blocks.append(plan->blocks);
    return write(tr("New plan"), [&] { return m_context.plan.replacePlan(inputs, blocks); });
}

Outcome PlanDesk::replace(const QString &label, const QList<Block> &blocks, const std::optional<PlanInputs> &inputs)
{
    return write(
        label, [&] { return inputs ? m_context.plan.replacePlan(*inputs, blocks) : m_context.plan.setBlocks(blocks); });
}

PlanFacts PlanDesk::facts(const QString &blueprintId) const
{
    if (m_facts && m_facts->first == blueprintId && m_facts->second.today == today())
        return m_facts->second;
    PlanFacts facts;
    facts.today = today();
    const Certification &certification = m_context.certification;
    const Blueprint *blueprint = certification.blueprint(blueprintId);
    if (!blueprint)
        blueprint = recommendedBlueprint(certification, appointment().date);
    const auto bank = m_context.packs.tags(certification.id);
    if (blueprint && bank) {
        const auto report = m_outlook.readiness ? m_outlook.readiness(blueprint->id) : ReadinessReport();
        const auto results = m_context.evidence.results(certification.id);
        facts.topics = topicNeeds(certification, *blueprint, *bank, report ? &*report : nullptr,
            results ? lastFailure(*results, blueprint->id) : nullptr);
        facts.formsLeft = m_outlook.formsLeft ? m_outlook.formsLeft(blueprint->id) : 0;
    }
    // A bank that has nothing of the blueprint yet is no reason to leave all out.
    if (std::all_of(facts.topics.cbegin(), facts.topics.cend(), [](const TopicNeed &need) { return need.beyond(); }))
        facts.topics.clear();
    constexpr int enoughAnswers = 10; // of a diagnostic's twenty
    const auto answers = m_context.attempts.answers(certification.id);
    facts.diagnosed = answers && std::count_if(answers->cbegin(), answers->cend(), [](const AnswerRecord &answer) {
        return answer.mode == AttemptMode::Diagnostic;
    }) >= enoughAnswers;
    const QList<Block> blocks = allBlocks();
    facts.kept = keptBlocks(blocks, facts.today);
    // What is being worked on has no minutes yet.
    if (const auto timer = m_context.focus.timer(); timer && *timer) {
        for (const Block &block : blocks) {
            if (block.uuid == (*timer)->block && !facts.kept.contains(block))
                facts.kept.append(block);
        }
    }
    if (const auto studied = m_context.plan.studied())
        facts.studied = *studied;
    m_facts = {blueprintId, facts};
    return facts;
}

QSet<QString> PlanDesk::beyondTheExam(const QString &blueprintId) const
{
    if (m_beyond && m_beyond->first == blueprintId)
        return m_beyond->second;
    const Certification &certification = m_context.certification;
    const Blueprint *blueprint = certification.blueprint(blueprintId);
    if (!blueprint)
        blueprint = recommendedBlueprint(certification, appointment().date);
    const auto bank = m_context.packs.tags(certification.id);
    QSet<QString> beyond;
    qsizetype topics = 0;
    if (blueprint && bank) {
        const QList<TopicNeed> needs = topicNeeds(certification, *blueprint, *bank);
        topics = needs.size();
        for (const TopicNeed &need : needs) {
            if (need.beyond())
                beyond.insert(need.topic);
        }
    }
    if (beyond.size() == topics) // as for facts()
        beyond.clear();
    m_beyond = {blueprintId, beyond};
    return beyond;
}

QSet<QString> PlanDesk::beyondTheExam() const
{
    const std::optional<PlanInputs> current = inputs();
    return current ? beyondTheExam(current->blueprint) : QSet<QString>();
}

void PlanDesk::forgetFacts()
{
    m_facts.reset();
    m_beyond.reset();
}

bool PlanDesk::hasPlan() const
{
    return inputs().has_value();
}

QList<Block> PlanDesk::blocks(QDate from, QDate to) const
{
    const auto stored = m_context.plan.blocks(from, to);
    return stored ? *stored : QList<Block>();
}

QList<Block> PlanDesk::allBlocks() const
{
    const auto stored = m_context.plan.allBlocks();
    return stored ? *stored : QList<Block>();
}

std::optional<Block> PlanDesk::nextBlock() const
{
    const auto stored = m_context.plan.nextPlanned(today());
    return stored ? *stored : std::nullopt;
}

QList<WeekLoad> PlanDesk::weekLoads() const
{
    const std::optional<PlanInputs> current = inputs();
    return current ? lectern::weekLoads(allBlocks(), *current) : QList<WeekLoad>();
}

int PlanDesk::loggedMinutes() const
{
    const auto stored = m_context.plan.loggedMinutes();
    return stored ? *stored : 0;
}

int PlanDesk::plannedMinutesUntil(QDate day) const
{
    const auto stored = m_context.plan.plannedMinutes(farPast, day);
    return stored ? *stored : 0;
}

int PlanDesk::stageWeek(QDate date) const
{
    const std::optional<PlanInputs> current = inputs();
    if (!current || date < current->start || (current->examDate.isValid() && date > current->examDate))
        return 0;
    const int week = static_cast<int>(current->start.daysTo(date) / 7) + 1;
    const int last = current->examDate.isValid() ? static_cast<int>(current->start.daysTo(current->examDate) / 7) + 1
                                                 : m_context.certification.weeks();
    return week <= last ? week : 0;
}

int PlanDesk::planWeeks() const
{
    const std::optional<PlanInputs> current = inputs();
    if (!current)
        return 0;
    if (!current->examDate.isValid())
        return m_context.certification.weeks();
    return static_cast<int>((current->start.daysTo(current->examDate) + 6) / 7);
}

Outcome PlanDesk::setDone(BlockId id, bool done, std::optional<int> minutes)
{
    const Result<Block> block = m_context.plan.block(id);
    if (!block)
        return block.error();
    const BlockState wanted = done ? BlockState::Done : BlockState::Planned;
    if (block->state == wanted && !minutes)
        return lectern::Done{};
    const auto timer = m_context.focus.timer();
    // What the focus timer counts will be logged once it ends.
    const bool counted = timer && *timer && (*timer)->block == block->uuid;
    const int planned = done && !counted && block->loggedMinutes == 0 ? block->minutes : 0;
    return write(done ? tr("Block done") : tr("Block not done"), [&]() -> Outcome {
        const Outcome state = m_context.plan.setState(id, wanted);
        if (!state || (!minutes && planned == 0))
            return state;
        return m_context.plan.logMinutes(id, minutes.value_or(planned), today(), m_context.now().utcMs);
    });
}

Outcome PlanDesk::logMinutes(BlockId id, int minutes)
{
    if (minutes < 1 || minutes > 24 * 60)
        return Error{ErrorCode::BadInput, QStringLiteral("minutes are 1 to 1440"), QStringLiteral("minutes")};
    const Outcome outcome = m_context.change(
        tr("Logged minutes"), [&] { return m_context.plan.logMinutes(id, minutes, today(), m_context.now().utcMs); });
    if (outcome)
        Q_EMIT changed();
    return outcome;
}

Block PlanDesk::placeFor(int minutes) const
{
    constexpr int daysAhead = 14;
    constexpr int evening = 19 * 60;
    constexpr int midnight = 24 * 60;
    Block place;
    place.minutes = minutes;
    place.date = today().addDays(1);
    place.startMinute = evening;
    const std::optional<PlanInputs> current = inputs();
    if (!current)
        return place;
    std::optional<int> leastOver;
    for (QDate date = today().addDays(1); date <= today().addDays(daysAhead); date = date.addDays(1)) {
        const int capacity = current->capacity(date);
        int planned = 0;
        int end = current->startMinute[std::size_t(date.dayOfWeek() - 1)];
        for (const Block &block : blocks(date, date)) {
            planned += block.minutes;
            end = std::max(end, block.startMinute + block.minutes);
        }
        if (capacity <= 0 || end + minutes > midnight)
            continue;
        const int over = planned + minutes - capacity;
        if (leastOver && over >= *leastOver)
            continue;
        leastOver = over;
        place.date = date;
        place.startMinute = end;
        if (over <= 0)
            break;
    }
    return place;
}

Outcome PlanDesk::addBlock(BlockKind kind, const QString &topic, int minutes)
{
    if (minutes < shortestBlock || minutes > 240)
        return Error{ErrorCode::BadInput, QStringLiteral("a block has 15 to 240 minutes"), QStringLiteral("minutes")};
    Block block = placeFor(minutes);
    block.kind = kind;
    block.topic = topic;
    const Outcome outcome = m_context.change(tr("Added block"), [&] { return m_context.plan.addBlock(block); });
    if (outcome)
        Q_EMIT changed();
    return outcome;
}

Result<QByteArray> PlanDesk::exportSchedule(const QString &format) const
{
    const Result<ScheduleExport> schedule = scheduleOf(m_context);
    if (!schedule)
        return schedule.error();
    if (format == QLatin1String("csv"))
        return toCsv(*schedule);
    if (format == QLatin1String("ics")) {
        const auto entries = toldToCalendars(m_context, *schedule);
        return entries ? Result<QByteArray>(toICalendar(*entries)) : entries.error();
    }
    return Error{ErrorCode::BadInput, QStringLiteral("known formats are ics and csv"), format};
}

} // namespace lectern
