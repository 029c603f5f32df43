// SPDX-License-Identifier: GPL-3.0-or-later
#include "formgrid.h"

#include "flowlayout.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace lectern
{

/// Sets each label beside the first line of its field. How high that is depends on what is shown of the field and on
/// the width it got, which nothing but the layout knows, and that anew each time.
class FormGrid::Layout : public QGridLayout
{
public:
    using QGridLayout::QGridLayout;

    void addLabelled(QWidget *label, QWidget *field)
    {
        const int row = rowCount();
        addWidget(label, row, 0, Qt::AlignTop);
        addWidget(field, row, 1);
        m_labelled.append(std::pair(label, field));
    }
    void setGeometry(const QRect &rect) override
    {
        QGridLayout::setGeometry(rect);
        for (const auto &[label, field] : std::as_const(m_labelled)) {
            if (label->isHidden())
                continue;
            QRect beside = label->geometry();
            beside.moveTop(field->y() + (firstLineHeight(*field) - beside.height()) / 2);
            label->setGeometry(beside);
        }
    }

private:
    static int firstLineHeight(const QWidget &field)
    {
        if (const auto *flow = qobject_cast<const FlowLayout *>(field.layout()))
            return flow->firstLineHeight(field.width());
        if (qobject_cast<const QLabel *>(&field))
            return std::min(field.height(), field.fontMetrics().height());
        return field.height();
    }

    QList<std::pair<QWidget *, QWidget *>> m_labelled;
};

FormGrid::FormGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new Layout(this))
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
    m_grid->addWidget(gap, m_grid->rowCount(), 0, 1, 2);
    m_grid->addLabelled(name, field);
    m_rows.append(Row{{gap, name, field}, true});
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
