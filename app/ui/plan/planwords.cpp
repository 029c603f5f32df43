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

QString spoken(const Certification &certification, const Block &block, QDate today)
{
    const BlockWords words = wordsOf(certification, block);
    QString state = PlanWords::tr("to do");
    if (block.state == BlockState::Done)
        state = PlanWords::tr("done");
    else if (block.date < today)
        state = PlanWords::tr("missed");
    return PlanWords::tr("%n minute(s), %1, %2, %3", "length, kind, topic, state of a study block", block.minutes)
        .arg(words.kind.toLower(), words.title, state);
}

} // namespace lectern
