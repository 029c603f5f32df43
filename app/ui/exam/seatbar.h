// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace lectern
{

class Segments;
class TextLabel;
class Theme;

/// The bar under the question: its marks, what just happened, and the way on.
class SeatBar : public QWidget
{
    Q_OBJECT
public:
    explicit SeatBar(const Theme &theme, QWidget *parent = nullptr);

    /// `rates`: a certainty in three levels instead of the mark Unsure; `feedback`: an answer may be shown.
    void setRules(bool rates, bool feedback);
    void setState(const PositionState &state);
    void setPreviousEnabled(bool enabled);
    /// What is to be heard now; it stays in sight.
    void announce(const QString &sentence);
    void takeFocus();
    void setCompact(bool compact);

Q_SIGNALS:
    void flag();
    void strike();
    void unsure();
    void rated(lectern::Certainty certainty); ///< None: taken back
    void reveal();
    void review();
    void previous();
    void next();

private:
    void rescale();

    const Theme &m_theme;
    QBoxLayout *m_rows;
    QPushButton *m_flag;
    QPushButton *m_strike;
    QPushButton *m_unsure;
    Segments *m_certainty;
    TextLabel *m_status;
    QPushButton *m_reveal;
    QPushButton *m_previous;
    QPushButton *m_next;
    bool m_rates = false;
    bool m_feedback = false;
};

} // namespace lectern
