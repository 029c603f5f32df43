// SPDX-License-Identifier: GPL-3.0-or-later
#include "formgrid.h"

#include "flowlayout.h"
#include "widgets.h"

#include <QGridLayout>

namespace lectern
{

FormGrid::FormGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(space::l));
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
}

void FormGrid::addHead(QWidget *head)
{
    m_grid->addWidget(head, m_grid->rowCount(), 0, 1, 2);
}

QWidget *FormGrid::makeGap(int pixels)
{
    auto *gap = new QWidget;
    gap->setFixedHeight(m_theme.px(pixels));
    return gap;
}

int FormGrid::addRow(const QString &label, QWidget *field, QWidget *target)
{
    auto *name = new TextLabel(m_theme, Theme::Role::Body, label);
    name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    name->setBuddy(target ? target : field);
    QWidget *gap = makeGap(space::m);
    int row = m_grid->rowCount();
    m_grid->addWidget(gap, row, 0, 1, 2);
    m_grid->addWidget(name, ++row, 0, Qt::AlignTop);
    m_grid->addWidget(field, row, 1);
    m_rows.append(Row{{gap, name, field}, true});
    // Beside the first line of a field of several.
    name->setMinimumHeight(std::max(name->sizeHint().height(), (target ? target : field)->sizeHint().height()));
    return int(m_rows.size()) - 1;
}

void FormGrid::addBelow(QWidget *widget)
{
    QWidget *gap = makeGap(space::xs);
    int line = m_grid->rowCount();
    m_grid->addWidget(gap, line, 1);
    m_grid->addWidget(widget, ++line, 1);
    m_rows.last().parts << gap << widget;
}

void FormGrid::setRowShown(int row, bool shown)
{
    m_rows[row].shown = shown;
    for (QWidget *part : std::as_const(m_rows.at(row).parts))
        part->setVisible(shown);
}

bool FormGrid::rowShown(int row) const
{
    return m_rows.at(row).shown;
}

void FormGrid::finish()
{
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

QWidget *fieldLine(const Theme &theme, const QList<QWidget *> &widgets)
{
    auto *line = new QWidget;
    auto *flow = new FlowLayout(theme.px(space::m), line);
    for (QWidget *widget : widgets)
        flow->addWidget(widget);
    return line;
}

} // namespace lectern
