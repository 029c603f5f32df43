// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readiness.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace lectern
{

class TextLabel;
class Theme;

/// The real exams: what the vendor reported of each section against what was expected the evening before.
class ExamResultList : public QWidget
{
    Q_OBJECT
public:
    explicit ExamResultList(const Theme &theme, QWidget *parent = nullptr);

    /// `trend` is of `blueprint`: bars of another one are named but cannot be compared.
    void showResults(const Certification &certification, const Blueprint &blueprint, const QList<ExamResult> &results,
        const QList<ReadinessPoint> &trend);

Q_SIGNALS:
    void recordRequested();
    void resultChosen(lectern::ExamResultId id); ///< to see what follows from it
    void editRequested(lectern::ExamResultId id);

private:
    void addResult(QVBoxLayout &column, const ExamResult &result);
    int addBars(QGridLayout &grid, const Blueprint &blueprint, const ExamResult &result, const ReadinessPoint *before);

    const Theme &m_theme;
    TextLabel *m_empty;
    QWidget *m_rows = nullptr;
};

/// "Passed on 12 January 2027"
QString resultWords(const ExamResult &result);

} // namespace lectern
