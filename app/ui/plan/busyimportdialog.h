// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "busyreading.h"
#include "formdialog.h"

class QCheckBox;
class QListWidget;
class QPushButton;

namespace lectern
{

class CalendarDesk;
class TextLabel;

/// What a calendar says and what that means to the plan, before any of it is kept.
class BusyImportDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `reading` is of the file at `path`, with its events of whole days.
    BusyImportDialog(const CalendarDesk &desk, const QString &path, const BusyReading &reading, QDate today,
        const Theme &theme, QWidget *parent = nullptr);

    BusySource chosen() const;

private:
    void readAgain();
    void refresh();

    const CalendarDesk &m_desk;
    const QString m_path;
    const QDate m_today;
    BusyReading m_reading;
    TextLabel *m_summary;
    QCheckBox *m_allDay = nullptr;
    QListWidget *m_times;
    TextLabel *m_effect;
    QPushButton *m_import;
};

} // namespace lectern
