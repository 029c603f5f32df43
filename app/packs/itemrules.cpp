// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemrules.h"

#include "thresholds.h"
#include "wording.h"

#include <QRegularExpression>
#include <QSet>

namespace lectern
{

using namespace thresholds;

namespace
{

QString optionKey(qsizetype index, const char16_t *field)
{
    return QStringLiteral("options[%1].%2").arg(index).arg(field);
}

void checkOptions(const Item &item, Fields &fields)
{
    static const QRegularExpression combined(
        QStringLiteral(
            "\\b(all|none|any|both|neither|each) of (the|these) (above|below|options|answers|other options)\\b"
            "|\\b(all|none|both) of (these|them)\\b\\W*$|\\bboth [a-f] and [a-f]\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QSet<QString> texts;
    QSet<QString> misconceptions;
    for (qsizetype i = 0; i < item.options.size(); ++i) {
        const Option &option = item.options[i];
        if (combined.match(option.text).hasMatch())
            flaw(fields, i, u"text",
                QStringLiteral("The option points at other options, which are shuffled. Say what "
                               "it means."),
                Severity::Error);
        const QString text = gist(option.text);
        if (!text.isEmpty() && texts.contains(text))
            flaw(fields, i, u"text", QStringLiteral("Another option says the same."), Severity::Error);
        texts.insert(text);
        const QString misconception = gist(option.misconception);
        if (!misconception.isEmpty() && misconceptions.contains(misconception))
            flaw(fields, i, u"misconception",
                QStringLiteral("Another option has this misconception. Each wrong option needs one of its own."),
                Severity::Error);
        misconceptions.insert(misconception);
    }
}

void checkCode(const Item &item, Fields &fields)
{
    if (item.code.text.isEmpty())
        return;
    const QString key = QStringLiteral("code");
    const QStringList lines = item.code.text.split(u'\n');
    if (lines.size() > mostCodeLines)
        fields.error(ProblemKind::ItemFlaw, key,
            QStringLiteral("The code has %1 lines and may have at most %2.").arg(lines.size()).arg(mostCodeLines));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].size() > mostCodeColumns) {
            fields.error(ProblemKind::ItemFlaw, key,
                QStringLiteral("Line %1 of the code has %2 columns and may have at most %3.")
                    .arg(i + 1)
                    .arg(lines[i].size())
                    .arg(mostCodeColumns));
        }
    }
}

void checkWords(const Item &item, Fields &fields)
{
    const qsizetype stem = wordCount(item.stem);
    if (stem > 0 && (stem < fewestStemWords || stem > mostStemWords))
        fields.warning(ProblemKind::ItemFlaw, QStringLiteral("stem"),
            QStringLiteral("The stem has %1 words; %2 to %3 are read without haste.")
                .arg(stem)
                .arg(fewestStemWords)
                .arg(mostStemWords));
    if (item.question.isEmpty())
        return;
    // Where more than one option is right, the reader holds the end of the question against their number.
    const bool endsInRequest = item.type == ItemType::Multiple || item.type == ItemType::All;
    if (!endsInRequest && !item.question.trimmed().endsWith(u'?'))
        fields.error(ProblemKind::ItemFlaw, QStringLiteral("question"),
            QStringLiteral("The question does not end with a question mark."));
    if (const qsizetype words = wordCount(item.question); words > mostQuestionWords)
        fields.warning(ProblemKind::ItemFlaw, QStringLiteral("question"),
            QStringLiteral("The question has %1 words; more than %2 belong into the stem.")
                .arg(words)
                .arg(mostQuestionWords));
}

void checkHistory(const Item &item, Fields &fields)
{
    for (qsizetype i = 1; i < item.history.size(); ++i) {
        const QDate day = item.history[i].date;
        if (day.isValid() && day < item.history[i - 1].date)
            fields.error(ProblemKind::BadValue, QStringLiteral("history"),
                QStringLiteral("The states are not in the order of their days, oldest first."));
    }
}

void checkAges(const Item &item, const Fields &fields, QDate on)
{
    for (qsizetype i = 0; i < item.sources.size(); ++i) {
        const QDate day = item.sources[i].checkedOn;
        if (!day.isValid() || day.daysTo(on) <= mostDaysSinceCheck)
            continue;
        fields.log().warning(ProblemKind::ItemFlaw,
            fields.place(QStringLiteral("sources"), i, QStringLiteral("checked_on")),
            fields.path(QStringLiteral("sources[%1].checked_on").arg(i)),
            QStringLiteral(
                "The source was checked %1 days before %2, more than %3. Hold the question against it again.")
                .arg(day.daysTo(on))
                .arg(on.toString(Qt::ISODate))
                .arg(mostDaysSinceCheck));
    }
}

void checkTeaching(const Item &item, const Fields &fields)
{
    if (item.options.isEmpty())
        return; // where lines of code are chosen, the takeaway alone teaches
    qsizetype words = wordCount(item.takeaway);
    for (const Option &option : item.options) {
        if (option.rationale.isEmpty())
            return; // reported as missing
        words += wordCount(option.rationale);
    }
    if (words < fewestTeachingWords || words > mostTeachingWords)
        fields.warning(ProblemKind::ItemFlaw, QStringLiteral("takeaway"),
            QStringLiteral("The rationales and the takeaway have %1 words together; %2 to %3 teach without a lecture.")
                .arg(words)
                .arg(fewestTeachingWords)
                .arg(mostTeachingWords));
}

} // namespace

void flaw(const Fields &fields, qsizetype option, const char16_t *field, const QString &detail, Severity severity)
{
    const FilePlace place = fields.place(QStringLiteral("options"), option, QString::fromUtf16(field));
    const QString key = fields.path(optionKey(option, field));
    if (severity == Severity::Error)
        fields.log().error(ProblemKind::ItemFlaw, place, key, detail);
    else
        fields.log().warning(ProblemKind::ItemFlaw, place, key, detail);
}

void inspectItem(const Item &item, Fields &fields, const KnownNames &names, QDate on)
{
    inspectTexts(item, fields);
    inspectOptions(item, fields);
    inspectCode(item, fields);
    inspectNames(item, fields, names);
    checkTeaching(item, fields);
    checkAges(item, fields, on);
}

void checkItem(const Item &item, Fields &fields)
{
    checkWords(item, fields);
    checkCode(item, fields);
    checkOptions(item, fields);
    checkHistory(item, fields);
}

} // namespace lectern
