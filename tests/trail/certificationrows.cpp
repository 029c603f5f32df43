// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificationrows.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace lectern::test
{

namespace
{

/// How a kind of row speaks. What varies from row to row is a named group: the slot does and expects what it says.
struct Pattern {
    const char *slot;
    const char *page;
    const char *control;
    const char *action;
    const char *effect;
};

constexpr Pattern patterns[] = {
    {"factsStandSideBySide", "Guide", "Open the source of (?<label>.+)", "Open the view Facts and press it",
        "The page's value stands beside the vendor's, (?<same>not )?marked as different, with source and date, and the "
        "source opens in the browser"},
    {"topicIsRead", "Guide", "Syllabus", "Open the view Syllabus, unfold (?<domain>D\\d) and choose the topic",
        "Its summary, the number of its questions and own results in it are shown"},
    {"linkIsOpenedAndUsed", "Guide", "Open (?<entry>.+)", "Open the view Resources and press it, then Open",
        "Its https address opens in the browser, and ticking (?<used>Used: .+) keeps the date"},
    {"itemIsTickedAndKept", "Guide", "State of (?<entry>.+)", "Open the view Checklists and choose Done",
        "The item is kept as done with today's date, its proof is shown and a note can be written"},
    {"entryIsRead", "Guide", "(?<list>.+)", "Open the view (?<view>Career), choose the list and read (?<entry>.+)",
        "What the page says of the role is shown with the (?<domains>domains) it draws on"},
    {"entryIsRead", "Guide", "(?<list>.+)", "Open the view (?<view>Career), choose the list and read (?<entry>.+)",
        "The page's range is shown with the remark that (?<remark>no source stands behind) it"},
    {"entryIsRead", "Guide", "(?<list>.+)", "Open the view (?<view>Career), choose the list and read (?<entry>.+)",
        "What the page says may follow is shown with a first step"},
    {"entryIsRead", "Guide", "(?<list>.+)", "Open the view (?<view>Challenges), choose the list and read (?<entry>.+)",
        "The page's warning is shown with what to do about it"},
    {"clockRunsOut", "Exam", "Start exam", "Choose a full form and press it",
        "The clock starts at (?<clock>\\d+:00) and ends the form at zero"},
    {"questionsAreNumbered", "Exam", "Start exam", "Choose a full form and press it",
        "The form holds (?<questions>\\d+) questions, numbered 1 to (?<last>\\d+)"},
    {"targetIsDrawn", "Exam", "Score with its interval and the target",
        "Submit a full form and look at it in the report",
        "The report draws the (?<target>\\d+) % practice target beside the score and says that the vendor publishes no "
        "mark"},
    {"formFollowsTheWeights", "Exam", "Blueprint", "Choose (?<blueprint>.+), and (?<questions>\\d+) questions",
        "The preview gives (?<domain>D\\d) (?<quota>\\d+) of (?<of>\\d+) questions, the drawn form holds that many, "
        "and the radar under Readiness has a spoke for it"},
    {"stageIsDated", "Plan", "New plan…", "Press it, give the first day and make the plan",
        "Weeks (?<first>\\d+) and (?<last>\\d+) are filled with dated blocks on the topics of (?<domain>D\\d)"},
    {"stageIsDated", "Plan", "New plan…", "Press it, give the first day and make the plan",
        "Weeks (?<first>\\d+) and (?<last>\\d+) are filled with dated blocks for projects and rehearsals"},
    {"weeksAreDated", "Plan", "New plan…", "Press it, give the first day and make the plan",
        "Dated blocks for twelve weeks appear by stage, and the vendor's course can be opened under Resources"},
    {"hoursArePlanned", "Plan", "New plan…", "Press it, give the first day and make the plan",
        "The blocks of the twelve weeks are laid out for (?<hours>\\d+) hours"},
    {"projectIsShown", "Projects", "Projects", "Choose (?<project>.+) in the list",
        "Its summary and its four requirements with their states are shown"},
    {"projectIsShown", "Projects", "Projects", "Choose (?<project>.+) in the list",
        "The (?<scope>scope) stands under the title of the project"},
    {"requirementIsKept", "Projects", "State of (?<requirement>.+)",
        "Choose (?<project>.+), then (?<begun>In progress), then (?<done>Done)",
        "The state, a note and a link to evidence are kept, and the progress of the project moves"},
};

bool match(const char *pattern, const QString &text, QHash<QString, QString> &words)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(QString::fromUtf8(pattern)));
    const QRegularExpressionMatch found = whole.match(text);
    const QStringList names = whole.namedCaptureGroups();
    for (const QString &name : names) {
        if (!name.isEmpty() && !found.captured(name).isEmpty())
            words.insert(name, found.captured(name));
    }
    return found.hasMatch();
}

void findSlot(CertificationRow &row)
{
    for (const Pattern &pattern : patterns) {
        QHash<QString, QString> words;
        if (row.page != QLatin1String(pattern.page) || !match(pattern.control, row.control, words) ||
            !match(pattern.action, row.action, words) || !match(pattern.effect, row.effect, words))
            continue;
        row.slot = QString::fromLatin1(pattern.slot);
        row.words = words;
        return;
    }
}

/// Where the detail begins and the title ends; -1 where the row is all title.
qsizetype cut(const QString &text)
{
    const qsizetype colon = text.indexOf(QStringLiteral(": "));
    return colon >= 0 ? colon : text.indexOf(QStringLiteral(" - "));
}

} // namespace

QString CertificationRow::title() const
{
    return cut(text) < 0 ? text : text.left(cut(text));
}

QString CertificationRow::detail() const
{
    return cut(text) < 0 ? QString() : text.mid(text.indexOf(u' ', cut(text) + 1) + 1);
}

QList<CertificationRow> certificationRows()
{
    QFile file(QStringLiteral(LECTERN_TEST_DATA "/certification-page.tsv"));
    QList<CertificationRow> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.removeFirst();
    for (const QString &line : std::as_const(lines)) {
        const QStringList cells = line.split(u'\t');
        CertificationRow row{cells.value(0), cells.value(1), cells.value(2), cells.value(3), cells.value(5),
            cells.value(6), cells.value(7), cells.value(8), cells.value(9), {}, {}};
        findSlot(row);
        rows.append(row);
    }
    return rows;
}

void addRows(const char *slot)
{
    QTest::addColumn<CertificationRow>("row");
    for (const CertificationRow &row : certificationRows()) {
        if (row.slot == QLatin1String(slot))
            QTest::newRow(qPrintable(row.id)) << row;
    }
}

} // namespace lectern::test
