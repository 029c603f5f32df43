// SPDX-License-Identifier: GPL-3.0-or-later
#include "copytable.h"

#include "tabletext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace lectern
{

CopyTable::CopyTable(const QString &name, int wide, QWidget *parent)
    : QTableView(parent)
    , m_wide(wide)
{
    setAccessibleName(name);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void CopyTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    // Columns that come with the rows are new to the header.
    connect(model, &QAbstractItemModel::modelReset, this, &CopyTable::widen);
    widen();
}

void CopyTable::widen()
{
    if (m_wide < model()->columnCount())
        horizontalHeader()->setSectionResizeMode(m_wide, QHeaderView::Stretch);
    updateGeometry();
}

QString CopyTable::lineOf(int row) const
{
    QStringList cells;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column))
            cells.append(model()->index(row, column).data().toString());
    }
    return tabbedLine(cells);
}

QString CopyTable::chosenText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows))
        lines.append(lineOf(row.row()));
    return lines.join(u'\n');
}

QString CopyTable::wholeText() const
{
    QStringList heads;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column))
            heads.append(model()->headerData(column, Qt::Horizontal).toString());
    }
    QStringList lines{tabbedLine(heads)};
    for (int row = 0; row < model()->rowCount(); ++row)
        lines.append(lineOf(row));
    return lines.join(u'\n');
}

void CopyTable::copyChosen()
{
    if (const QString text = chosenText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void CopyTable::copyWhole()
{
    QGuiApplication::clipboard()->setText(wholeText());
}

void CopyTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyChosen();
    else
        QTableView::keyPressEvent(event);
}

void CopyTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *chosen = menu.addAction(tr("Copy the chosen rows"), this, &CopyTable::copyChosen);
    chosen->setShortcut(QKeySequence::Copy);
    chosen->setEnabled(selectionModel()->hasSelection());
    menu.addAction(tr("Copy the table"), this, &CopyTable::copyWhole);
    menu.exec(event->globalPos());
}

void CopyTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!current.isValid() || !hasFocus())
        return;
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(above);
        if (!area || !area->widget())
            continue;
        const QRect cell = visualRect(current);
        const QPoint at = viewport()->mapTo(area->widget(), cell.center());
        area->ensureVisible(at.x(), at.y(), 0, cell.height());
        return;
    }
}

int CopyTable::wholeHeight() const
{
    const QScrollBar *bar = horizontalScrollBar();
    const int scrolling = bar->maximum() > bar->minimum() ? bar->sizeHint().height() : 0;
    return horizontalHeader()->sizeHint().height() + verticalHeader()->length() + scrolling + 2 * frameWidth();
}

QSize CopyTable::sizeHint() const
{
    return {QTableView::sizeHint().width(), wholeHeight()};
}

QSize CopyTable::minimumSizeHint() const
{
    return {QTableView::minimumSizeHint().width(), wholeHeight()};
}

void CopyTable::updateGeometries()
{
    QTableView::updateGeometries();
    if (height() != wholeHeight())
        updateGeometry();
}

} // namespace lectern
