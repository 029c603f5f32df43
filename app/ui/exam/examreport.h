// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examdesk.h"

#include <QPointer>
#include <QScrollArea>

class QGridLayout;

namespace lectern
{

class GuideDesk;
class ReportTable;
class SettingsDesk;
class ShareBar;
class TextLabel;
struct Ui;

/// The result of a finished attempt. Everything in it is computed from the log when it is shown.
class ExamReport : public QScrollArea
{
    Q_OBJECT
public:
    ExamReport(ExamDesk &desk, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent = nullptr);

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
    void showScore(const ExamDesk::Report &report);
    void showSections(const ExamDesk::Report &report);
    void showTimes(const ExamDesk::Report &report);
    double target() const;
    void bring();
    void addKeys();
    void dispute(const Item &item, const FormItem &seat);

    ExamDesk &m_desk;
    GuideDesk &m_guide;
    SettingsDesk &m_settings;
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
