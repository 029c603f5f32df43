// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readiness.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace lectern
{

class EvidenceDesk;
class HistoryDesk;
class TextLabel;
struct Ui;

/// The mocks taken elsewhere, newest first, to be added, changed and removed, and what they say of this bank.
class OutsideMocks : public QWidget
{
    Q_OBJECT
public:
    OutsideMocks(EvidenceDesk &desk, HistoryDesk &history, Ui &ui, QWidget *parent = nullptr);

    /// `share` (0-1) is what is expected of the bank's questions.
    void show(const BankShift &shift, double share, QDate today);

public Q_SLOTS:
    void add();

private:
    void fill();
    QWidget *makeRow(const OutsideMock &mock);
    void edit(const OutsideMock &mock);
    void remove(const OutsideMock &mock);

    EvidenceDesk &m_desk;
    HistoryDesk &m_history;
    Ui &m_ui;
    QDate m_today;
    QList<OutsideMock> m_mocks; ///< as shown
    TextLabel *m_shift;
    TextLabel *m_none;
    QPushButton *m_add;
    QVBoxLayout *m_rows;
};

} // namespace lectern
