// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QWidget>

class QDateEdit;
class QListWidget;
class QPushButton;

namespace lectern
{

class Theme;

/// Days without study, entered singly or as a range. Shows neighbouring days as one range.
class DaysOffList : public QWidget
{
    Q_OBJECT
public:
    explicit DaysOffList(const Theme &theme, QWidget *parent = nullptr);

    void setDays(const QList<QDate> &days);
    QList<QDate> days() const;    ///< sorted, each once
    void setFirstDay(QDate date); ///< what the range starts at when none was entered

Q_SIGNALS:
    void changed();

private:
    void add();
    void remove();
    void show();

    QList<QDate> m_days;
    QListWidget *m_list;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QPushButton *m_remove;
};

} // namespace lectern
