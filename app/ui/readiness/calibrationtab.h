// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration.h"
#include "readinessdesk.h"

#include <QWidget>

class QBoxLayout;
class QStackedWidget;
class QTableView;

namespace lectern
{

class ExamResultList;
class HitList;
class ReliabilityChart;
class ReliabilityModel;
class ScrollColumn;
class TextLabel;
class Theme;

/// Whether the expectations were worth anything: answers, rehearsals and real exams held against what was said before
/// each of them.
class CalibrationTab : public QWidget
{
    Q_OBJECT
public:
    explicit CalibrationTab(const Theme &theme, QWidget *parent = nullptr);

    struct Facts {
        QList<Prediction> predictions;
        QList<RehearsalCheck> rehearsals;
        QList<ExamResult> results;
        QList<ReadinessPoint> trend; ///< of the blueprint
    };
    void showFacts(const Certification &certification, const Blueprint &blueprint, const Facts &facts);
    /// The plot as a table.
    void setTable(bool on);
    /// Where "How it is calibrated" begins.
    void revealMethod();

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void attemptChosen(lectern::AttemptId id);
    void recordRequested();
    void resultChosen(lectern::ExamResultId id);
    void editRequested(lectern::ExamResultId id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makePlot();
    QWidget *makeChecks();
    QWidget *makeMethod();
    void sayBin(int bin);

    const Theme &m_theme;
    QList<ReliabilityBin> m_bins;
    ScrollColumn *m_scroll;
    QBoxLayout *m_columns;
    TextLabel *m_missing = nullptr;
    QStackedWidget *m_plot = nullptr;
    ReliabilityChart *m_chart = nullptr;
    QTableView *m_table = nullptr;
    ReliabilityModel *m_rows = nullptr;
    TextLabel *m_bin = nullptr;
    TextLabel *m_score = nullptr;
    TextLabel *m_distance = nullptr;
    HitList *m_hits = nullptr;
    ExamResultList *m_results = nullptr;
    QWidget *m_method = nullptr;
};

} // namespace lectern
