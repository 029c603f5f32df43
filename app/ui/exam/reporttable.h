// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reportdesk.h"
#include "reportrow.h"

class QVBoxLayout;

namespace lectern
{

class Card;
class ReportDetail;
class Segments;
class SettingsDesk;
class TextLabel;

/// Every question of a finished attempt; one at a time opens in place. Up and down walk the rows that the filter leaves
/// and take an open detail along.
class ReportTable : public QWidget
{
    Q_OBJECT
public:
    enum class Filter { All, Wrong, Flagged, Blank };

    ReportTable(const Theme &theme, const SettingsDesk &settings, QWidget *parent = nullptr);

    void setReport(const ReportDesk::Report &report, const Certification &certification);
    QList<ReportRow *> shownRows() const;
    Segments *filter() const { return m_filter; }
    ReportDetail *detail() const { return m_detail; }

Q_SIGNALS:
    void linkActivated(const QString &url);
    void disputed(const lectern::Item &item, const lectern::FormItem &seat);
    void brought(QWidget *row, QWidget *detail); ///< to be scrolled into view; detail may be null

private:
    static bool matches(Filter filter, const ReportLine &line);
    ReportLine lineOf(const ItemOutcome &outcome, const Certification &certification) const;
    void applyFilter();
    void toggle(ReportRow *row);
    void openDetail(ReportRow *row);
    void closeDetail();
    void step(ReportRow *from, int key);

    const Theme &m_theme;
    const SettingsDesk &m_settings;
    ReportDesk::Report m_report;
    Segments *m_filter;
    TextLabel *m_none;
    Card *m_card;
    QList<ReportRow *> m_rows;
    ReportRow *m_open = nullptr;
    ReportDetail *m_detail = nullptr;
    bool m_unfolded = false; ///< what is known of a question; kept from one question to the next
};

} // namespace lectern
