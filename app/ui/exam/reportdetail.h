// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "item.h"
#include "miss.h"
#include "score.h"

#include <QWidget>

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace lectern
{

class QuestionAbout;
class SettingsDesk;
class TextLabel;
class Theme;
class Workup;

/// All that is shown of one question after the attempt.
struct ReportQuestion {
    Item item; ///< as it was asked
    FormItem seat;
    ItemOutcome outcome;
    PositionState state; ///< the candidate's note and highlights; empty outside a report
    QString current;     ///< revision in the installed pack, empty where that no longer has it
    QStringList newKey;  ///< where a settled dispute led to another one
    Miss miss;
    bool disputed = false;
};

/// A question after the exam: what was asked, every option with its rationale, the rule to take away, the sources, what
/// the learner makes of it, what is known of the question itself, and a way to object to it.
class ReportDetail : public QWidget
{
    Q_OBJECT
public:
    ReportDetail(
        const Theme &theme, const SettingsDesk &settings, const ReportQuestion &question, QWidget *parent = nullptr);

    QPushButton *aboutButton() const { return m_about; } ///< checked while what is known is unfolded
    QPushButton *disputeButton() const { return m_dispute; }
    QPushButton *withdrawButton() const { return m_withdraw; } ///< hidden while nothing is filed
    QWidget *about() const;                                    ///< null while folded
    Workup *workup() const { return m_workup; }                ///< null where nothing went wrong
    const ReportQuestion &question() const { return m_question; }
    /// What may change while it is open.
    void update(const Miss &miss, bool disputed);

Q_SIGNALS:
    void linkActivated(const QString &url);
    void aboutToggled(bool unfolded);
    void said(const lectern::Miss &miss);
    void disputeRequested();
    void withdrawRequested();

private:
    void addQuestion();
    void addOptions();
    void addOption(QGridLayout *grid, const Option &option, int index);
    void addNote();
    void addWorkup();
    QWidget *addText(const QString &markdown, const QString &name);
    void addActions();
    void unfold(bool on);

    const Theme &m_theme;
    const SettingsDesk &m_settings;
    ReportQuestion m_question;
    QVBoxLayout *m_column;
    QPushButton *m_about;
    QPushButton *m_dispute;
    QPushButton *m_withdraw;
    TextLabel *m_disputed;
    Workup *m_workup = nullptr;
    QuestionAbout *m_known = nullptr;
};

} // namespace lectern
