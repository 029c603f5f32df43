// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnostic.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace lectern
{

struct Context;

/// A rehearsal of sealed questions, held against what was said before it.
struct RehearsalCheck {
    AttemptId attempt{};
    QDate day; ///< study day it was begun on
    int right = 0;
    int total = 0;
    std::optional<ShownForecast> before; ///< the last that a page showed of this blueprint and length

    double share() const { return total > 0 ? double(right) / total : 0.0; }
    /// Whether the share lies in the interval, its ends included; false where none was shown.
    bool inside() const;
};

/// What the answers so far show, per domain or section. Replays the log and keeps what it finds until changed();
/// nothing derived is stored.
class ReadinessDesk : public QObject
{
    Q_OBJECT
public:
    explicit ReadinessDesk(Context &context, QObject *parent = nullptr);

    const Certification &certification() const;
    QString defaultBlueprint() const; ///< recommended for the appointment
    /// NotFound for an unknown blueprint.
    Result<FirstSeenSummary> summary(const QString &blueprint) const;
    /// What they mean, today and on the day of the exam. NotFound for an unknown blueprint. A long log takes a tenth of
    /// a second; kept until changed().
    Result<ReadinessReport> report(const QString &blueprint) const;
    /// The expected score on the day of the exam if these blocks were the plan; nothing without an appointment.
    Result<std::optional<Estimate>> atExamWith(const QString &blueprint, const QList<Block> &blocks) const;
    /// One step ahead, of every first-seen unaided answer.
    Result<QList<Prediction>> predictions(const QString &blueprint) const;
    /// What a form of so many questions of the bank would score; nothing before the first answer that is evidence.
    Result<std::optional<Estimate>> expectedScore(const QString &blueprint, int questions) const;
    /// Keeps what a page shows of it now, for a later rehearsal to be held against.
    Outcome recordShown(const QString &blueprint, int questions);
    /// The belief, for whoever chooses questions by what they tell.
    Result<Replay> replayed(const QString &blueprint) const;
    /// The same with what is no evidence just now.
    Result<DiagnosticAim> diagnosticAim(const QString &blueprint) const;
    /// Those of the blueprint that were sat to the end, oldest first.
    Result<QList<RehearsalCheck>> rehearsals(const QString &blueprint) const;
    /// Everything that the charts show, as one CSV table. NotFound for an unknown blueprint.
    Result<QByteArray> exportTables(const QString &blueprint) const;
    int targetPercent() const;
    QDate today() const; ///< the study day

Q_SIGNALS:
    void changed();

private:
    Result<const ReadinessInput *> input() const;
    void readPlan(ReadinessInput &input) const;
    static void followPlan(ReadinessInput &input, const QList<Block> &blocks);
    QDate dayOf(qint64 utcMs) const;

    Context &m_context;
    mutable std::unique_ptr<ReadinessInput> m_input;      ///< until changed()
    mutable QHash<QString, ReadinessReport> m_reports;    ///< by blueprint, until changed() or the next study day
    mutable QHash<QString, FirstSeenSummary> m_summaries; ///< by blueprint, until changed()
};

} // namespace lectern
