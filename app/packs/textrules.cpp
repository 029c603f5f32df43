// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemrules.h"
#include "wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr qsizetype noOption = -1;

/// A text of an item with what names its place.
struct TextField {
    const char16_t *field;
    qsizetype option;
    QString text;
};

QList<TextField> textsOf(const Item &item)
{
    QList<TextField> texts{{u"title", noOption, item.title}, {u"stem", noOption, item.stem},
        {u"question", noOption, item.question}, {u"takeaway", noOption, item.takeaway},
        {u"case", noOption, item.caseText}};
    for (const QString &prompt : item.prompts)
        texts.append({u"prompts", noOption, prompt});
    for (qsizetype i = 0; i < item.options.size(); ++i) {
        const Option &option = item.options[i];
        texts.append({u"text", i, option.text});
        texts.append({u"misconception", i, option.misconception});
        texts.append({u"rationale", i, option.rationale});
    }
    return texts;
}

void report(const Fields &fields, const TextField &text, const QString &detail, Severity severity)
{
    if (text.option != noOption)
        flaw(fields, text.option, text.field, detail, severity);
    else if (severity == Severity::Error)
        fields.error(ProblemKind::ItemFlaw, QString::fromUtf16(text.field), detail);
    else
        fields.warning(ProblemKind::ItemFlaw, QString::fromUtf16(text.field), detail);
}

bool speaksOfOptions(const TextField &text)
{
    const QStringView field(text.field);
    return field == u"rationale" || field == u"takeaway" || field == u"misconception";
}

void checkEncoding(const TextField &text, const Fields &fields)
{
    // UTF-8 that was read as Mac Roman, DOS or Windows text and saved again.
    static const QRegularExpression garbled(
        QStringLiteral(
            "[\\x{201A}\\x{221A}\\x{FFFD}\\x{00C3}]|\\x{00FC}[^\\w\\s]|\\x{00E2}\\x{20AC}|\\x{00C2}[^\\w\\s]"),
        QRegularExpression::UseUnicodePropertiesOption);
    if (const auto match = garbled.match(text.text); match.hasMatch())
        report(fields, text,
            QStringLiteral("%1 looks like a letter that was saved in another encoding. Write it anew.")
                .arg(quoted(text.text.mid(std::max<qsizetype>(0, match.capturedStart() - 5), 12).simplified())),
            Severity::Error);
}

void checkPlaceholders(const TextField &text, const Fields &fields)
{
    static const QRegularExpression placeholder(QStringLiteral(
        "\\b(TODO|TBD|FIXME|XXX+)\\b|\\b[Ll]orem ipsum\\b|\\?\\?\\?|\\[(insert|fill in|add)\\b[^\\]]*\\]"));
    if (const auto match = placeholder.match(text.text); match.hasMatch())
        report(fields, text, QStringLiteral("%1 stands for text that is still to come.").arg(quoted(match.captured())),
            Severity::Error);
}

void checkLetters(const TextField &text, const Fields &fields)
{
    static const QRegularExpression letter(QStringLiteral("\\b([Oo]ption|[Aa]nswer|[Cc]hoice)s? \\(?[A-F]\\b"));
    static const QRegularExpression bare(
        QStringLiteral("\\([A-F]\\)|\\b[A-F] (is|was) (right|wrong|correct|incorrect|the (key|answer))\\b"));
    if (!letter.match(text.text).hasMatch() && !(speaksOfOptions(text) && bare.match(text.text).hasMatch()))
        return;
    const bool rationale = QStringView(text.field) == u"rationale";
    report(fields, text,
        QStringLiteral("An option is named by its letter, but letters change with the shuffling. Say what the option "
                       "says."),
        rationale ? Severity::Warning : Severity::Error);
}

struct Renamed {
    const char *old; ///< a regular expression
    const char *now;
};

// What the vendor renamed or gave up. Z-order and partitions are old as well, but the exam compares with them.
constexpr Renamed renamed[]{
    {"\\b(Delta Live Tables?|DLT)\\b", "Lakeflow Spark Declarative Pipelines"},
    {"\\bAPPLY CHANGES\\b", "AUTO CDC"},
    {"\\b(Databricks Asset Bundles?|DABs?)\\b", "Declarative Automation Bundles"},
    {"\\bDatabricks Repos\\b", "Git folders"},
    {"\\bDelta Sharing\\b", "OpenSharing"},
    {"\\bDatabricks Workflows\\b", "Lakeflow Jobs"},
    {"\\bLakehouse Monitoring\\b", "data quality monitoring"},
    {"\\b[Ss]hared access mode\\b", "standard access mode"},
    {"\\b[Ss]ingle[- ]user access mode\\b", "dedicated access mode"},
    {"\\b(?<!usage )[Bb]udget polic(y|ies)\\b", "serverless usage policy"},
    {"\\bGanglia\\b", "the compute metrics page"},
    {"\\bDBFS (root|mounts?)\\b", "Unity Catalog volumes"},
    {"\\b[Ss]kew hints?\\b", "adaptive query execution"},
    {"\\b[Tt]rigger\\.?\\(?[Oo]nce\\b", "availableNow"},
    {"\\bignoreChanges\\b", "skipChangeCommits"},
    {"\\b[Cc]redential passthrough\\b", "Unity Catalog"},
    {"\\bJobs API 2\\.0\\b", "Jobs API 2.2"},
    {"\\bis_member\\b", "is_account_group_member"},
    {"\\bVector Search\\b", "AI Search"},
    {"\\bCommunity Edition\\b", "Free Edition"},
};

// Texts that say themselves that the name is an old one.
bool marksAge(const QString &text)
{
    static const QRegularExpression mark(
        QStringLiteral(
            "\\b(former(ly)?|legacy|deprecated|renamed|retired|previously|used to be|no longer|was called)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return mark.match(text).hasMatch();
}

// A wrong option may use an old name, since its misconception and rationale explain it, and they have to name it.
void checkNames(const TextField &text, const Item &item, const Fields &fields)
{
    const bool wrong = text.option != noOption && !item.options[text.option].key;
    if (wrong || marksAge(text.text))
        return;
    static const QList<QRegularExpression> old = [] {
        QList<QRegularExpression> expressions;
        for (const Renamed &name : renamed)
            expressions.append(QRegularExpression(QLatin1String(name.old)));
        return expressions;
    }();
    for (qsizetype i = 0; i < old.size(); ++i) {
        if (const auto match = old[i].match(text.text); match.hasMatch())
            report(fields, text,
                QStringLiteral("%1 is an old name. Write %2, or say that it was formerly called so.")
                    .arg(quoted(match.captured()), QLatin1String(renamed[i].now)),
                Severity::Error);
    }
}

} // namespace

void inspectTexts(const Item &item, Fields &fields)
{
    const QList<TextField> texts = textsOf(item);
    for (const TextField &text : texts) {
        checkEncoding(text, fields);
        checkPlaceholders(text, fields);
        checkLetters(text, fields);
        checkNames(text, item, fields);
    }
    checkEncoding({u"code", noOption, item.code.text}, fields);
    const bool inCapitals = item.question.contains(QLatin1String("NOT"));
    if (!inCapitals && isNegative(item.question))
        fields.warning(ProblemKind::ItemFlaw, QStringLiteral("question"),
            QStringLiteral("The question asks for what is not so, which is easily misread. Ask for what is, or write "
                           "NOT in capitals."));
}

} // namespace lectern
