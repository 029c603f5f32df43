// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace lectern
{

class CodeView;
class OptionList;
class SafeText;
class SettingsDesk;
class TextLabel;
class Theme;
struct Item;

/// The question being sat: stem, code, lead-in and options, at most 90 characters wide. The same widgets show every
/// question, so that moving on costs no more than setting texts.
class QuestionView : public QScrollArea
{
    Q_OBJECT
public:
    QuestionView(const Theme &theme, SettingsDesk &settings, QWidget *parent = nullptr);

    /// `order` are the option ids as displayed; `choice` the ids chosen so far.
    void setQuestion(int position, const Item &item, const QStringList &order, const QStringList &choice);
    void setChoice(const QStringList &choice);
    /// In place of a question that cannot be read.
    void showProblem(int position, const QString &sentence);
    OptionList *options() const { return m_options; }

    /// Scrolls on until the last option is in view; false if it already is.
    bool revealLastOption();

Q_SIGNALS:
    void picked(const QString &option); ///< an option's id
    void linkActivated(const QString &url);

private:
    void rescale();
    void followSettings();

    const Theme &m_theme;
    SettingsDesk &m_settings;
    QStringList m_order;
    QWidget *m_column;
    TextLabel *m_number;
    TextLabel *m_task;
    SafeText *m_stem;
    CodeView *m_code;
    SafeText *m_lead;
    OptionList *m_options;
};

} // namespace lectern
