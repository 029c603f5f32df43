// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readout.h"

#include <QHash>
#include <QList>
#include <QString>

namespace lectern
{

/// How the reading of the bank is carried over to other questions: a shift in logits, above zero where others are
/// easier.
struct BankShift {
    double mean = 0;
    double sd = 0.35;
    int mocks = 0; ///< that it follows from; 0: an assumption

    bool operator==(const BankShift &) const = default;
};

/// A mock taken elsewhere beside what was believed of the learner when it was sat.
struct ReadMock {
    QString provider;
    int right = 0;
    int questions = 0;
    Ability belief; ///< at the end of its day
};

/// What mocks of other providers say of the shift. Each provider's questions lie off the exam's as far as the bank's
/// do, so that many mocks of one provider cannot say more than that one gap allows. `exam.shiftSd` is the assumption
/// before any mock.
BankShift bankShift(const QList<ReadMock> &mocks, const ExamModel &exam);

} // namespace lectern
