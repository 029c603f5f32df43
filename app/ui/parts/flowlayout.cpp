// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace lectern
{

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    int height = 0;
    for (const Line &line : lines(width))
        height += line.height + (height > 0 ? spacing() : 0);
    return height;
}

int FlowLayout::firstLineHeight(int width) const
{
    return lines(width).value(0).height;
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least;
}

QSize FlowLayout::sizeHint() const
{
    QSize whole;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        whole = {whole.width() + size.width() + (whole.width() > 0 ? spacing() : 0),
            std::max(whole.height(), size.height())};
    }
    return whole;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = rect.y();
    for (const Line &line : lines(rect.width())) {
        int x = rect.x();
        for (const auto &[item, size] : line.items) {
            const QRect where(QPoint(x, y + (line.height - size.height()) / 2), size);
            item->setGeometry(QStyle::visualRect(direction, rect, where));
            x += size.width() + spacing();
        }
        y += line.height + spacing();
    }
}

QList<FlowLayout::Line> FlowLayout::lines(int width) const
{
    QList<Line> all;
    int used = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint();
        size.setWidth(std::max(item->minimumSize().width(), std::min(size.width(), width)));
        if (item->hasHeightForWidth())
            size.setHeight(item->heightForWidth(size.width()));
        if (all.isEmpty() || used + size.width() > width) {
            all.append(Line());
            used = 0;
        }
        all.last().items.append({item, size});
        all.last().height = std::max(all.last().height, size.height());
        used += size.width() + spacing();
    }
    return all;
}

} // namespace lectern
