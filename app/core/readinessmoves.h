// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expectation.h"
#include "readinessreader.h"

namespace lectern
{

/// Keeps account of what changed the expected score, day by day and cause by cause. Together they are the score after
/// the last step less the one before the first, but for what drift alone bends.
class ReadinessMoves
{
public:
    /// Steps of days before `from` are let pass unseen.
    ReadinessMoves(const ReadinessReader &reader, const ExamModel &exam, QDate from);

    void daysPassed(QDate day); ///< after the reader was advanced to it
    void stepped(const ReadinessReader::Step &step);

    /// Newest day first, within it by size.
    QList<ReadinessMove> moves() const;

private:
    ReadinessMove &entry(const ReadinessMove &like);
    Expectation take();

    const ReadinessReader &m_reader;
    const ExamModel &m_exam;
    QDate m_from;
    bool m_watching = false;
    Expectation m_before;
    std::vector<QDate> m_lastStudied; ///< by section
    QList<ReadinessMove> m_moves;
};

} // namespace lectern
