// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFrame;
class QPushButton;
class QStackedWidget;

namespace lectern
{

class Countdown;
class ExamDesk;
class ExamReview;
class GuideDesk;
class PositionPanel;
class QuestionView;
class SeatLog;
class SeatStrip;
class SettingsDesk;
class TextLabel;
struct Error;
struct Ui;

/// The seat of the running attempt. It keeps no answers of its own: what it shows is the attempt, plus what SeatLog
/// could not store yet. It is left by submitting or when time is up; the desk then says attemptFinished.
class ExamSeat : public QWidget
{
    Q_OBJECT
public:
    ExamSeat(ExamDesk &desk, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent = nullptr);

    /// Takes the seat of the running attempt at its current position. Does nothing where it already is seated.
    void open();
    /// The attempt is over: stops the clock.
    void close();
    static QStringList shortcuts();
    /// That of the narrow arrangement: asked for more, no window could become narrow.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBody();
    QWidget *makeBar();
    void makeShortcuts();
    void connectParts();
    void rescale();
    void setCompact(bool compact);

    void moveTo(int position);
    void next();
    void previous();
    void pick(const QString &option);
    void clearAnswer();
    void toggleFlag();
    void review();
    void backToQuestions();
    void submit();
    void handIn();
    void timeUp();
    void sayTime();
    void saveFailed(const Error &error);

    void refresh(int position);
    void showProgress();
    void announce(const QString &sentence);
    int size() const;

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
    ExamReview *m_review;
    QWidget *m_bar;
    QPushButton *m_flag;
    QPushButton *m_previous;
    QPushButton *m_next;
    TextLabel *m_status;
    int m_position = 0;
    bool m_seated = false;
    bool m_over = false; ///< time is up, but the profile has not taken it yet
    bool m_compact = false;
};

} // namespace lectern
