// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesks.h"
#include "selfevidence.h"
#include "ui.h"

#include <QObject>

namespace lectern
{

class AfterExamDialog;

/// Asks for the result of an exam, keeps it, and goes where the learner wants to go from there.
class AfterExamFlow : public QObject
{
    Q_OBJECT
public:
    AfterExamFlow(const ReadinessDesks &desks, Ui &ui, QWidget *page);

    /// Asks, then shows what follows. Where the day already has one, that is changed.
    void record();
    void change(ExamResultId id);
    /// What follows from it; the latest one where there is no such.
    void show(ExamResultId id);

Q_SIGNALS:
    void appointmentRequested(); ///< the retake is to be booked

private:
    QList<ExamResult> results() const;
    void ask(const ExamResult &first);
    void keep(const ExamResult &result);
    void remove(ExamResultId id);
    void fulfil(const AfterExamDialog &dialog, const ExamResult &result);
    void putAway(bool away);
    void printDossierOf(const ExamResult &result);
    int sealedFormsLeft() const;

    ReadinessDesks m_desks;
    Ui &m_ui;
    QWidget *m_page;
};

} // namespace lectern
