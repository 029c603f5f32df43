// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planwords.h"
#include "tile.h"

#include <optional>

namespace lectern
{

/// A day of the week as a button: its blocks as a pile, its hours below.
class WeekDay : public Tile
{
    Q_OBJECT
public:
    explicit WeekDay(const Theme &theme, QWidget *parent = nullptr);

    struct Content {
        QDate date;
        QDate today;
        bool inPlan = false;
        QList<Block> blocks;
        QList<int> domains;  ///< of each block
        int fullMinutes = 0; ///< what the whole height stands for
        QString blockNames;  ///< one a line, for tooltip and screen reader
    };
    void set(const Content &content);
    const Content &content() const { return m_content; }
    QString summary() const; ///< "2 of 4 h"
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPile(QPainter &painter, const QRectF &area) const;

    Content m_content;
};

/// The seven days of this week.
class WeekStrip : public QWidget
{
    Q_OBJECT
public:
    explicit WeekStrip(const Theme &theme, QWidget *parent = nullptr);
    /// `blocks` of the week that begins on `monday`.
    void set(const Certification &certification, QDate monday, QDate today, const QList<Block> &blocks,
        const std::optional<PlanInputs> &inputs);

Q_SIGNALS:
    void dayClicked(QDate date);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<WeekDay *> m_days;
};

/// The three marks of the strip: done, missed, to come.
class WeekLegend : public QWidget
{
    Q_OBJECT
public:
    explicit WeekLegend(const Theme &theme, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    mutable QSize m_size; ///< invalid until measured
};

} // namespace lectern
