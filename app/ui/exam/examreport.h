// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examdesks.h"
#include "reportdesk.h"

#include <QPointer>
#include <QScrollArea>

class QGridLayout;

namespace lectern
{

class ReportTable;
class ShareBar;
class TextLabel;
struct Ui;

/// The result of a finished attempt. Everything in it is computed from the log when it is shown.
class ExamReport : public QScrollArea
{
    Q_OBJECT
public:
    ExamReport(const ExamDesks &desks, Ui &ui, QWidget *parent = nullptr);

    /// False where the attempt cannot be read; a message then says why.
    bool open(AttemptId id);
    ReportTable *table() const { return m_table; }
    static QStringList shortcuts(); ///< as Page::shortcuts()

Q_SIGNALS:
    void leave(); ///< back to the set-up

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeResult();
    QWidget *makeNext();
    void arrange();
    void showScore(const ReportDesk::Report &report);
    void showSections(const ReportDesk::Report &report);
    void showTimes(const ReportDesk::Report &report);
    double target() const;
    void bring();
    void addKeys();
    void dispute(const Item &item, const FormItem &seat);

    const ExamDesks m_desks;
    Ui &m_ui;
    TextLabel *m_title;
    TextLabel *m_when;
    TextLabel *m_percent;
    TextLabel *m_count;
    ShareBar *m_interval;
    TextLabel *m_meaning;
    TextLabel *m_caveat;
    QGridLayout *m_sections;
    QGridLayout *m_times;
    QWidget *m_result;
    QWidget *m_next;
    ReportTable *m_table;
    QGridLayout *m_grid;
    bool m_two = false;
    QPointer<QWidget> m_wantedRow; ///< to be scrolled to once it has its place
    QPointer<QWidget> m_wantedDetail;
};

} // namespace lectern
