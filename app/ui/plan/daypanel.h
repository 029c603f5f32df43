// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monthdata.h"
#include "widgets.h"

class QCheckBox;
class QSpinBox;

namespace lectern
{

/// One block of the open day: done or not, and minutes to log, in place.
class BlockRow : public QWidget
{
    Q_OBJECT
public:
    explicit BlockRow(const Theme &theme, QWidget *parent = nullptr);
    void set(const MonthData::Entry &entry);
    void focusDone();
    void openLog(); ///< shows the minutes and puts the cursor there

Q_SIGNALS:
    void doneWanted(lectern::BlockId id, bool done);
    void logged(lectern::BlockId id, int minutes);

private:
    void log();

    Block m_block;
    Chip *m_chip;
    TextLabel *m_title;
    TextLabel *m_detail;
    QCheckBox *m_done;
    QPushButton *m_openLog;
    QWidget *m_logRow;
    QSpinBox *m_minutes;
};

/// The open day beside the calendar: its blocks with what can be done about them.
class DayPanel : public Card
{
    Q_OBJECT
public:
    explicit DayPanel(const Theme &theme, QWidget *parent = nullptr);
    void set(const MonthData &month, QDate date);
    QDate date() const { return m_date; }
    void focusEntry(int entry); ///< -1: the first control
    void openLog(int entry);

Q_SIGNALS:
    void doneWanted(lectern::BlockId id, bool done);
    void logged(lectern::BlockId id, int minutes);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
    QDate m_date;
    TextLabel *m_heading;
    TextLabel *m_summary;
    QAbstractButton *m_close;
    QVBoxLayout *m_rowLayout;
    QList<BlockRow *> m_rows;
};

} // namespace lectern
