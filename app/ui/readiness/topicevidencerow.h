// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "evidencewords.h"

#include <QWidget>

#include <optional>

class QGridLayout;

namespace lectern
{

class Segments;
class ShareBar;
class TextLabel;
class Theme;

/// A topic with what is tested, felt and done of it, side by side and never added up. The rating is given by a click,
/// or by 1 to 5 while the keyboard is in the row.
class TopicEvidenceRow : public QWidget
{
    Q_OBJECT
public:
    TopicEvidenceRow(const Theme &theme, const Topic &topic, int domain, QWidget *parent = nullptr);

    void show(const ReadinessRow &tested, const std::optional<TopicRating> &felt, const TopicWork &work);
    FeltGap gap() const { return m_gap; } ///< of what was shown last
    /// One thing below the other, for narrow windows and large text.
    void setStacked(bool stacked);
    /// Of what is tested, felt and done, in pixels, for heads above them; where they stand beside each other.
    QList<int> columnWidths() const;
    int widthInOneLine() const; ///< that the row needs where it is not stacked
    void enter();               ///< takes the keyboard to the rating

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void rated(int value); ///< 1-5
    void stepped(int by);  ///< the keyboard wants to go to a neighbour

private:
    void place();

    const Theme &m_theme;
    bool m_stacked = false;
    FeltGap m_gap;
    int m_rating = 0;
    QGridLayout *m_grid;
    TextLabel *m_title;
    QWidget *m_testedBox;
    TextLabel *m_tested;
    TextLabel *m_expected;
    ShareBar *m_bar;
    QWidget *m_feltBox;
    Segments *m_felt;
    TextLabel *m_feltDay;
    TextLabel *m_done;
    TextLabel *m_gapWords;
};

} // namespace lectern
