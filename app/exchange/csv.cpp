// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule.h"
#include "scheduletext.h"

#include <QStringList>

namespace lectern
{

namespace
{

/// Spreadsheets run a cell that begins with one of these, after any white space, as a formula.
bool looksLikeFormula(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return false;
    constexpr QStringView starters = u"=+-@|\uFF1D\uFF0B\uFF0D\uFF20";
    return starters.contains(trimmed[0]);
}

QString cell(const QString &text)
{
    QString safe = looksLikeFormula(text) ? u'\'' + text : text;
    const bool quoted = safe.contains(u'"') || safe.contains(u',') || safe.contains(u'\n') || safe.contains(u'\r') ||
                        safe != safe.trimmed();
    if (!quoted)
        return safe;
    safe.replace(u'"', QStringLiteral("\"\""));
    return u'"' + safe + u'"';
}

QByteArray line(const QStringList &cells)
{
    QStringList written;
    for (const QString &text : cells)
        written.append(cell(text));
    return written.join(u',').toUtf8() + "\r\n";
}

QString clock(int minuteOfDay)
{
    return QStringLiteral("%1:%2").arg(minuteOfDay / 60, 2, 10, QChar(u'0')).arg(minuteOfDay % 60, 2, 10, QChar(u'0'));
}

} // namespace

QByteArray toCsv(const ScheduleExport &schedule)
{
    QByteArray csv = line({QStringLiteral("date"), QStringLiteral("start"), QStringLiteral("minutes"),
        QStringLiteral("kind"), QStringLiteral("domain"), QStringLiteral("topic"), QStringLiteral("stage"),
        QStringLiteral("state"), QStringLiteral("logged_minutes")});
    for (const Block &block : schedule.blocks) {
        const BlockText text = textOf(*schedule.certification, block);
        csv += line({block.date.toString(Qt::ISODate), clock(block.startMinute), QString::number(block.minutes),
            word(block.kind), text.code, text.topic, text.stage, word(block.state),
            QString::number(block.loggedMinutes)});
    }
    return csv;
}

} // namespace lectern
