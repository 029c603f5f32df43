// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtable.h"

#include <QFile>
#include <QTextStream>

#include <cmath>

namespace lectern::sim
{

namespace
{

constexpr double mostOfAnything = 1e6;

QString quoted(const QString &text)
{
    return u'“' + text + u'”';
}

} // namespace

CsvTable::CsvTable(const QString &path, const QStringList &columns)
    : m_path(path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw CsvFailure{QStringLiteral("%1: %2").arg(path, file.errorString())};
    QTextStream stream(&file);
    QString text;
    for (int line = 1; stream.readLineInto(&text); ++line) {
        if (text.trimmed().isEmpty())
            continue;
        const QStringList cells = split(text, line);
        if (m_columns.isEmpty()) {
            readHeadings(cells, line, columns);
            continue;
        }
        if (cells.size() != m_columns.size())
            failAt(line, QStringLiteral("%1 cells under %2 headings: a cell with a comma in it stands in quotes, and a "
                                        "number has a decimal point")
                             .arg(cells.size())
                             .arg(m_columns.size()));
        m_rows.append({line, cells});
    }
    if (m_columns.isEmpty())
        throw CsvFailure{QStringLiteral("%1: the file is empty; its first line names the columns: %2")
                             .arg(path, columns.join(QStringLiteral(", ")))};
}

void CsvTable::readHeadings(const QStringList &cells, int line, const QStringList &wanted)
{
    if (cells.size() == 1 && cells.constFirst().contains(u';'))
        failAt(line, QStringLiteral("the cells are split at semicolons; save it with commas"));
    for (const QString &cell : cells) {
        const QString name = cell.toLower().replace(u'_', u' ');
        if (m_columns.contains(name))
            failAt(line, QStringLiteral("the heading %1 stands there twice; keep one").arg(quoted(name)));
        m_columns.append(name);
    }
    QStringList missing;
    for (const QString &column : wanted) {
        if (!m_columns.contains(column))
            missing.append(quoted(column));
    }
    if (!missing.isEmpty())
        failAt(line, QStringLiteral("no column %1; the headings found are %2")
                         .arg(missing.join(QStringLiteral(", ")), m_columns.join(QStringLiteral(", ")).left(200)));
}

QStringList CsvTable::split(const QString &text, int line) const
{
    QStringList cells;
    QString cell;
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"' && inside && i + 1 < text.size() && text.at(i + 1) == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"' && (inside || cell.trimmed().isEmpty())) {
            inside = !inside;
        } else if (c == u',' && !inside) {
            cells.append(cell.trimmed());
            cell.clear();
        } else {
            cell += c;
        }
    }
    if (inside)
        failAt(line, QStringLiteral("a quote is not closed; a cell may not hold a line break"));
    cells.append(cell.trimmed());
    return cells;
}

QString CsvTable::text(qsizetype row, const QString &column) const
{
    return m_rows.at(row).cells.at(m_columns.indexOf(column));
}

QString CsvTable::name(qsizetype row, const QString &column) const
{
    const QString found = text(row, column);
    if (found.isEmpty())
        fail(row, QStringLiteral("nothing stands under %1").arg(quoted(column)));
    return found;
}

double CsvTable::number(qsizetype row, const QString &column) const
{
    bool fine = false;
    const double value = text(row, column).toDouble(&fine);
    if (!fine || !std::isfinite(value) || value < 0 || value > mostOfAnything)
        fail(row, QStringLiteral("%1 under %2: a number from 0 to a million is wanted, with a decimal point")
                      .arg(quoted(text(row, column)), quoted(column)));
    return value;
}

int CsvTable::whole(qsizetype row, const QString &column, int least, int most) const
{
    bool fine = false;
    const int value = text(row, column).toInt(&fine);
    if (!fine || value < least || value > most)
        fail(row, QStringLiteral("%1 under %2: a whole number from %3 to %4 is wanted")
                      .arg(quoted(text(row, column)), quoted(column))
                      .arg(least)
                      .arg(most));
    return value;
}

int CsvTable::word(qsizetype row, const QString &column, const QList<std::pair<QString, int>> &names) const
{
    const QString found = text(row, column).toLower();
    QStringList known;
    for (const auto &[name, meaning] : names) {
        if (name == found)
            return meaning;
        known.append(name);
    }
    fail(row, QStringLiteral("%1 under %2: one of %3 is wanted")
                  .arg(quoted(text(row, column)), quoted(column), known.join(QStringLiteral(", "))));
}

void CsvTable::fail(qsizetype row, const QString &reason) const
{
    failAt(line(row), reason);
}

void CsvTable::failAt(int line, const QString &reason) const
{
    throw CsvFailure{QStringLiteral("%1:%2: %3").arg(m_path).arg(line).arg(reason)};
}

} // namespace lectern::sim
