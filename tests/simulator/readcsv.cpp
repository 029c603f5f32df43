// SPDX-License-Identifier: GPL-3.0-or-later
#include "readout.h"
#include "replay.h"

#include <QFile>
#include <QTextStream>

#include <cstdio>

using namespace lectern;

namespace
{

const char *const usage =
    "Prints what a log of answers says of readiness: abilities with their covariance, expected scores, odds, "
    "interval.\n"
    "Usage: lectern-readiness-csv BLUEPRINT.csv ANSWERS.csv [DAY]\n"
    "\n"
    "Both files are UTF-8 with a heading line that names the columns, in any order; cells are split at commas and may "
    "not\n"
    "hold one. DAY: the day it is read on; without it the last one of the answers.\n"
    "\n"
    "BLUEPRINT.csv  domain     name of a section\n"
    "               weight     its share of the exam, any scale\n"
    "               questions  of a form of the exam; without this column 60, shared by weight\n"
    "               topics     how many the domain has, 5 without this column: those without an answer count too\n"
    "ANSWERS.csv    day        a whole number; lines are in order within a day\n"
    "               domain     one of the blueprint; answers of another move nothing\n"
    "               topic      name of a topic of that domain\n"
    "               options    how many there are\n"
    "               type       single, multiple or multiple-K (K keys, 2 if not said), all, ordering, matching, "
    "code-line\n"
    "               difficulty easy, medium or hard\n"
    "               objective  a rationale read on the same or the previous day makes an answer aided\n"
    "               mode       rehearsal, timed, diagnostic, drill: unaided; study, hint, disputed: aided\n"
    "               exposures before\n"
    "                          how often the question had been shown before\n"
    "               correct    1 or 0\n"
    "Exit code 2: a file cannot be read; the message names the file, the line and the reason.\n";

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

struct Failure {
    QString text;
};

/// The lines of a file as cells by the name of their column.
class Table
{
public:
    explicit Table(const QString &path)
        : m_path(path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw Failure{QStringLiteral("%1: %2").arg(path, file.errorString())};
        QTextStream stream(&file);
        while (!stream.atEnd()) {
            const QString line = stream.readLine();
            ++m_line;
            if (line.trimmed().isEmpty())
                continue;
            QStringList cells = line.split(u',');
            for (QString &cell : cells)
                cell = cell.trimmed();
            if (m_columns.isEmpty()) {
                for (QString &cell : cells)
                    cell = cell.toLower().replace(u'_', u' ');
                m_columns = cells;
                continue;
            }
            if (cells.size() != m_columns.size())
                fail(QStringLiteral("%1 cells under %2 headings").arg(cells.size()).arg(m_columns.size()));
            m_rows.append({m_line, cells});
        }
    }

    qsizetype size() const { return m_rows.size(); }
    bool has(const QString &column) const { return m_columns.contains(column); }

    QString text(qsizetype row, const QString &column)
    {
        const qsizetype at = m_columns.indexOf(column);
        m_line = m_rows.at(row).first;
        if (at < 0)
            throw Failure{QStringLiteral("%1: no column “%2”").arg(m_path, column)};
        return m_rows.at(row).second.at(at);
    }

    double number(qsizetype row, const QString &column)
    {
        bool fine = false;
        const double value = text(row, column).toDouble(&fine);
        if (!fine || value < 0 || value > 1e9)
            fail(QStringLiteral("“%1” is no number for “%2”").arg(text(row, column), column));
        return value;
    }

    [[noreturn]] void fail(const QString &reason) const
    {
        throw Failure{QStringLiteral("%1:%2: %3").arg(m_path).arg(m_line).arg(reason)};
    }

private:
    QString m_path;
    int m_line = 0;
    QStringList m_columns;
    QList<std::pair<int, QStringList>> m_rows;
};

double guessOf(Table &table, qsizetype row)
{
    const QString type = table.text(row, QStringLiteral("type")).toLower();
    const int options = static_cast<int>(table.number(row, QStringLiteral("options")));
    const QString kind = type.section(u'-', 0, 0);
    bool fine = true;
    const int keys = kind == QLatin1String("multiple") && type.contains(u'-') ? type.section(u'-', 1).toInt(&fine) : 2;
    if (kind == QLatin1String("single"))
        return guessRate(ItemType::Single, options);
    if (kind == QLatin1String("multiple") && fine)
        return guessRate(ItemType::Multiple, options, keys);
    if (kind == QLatin1String("all"))
        return guessRate(ItemType::All, options);
    if (kind == QLatin1String("ordering"))
        return guessRate(ItemType::Ordering, options);
    if (kind == QLatin1String("matching"))
        return guessRate(ItemType::Matching, options);
    if (kind == QLatin1String("code"))
        return guessRate(ItemType::CodeLine, options);
    table.fail(QStringLiteral("unknown type “%1”").arg(type));
}

Difficulty difficultyOf(Table &table, qsizetype row)
{
    const QString name = table.text(row, QStringLiteral("difficulty")).toLower();
    const qsizetype at =
        QStringList{QStringLiteral("easy"), QStringLiteral("medium"), QStringLiteral("hard")}.indexOf(name);
    if (at < 0)
        table.fail(QStringLiteral("unknown difficulty “%1”").arg(name));
    return static_cast<Difficulty>(at);
}

void run(const QStringList &arguments)
{
    Table blueprint(arguments.at(1));
    Table log(arguments.at(2));
    QStringList domains;
    QList<int> weights;
    ExamModel exam;
    for (qsizetype row = 0; row < blueprint.size(); ++row) {
        domains.append(blueprint.text(row, QStringLiteral("domain")));
        const double weight = blueprint.number(row, QStringLiteral("weight"));
        weights.append(qRound(weight * 1000));
        exam.weights.push_back(weight);
        if (blueprint.has(QStringLiteral("questions")))
            exam.quotas.push_back(static_cast<int>(blueprint.number(row, QStringLiteral("questions"))));
    }
    if (domains.isEmpty() || std::all_of(weights.cbegin(), weights.cend(), [](int weight) { return weight == 0; }))
        throw Failure{arguments.at(1) + QStringLiteral(": no domain has a weight")};
    if (exam.quotas.empty()) {
        for (int quota : largestRemainder(weights, 60))
            exam.quotas.push_back(quota);
    }

    AbilityShape shape;
    shape.sections = static_cast<int>(domains.size());
    QStringList topics;
    QList<LoggedAnswer> answers;
    for (qsizetype row = 0; row < log.size(); ++row) {
        LoggedAnswer logged;
        logged.day = static_cast<qint64>(log.number(row, QStringLiteral("day")));
        logged.objective = log.text(row, QStringLiteral("objective"));
        const QString mode = log.text(row, QStringLiteral("mode")).toLower();
        logged.feedback = mode == QLatin1String("study") || mode == QLatin1String("hint");
        logged.disputed = mode == QLatin1String("disputed");
        // The hour is unknown: an answer came at its day's beginning, a rationale at its end.
        logged.utcMs = logged.day * dayMs + (logged.feedback ? dayMs - 1 : 0);
        logged.answer.section = static_cast<int>(domains.indexOf(log.text(row, QStringLiteral("domain"))));
        const QString topic = QString::number(logged.answer.section) + u'/' + log.text(row, QStringLiteral("topic"));
        if (logged.answer.section >= 0 && !topics.contains(topic)) {
            topics.append(topic);
            shape.topicSection.push_back(logged.answer.section);
        }
        logged.answer.topic = static_cast<int>(topics.indexOf(topic));
        logged.answer.guess = guessOf(log, row);
        logged.answer.difficulty = difficultyOf(log, row);
        logged.answer.exposuresBefore = static_cast<int>(log.number(row, QStringLiteral("exposures before")));
        logged.answer.daysSinceSeen = 7;
        logged.answer.right = log.number(row, QStringLiteral("correct")) > 0;
        answers.append(logged);
    }

    for (int d = 0; d < shape.sections; ++d) {
        const int all = blueprint.has(QStringLiteral("topics"))
                            ? std::min(static_cast<int>(blueprint.number(d, QStringLiteral("topics"))), 100)
                            : 5;
        for (auto seen = std::count(shape.topicSection.cbegin(), shape.topicSection.cend(), d); seen < all; ++seen) {
            topics.append(QStringLiteral("%1/without answers %2").arg(d).arg(seen + 1));
            shape.topicSection.push_back(d);
        }
    }

    std::optional<qint64> until;
    if (arguments.size() > 3)
        until = arguments.at(3).toLongLong();
    const Replay replayed = replay(shape, answers, {}, until);
    const Ability &ability = replayed.ability();
    const Readout readout = readOut(ability, exam);

    QStringList names = domains;
    names += topics;
    names << QStringLiteral("memory") << QStringLiteral("gain");
    std::printf("day,%lld\n\nstate,mean\n", static_cast<long long>(ability.day()));
    for (int i = 0; i < ability.size(); ++i)
        std::printf("%s,%.17g\n", qUtf8Printable(names.at(i)), ability.mean(i));
    std::printf("\ncovariance,%s\n", qUtf8Printable(names.join(u',')));
    for (int i = 0; i < ability.size(); ++i) {
        std::printf("%s", qUtf8Printable(names.at(i)));
        for (int j = 0; j < ability.size(); ++j)
            std::printf(",%.17g", ability.covariance(i, j));
        std::printf("\n");
    }
    std::printf("\nexpected,mean,low,high,unaided answers\n");
    for (int d = 0; d < shape.sections; ++d) {
        const Estimate &share = readout.sections[static_cast<size_t>(d)];
        std::printf("%s,%.6f,%.6f,%.6f,%d\n", qUtf8Printable(domains.at(d)), share.mean, share.low, share.high,
            replayed.evidence()[static_cast<size_t>(d)]);
    }
    std::printf("exam,%.6f,%.6f,%.6f\n", readout.weighted.mean, readout.weighted.low, readout.weighted.high);
    std::printf("form,%.6f,%.6f,%.6f\n", readout.score.mean, readout.score.low, readout.score.high);
    std::printf("odds,%.6f\nshown odds,%.6f\n", readout.odds, readout.shownOdds());
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
    } catch (const Failure &failure) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(failure.text));
        return 2;
    }
    return 0;
}
