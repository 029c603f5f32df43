// SPDX-License-Identifier: GPL-3.0-or-later
#include "planwords.h"

#include "timeformats.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

class PlanWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

QString mixedTitle(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Read:
        return PlanWords::tr("Reading");
    case BlockKind::Lab:
        return PlanWords::tr("Lab");
    case BlockKind::Questions:
        return PlanWords::tr("Mixed questions");
    case BlockKind::Rehearsal:
        return PlanWords::tr("Rehearsal");
    case BlockKind::Project:
        return PlanWords::tr("Project work");
    case BlockKind::Review:
        return PlanWords::tr("Review missed");
    case BlockKind::Buffer:
        return PlanWords::tr("Buffer");
    }
    return {};
}

QString mixedFullTitle(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Questions:
        return PlanWords::tr("Mixed questions over all domains");
    case BlockKind::Rehearsal:
        return PlanWords::tr("Rehearsal: a whole form against the clock");
    case BlockKind::Review:
        return PlanWords::tr("Review what you missed");
    case BlockKind::Buffer:
        return PlanWords::tr("Buffer: free or catch up");
    default:
        return mixedTitle(kind);
    }
}

/// What the aim of a block says better than its kind and topic.
void setAim(BlockWords &words, const Block &block)
{
    switch (block.aim) {
    case BlockAim::Study:
    case BlockAim::Missed:
        return;
    case BlockAim::Return:
        words.kind = PlanWords::tr("Return");
        words.fullTitle = PlanWords::tr("Return: %1").arg(words.fullTitle);
        return;
    case BlockAim::Diagnostic:
        words.title = PlanWords::tr("Diagnostic");
        words.fullTitle = PlanWords::tr("Diagnostic: where you stand in each domain");
        return;
    case BlockAim::Timed:
        words.title = PlanWords::tr("Timed practice");
        words.fullTitle = PlanWords::tr("Timed practice over all domains");
        return;
    case BlockAim::Lookback:
        words.title = PlanWords::tr("Review rehearsal");
        words.fullTitle = PlanWords::tr("Review of the rehearsal before it");
        return;
    case BlockAim::GuideCheck:
        words.title = PlanWords::tr("Exam guide check");
        words.fullTitle = PlanWords::tr("Check whether the exam guide has changed");
        return;
    }
}

/// A project block names its milestone; without one it is the capstone.
void setProject(BlockWords &words, const Certification &certification, const Block &block)
{
    const Project *project = certification.project(block.project);
    if (block.kind != BlockKind::Project || !project)
        return;
    const auto milestone = std::find_if(project->requirements.cbegin(), project->requirements.cend(),
        [&block](const Requirement &requirement) { return requirement.id == block.requirement; });
    if (milestone == project->requirements.cend()) {
        words.title = PlanWords::tr("Capstone");
        words.fullTitle = PlanWords::tr("Capstone: %1").arg(project->title);
    } else {
        words.title = PlanWords::tr("Project %1").arg(project->number);
        words.fullTitle = PlanWords::tr("Project %1: %2", "number, requirement")
                              .arg(QString::number(project->number), milestone->title);
    }
}

} // namespace

QString kindName(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Read:
        return PlanWords::tr("Read");
    case BlockKind::Lab:
        return PlanWords::tr("Lab");
    case BlockKind::Questions:
        return PlanWords::tr("Questions");
    case BlockKind::Rehearsal:
        return PlanWords::tr("Rehearsal");
    case BlockKind::Project:
        return PlanWords::tr("Project");
    case BlockKind::Review:
        return PlanWords::tr("Review");
    case BlockKind::Buffer:
        return PlanWords::tr("Buffer");
    }
    return {};
}

BlockWords wordsOf(const Certification &certification, const Block &block)
{
    BlockWords words;
    words.kind = kindName(block.kind);
    words.code = PlanWords::tr("Mix", "code of a study block that belongs to no single domain");
    words.title = mixedTitle(block.kind);
    words.fullTitle = mixedFullTitle(block.kind);
    if (const Domain *domain = certification.domainOfTopic(block.topic)) {
        words.code = domain->code;
        words.domain = static_cast<int>(domain - certification.domains.constData());
    }
    if (const Topic *topic = certification.topic(block.topic)) {
        words.fullTitle = topic->title;
        words.title = topic->shortTitle.isEmpty() ? topic->title : topic->shortTitle;
    }
    setProject(words, certification, block);
    setAim(words, block);
    return words;
}

const Stage *stageById(const Certification &certification, const QString &id)
{
    const auto stage = std::find_if(certification.path.cbegin(), certification.path.cend(),
        [&id](const Stage &candidate) { return candidate.id == id; });
    return stage == certification.path.cend() ? nullptr : &*stage;
}

int stageDomain(const Certification &certification, const Stage &stage)
{
    if (stage.domains.size() != 1)
        return -1;
    const Domain *domain = certification.domain(stage.domains.constFirst());
    return domain ? static_cast<int>(domain - certification.domains.constData()) : -1;
}

QString minutesText(int minutes)
{
    return PlanWords::tr("%1 min").arg(QLocale().toString(minutes));
}

QString lengthText(const Block &block)
{
    const QString planned = minutesText(block.minutes);
    if (block.loggedMinutes == 0 || block.loggedMinutes == block.minutes)
        return planned;
    return PlanWords::tr("%1 of %2", "minutes worked of a block's length")
        .arg(QLocale().toString(block.loggedMinutes), planned);
}

QString hoursNumber(int minutes)
{
    const bool whole = minutes % 60 == 0 || minutes >= 100 * 60;
    return QLocale().toString(minutes / 60.0, 'f', whole ? 0 : 1);
}

QString hoursText(int minutes)
{
    return PlanWords::tr("%1 h").arg(hoursNumber(minutes));
}

QString clockText(QTime time)
{
    return QLocale().toString(time, clockFormat());
}

QString clockText(int minuteOfDay)
{
    return clockText(QTime(minuteOfDay / 60 % 24, minuteOfDay % 60));
}

QString dayText(QDate date, QDate now)
{
    return QLocale().toString(date, date.year() == now.year()
                                        ? PlanWords::tr("dddd d MMMM", "a day of this year")
                                        : PlanWords::tr("dddd d MMMM yyyy", "a day of another year"));
}

QString shortDayText(QDate date)
{
    return QLocale().toString(date, PlanWords::tr("ddd d MMM", "a short day"));
}

QString monthText(QDate date)
{
    const QLocale locale;
    return PlanWords::tr("%1 %2", "month and year")
        .arg(locale.standaloneMonthName(date.month()), locale.toString(date, QStringLiteral("yyyy")));
}

QString spanText(QDate from, QDate to)
{
    const QLocale locale;
    const QString whole = PlanWords::tr("d MMMM yyyy", "a day with its year");
    const QString end = locale.toString(to, whole);
    if (from.year() != to.year())
        return PlanWords::tr("%1 – %2", "from one day to another").arg(locale.toString(from, whole), end);
    if (from.month() != to.month())
        return PlanWords::tr("%1 – %2", "from one day to another")
            .arg(locale.toString(from, PlanWords::tr("d MMMM", "a day whose year is told elsewhere")), end);
    return PlanWords::tr("%1–%2", "from a day of a month to another, which is told with its month")
        .arg(locale.toString(from.day()), end);
}

QString beyondText(const QString &said)
{
    return PlanWords::tr("%1, beyond the exam", "what is said of a block").arg(said);
}

QString refusalText(EditRefusal refusal)
{
    switch (refusal) {
    case EditRefusal::Finished:
        return PlanWords::tr("A done block stays as it is. Mark it not done first.");
    case EditRefusal::Begun:
        return PlanWords::tr("This block has minutes logged and stays where it was studied. Copy it to another day.");
    case EditRefusal::Settled:
        return PlanWords::tr("What is left of this block was planned anew already. Copy it to another day.");
    case EditRefusal::PastDay:
        return PlanWords::tr("The past stays as it was. Choose today or a later day.");
    case EditRefusal::ExamDay:
        return PlanWords::tr("Nothing is planned on the exam day or behind it. Choose an earlier day.");
    case EditRefusal::FixedLength:
        return PlanWords::tr("A rehearsal lasts as long as the exam and is not cut.");
    case EditRefusal::NoRoom:
        return PlanWords::tr("There is no room for it at this time. Choose another time or day.");
    }
    return {};
}

QString stateText(const Block &block, QDate today)
{
    switch (block.state) {
    case BlockState::Done:
        return PlanWords::tr("done");
    case BlockState::Partly:
        return PlanWords::tr("%1 of %2 min done").arg(block.loggedMinutes).arg(block.minutes);
    case BlockState::Excused:
        return PlanWords::tr("excused");
    case BlockState::Planned:
        break;
    }
    if (block.date >= today)
        return PlanWords::tr("to do");
    if (block.kind == BlockKind::Buffer)
        return PlanWords::tr("unused", "a buffer of a day gone by");
    return block.settled ? PlanWords::tr("missed, settled") : PlanWords::tr("missed");
}

QString spoken(const Certification &certification, const Block &block, QDate today)
{
    const BlockWords words = wordsOf(certification, block);
    QString state = stateText(block, today);
    if (block.locked)
        state = PlanWords::tr("%1, pinned", "state of a block").arg(state);
    return PlanWords::tr("%n minute(s), %1, %2, %3", "length, kind, topic, state of a study block", block.minutes)
        .arg(words.kind.toLower(), words.title, state);
}

} // namespace lectern
