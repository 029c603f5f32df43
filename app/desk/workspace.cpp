// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include "backup.h"
#include "calendardesk.h"
#include "context.h"
#include "evidencedesk.h"
#include "examdesk.h"
#include "focusdesk.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "packreader.h"
#include "plandesk.h"
#include "projectdesk.h"
#include "readinessdesk.h"
#include "repairdesk.h"
#include "reportdesk.h"
#include "settingsdesk.h"

#include <QDir>

namespace lectern
{

struct Workspace::Private {
    std::unique_ptr<Context> context;
    std::unique_ptr<SettingsDesk> settings;
    std::unique_ptr<HistoryDesk> history;
    std::unique_ptr<GuideDesk> guide;
    std::unique_ptr<ExamDesk> exam;
    std::unique_ptr<PlanDesk> plan;
    std::unique_ptr<RepairDesk> repair;
    std::unique_ptr<CalendarDesk> calendar;
    std::unique_ptr<ReadinessDesk> readiness;
    std::unique_ptr<ReportDesk> reports;
    std::unique_ptr<ProjectDesk> projects;
    std::unique_ptr<EvidenceDesk> evidence;
    std::unique_ptr<FocusDesk> focus;

    template<typename Desk>
    Desk &desk(std::unique_ptr<Desk> &slot)
    {
        if (!slot)
            slot = std::make_unique<Desk>(*context);
        return *slot;
    }
};

namespace
{

/// Shipped packs in the order of their folders' names.
QStringList packFolders(const QString &packsFolder)
{
    QStringList folders;
    const QDir dir(packsFolder);
    for (const QString &name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (dir.exists(name + QStringLiteral("/pack.yaml")))
            folders.append(dir.filePath(name));
    }
    return folders;
}

/// Installs a shipped pack whose bytes differ from what the profile holds; parses nothing otherwise.
Outcome installPack(Context &context, const QString &folder, const QList<PackStore::Installed> &installed)
{
    const Result<QString> hash = packHash(folder);
    if (!hash)
        return hash.error();
    for (const PackStore::Installed &pack : installed) {
        if (pack.hash == *hash)
            return Done{};
    }
    const PackReading reading = readPack(folder);
    if (!reading.ok()) {
        for (const Problem &problem : reading.problems) {
            if (problem.severity == Severity::Error)
                return Error{ErrorCode::PackInvalid, problem.toString(), folder};
        }
    }
    return context.packs.install(
        reading.pack.certification, reading.pack.items, reading.pack.hash, context.now().utcMs);
}

/// What is shipped and what is installed, in few words; empty where the files cannot be trusted to tell.
QString packsSeen(Context &context, const QStringList &folders)
{
    QStringList parts;
    for (const QString &folder : folders) {
        parts.append(packStamp(folder, context.now().utcMs));
        if (parts.constLast().isEmpty())
            return {};
    }
    const auto installed = context.packs.installed();
    if (!installed)
        return {};
    for (const PackStore::Installed &pack : *installed)
        parts.append(pack.id + u' ' + pack.hash);
    return parts.join(u'\n');
}

Outcome installPacks(Context &context)
{
    const QStringList folders = packFolders(context.environment.packsFolder);
    const QString seen = packsSeen(context, folders);
    const auto before = context.self.setting(Setting::PacksSeen);
    if (!seen.isEmpty() && before && before->toString() == seen)
        return Done{};
    const auto installed = context.packs.installed();
    if (!installed)
        return installed.error();
    Outcome first = Done{};
    for (const QString &folder : folders) {
        const Outcome outcome = installPack(context, folder, *installed);
        if (!outcome && first)
            first = outcome;
    }
    const QString now = packsSeen(context, folders);
    // Only a time-saver: a profile on a full disk opens without.
    if (first && !now.isEmpty())
        static_cast<void>(context.self.setSetting(Setting::PacksSeen, now));
    return first;
}

} // namespace

Workspace::Workspace()
    : d(std::make_unique<Private>())
{
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &profilePath, const Environment &environment)
{
    Profile::Options options;
    options.backups = environment.backups;
    options.nowUtcMs = environment.clock().utcMs;
    auto profile = Profile::open(profilePath, options);
    if (!profile)
        return profile.error();

    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->d->context = std::make_unique<Context>(std::move(*profile), environment);
    Context &context = *workspace->d->context;

    // A profile that already has a certification stays usable when a shipped pack cannot be read.
    const Outcome packs = installPacks(context);
    const auto installed = context.packs.installed();
    if (!installed)
        return installed.error();
    if (installed->isEmpty()) {
        if (!packs)
            return packs.error();
        return Error{ErrorCode::PackInvalid, QStringLiteral("no content pack found"), environment.packsFolder};
    }
    auto certification = context.packs.certification(installed->constFirst().id);
    if (!certification)
        return certification.error();
    context.certification = std::move(*certification);

    Private *d = workspace->d.get();
    context.changed = [d] {
        if (d->calendar)
            d->calendar->tell();
        if (d->history)
            d->history->announce();
    };
    // Nobody has to look at the plan for its calendar to be kept, or to hear that it was not when it last changed.
    workspace->calendar().tell();
    return workspace;
}

QString Workspace::profilePath() const
{
    return d->context->profile->path();
}

SettingsDesk &Workspace::settings()
{
    return d->desk(d->settings);
}

HistoryDesk &Workspace::history()
{
    if (!d->history) {
        d->history = std::make_unique<HistoryDesk>(*d->context);
        QObject::connect(d->history.get(), &HistoryDesk::restored, d->history.get(), [this] {
            if (d->guide)
                d->guide->forget();
            if (d->projects)
                d->projects->forget();
            if (d->evidence)
                d->evidence->forget();
            if (d->calendar)
                d->calendar->tell();
            if (d->plan)
                Q_EMIT d->plan->changed();
            if (d->readiness)
                Q_EMIT d->readiness->changed();
            if (d->exam)
                Q_EMIT d->exam->changed();
            if (d->reports)
                Q_EMIT d->reports->changed();
        });
    }
    return *d->history;
}

GuideDesk &Workspace::guide()
{
    return d->desk(d->guide);
}

ExamDesk &Workspace::exam()
{
    if (!d->exam)
        d->exam = std::make_unique<ExamDesk>(
            *d->context, [this](const QString &blueprint) { return readiness().diagnosticAim(blueprint); });
    return *d->exam;
}

ReportDesk &Workspace::reports()
{
    if (!d->reports) {
        d->desk(d->reports);
        ReportDesk *desk = d->reports.get();
        QObject::connect(&exam(), &ExamDesk::attemptFinished, desk, &ReportDesk::changed);
        // A dispute takes answers out of what readiness counts, a queued sibling is due some day.
        QObject::connect(desk, &ReportDesk::changed, desk, [this] {
            if (d->readiness)
                Q_EMIT d->readiness->changed();
        });
        QObject::connect(desk, &ReportDesk::changed, &exam(), &ExamDesk::forgetBank);
    }
    return *d->reports;
}

PlanDesk &Workspace::plan()
{
    if (!d->plan) {
        PlanDesk::Outlook outlook;
        outlook.readiness = [this](const QString &blueprint) { return readiness().report(blueprint); };
        outlook.formsLeft = [this](const QString &blueprint) {
            ExamDesk::Setup setup = exam().defaultSetup(AttemptMode::Rehearsal);
            setup.blueprint = blueprint;
            return exam().sealedFormsLeft(setup);
        };
        d->plan = std::make_unique<PlanDesk>(*d->context, std::move(outlook));
        QObject::connect(&exam(), &ExamDesk::attemptFinished, d->plan.get(), &PlanDesk::forgetFacts);
        QObject::connect(&evidence(), &EvidenceDesk::changed, d->plan.get(), &PlanDesk::forgetFacts);
    }
    return *d->plan;
}

RepairDesk &Workspace::repair()
{
    if (!d->repair)
        d->repair = std::make_unique<RepairDesk>(*d->context, plan(), readiness());
    return *d->repair;
}

CalendarDesk &Workspace::calendar()
{
    if (!d->calendar) {
        d->desk(d->calendar);
        // Busy times take room from the plan.
        QObject::connect(d->calendar.get(), &CalendarDesk::busyChanged, d->calendar.get(), [this] {
            if (d->plan)
                Q_EMIT d->plan->changed();
        });
    }
    return *d->calendar;
}

ReadinessDesk &Workspace::readiness()
{
    if (!d->readiness) {
        d->desk(d->readiness);
        ReadinessDesk *desk = d->readiness.get();
        // New answers, another appointment or another target change what readiness says.
        QObject::connect(&exam(), &ExamDesk::attemptFinished, desk, &ReadinessDesk::changed);
        QObject::connect(&plan(), &PlanDesk::changed, desk, &ReadinessDesk::changed);
        QObject::connect(&evidence(), &EvidenceDesk::changed, desk, &ReadinessDesk::changed);
        QObject::connect(&settings(), &SettingsDesk::changed, desk, [desk](Setting setting) {
            if (setting == Setting::TargetPercent)
                Q_EMIT desk->changed();
        });
    }
    return *d->readiness;
}

EvidenceDesk &Workspace::evidence()
{
    return d->desk(d->evidence);
}

FocusDesk &Workspace::focus()
{
    if (!d->focus) {
        d->desk(d->focus);
        FocusDesk *desk = d->focus.get();
        QObject::connect(&plan(), &PlanDesk::changed, desk, &FocusDesk::refresh);
        QObject::connect(desk, &FocusDesk::logged, &plan(), &PlanDesk::changed);
    }
    return *d->focus;
}

ProjectDesk &Workspace::projects()
{
    return d->desk(d->projects);
}

} // namespace lectern
