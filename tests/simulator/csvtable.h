// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <utility>

namespace lectern::sim
{

/// Why a file cannot be read: the file, the line, what is wrong with it and what is wanted.
struct CsvFailure {
    QString text;
};

/// The lines of a CSV file (RFC 4180; a cell may not hold a line break) by the names of their columns. Every call
/// throws CsvFailure.
class CsvTable
{
public:
    CsvTable(const QString &path, const QStringList &columns);

    qsizetype size() const { return m_rows.size(); }
    bool has(const QString &column) const { return m_columns.contains(column); }
    int line(qsizetype row) const { return m_rows.at(row).line; }

    /// The cell without white space around it.
    QString text(qsizetype row, const QString &column) const;
    QString name(qsizetype row, const QString &column) const; ///< not empty
    /// With a point, whatever the locale; 0 or more.
    double number(qsizetype row, const QString &column) const;
    int whole(qsizetype row, const QString &column, int least, int most) const;
    /// `names`: what may stand there, in lower case, and what it means.
    int word(qsizetype row, const QString &column, const QList<std::pair<QString, int>> &names) const;

    [[noreturn]] void fail(qsizetype row, const QString &reason) const;

private:
    struct Row {
        int line = 0;
        QStringList cells;
    };
    QStringList split(const QString &text, int line) const;
    [[noreturn]] void failAt(int line, const QString &reason) const;
    void readHeadings(const QStringList &cells, int line, const QStringList &wanted);

    QString m_path;
    QStringList m_columns;
    QList<Row> m_rows;
};

} // namespace lectern::sim
