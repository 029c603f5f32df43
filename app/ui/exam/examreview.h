// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seatwords.h"

#include <QList>
#include <QWidget>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lectern
{

class Segments;
class TextLabel;
class Theme;

/// All positions of the form before it is submitted: how each is marked, and the way back to it.
class ExamReview : public QWidget
{
    Q_OBJECT
public:
    struct Row {
        SeatMarks marks;
        QString title;   ///< empty until seen
        QString letters; ///< of the chosen options; empty: blank
        QString answer;  ///< the text of the only one, Markdown
        int asked = 1;   ///< options to choose
        qsizetype chosen = 0;
    };

    explicit ExamReview(const Theme &theme, QWidget *parent = nullptr);

    void setRows(const QList<Row> &rows, int current);
    /// "Submit exam", or what ends this mode.
    void setSubmitText(const QString &text);
    void takeFocus();
    QTreeWidget *list() const { return m_list; }
    QPushButton *submitButton() const { return m_submit; }

Q_SIGNALS:
    void chosen(int position);
    void back();
    void submit();

private:
    void fill(QTreeWidgetItem *line, int position, const Row &row) const;
    void applyFilter();
    void rescale();

    const Theme &m_theme;
    QList<Row> m_rows;
    TextLabel *m_counts;
    Segments *m_filter;
    QTreeWidget *m_list;
    TextLabel *m_none;
    QPushButton *m_submit;
};

} // namespace lectern
