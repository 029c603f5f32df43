// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace lectern
{

class FormGrid;
class Segments;
class TextLabel;
class Theme;

/// The rows of a form that say under which rules an attempt is sat: extra time and breaks, what the clock does, and
/// what happens around an answer. A rehearsal's fixed ones stay visible.
class RuleRows : public QObject
{
    Q_OBJECT
public:
    RuleRows(const Theme &theme, FormGrid &form, QObject *parent = nullptr);

    /// Shows what the mode lets choose.
    void setMode(AttemptMode mode, bool timed);
    /// `wished` with what is chosen here; what the mode forbids is still as it was wished.
    AttemptRules rules(AttemptRules wished) const;
    void setRules(const AttemptRules &rules);
    void setMinutes(int minutes); ///< with extra time, to be said
    void setShowsClock(bool shows);

Q_SIGNALS:
    void changed();
    void showClockChanged(bool shows);

private:
    void addExtraTime();
    void addBreaks();
    void addClock();
    void addAnswers();
    int percent() const;

    const Theme &m_theme;
    FormGrid &m_form;
    Segments *m_extra;
    QSpinBox *m_custom;
    TextLabel *m_minutes;
    QComboBox *m_breaks;
    QCheckBox *m_showClock;
    QCheckBox *m_fixed; ///< of a rehearsal: sleep and crashes count
    TextLabel *m_why;
    QCheckBox *m_sleep;
    QCheckBox *m_crash;
    QCheckBox *m_feedback;
    QCheckBox *m_certainty;
    int m_extraRow = -1;
    int m_breaksRow = -1;
    int m_clockRow = -1;
    int m_answersRow = -1;
    AttemptMode m_mode = AttemptMode::Timed;
};

} // namespace lectern
