// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

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
    QString chosen; ///< letter; empty: blank
    QString key;
    bool right = false;
    bool flagged = false;
    qint64 dwellMs = 0;
};

/// Where the columns of the report's table stand for a width, so that heading and rows agree.
struct ReportColumns {
    ReportColumns(const Theme &theme, int width);

    QRect number, code, title, topic, chosen, key, time; ///< topic is empty where there is no room
};

/// A question in the report; checked while its detail is open.
class ReportRow : public QAbstractButton
{
    Q_OBJECT
public:
    ReportRow(const Theme &theme, const ReportLine &line, QWidget *parent);

    const ReportLine &line() const { return m_line; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepPressed(int key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    ReportLine m_line;
};

/// The table's heading.
class ReportHeading : public QWidget
{
    Q_OBJECT
public:
    explicit ReportHeading(const Theme &theme, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace lectern
