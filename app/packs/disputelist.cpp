// SPDX-License-Identifier: GPL-3.0-or-later
#include "disputelist.h"

#include "disputefile.h"

#include <algorithm>
#include <tuple>

namespace lectern
{

namespace
{

constexpr int shortHash = 12;

struct Line {
    QString file; ///< empty: the pack does not have the question
    int line = 0;
    int column = 0;
    QString text;
};

/// A stranger's text on one line of a terminal: nothing in it moves the cursor or turns the direction of writing.
QString printable(const QString &text)
{
    QString shown = text.simplified();
    for (QChar &c : shown) {
        const bool turns = (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
        if (turns || c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

QString kindOf(const Dispute &dispute)
{
    switch (dispute.kind) {
    case DisputeKind::WrongKey:
        return QStringLiteral("the key is wrong");
    case DisputeKind::SecondAnswer:
        return QStringLiteral("option %1 can be defended").arg(dispute.option);
    case DisputeKind::OutOfDate:
        return QStringLiteral("a fact is out of date");
    case DisputeKind::Unclear:
        return QStringLiteral("it is unclear");
    case DisputeKind::Other:
        break;
    }
    return QStringLiteral("an objection");
}

QString sinceThen(const Dispute &dispute, const Item &item)
{
    const QString now = revisionHash(item);
    QString since = QStringLiteral("the question is as it was");
    if (now != dispute.revision)
        since = QStringLiteral("the question has changed since, from revision %1 to %2")
                    .arg(dispute.revision.left(shortHash), now.left(shortHash));
    if (dispute.kind == DisputeKind::SecondAnswer && !item.option(dispute.option))
        since += QStringLiteral(", and has no such option");
    return since;
}

class Lister
{
public:
    explicit Lister(const PackReading &reading)
        : m_pack(reading.pack)
        , m_places(reading.places)
    {
    }

    Line place(const QString &file, const Dispute &dispute) const
    {
        const auto item = std::find_if(m_pack.items.cbegin(), m_pack.items.cend(),
            [&](const Item &candidate) { return candidate.id == dispute.item; });
        QString standing;
        Line line;
        if (dispute.pack != m_pack.certification.id) {
            standing = QStringLiteral("it is about the pack %1 and not about this one").arg(dispute.pack);
        } else if (item == m_pack.items.cend()) {
            standing = QStringLiteral("this pack has no such question");
        } else {
            standing = sinceThen(dispute, *item);
            const QuestionPlace &found = m_places[item - m_pack.items.cbegin()];
            line.file = found.file;
            line.line = found.line;
            line.column = found.column;
        }
        QStringList facts{
            standing, QStringLiteral("written %1 of version %2, in %3")
                          .arg(dispute.date.toString(Qt::ISODate), dispute.packVersion, dispute.language)};
        if (!dispute.source.isEmpty())
            facts.append(QStringLiteral("source %1").arg(dispute.source));
        if (!line.file.isEmpty())
            facts.append(file);
        const QString where =
            line.file.isEmpty() ? file : QStringLiteral("%1:%2:%3").arg(line.file).arg(line.line).arg(line.column);
        line.text =
            printable(QStringLiteral("%1: dispute: %2: %3: %4 [%5]")
                          .arg(where, dispute.item, kindOf(dispute), dispute.reason, facts.join(QStringLiteral("; "))));
        return line;
    }

private:
    const Pack &m_pack;
    const QList<QuestionPlace> &m_places;
};

} // namespace

DisputeList listDisputes(const PackReading &reading, const QStringList &files)
{
    DisputeList list;
    if (files.isEmpty())
        return list;
    const Lister lister(reading);
    QList<Line> lines;
    for (const QString &file : files) {
        const DisputeReading dispute = readDispute(file);
        for (const Problem &problem : dispute.problems)
            list.refusals.append(printable(problem.toString()));
        if (dispute.ok())
            lines.append(lister.place(file, dispute.dispute));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) {
        return std::make_tuple(a.file.isEmpty(), a.file, a.line) < std::make_tuple(b.file.isEmpty(), b.file, b.line);
    });
    for (const Line &line : std::as_const(lines))
        list.lines.append(line.text);
    return list;
}

} // namespace lectern
