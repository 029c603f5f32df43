// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "questionrow.h"

namespace lectern
{

class Theme;

/// What the report's table says of one question.
struct ReportLine {
    int position = 0;
    QString code;          ///< of the section
    int sectionIndex = -1; ///< in the blueprint
    QString title;
    QString topic;
    QString chosen; ///< letters; empty: blank
    QString key;
    QString certainty; ///< in words; empty: not rated
    QString why;       ///< it went wrong, in words; empty: nothing was said
    bool right = false;
    bool flagged = false;
    bool unsure = false; ///< marked, or rated below sure
    bool sure = false;
    bool changed = false;
    bool slow = false;
    bool scored = true;
    bool disputed = false;

    qint64 dwellMs = 0;
};

/// Where the columns of the report's table stand for a width, so that heading and rows agree.
struct ReportColumns {
    ReportColumns(const Theme &theme, int width, bool rated);

    QRect number, code, title, chosen, key, time;
    QRect topic, certainty, why; ///< empty where there is no room or nothing was rated
};

/// A question in the report; checked while its detail is open.
class ReportRow : public QuestionRow
{
    Q_OBJECT
public:
    /// `rated`: the table has a column for certainty.
    ReportRow(const Theme &theme, const ReportLine &line, bool rated, QWidget *parent);

    const ReportLine &line() const { return m_line; }
    void setLine(const ReportLine &line); ///< of the same question, once something about it has changed
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();
    void paintWords(QPainter &painter, const ReportColumns &at) const;
    void paintChip(QPainter &painter, const ReportColumns &at) const;

    ReportLine m_line;
    bool m_rated;
};

/// The table's heading.
class ReportHeading : public QWidget
{
    Q_OBJECT
public:
    explicit ReportHeading(const Theme &theme, QWidget *parent = nullptr);
    void setRated(bool rated);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_rated = false;
};

} // namespace lectern
