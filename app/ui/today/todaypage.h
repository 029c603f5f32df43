// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "afterexam.h"
#include "ids.h"
#include "page.h"
#include "plan.h"

#include <optional>

class QBoxLayout;
class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace lectern
{

class ComingUp;
class EvidenceDesk;
class ExamDesk;
class FigureTile;
class HistoryDesk;
class NowCard;
class PlanDesk;
class PlanNotice;
class PointsCard;
class ReadinessDesk;
class RepairDesk;
class ReportDesk;
class TextLabel;
class WeekStrip;
struct Ui;

/// What to do now, how far it is to the exam, and where points lie. The first page of the window, so it reads only what
/// it shows.
class TodayPage : public Page
{
    Q_OBJECT
public:
    TodayPage(PlanDesk &plan, RepairDesk &repair, ExamDesk &exam, ReportDesk &reports, ReadinessDesk &readiness,
        EvidenceDesk &evidence, HistoryDesk &history, Ui &ui, QWidget *parent = nullptr);

    QStringList shortcuts() const override;

Q_SIGNALS:
    /// The person wants to enter or change the exam's appointment.
    void appointmentRequested();

protected:
    void reload() override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFigures();
    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeHeading(const QString &title, TextLabel **note, QPushButton **link);
    void fitWidth();
    void focusStart();
    void readAfterExam();
    void openExam();
    void showPlanFigures(const std::optional<PlanInputs> &inputs, const std::optional<Block> &next);
    void showReadiness();
    void showNow(const std::optional<PlanInputs> &inputs, const std::optional<Block> &next);
    void showWeek(const std::optional<PlanInputs> &inputs);
    void showComing();
    void showLastResult();
    void showReview();
    void startReview();
    void markDone(BlockId id);
    /// Offers to begin part of the block that is worth most, in the time there is.
    void askTime();
    void beginNow(int minutes);

    PlanDesk &m_plan;
    RepairDesk &m_repair;
    ExamDesk &m_exam;
    ReportDesk &m_reports;
    ReadinessDesk &m_readiness;
    EvidenceDesk &m_evidence;
    HistoryDesk &m_history;
    Ui &m_ui;

    QBoxLayout *m_columns = nullptr;
    QGridLayout *m_figures = nullptr;
    FigureTile *m_examFigure = nullptr;
    FigureTile *m_expectedFigure = nullptr;
    FigureTile *m_timeFigure = nullptr;
    FigureTile *m_weekFigure = nullptr;
    TextLabel *m_nowNote = nullptr;
    NowCard *m_now = nullptr;
    QPushButton *m_haveTime = nullptr;
    QWidget *m_noPlan = nullptr;
    TextLabel *m_allDone = nullptr;
    QWidget *m_weekSection = nullptr;
    TextLabel *m_weekNote = nullptr;
    PlanNotice *m_behind = nullptr;
    WeekStrip *m_week = nullptr;
    PointsCard *m_points = nullptr;
    QWidget *m_comingSection = nullptr;
    ComingUp *m_coming = nullptr;
    QWidget *m_lastSection = nullptr;
    TextLabel *m_lastFigure = nullptr;
    TextLabel *m_lastNote = nullptr;
    QPushButton *m_lastLink = nullptr;
    qint64 m_lastAttempt = 0;
    AfterExam m_after;
    bool m_away = false;      ///< passed and put away: planning does not remind
    bool m_painted = false;   ///< a first time
    bool m_hasBlocks = false; ///< something to do now
};

} // namespace lectern
