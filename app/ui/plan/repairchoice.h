// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "repairdesk.h"
#include "widgets.h"

class QListWidget;
class QRadioButton;

namespace lectern
{

/// One way out of a slip to choose: what it does, what it costs, and each block that it changes.
class RepairChoice : public Card
{
    Q_OBJECT
public:
    RepairChoice(RepairKind kind, const Theme &theme, QWidget *parent = nullptr);

    QRadioButton &button() const { return *m_button; }
    /// `atExam` is the forecast if nothing is done.
    void set(const Certification &certification, const RepairDesk::Offer &offer, const std::optional<Estimate> &atExam);
    QString summary() const; ///< what it costs, a line each

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    RepairKind m_kind;
    QRadioButton *m_button;
    TextLabel *m_study;
    TextLabel *m_buffer;
    TextLabel *m_forecast;
    TextLabel *m_count;
    QListWidget *m_changes;
};

} // namespace lectern
