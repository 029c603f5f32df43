// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule.h"
#include "scheduletext.h"
#include "tabletext.h"

namespace lectern
{

namespace
{

QString clock(int minuteOfDay)
{
    return QStringLiteral("%1:%2").arg(minuteOfDay / 60, 2, 10, QChar(u'0')).arg(minuteOfDay % 60, 2, 10, QChar(u'0'));
}

} // namespace

QByteArray toCsv(const ScheduleExport &schedule)
{
    QByteArray csv = csvLine({QStringLiteral("date"), QStringLiteral("start"), QStringLiteral("minutes"),
        QStringLiteral("kind"), QStringLiteral("domain"), QStringLiteral("topic"), QStringLiteral("stage"),
        QStringLiteral("state"), QStringLiteral("logged_minutes")});
    for (const Block &block : schedule.blocks) {
        const BlockText text = textOf(*schedule.certification, block);
        csv += csvLine({block.date.toString(Qt::ISODate), clock(block.startMinute), QString::number(block.minutes),
            word(block.kind), text.code, text.topic, text.stage, word(block.state),
            QString::number(block.loggedMinutes)});
    }
    return csv;
}

} // namespace lectern
