// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QWidget>

class QGridLayout;
class QScrollArea;
class QTimer;

namespace lectern
{

class ExamDesk;
class FormCard;
class GuideDesk;
class HistoryList;
class ModeList;
class ParkedList;
class ReadinessDesk;
class ReportDesk;
class SettingsDesk;
class SetupForm;
class StartBar;
struct ExamDesks;
struct SetUp;
struct Ui;

/// What to sit: the modes, the form of the chosen one, and what follows from it beside it; what can be gone on with and
/// what was sat before. All of that scrolls; what starts the exam does not.
class ExamSetup : public QWidget
{
    Q_OBJECT
public:
    ExamSetup(const ExamDesks &desks, Ui &ui, QWidget *parent = nullptr);

    /// Reads history and supply again; keeps what was chosen.
    void reload();
    /// Shows the form of a mode.
    void choose(AttemptMode mode);
    /// The same, and a drill by what is wanted.
    void choose(const SetUp &wanted);
    void takeFocus(); ///< to the chosen mode
    static QStringList shortcuts();

Q_SIGNALS:
    void reportChosen(lectern::AttemptId id);
    void historyWanted();
    void started(); ///< or taken up again

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Columns { One, Two, Three };

    QWidget *makeSide();
    Columns fittingColumns() const;
    void arrange();
    void setMode(AttemptMode mode);
    void redraw();
    void redrawExpected();
    void redrawTimes();
    void start();

    ExamDesk &m_desk;
    ReportDesk &m_reports;
    ReadinessDesk &m_readiness;
    GuideDesk &m_guide;
    SettingsDesk &m_settings;
    Ui &m_ui;
    ModeList *m_modes;
    ParkedList *m_parked;
    HistoryList *m_history;
    QWidget *m_choices; ///< modes and what can be gone on with
    SetupForm *m_form;
    FormCard *m_card;
    StartBar *m_bar;
    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    QTimer *m_minute;
    Columns m_columns = Columns::Three;
    bool m_loaded = false;
    bool m_told = false; ///< what is expected of the rehearsal stands on the card
};

} // namespace lectern
