// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "problem.h"

#include <QByteArray>
#include <QList>

namespace lectern
{

/// A place in a file: 1-based line and the 1-based byte in that line, as the parser counts. {0, 0}: the whole file.
struct FilePlace {
    int line = 0;
    int byte = 0;
};

/// Collects the problems of one file. Turns bytes into columns as an editor counts them, and stops listing after a
/// hundred, so that a hostile file cannot fill the memory with sentences about itself.
class ProblemLog
{
public:
    static constexpr int limit = 100;

    ProblemLog(QString file, QByteArray bytes)
        : m_file(std::move(file))
        , m_bytes(std::move(bytes))
    {
    }

    void error(ProblemKind kind, FilePlace place, const QString &key, const QString &detail)
    {
        add(Severity::Error, kind, place, key, detail);
    }
    void warning(ProblemKind kind, FilePlace place, const QString &key, const QString &detail)
    {
        add(Severity::Warning, kind, place, key, detail);
    }

    const QString &file() const { return m_file; }
    int column(FilePlace place) const; ///< 1-based, as an editor counts; 0 for the whole file
    const QList<Problem> &problems() const { return m_problems; }

private:
    void add(Severity severity, ProblemKind kind, FilePlace place, const QString &key, const QString &detail);

    QString m_file;
    QByteArray m_bytes;
    QList<Problem> m_problems;
};

} // namespace lectern
