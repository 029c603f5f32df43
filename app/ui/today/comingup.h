// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tile.h"

#include <QDate>
#include <QWidget>

class QVBoxLayout;

namespace lectern
{

/// One dated thing ahead as a button: icon, day, words.
class ComingRow : public Tile
{
    Q_OBJECT
public:
    ComingRow(const Theme &theme, const QString &icon, QDate date, const QString &words, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_day;
};

/// The dates ahead: rehearsal, project, exam.
class ComingUp : public QWidget
{
    Q_OBJECT
public:
    struct Item {
        QString icon;
        QDate date;
        QString words;
    };

    explicit ComingUp(const Theme &theme, QWidget *parent = nullptr);
    void set(QList<Item> items); ///< shown by date

Q_SIGNALS:
    void dateClicked(QDate date);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<ComingRow *> m_rows;
};

} // namespace lectern
