// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QWidget>

class QAction;
class QFrame;
class QMenu;
class QStackedWidget;

namespace lectern
{

class Countdown;
class ExamDesk;
class ExamReview;
class GuideDesk;
class PositionPanel;
class QuestionView;
class SeatBar;
class SeatCurtain;
class SeatLog;
class SeatStrip;
class SettingsDesk;
struct SeatMarks;
struct Ui;

/// The seat of the running attempt. It keeps no answers of its own: what it shows is the attempt, plus what SeatLog
/// could not store yet. It is left by submitting, by abandoning, by leaving it paused for another day or when time is
/// up; the desk then says attemptFinished or attemptParked.
class ExamSeat : public QWidget
{
    Q_OBJECT
public:
    ExamSeat(ExamDesk &desk, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent = nullptr);

    /// Takes the seat of the running attempt at its current position. Does nothing where it already is seated.
    void open();
    /// The attempt is over or left: stops the clock.
    void close();
    bool abandoned() const { return m_gaveUp; } ///< the attempt sat last was given up
    static QStringList shortcuts();
    /// That of the narrow arrangement: asked for more, no window could become narrow.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QString &url);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    // examseatlayout.cpp
    QWidget *makeBody();
    void makeActions();
    void makeShortcuts();
    void connectParts();
    void connectQuestion();
    void rescale();
    void setCompact(bool compact);

    // examseat.cpp
    void moveTo(int position);
    void leaveReading();
    void next();
    void previous();
    void review();
    void backToQuestions();
    void sayTime();
    void tick(const ClockReading &reading);
    void warn(qint64 remainingMs);
    void saveFailed(const Error &error);
    void refresh(int position);
    void showPace(const ClockReading &reading);
    void announce(const QString &sentence);
    QString number() const;
    int size() const;
    /// The nearest position from `from` on, in steps of `step`, that is not locked; -1: none.
    int openFrom(int from, int step) const;
    SeatMarks marksOf(int position) const;
    AttemptRules rules() const;
    bool isExam() const; ///< submitted as a whole; what is not is finished

    // examseatmarks.cpp
    bool mayAct(bool answering = false);
    void setAnswer(const QStringList &choice);
    void clearAnswer();
    void toggleFlag();
    void toggleUnsure();
    void rate(Certainty certainty);
    void reveal();
    void strike(const QStringList &struck);
    void highlight(const Highlight &toggled);
    void note(int position, const QString &text);
    void endReached();

    // examseatleave.cpp
    void showActions();
    void pause();
    void takeBreak();
    void goOn();
    void showCurtain();
    void leaveForToday();
    void abandon();
    void submit();
    void handIn();
    void timeUp();
    bool told(const Outcome &outcome, const QString &what);

    ExamDesk &m_desk;
    GuideDesk &m_guide;
    SettingsDesk &m_settings;
    Ui &m_ui;
    SeatLog *m_log;
    Countdown *m_countdown;
    SeatStrip *m_strip;
    QStackedWidget *m_views;
    PositionPanel *m_positions;
    QFrame *m_divider;
    QuestionView *m_question;
    SeatBar *m_bar;
    ExamReview *m_review;
    SeatCurtain *m_curtain;
    QMenu *m_menu;
    QAction *m_pause;
    QAction *m_break;
    QAction *m_leave;
    QAction *m_abandon;
    int m_position = 0;
    bool m_seated = false;
    bool m_over = false; ///< time is up, but the profile has not taken it yet
    bool m_gaveUp = false;
    bool m_compact = false;
    bool m_firstLook = false; ///< the position on display was not seen before
};

} // namespace lectern
