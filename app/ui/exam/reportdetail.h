// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"

#include <QWidget>

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace lectern
{

class QuestionAbout;
class SettingsDesk;
class Theme;
struct FormItem;
struct ItemOutcome;

/// A question after the exam: what was asked, every option with its rationale, the rule to take away, the sources, what
/// is known of the question itself, and a way to object to it.
class ReportDetail : public QWidget
{
    Q_OBJECT
public:
    /// `current` is the question's revision in the installed pack, empty where that no longer has it.
    ReportDetail(const Theme &theme, const SettingsDesk &settings, const Item &item, const FormItem &seat,
        const ItemOutcome &outcome, const QString &current, QWidget *parent = nullptr);

    QPushButton *aboutButton() const { return m_about; } ///< checked while what is known is unfolded
    QPushButton *disputeButton() const { return m_dispute; }
    QWidget *about() const; ///< null while folded

Q_SIGNALS:
    void linkActivated(const QString &url);
    void aboutToggled(bool unfolded);
    void disputeRequested();

private:
    void addText(QVBoxLayout *column, const QString &markdown, const QString &name);
    void addOption(QGridLayout *grid, const Option &option, int index, bool chosen);
    void addSource(QVBoxLayout *column, const Source &source);
    void addActions(QVBoxLayout *column);
    void unfold(bool on);

    const Theme &m_theme;
    Item m_item;
    QString m_seen;
    QString m_current;
    QVBoxLayout *m_column;
    QPushButton *m_about;
    QPushButton *m_dispute;
    QuestionAbout *m_known = nullptr;
};

} // namespace lectern
