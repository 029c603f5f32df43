// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monthdata.h"
#include "widgets.h"

class QCheckBox;
class QSpinBox;

namespace lectern
{

/// One block of the open day: start it, done or not, and in place the minutes that are logged or that it took.
class BlockRow : public QWidget
{
    Q_OBJECT
public:
    explicit BlockRow(const Theme &theme, QWidget *parent = nullptr);
    void set(const MonthData::Entry &entry);
    void focusDone();
    void openLog();  ///< shows the minutes and puts the cursor there
    void openPart(); ///< the same for how much of the block was done

Q_SIGNALS:
    void startWanted(lectern::BlockId id);
    void doneWanted(lectern::BlockId id, bool done);
    void logged(lectern::BlockId id, int minutes);
    void worked(lectern::BlockId id, int minutes, bool done); ///< done or partly, and what it took

private:
    enum class Asks { Log, Part };
    void makeMinutes(const Theme &theme);
    void open(Asks asks);
    void log();
    void say(bool done);

    Block m_block;
    Chip *m_chip;
    TextLabel *m_title;
    TextLabel *m_detail;
    QCheckBox *m_done;
    QPushButton *m_start;
    QPushButton *m_openPart;
    QPushButton *m_openLog;
    QWidget *m_minutesBox;
    QSpinBox *m_minutes;
    QPushButton *m_log;
    QPushButton *m_partly;
    QPushButton *m_took; ///< done, in these minutes
    Asks m_asks = Asks::Log;
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
    void openPart(int entry);

Q_SIGNALS:
    void startWanted(lectern::BlockId id);
    void doneWanted(lectern::BlockId id, bool done);
    void logged(lectern::BlockId id, int minutes);
    void worked(lectern::BlockId id, int minutes, bool done);
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
