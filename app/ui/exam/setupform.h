// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examdesk.h"
#include "formgrid.h"

#include <QMap>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;

namespace lectern
{

class CriteriaRows;
class GuideDesk;
class RuleRows;
class Segments;
class SettingsDesk;
class TextLabel;
struct Ui;

/// What one mode asks before it begins: blueprint or criteria, length, time and rules. Every mode keeps what was chosen
/// in it; accommodation and practice settings are the same in all and are remembered.
class SetupForm : public FormGrid
{
    Q_OBJECT
public:
    SetupForm(ExamDesk &desk, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent = nullptr);

    /// Reads blueprints and settings again; keeps what was chosen.
    void reload();
    void setMode(AttemptMode mode);
    AttemptMode mode() const { return m_mode; }
    void setCriteria(const DrillCriteria &criteria); ///< of study and drill
    ExamDesk::Setup setup() const;
    /// How many questions the criteria ask for: said beside the length.
    void setMatching(int matching);
    /// Why the rehearsal cannot be sat; empty if it can, and in every other mode.
    QString problem() const { return m_problem; }
    void interpretText(); ///< takes in what is being typed

Q_SIGNALS:
    void changed();
    /// Timed practice is wanted in place of a rehearsal.
    void practiceWanted();

private:
    static constexpr int mostQuestions = 60;

    // setupformlayout.cpp
    QWidget *makeHead();
    void addBlueprint();
    void addSealed();
    void addLength();
    void addTime();

    // setupform.cpp
    void fillBlueprints();
    void fill();
    void take();
    void keepRules(const AttemptRules &rules);
    const Blueprint *blueprint() const;
    bool byCriteria() const { return m_mode == AttemptMode::Study || m_mode == AttemptMode::Drill; }
    bool limitable() const { return byCriteria() || m_mode == AttemptMode::Diagnostic; }

    // setupformwords.cpp
    void showRows();
    void showSealed();
    void showNotes();
    void showWhy();
    QString whyThisBlueprint() const;

    ExamDesk &m_desk;
    GuideDesk &m_guide;
    SettingsDesk &m_settings;
    Ui &m_ui;
    TextLabel *m_title;
    TextLabel *m_intro;
    QComboBox *m_blueprint;
    TextLabel *m_why;
    QPushButton *m_leavesOutLink;
    QWidget *m_leavesOutLine = nullptr;
    TextLabel *m_leavesOut;
    bool m_explains = false; ///< what a blueprint leaves out is unfolded
    TextLabel *m_sealed;
    TextLabel *m_sealedNote;
    QWidget *m_practise;
    Segments *m_size; ///< of a rehearsal
    QSpinBox *m_length;
    TextLabel *m_fixedLength;
    TextLabel *m_lengthNote;
    QWidget *m_unscoredLine = nullptr;
    QSpinBox *m_unscored;
    QCheckBox *m_limit;
    QSpinBox *m_time;
    TextLabel *m_fixedTime;
    TextLabel *m_timeNote;
    CriteriaRows *m_criteria = nullptr;
    RuleRows *m_rules = nullptr;
    int m_blueprintRow = -1;
    int m_sealedRow = -1;
    AttemptMode m_mode = AttemptMode::Timed;
    QMap<AttemptMode, ExamDesk::Setup> m_setups;
    AttemptRules m_wished; ///< as settings have it, whatever the mode
    QString m_problem;
    bool m_filling = false;
    bool m_filled = false;
    bool m_blueprintChosen = false; ///< by the person: the recommendation no longer decides
};

} // namespace lectern
