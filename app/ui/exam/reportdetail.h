// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace lectern
{

class SettingsDesk;
class Theme;
struct FormItem;
struct Item;
struct ItemOutcome;
struct Option;
struct Source;

/// A question after the exam: what was asked, every option with its rationale, the rule to take away and the sources.
class ReportDetail : public QWidget
{
    Q_OBJECT
public:
    ReportDetail(const Theme &theme, const SettingsDesk &settings, const Item &item, const FormItem &seat,
        const ItemOutcome &outcome, QWidget *parent = nullptr);

Q_SIGNALS:
    void linkActivated(const QString &url);

private:
    void addText(QVBoxLayout *column, const QString &markdown, const QString &name);
    void addOption(QGridLayout *grid, const Option &option, int index, bool chosen);
    void addSource(QVBoxLayout *column, const Source &source);

    const Theme &m_theme;
};

} // namespace lectern
