// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace lectern
{

class TextLabel;
class Theme;

/// What moved the expected score, newest day first.
class MovesList : public QWidget
{
    Q_OBJECT
public:
    explicit MovesList(const Theme &theme, QWidget *parent = nullptr);

    /// `report` must be of `blueprint`.
    void fill(const Certification &certification, const Blueprint &blueprint, const ReadinessReport &report,
        const QList<RehearsalCheck> &rehearsals);

private:
    struct Line {
        QDate day;
        QString points;
        QString words;
    };
    void plot();

    const Theme &m_theme;
    QList<Line> m_lines;
    QDate m_today;
    bool m_all = false;
    QWidget *m_rows = nullptr;
    TextLabel *m_none;
    QPushButton *m_more;
};

} // namespace lectern
