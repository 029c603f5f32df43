// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtable.h"
#include "readout.h"
#include "replay.h"

#include <QDate>

#include <algorithm>
#include <cstdio>
#include <numeric>

using namespace lectern;
using sim::CsvFailure;
using sim::CsvTable;

namespace
{

const char *const usage =
    "Prints what a log of answers says of readiness: abilities with their covariance, expected scores, odds, "
    "interval.\n"
    "Usage: lectern-readiness-csv BLUEPRINT.csv ANSWERS.csv [DAY]\n"
    "\n"
    "Both files are UTF-8, split at commas, with a heading line that names the columns, in any order; a cell with a "
    "comma in\n"
    "it stands in quotes; numbers have a decimal point. DAY: the day it is read on; without it the last one of the "
    "answers.\n"
    "\n"
    "BLUEPRINT.csv  domain     name of a section\n"
    "               weight     its share of the exam, any scale\n"
    "               questions  of a form of the exam; without this column 60, shared by weight\n"
    "               topics     how many the domain has, 5 without this column: those without an answer count too\n"
    "ANSWERS.csv    day        a whole number, or a date as 2026-10-31; lines of one day are in order, the days need "
    "not be\n"
    "               domain     one of the blueprint; answers of another move nothing, which is said\n"
    "               topic      name of a topic of that domain; may be empty\n"
    "               options    how many there are, 2 at least\n"
    "               type       single, multiple or multiple-K (K keys, 2 if not said), all, ordering, matching, "
    "code-line\n"
    "               difficulty easy, medium or hard\n"
    "               objective  a rationale read on the same or the previous day makes an answer aided; may be empty\n"
    "               mode       rehearsal, timed, diagnostic, drill: unaided; study, hint, disputed: aided\n"
    "               exposures before\n"
    "                          how often the question had been shown before; the last time counts as a week ago\n"
    "               correct    1 or 0\n"
    "Every line is one answer: the same line twice is two answers.\n"
    "Exit code 2: a file cannot be read; the message names the file, the line, the reason and what is wanted.\n";

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int mostQuestions = 1000;
constexpr int mostTopics = 300;

struct Exam {
    QStringList domains;
    QList<int> topics; ///< of each domain
    ExamModel model;
};

/// A day, and whether it was written as a date.
std::optional<std::pair<qint64, bool>> dayOf(const QString &text)
{
    bool fine = false;
    const int number = text.toInt(&fine);
    if (fine && number >= 0)
        return std::pair{qint64(number), false};
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid())
        return std::pair{date.toJulianDay(), true};
    return {};
}

double guessOf(const CsvTable &table, qsizetype row)
{
    const int options = table.whole(row, QStringLiteral("options"), 2, 1000);
    const QString type = table.text(row, QStringLiteral("type")).toLower();
    static const QString multiple = QStringLiteral("multiple-");
    if (type.startsWith(multiple)) {
        bool fine = false;
        const int keys = type.mid(multiple.size()).toInt(&fine);
        if (!fine || keys < 1 || keys > options)
            table.fail(row, QStringLiteral("“%1” of %2 options: “multiple-” and a number from 1 to %2 is wanted")
                                .arg(type)
                                .arg(options));
        return guessRate(ItemType::Multiple, options, keys);
    }
    const auto kind = static_cast<ItemType>(table.word(row, QStringLiteral("type"),
        {{QStringLiteral("single"), int(ItemType::Single)}, {QStringLiteral("multiple"), int(ItemType::Multiple)},
            {QStringLiteral("all"), int(ItemType::All)}, {QStringLiteral("ordering"), int(ItemType::Ordering)},
            {QStringLiteral("matching"), int(ItemType::Matching)},
            {QStringLiteral("code-line"), int(ItemType::CodeLine)}}));
    return guessRate(kind, options, 2);
}

Exam readBlueprint(const QString &path)
{
    const CsvTable table(path, {QStringLiteral("domain"), QStringLiteral("weight")});
    Exam exam;
    for (qsizetype row = 0; row < table.size(); ++row) {
        const QString name = table.name(row, QStringLiteral("domain"));
        if (exam.domains.contains(name))
            table.fail(row, QStringLiteral("the domain “%1” stands there twice; keep one").arg(name));
        exam.domains.append(name);
        exam.model.weights.push_back(table.number(row, QStringLiteral("weight")));
        if (table.has(QStringLiteral("questions")))
            exam.model.quotas.push_back(table.whole(row, QStringLiteral("questions"), 0, mostQuestions));
        exam.topics.append(
            table.has(QStringLiteral("topics")) ? table.whole(row, QStringLiteral("topics"), 0, mostTopics) : 5);
    }
    const double sum = std::accumulate(exam.model.weights.cbegin(), exam.model.weights.cend(), 0.0);
    if (!(sum > 0))
        throw CsvFailure{path + QStringLiteral(": no domain has a weight above 0; give each its share of the exam")};
    if (exam.model.quotas.empty()) {
        QList<int> millionths;
        for (const double weight : exam.model.weights)
            millionths.append(qRound(weight / sum * 1e6));
        for (const int quota : largestRemainder(millionths, 60))
            exam.model.quotas.push_back(quota);
    }
    const int questions = std::accumulate(exam.model.quotas.cbegin(), exam.model.quotas.cend(), 0);
    if (questions < 1 || questions > mostQuestions)
        throw CsvFailure{QStringLiteral("%1: a form has %2 questions; 1 to %3 are wanted in all")
                             .arg(path)
                             .arg(questions)
                             .arg(mostQuestions)};
    return exam;
}

struct Log {
    AbilityShape shape;
    QStringList topics;
    QList<LoggedAnswer> answers;
    bool dates = false;
};

Log readLog(const QString &path, const Exam &exam)
{
    const CsvTable table(
        path, {QStringLiteral("day"), QStringLiteral("domain"), QStringLiteral("topic"), QStringLiteral("options"),
                  QStringLiteral("type"), QStringLiteral("difficulty"), QStringLiteral("objective"),
                  QStringLiteral("mode"), QStringLiteral("exposures before"), QStringLiteral("correct")});
    enum Mode { Unaided, Feedback, Disputed };
    static const QList<std::pair<QString, int>> modes{{QStringLiteral("rehearsal"), Unaided},
        {QStringLiteral("timed"), Unaided}, {QStringLiteral("diagnostic"), Unaided}, {QStringLiteral("drill"), Unaided},
        {QStringLiteral("study"), Feedback}, {QStringLiteral("hint"), Feedback},
        {QStringLiteral("disputed"), Disputed}};
    static const QList<std::pair<QString, int>> levels{{QStringLiteral("easy"), int(Difficulty::Easy)},
        {QStringLiteral("medium"), int(Difficulty::Medium)}, {QStringLiteral("hard"), int(Difficulty::Hard)}};
    Log log;
    log.shape.sections = static_cast<int>(exam.domains.size());
    QHash<QString, int> known;
    QList<int> strangers;                     // lines
    QList<std::pair<qint64, qsizetype>> rows; // by day, so that the order of the file names no topic before another
    for (qsizetype row = 0; row < table.size(); ++row) {
        const QString written = table.text(row, QStringLiteral("day"));
        const auto day = dayOf(written);
        if (!day)
            table.fail(row, QStringLiteral("“%1” under “day”: a whole number from 0 or a date as 2026-10-31 is wanted")
                                .arg(written));
        if (row > 0 && day->second != log.dates)
            table.fail(
                row, QStringLiteral("“%1” under “day”: numbers and dates are mixed; use one of them").arg(written));
        rows.append({day->first, row});
        log.dates = day->second;
    }
    std::sort(rows.begin(), rows.end());
    for (const auto &[day, row] : std::as_const(rows)) {
        LoggedAnswer logged;
        logged.day = day;
        logged.objective = table.text(row, QStringLiteral("objective"));
        const int mode = table.word(row, QStringLiteral("mode"), modes);
        logged.feedback = mode == Feedback;
        logged.disputed = mode == Disputed;
        // The hour is unknown: an answer came at its day's beginning, a rationale at its end.
        logged.utcMs = logged.day * dayMs + (logged.feedback ? dayMs - 1 : 0);
        logged.answer.section = static_cast<int>(exam.domains.indexOf(table.text(row, QStringLiteral("domain"))));
        if (logged.answer.section < 0)
            strangers.append(table.line(row));
        const QString topic = table.text(row, QStringLiteral("topic"));
        if (logged.answer.section >= 0 && !topic.isEmpty()) {
            const QString key = QString::number(logged.answer.section) + u'/' + topic;
            if (!known.contains(key)) {
                if (log.topics.size() == mostTopics)
                    table.fail(row,
                        QStringLiteral("more than %1 topics; is “topic” the name of the question?").arg(mostTopics));
                known.insert(key, static_cast<int>(log.topics.size()));
                log.topics.append(key);
                log.shape.topicSection.push_back(logged.answer.section);
            }
            logged.answer.topic = known.value(key);
        }
        logged.answer.guess = guessOf(table, row);
        logged.answer.difficulty = static_cast<Difficulty>(table.word(row, QStringLiteral("difficulty"), levels));
        logged.answer.exposuresBefore = table.whole(row, QStringLiteral("exposures before"), 0, 1'000'000);
        logged.answer.daysSinceSeen = 7;
        logged.answer.right = table.whole(row, QStringLiteral("correct"), 0, 1) > 0;
        log.answers.append(logged);
    }
    if (!strangers.isEmpty())
        std::fprintf(stderr, "%s:%d: note: %lld of %lld answers are of domains that the blueprint does not name\n",
            qUtf8Printable(path), *std::min_element(strangers.cbegin(), strangers.cend()),
            static_cast<long long>(strangers.size()), static_cast<long long>(log.answers.size()));
    for (int d = 0; d < log.shape.sections; ++d) {
        for (auto seen = std::count(log.shape.topicSection.cbegin(), log.shape.topicSection.cend(), d);
             seen < exam.topics.at(d); ++seen) {
            log.topics.append(QStringLiteral("%1/without answers %2").arg(d).arg(seen + 1));
            log.shape.topicSection.push_back(d);
        }
    }
    return log;
}

QByteArray cell(QString text)
{
    if (text.contains(u',') || text.contains(u'"'))
        text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

void print(const Replay &replayed, const Exam &exam, const QStringList &topics)
{
    const Ability &ability = replayed.ability();
    const Readout readout = readOut(ability, exam.model);
    QList<QByteArray> names;
    for (const QString &name : exam.domains + topics)
        names.append(cell(name));
    names << "memory"
          << "gain";
    std::printf("day,%lld\n\nstate,mean\n", static_cast<long long>(ability.day()));
    for (int i = 0; i < ability.size(); ++i)
        std::printf("%s,%.17g\n", names.at(i).constData(), ability.mean(i));
    std::printf("\ncovariance,%s\n", names.join(',').constData());
    for (int i = 0; i < ability.size(); ++i) {
        std::printf("%s", names.at(i).constData());
        for (int j = 0; j < ability.size(); ++j)
            std::printf(",%.17g", ability.covariance(i, j));
        std::printf("\n");
    }
    std::printf("\nexpected,mean,low,high,unaided answers\n");
    for (int d = 0; d < ability.shape().sections; ++d) {
        const Estimate &share = readout.sections[static_cast<size_t>(d)];
        std::printf("%s,%.6f,%.6f,%.6f,%d\n", names.at(d).constData(), share.mean, share.low, share.high,
            replayed.evidence()[static_cast<size_t>(d)]);
    }
    std::printf("exam,%.6f,%.6f,%.6f\n", readout.weighted.mean, readout.weighted.low, readout.weighted.high);
    std::printf("form,%.6f,%.6f,%.6f\n", readout.score.mean, readout.score.low, readout.score.high);
    std::printf("odds,%.6f\nshown odds,%.6f\n", readout.odds, readout.shownOdds());
}

void run(const QStringList &arguments)
{
    const Exam exam = readBlueprint(arguments.at(1));
    const Log log = readLog(arguments.at(2), exam);
    std::optional<qint64> until;
    if (arguments.size() > 3) {
        const auto day = dayOf(arguments.at(3));
        if (!day || (!log.answers.isEmpty() && day->second != log.dates))
            throw CsvFailure{QStringLiteral("DAY “%1”: a whole number or a date as 2026-10-31 is wanted, as in %2")
                                 .arg(arguments.at(3), arguments.at(2))};
        until = day->first;
    }
    print(replay(log.shape, log.answers, {}, until), exam, log.topics);
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (arguments.size() < 3 || arguments.size() > 4) {
        std::fputs(usage, stderr);
        return 2;
    }
    try {
        run(arguments);
    } catch (const CsvFailure &failure) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(failure.text));
        return 2;
    }
    return 0;
}
