// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "ui.h"

#include <QObject>
#include <functional>

class QAction;
class QMenu;
class QPushButton;
class QWidget;

namespace lectern
{

/// A chart with all that is in it, on the ground of the page, as a drawing. Its title and description are the widget's
/// accessible ones.
QByteArray svgOf(QWidget &chart, const Theme &theme);
/// The same as an image of at least twice as many dots as on the screen.
QByteArray pngOf(QWidget &chart, const Theme &theme);

/// The Export button of the page: the tables as CSV, each chart as SVG and as PNG. Asks where, and tells how it went in
/// the message bar.
class ChartExport : public QObject
{
    Q_OBJECT
public:
    /// Dialogs open over `page`, which owns this.
    ChartExport(Ui &ui, QWidget *page);

    QPushButton *button() const { return m_button; }
    QMenu *menu() const { return m_menu; }

    void setTables(std::function<Result<QByteArray>()> tables);
    enum class Chart { Radar, Trend };
    /// `widget` gives the chart as it is when asked; null: there is none to see.
    void addChart(Chart chart, const std::function<QWidget *()> &widget);

private:
    void offer(const QString &text, const QString &name, const QString &filter,
        std::function<Result<QByteArray>()> bytes, std::function<bool()> possible);
    void save(const QString &name, const QString &filter, const std::function<Result<QByteArray>()> &bytes);

    Ui &m_ui;
    QWidget *m_page;
    QPushButton *m_button;
    QMenu *m_menu;
    QList<std::pair<QAction *, std::function<bool()>>> m_possible;
};

} // namespace lectern
