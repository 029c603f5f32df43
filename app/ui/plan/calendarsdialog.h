// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendardesk.h"
#include "formdialog.h"
#include "ui.h"

#include <QDate>

class QComboBox;
class QListWidget;
class QPushButton;

namespace lectern
{

class HistoryDesk;
class TextLabel;

/// The plan in other calendars and their busy times in the plan; what is chosen takes effect at once.
class CalendarsDialog : public FormDialog
{
    Q_OBJECT
public:
    CalendarsDialog(CalendarDesk &desk, HistoryDesk &history, QDate today, Ui &ui, QWidget *parent = nullptr);

private:
    void addOut();
    void addIn();
    void chooseFile();
    void store(const CalendarLink &link);
    void showLink();
    void showSources();
    void import();
    void remove();
    void say(TextLabel &label, const QString &trouble);

    CalendarDesk &m_desk;
    HistoryDesk &m_history;
    const QDate m_today;
    Ui &m_ui;
    TextLabel *m_file;
    QPushButton *m_choose;
    QPushButton *m_stop;
    QPushButton *m_again;
    TextLabel *m_outTrouble;
    QComboBox *m_alarm;
    QComboBox *m_zoned;
    QListWidget *m_sources;
    TextLabel *m_none;
    QPushButton *m_remove;
    TextLabel *m_inTrouble;
};

} // namespace lectern
