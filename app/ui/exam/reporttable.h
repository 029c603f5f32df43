// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reportdesk.h"
#include "reportrow.h"

class QHBoxLayout;

namespace lectern
{

class Card;
class FilterChoice;
class ReportDetail;
class SettingsDesk;
class TextLabel;

/// Every question of a finished attempt; one at a time opens in place. Up and down walk the rows that the filter leaves
/// and take an open detail along.
class ReportTable : public QWidget
{
    Q_OBJECT
public:
    enum class Filter { All, Wrong, SureAndWrong, Changed, Flagged, Unsure, Slow, Blank, Disputed };

    ReportTable(const Theme &theme, const SettingsDesk &settings, QWidget *parent = nullptr);

    /// Of another attempt: closes what is open.
    void setReport(const ReportDesk::Report &report, const Certification &certification);
    /// The same attempt, after something that is said of it has changed: row, filter and focus stay.
    void refresh(const ReportDesk::Report &report, const Certification &certification);
    QList<ReportRow *> shownRows() const;
    FilterChoice *filterChoice() const { return m_choice; }
    const QList<Filter> &filters() const { return m_filters; } ///< those offered, in order
    void setFilter(Filter filter);                             ///< nothing where it is not offered
    ReportDetail *detail() const;                              ///< of the open question, null while none is
    void openPosition(int position);

Q_SIGNALS:
    void unfolded(const QString &item); ///< its rationales can be read
    void linkActivated(const QString &url);
    void said(const lectern::Miss &miss);
    void disputed(const lectern::Item &item, const lectern::FormItem &seat);
    void withdrawn(const QString &item);
    void brought(QWidget *row, QWidget *detail); ///< to be scrolled into view; detail may be null

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    static bool matches(Filter filter, const ReportLine &line);
    static QString filterWords(Filter filter, int count);
    Filter filter() const { return m_filters.value(m_wanted, Filter::All); }
    ReportLine lineOf(const ItemOutcome &outcome, const Certification &certification) const;
    void offerFilters();
    void applyFilter();
    ReportDetail *makeDetail(const ReportRow &row);

    const Theme &m_theme;
    const SettingsDesk &m_settings;
    ReportDesk::Report m_report;
    TextLabel *m_heading;
    FilterChoice *m_choice;
    QList<Filter> m_filters;
    qsizetype m_wanted = 0;
    TextLabel *m_none;
    Card *m_card;
    ReportHeading *m_columns;
    QuestionRows *m_rows;
    bool m_unfolded = false; ///< what is known of a question; kept from one question to the next
};

} // namespace lectern
