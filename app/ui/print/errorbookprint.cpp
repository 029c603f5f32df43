// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorbookprint.h"

#include "printtext.h"
#include "questionprint.h"
#include "reportwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace lectern
{

namespace
{

using Kind = PrintText::Kind;
using Missed = ReportDesk::ErrorBookEntry;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorBookPrint)
};

void addEntry(
    PrintFlow &flow, const ReportDesk &desk, const Missed &entry, const Domain *domain, int pattern, int number)
{
    const QLocale locale;
    PrintedQuestion question;
    question.number = locale.toString(number);
    question.code = domain ? domain->code : QString();
    question.pattern = pattern;
    question.chosen = entry.lastChoice;
    const bool right = isRight(keyOf(entry.item), entry.lastChoice);
    question.verdict = right                        ? PrintedQuestion::Verdict::Right
                       : entry.lastChoice.isEmpty() ? PrintedQuestion::Verdict::Blank
                                                    : PrintedQuestion::Verdict::Wrong;
    question.facts = {Words::tr("missed %n time(s)", nullptr, entry.missed),
        Words::tr("last asked on %1")
            .arg(locale.toString(desk.localTime(entry.lastUtcMs).date(), QLocale::ShortFormat))};
    question.rule = entry.miss.rule;
    question.error = entry.miss.error ? errorWords(*entry.miss.error) : QString();
    question.item = entry.item;
    question.optionOrder = entry.optionOrder;
    question.sources = false;
    addQuestion(flow, question);
}

/// Entries of one topic, or of none that the certification knows where `topic` is null.
QList<Missed> entriesOf(const QList<Missed> &book, const Certification &certification, const Topic *topic)
{
    QList<Missed> entries;
    for (const Missed &entry : book) {
        if (topic ? entry.item.topic == topic->id : !certification.topic(entry.item.topic))
            entries.append(entry);
    }
    return entries;
}

void fillBook(PrintFlow &flow, const ReportDesk &desk, const Certification &certification, const QList<Missed> &book)
{
    const PrintMetrics &metrics = flow.metrics();
    addText(
        flow, Kind::Plain, Words::tr("Error book"), metrics.font(printpoints::title, true), below(metrics, 0, true));
    addText(flow, Kind::Plain,
        book.isEmpty() ? Words::tr("Nothing was missed so far.")
                       : Words::tr("%n question(s), by topic. What you wrote stands first.", nullptr, int(book.size())),
        metrics.font(printpoints::body), below(metrics, 1));
    int number = 0;
    const auto addTopic = [&](const QString &title, const QList<Missed> &entries, const Domain *domain, int pattern) {
        if (entries.isEmpty())
            return;
        addText(flow, Kind::Plain, title, metrics.font(printpoints::heading + 1.5, true), below(metrics, 8, true));
        for (const Missed &entry : entries)
            addEntry(flow, desk, entry, domain, pattern, ++number);
    };
    for (int i = 0; i < certification.domains.size(); ++i) {
        const Domain &domain = certification.domains.at(i);
        for (const Topic &topic : domain.topics)
            addTopic(Words::tr("%1: %2", "domain's code: topic").arg(domain.code, topic.title),
                entriesOf(book, certification, &topic), &domain, i);
    }
    addTopic(Words::tr("Other topics"), entriesOf(book, certification, nullptr), nullptr, -1);
}

} // namespace

PrintSheet errorBookSheet(const ReportDesk &desk, const Certification &certification, const QList<Missed> &book)
{
    const QLocale locale;
    const QString today = locale.toString(desk.now().date(), QLocale::ShortFormat);
    PrintSheet sheet;
    sheet.title = Words::tr("Error book, %1", "day").arg(today);
    sheet.furniture.left = Words::tr("Lectern: error book");
    sheet.furniture.right = Words::tr("Page %1 of %2");
    sheet.furniture.foot = certification.title;
    sheet.furniture.footRight = Words::tr("Printed %1").arg(today);
    sheet.fill = [&desk, certification, book](PrintFlow &flow) { fillBook(flow, desk, certification, book); };
    return sheet;
}

} // namespace lectern
