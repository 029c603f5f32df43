// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "optionrow.h"

#include <QList>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace lectern
{

class OptionLine;
struct Option;

/// The options of a question: one radio group, or check boxes where several are to be chosen. Rows are kept from
/// question to question, those of the two kinds apart, because a screen reader keeps what a widget is.
class OptionList : public QWidget
{
    Q_OBJECT
public:
    explicit OptionList(const Theme &theme, QWidget *parent = nullptr);
    ~OptionList() override;

    /// `options` in the order in which they are displayed, of which `choose` are to be chosen. Nothing is chosen,
    /// struck out or revealed then.
    void setOptions(const QList<Option> &options, int choose = 1);
    void setChosen(int index); ///< -1: none
    void setChoice(const QList<int> &indexes);
    void setStruck(const QList<int> &indexes);
    void setZoom(int percent);
    /// Shows keys, wrong choices and rationales, and refuses further choices.
    void setRevealed(bool revealed);

    int chosen() const; ///< the first one; -1: none
    QList<int> choice() const;
    int count() const { return m_count; }
    OptionRow *row(int index) const;
    int focused() const; ///< the option that has the focus itself or on its button; -1: none
    bool holdsFocus() const { return focused() >= 0; }
    /// Focuses the chosen option, else the first.
    void takeFocus();
    QSize sizeHint() const override { return minimumSizeHint(); } ///< its height goes by its width

Q_SIGNALS:
    void picked(int index); ///< chosen, or where several are chosen taken back, by the candidate
    void strikeToggled(int index);
    void refused(const QString &why); ///< a choice that was not taken
    void linkActivated(const QString &url);

private:
    OptionLine *addLine(OptionRow::Kind kind);
    bool admit(int index);
    void clicked(int index);
    const QList<OptionLine *> &lines() const { return m_choose > 1 ? m_several : m_single; }

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QButtonGroup *m_group;
    QList<OptionLine *> m_single;
    QList<OptionLine *> m_several;
    QList<Option> m_options;
    QList<int> m_known; ///< what is chosen as far as anybody was told
    int m_count = 0;
    int m_choose = 1;
    int m_zoom = 100;
    bool m_revealed = false;
};

} // namespace lectern
