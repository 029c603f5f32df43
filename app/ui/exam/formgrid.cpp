// SPDX-License-Identifier: GPL-3.0-or-later
#include "formgrid.h"

#include "flowlayout.h"
#include "widgets.h"

#include <QEvent>
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
    m_names.insert(field, {name, target ? target : field});
    field->installEventFilter(this);
    align(name, field, target ? target : field);
    return int(m_rows.size()) - 1;
}

/// A label stands beside the first line of its field: as high as what is shown of it in one line.
void FormGrid::align(QWidget *name, const QWidget *field, const QWidget *target)
{
    int height = target->isHidden() ? 0 : target->sizeHint().height();
    if (target != field && target->parentWidget() == field) {
        for (const QObject *child : field->children()) {
            const auto *part = qobject_cast<const QWidget *>(child);
            if (part && !part->isHidden() && height == 0)
                height = part->sizeHint().height();
        }
    }
    name->setMinimumHeight(std::max(name->sizeHint().height(), height));
}

bool FormGrid::eventFilter(QObject *watched, QEvent *event)
{
    const auto known = m_names.constFind(watched);
    if (known != m_names.cend() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show))
        align(known->first, static_cast<QWidget *>(watched), known->second);
    return QWidget::eventFilter(watched, event);
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
