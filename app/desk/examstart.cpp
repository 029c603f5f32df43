// SPDX-License-Identifier: GPL-3.0-or-later
// What may be sat next, and starting it.
#include "comeback.h"
#include "context.h"
#include "exambank.h"
#include "examdesk.h"

#include <QUuid>

#include <algorithm>
#include <numeric>

namespace lectern
{

namespace
{

constexpr int fewestByBlueprint = 5;
constexpr int mostQuestions = 60;
constexpr int mostMinutes = 600;
constexpr int mostUnscored = 10;

/// From the wall clock and a fresh uuid; stored with the attempt, so that the form can be drawn again.
quint64 freshSeed(qint64 utcMs)
{
    return (quint64(qHash(QUuid::createUuid())) << 32) ^ quint64(utcMs);
}

/// What the set-up says of the sections of a diagnostic is what will be drawn, also after a restart; whatever was shown
/// since makes it another one.
quint64 diagnosticSeed(const QHash<QString, int> &exposures)
{
    return std::accumulate(exposures.cbegin(), exposures.cend(), quint64(1));
}

Error badInput(const QString &why)
{
    return Error{ErrorCode::BadInput, why, {}};
}

/// Drawn by the blueprint's weights, not by what the learner ticks.
bool byBlueprint(AttemptMode mode)
{
    return mode != AttemptMode::Study && mode != AttemptMode::Drill;
}

bool onlyDue(const DrillCriteria &criteria)
{
    DrillCriteria due;
    due.due = true;
    return criteria == due;
}

Outcome check(const ExamDesk::Setup &setup)
{
    const bool limited = setup.mode == AttemptMode::Rehearsal || setup.mode == AttemptMode::Timed;
    const int fewest = byBlueprint(setup.mode) ? fewestByBlueprint : 1;
    if (setup.questions < fewest || setup.questions > mostQuestions)
        return badInput(QStringLiteral("%1 to %2 questions").arg(fewest).arg(mostQuestions));
    if (setup.minutes < (limited ? 1 : 0) || setup.minutes > mostMinutes)
        return badInput(QStringLiteral("at most %1 minutes").arg(mostMinutes));
    if (setup.rules.timePercent < 100 || setup.rules.timePercent > 400)
        return badInput(QStringLiteral("extra time of 100 to 400 percent"));
    if (setup.unscored < 0 || setup.unscored > (setup.mode == AttemptMode::Rehearsal ? mostUnscored : 0))
        return badInput(QStringLiteral("up to %1 unscored questions, in a rehearsal").arg(mostUnscored));
    return Done{};
}

} // namespace

int ExamDesk::Setup::budgetMinutes() const
{
    return (minutes * rules.timePercent + 99) / 100;
}

ExamDesk::Setup ExamDesk::defaultSetup(AttemptMode mode) const
{
    Setup setup;
    setup.mode = mode;
    const auto appointment = m_context.plan.appointment();
    const Certification &certification = m_context.certification;
    const Blueprint *blueprint = appointment ? certification.blueprint(appointment->blueprint) : nullptr;
    if (!blueprint)
        blueprint = recommendedBlueprint(certification, appointment ? appointment->date : QDate());
    if (blueprint) {
        setup.blueprint = blueprint->id;
        setup.questions = blueprint->questions;
        setup.minutes = blueprint->minutes;
    }
    const auto kept = [this](Setting setting) {
        const auto value = m_context.self.setting(setting);
        return value ? *value : info(setting).fallback;
    };
    setup.rules.timePercent = std::clamp(kept(Setting::ExtraTimePercent).toInt(), 100, 400);
    setup.rules.breaks = std::max(0, kept(Setting::Breaks).toInt());
    setup.rules.breaksStopClock = kept(Setting::BreaksStopClock).toBool();
    setup.rules.certainty = kept(Setting::Certainty).toBool();
    setup.rules.sleepCounts = kept(Setting::SleepCounts).toBool();
    setup.rules.crashCounts = kept(Setting::CrashCounts).toBool();
    setup.rules.feedback = mode == AttemptMode::Study || mode == AttemptMode::Drill;
    setup.rules = rulesOf(mode, setup.rules);
    if (mode == AttemptMode::Diagnostic || mode == AttemptMode::Study || mode == AttemptMode::Drill) {
        setup.questions = std::min(diagnosticLength, setup.questions);
        setup.minutes = 0;
    }
    return setup;
}

int ExamDesk::minutesFor(const Setup &setup) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(setup.blueprint);
    if (!blueprint || blueprint->questions <= 0)
        return setup.minutes;
    return (setup.questions * blueprint->minutes + blueprint->questions - 1) / blueprint->questions;
}

Outcome ExamDesk::rememberRules(const Setup &setup)
{
    const auto keep = [this](Setting setting, const QVariant &value) -> Outcome {
        const auto before = m_context.self.setting(setting);
        return before && *before == value ? Outcome(Done{}) : m_context.self.setSetting(setting, value);
    };
    QList<std::pair<Setting, QVariant>> values{
        {Setting::ExamMode, word(setup.mode)}, {Setting::ExtraTimePercent, setup.rules.timePercent}};
    if (setup.mode == AttemptMode::Rehearsal)
        values += {{Setting::Breaks, setup.rules.breaks}, {Setting::BreaksStopClock, setup.rules.breaksStopClock}};
    else
        values += {{Setting::Certainty, setup.rules.certainty}, {Setting::SleepCounts, setup.rules.sleepCounts},
            {Setting::CrashCounts, setup.rules.crashCounts}};
    for (const auto &[setting, value] : std::as_const(values)) {
        if (const Outcome kept = keep(setting, value); !kept)
            return kept;
    }
    return Done{};
}

Result<const ExamBank *> ExamDesk::bank() const
{
    if (!m_bank) {
        auto read = readBank(m_context);
        if (!read)
            return read.error();
        m_bank = std::make_unique<ExamBank>(std::move(*read));
    }
    return m_bank.get();
}

FormPreview ExamDesk::preview(const Setup &setup) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(setup.blueprint);
    const auto all = bank();
    if (!blueprint || !all)
        return {};
    const FormRequest request = requestOf(setup, **all);
    if (setup.mode != AttemptMode::Diagnostic)
        return previewForm((*all)->tags, *blueprint, request);
    const auto fair = (*all)->undisputed(m_context);
    auto aim = (*all)->aims.constFind(setup.blueprint);
    if (aim == (*all)->aims.cend()) {
        auto fresh = m_aim(setup.blueprint);
        if (!fresh)
            return {};
        aim = (*all)->aims.insert(setup.blueprint, std::move(*fresh));
    }
    return fair ? previewDiagnostic(*fair, *blueprint, request, *aim) : FormPreview();
}

FormRequest ExamDesk::requestOf(const Setup &setup, const ExamBank &all) const
{
    FormRequest request;
    if (setup.mode == AttemptMode::Diagnostic)
        request.seed = diagnosticSeed(all.exposures);
    request.questions = setup.questions;
    request.exposures = all.exposures;
    request.unsealed = all.unsealed;
    request.pool = setup.mode == AttemptMode::Rehearsal ? FormPool::Sealed : FormPool::Open;
    request.unscored = setup.mode == AttemptMode::Rehearsal ? setup.unscored : 0;
    return request;
}

int ExamDesk::sealedFormsLeft(const Setup &setup) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(setup.blueprint);
    const auto all = bank();
    if (!blueprint || !all)
        return 0;
    return formsLeft((*all)->tags, *blueprint, requestOf(setup, **all));
}

int ExamDesk::sealedQuestions() const
{
    const auto all = bank();
    if (!all)
        return 0;
    return static_cast<int>(std::count_if(
        (*all)->tags.cbegin(), (*all)->tags.cend(), [](const ItemTag &tag) { return !tag.reserve.isEmpty(); }));
}

int ExamDesk::matching(const Setup &setup) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(setup.blueprint);
    const auto all = bank();
    if (!blueprint || !all)
        return 0;
    return static_cast<int>((*all)->matching(setup.criteria, *blueprint, m_context).size());
}

int ExamDesk::dueCount() const
{
    const auto all = bank();
    return all ? static_cast<int>((*all)->due(m_context).size()) : 0;
}

Result<QList<FormItem>> ExamDesk::draw(const Setup &setup, quint64 &seed) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(setup.blueprint);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), setup.blueprint};
    const auto all = bank();
    if (!all)
        return all.error();
    FormRequest request = requestOf(setup, **all);
    if (setup.mode != AttemptMode::Diagnostic)
        request.seed = freshSeed(m_context.now().utcMs);
    seed = request.seed;
    if (setup.mode == AttemptMode::Diagnostic) {
        const auto fair = (*all)->undisputed(m_context);
        if (!fair)
            return fair.error();
        const auto aim = m_aim(setup.blueprint);
        return aim ? drawDiagnostic(*fair, *blueprint, request, *aim) : Result<QList<FormItem>>(aim.error());
    }
    if (byBlueprint(setup.mode))
        return drawForm((*all)->tags, *blueprint, request);
    if (onlyDue(setup.criteria))
        return drawComebacks((*all)->due(m_context), (*all)->tags, *blueprint, request);
    return drawDrill((*all)->matching(setup.criteria, *blueprint, m_context), *blueprint, request);
}

Result<AttemptId> ExamDesk::start(const Setup &setup)
{
    if (m_running)
        return Error{ErrorCode::NotAllowed, QStringLiteral("another attempt is running"), {}};
    if (const Outcome legal = check(setup); !legal)
        return legal.error();
    const Moment now = m_context.now();
    AttemptSetup attempt;
    attempt.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    attempt.mode = setup.mode;
    attempt.pack = m_context.certification.id;
    attempt.blueprint = setup.blueprint;
    attempt.minutes = setup.budgetMinutes();
    attempt.rules = rulesOf(setup.mode, setup.rules);
    if (!byBlueprint(setup.mode))
        attempt.criteria = setup.criteria;
    const auto form = draw(setup, attempt.seed);
    if (!form)
        return form.error();
    attempt.items = *form;

    const Result<Attempt> fresh = Attempt::fold(attempt, {});
    if (!fresh)
        return fresh.error();
    const Result<AttemptEvent> started = fresh->started(now);
    if (!started)
        return started.error();
    const Result<AttemptId> id = m_context.attempts.create(attempt, *started);
    if (!id)
        return id.error();
    Result<Attempt> stored = m_context.attempts.load(*id);
    if (!stored)
        return stored.error();
    if (const Outcome taken = take(std::move(*stored)); !taken)
        return taken.error();
    m_bank.reset(); // what is shown from here on was shown
    Q_EMIT attemptChanged(*id);
    return *id;
}

Result<AttemptId> ExamDesk::startDrill(const DrillCriteria &criteria, int mostOfThem)
{
    Setup setup = defaultSetup(AttemptMode::Drill);
    setup.criteria = criteria;
    setup.questions = std::clamp(mostOfThem, 1, mostQuestions);
    return start(setup);
}

} // namespace lectern
