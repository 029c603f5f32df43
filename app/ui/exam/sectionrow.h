// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blueprint.h"
#include "form.h"

#include <QWidget>

namespace lectern
{

class ShareBar;
class TextLabel;
class Theme;

/// A section of a form to be drawn: code, title, weight (unless 0), items and what is short.
class SectionRow : public QWidget
{
    Q_OBJECT
public:
    SectionRow(const Theme &theme, const Section &section, int index, QWidget *parent = nullptr);

    /// `most` is the largest number of items of any section: its bar is full.
    void setSupply(const SectionSupply &supply, int most);

private:
    TextLabel *m_count;
    ShareBar *m_bar;
    TextLabel *m_short;
    QString m_title;
};

/// How many items of a form are easier, medium and harder, as one bar with its figures below.
class DifficultyBar : public QWidget
{
    Q_OBJECT
public:
    explicit DifficultyBar(const Theme &theme, QWidget *parent = nullptr);

    void setSplit(int easy, int medium, int hard);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_easy = 0;
    int m_medium = 0;
    int m_hard = 0;
};

} // namespace lectern
