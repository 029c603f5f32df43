// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examdesk.h"

#include <QWidget>

class QVBoxLayout;

namespace lectern
{

struct Certification;
struct Ui;

/// The attempts that were paused and left, each with how far it is: to go on with, or to give up. Not there at all
/// while there are none.
class ParkedList : public QWidget
{
    Q_OBJECT
public:
    ParkedList(ExamDesk &desk, Ui &ui, QWidget *parent = nullptr);

    void reload(const Certification &certification);

Q_SIGNALS:
    void takenUp(); ///< the desk seats it again

private:
    QWidget *makeRow(const ExamDesk::Parked &parked, const QString &title);
    void takeUp(AttemptId id);
    void abandon(AttemptId id, const QString &title);

    ExamDesk &m_desk;
    Ui &m_ui;
    QVBoxLayout *m_rows;
};

} // namespace lectern
