// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinessdesk.h"

#include "context.h"
#include "readinesstables.h"

#include <QSet>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr double usualHoursPerDay = 1.5;
constexpr int plannedWithinDays = 7;

} // namespace

bool RehearsalCheck::inside() const
{
    // Shares of a form are steps: one on the edge is inside.
    constexpr double rounding = 1e-9;
    return before && share() >= before->low - rounding && share() <= before->high + rounding;
}

ReadinessDesk::ReadinessDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    // First in line: whoever hears of a change asks at once.
    connect(this, &ReadinessDesk::changed, this, [this] {
        m_summaries.clear();
        m_reports.clear();
        m_input.reset();
    });
}

const Certification &ReadinessDesk::certification() const
{
    return m_context.certification;
}

QString ReadinessDesk::defaultBlueprint() const
{
    const auto appointment = m_context.plan.appointment();
    if (appointment && m_context.certification.blueprint(appointment->blueprint))
        return appointment->blueprint;
    const Blueprint *blueprint =
        recommendedBlueprint(m_context.certification, appointment ? appointment->date : QDate());
    return blueprint ? blueprint->id : QString();
}

Result<FirstSeenSummary> ReadinessDesk::summary(const QString &blueprintId) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), blueprintId};
    if (const auto known = m_summaries.constFind(blueprintId); known != m_summaries.constEnd())
        return *known;
    const auto answers = m_context.attempts.firstAnswers(m_context.certification.id);
    if (!answers)
        return answers.error();
    return *m_summaries.insert(blueprintId, firstSeen(*answers, m_context.certification, *blueprint));
}

QDate ReadinessDesk::dayOf(qint64 utcMs) const
{
    const auto stored = m_context.self.setting(Setting::StudyDayEnds);
    const QTime ends = QTime::fromString(stored ? stored->toString() : QString(), QStringLiteral("HH:mm"));
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(utcMs, m_context.zone());
    return ends.isValid() ? studyDay(local, ends) : studyDay(local);
}

QDate ReadinessDesk::today() const
{
    return dayOf(m_context.now().utcMs);
}

Result<const ReadinessInput *> ReadinessDesk::input() const
{
    // Another day is another reading: what rests is forgotten.
    if (m_input && m_input->today == today())
        return m_input.get();
    m_reports.clear();
    auto input = std::make_unique<ReadinessInput>();
    input->today = today();
    auto answers = m_context.attempts.answers(m_context.certification.id);
    if (!answers)
        return answers.error();
    auto bank = m_context.packs.tags(m_context.certification.id);
    if (!bank)
        return bank.error();
    auto study = m_context.plan.studied();
    if (!study)
        return study.error();
    input->answers = std::move(*answers);
    input->bank = std::move(*bank);
    input->study = std::move(*study);
    // No chart is to begin where a clock without a battery did.
    for (const AnswerRecord &answer : std::as_const(input->answers))
        input->answerDays << std::max(dayOf(answer.utcMs), QDate(firstYear, 1, 1));
    // Clocks that went back leave answers of earlier days behind those of later ones; the log's order is the true one.
    for (qsizetype at = 1; at < input->answerDays.size(); ++at)
        input->answerDays[at] = std::max(input->answerDays.at(at), input->answerDays.at(at - 1));
    auto mocks = m_context.evidence.mocks(m_context.certification.id);
    if (!mocks)
        return mocks.error();
    input->mocks = std::move(*mocks);
    auto rationales = m_context.evidence.rationalesRead(m_context.certification.id);
    if (!rationales)
        return rationales.error();
    input->rationales = std::move(*rationales);
    input->cut = targetPercent() / 100.0;
    readPlan(*input);
    m_input = std::move(input);
    return m_input.get();
}

void ReadinessDesk::readPlan(ReadinessInput &input) const
{
    const auto appointment = m_context.plan.appointment();
    if (!appointment || !appointment->booked())
        return;
    input.examDate = appointment->date;
    const auto blocks = m_context.plan.blocks(input.today, input.examDate.addDays(-1));
    const auto planned = m_context.plan.inputs();
    if (blocks && planned && *planned)
        followPlan(input, *blocks);
}

void ReadinessDesk::followPlan(ReadinessInput &input, const QList<Block> &blocks)
{
    const qint64 days = input.today.daysTo(input.examDate);
    if (days <= 0)
        return;
    QSet<QDate> studied;
    int minutes = 0;
    input.planned.clear();
    for (const Block &block : blocks) {
        if (block.state != BlockState::Planned || block.kind == BlockKind::Buffer || block.date < input.today ||
            block.date >= input.examDate)
            continue;
        if (block.date > input.today) {
            studied.insert(block.date);
            minutes += block.minutes;
        }
        if (!block.topic.isEmpty() && input.today.daysTo(block.date) < plannedWithinDays)
            input.planned << block.topic;
    }
    input.pace = double(studied.size()) / double(days);
    input.hoursPerDay = studied.isEmpty() ? usualHoursPerDay : minutes / 60.0 / double(studied.size());
}

Result<std::optional<Estimate>> ReadinessDesk::atExamWith(const QString &blueprintId, const QList<Block> &blocks) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), blueprintId};
    const auto read = input();
    if (!read)
        return read.error();
    if (!(*read)->examDate.isValid())
        return std::optional<Estimate>();
    ReadinessInput changed = **read;
    followPlan(changed, blocks);
    return readiness(changed, m_context.certification, *blueprint).atExam;
}

Result<ReadinessReport> ReadinessDesk::report(const QString &blueprintId) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), blueprintId};
    const auto read = input();
    if (!read)
        return read.error();
    if (const auto known = m_reports.constFind(blueprintId); known != m_reports.constEnd())
        return *known;
    return *m_reports.insert(blueprintId, readiness(**read, m_context.certification, *blueprint));
}

Result<QList<Prediction>> ReadinessDesk::predictions(const QString &blueprintId) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), blueprintId};
    const auto read = input();
    if (!read)
        return read.error();
    return lectern::predictions(**read, m_context.certification, *blueprint);
}

Result<std::optional<Estimate>> ReadinessDesk::expectedScore(const QString &blueprintId, int questions) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), blueprintId};
    const auto read = input();
    if (!read)
        return read.error();
    const auto summary = report(blueprintId);
    if (!summary)
        return summary.error();
    if (summary->answers == 0)
        return std::optional<Estimate>();
    return std::optional(lectern::expectedScore(**read, m_context.certification, *blueprint, questions));
}

Outcome ReadinessDesk::recordShown(const QString &blueprintId, int questions)
{
    const auto expected = expectedScore(blueprintId, questions);
    if (!expected)
        return expected.error();
    if (!*expected)
        return Done{};
    ShownForecast shown;
    shown.utcMs = m_context.now().utcMs;
    shown.blueprint = blueprintId;
    shown.questions = questions;
    shown.model = readinessModel;
    shown.mean = (*expected)->mean;
    shown.low = (*expected)->low;
    shown.high = (*expected)->high;
    shown.odds = m_reports.value(blueprintId).odds;
    return m_context.evidence.recordShown(m_context.certification.id, shown);
}

Result<Replay> ReadinessDesk::replayed(const QString &blueprintId) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), blueprintId};
    const auto read = input();
    if (!read)
        return read.error();
    return lectern::replayed(**read, m_context.certification, *blueprint);
}

Result<DiagnosticAim> ReadinessDesk::diagnosticAim(const QString &blueprintId) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), blueprintId};
    const auto read = input();
    if (!read)
        return read.error();
    return lectern::diagnosticAim(**read, m_context.certification, *blueprint, m_context.now().utcMs);
}

Result<QList<RehearsalCheck>> ReadinessDesk::rehearsals(const QString &blueprintId) const
{
    const auto endings = m_context.attempts.results(m_context.certification.id);
    if (!endings)
        return endings.error();
    const auto shown = m_context.evidence.shownForecasts(m_context.certification.id, blueprintId);
    if (!shown)
        return shown.error();
    QList<RehearsalCheck> checks;
    for (auto ending = endings->crbegin(); ending != endings->crend(); ++ending) {
        if (!ending->sealed || ending->abandoned || ending->damaged || ending->blueprint != blueprintId ||
            ending->total == 0)
            continue;
        RehearsalCheck check{ending->id, dayOf(ending->startedUtcMs), ending->right, ending->total, {}};
        for (const ShownForecast &forecast : *shown) {
            if (forecast.questions == ending->questions && forecast.utcMs <= ending->startedUtcMs)
                check.before = forecast;
        }
        checks << check;
    }
    return checks;
}

Result<QByteArray> ReadinessDesk::exportTables(const QString &blueprintId) const
{
    const auto made = report(blueprintId);
    if (!made)
        return made.error();
    const auto sat = rehearsals(blueprintId);
    if (!sat)
        return sat.error();
    ReadinessTables tables;
    tables.certification = &m_context.certification;
    tables.blueprint = m_context.certification.blueprint(blueprintId);
    tables.report = *made;
    for (const RehearsalCheck &check : *sat) {
        std::optional<Estimate> before;
        if (check.before)
            before = Estimate{check.before->mean, check.before->low, check.before->high};
        tables.rehearsals.append({check.day, check.right, check.total, before, check.inside()});
    }
    return toCsv(tables);
}

int ReadinessDesk::targetPercent() const
{
    const auto stored = m_context.self.setting(Setting::TargetPercent);
    const int own = stored ? stored->toInt() : -1;
    return own > 0 && own <= 100 ? own : m_context.certification.exam.targetPercent;
}

} // namespace lectern
