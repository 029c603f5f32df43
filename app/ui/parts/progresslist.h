// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace lectern
{

class Theme;

/// Things to choose from, each with how many of its parts are done: projects, checklists.
class ProgressList : public QWidget
{
    Q_OBJECT
public:
    /// `accessibleName` names the whole list.
    ProgressList(const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

    /// A `total` of 0 shows no progress.
    void add(const QString &title, int total, const QString &caption);
    /// `words` say the same for a person: "2 of 4 done".
    void setDone(int index, int done, const QString &words);
    int current() const { return m_current; }
    void setCurrent(int index);

Q_SIGNALS:
    /// The person chose a row; also when it is the current one already.
    void chosen(int index);

private:
    class Row;

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<Row *> m_rows;
    int m_current = -1;
};

} // namespace lectern
