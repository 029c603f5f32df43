// SPDX-License-Identifier: GPL-3.0-or-later
#include "historydelegate.h"

#include "historymodel.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int barWidth = 72; ///< pixels at 100 % text
constexpr int barHeight = 8;
constexpr int rowAtLeast = 32;
} // namespace

HistoryDelegate::HistoryDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int HistoryDelegate::rowHeight() const
{
    return std::max(
        m_theme.px(rowAtLeast), QFontMetrics(m_theme.font(Theme::Role::Body)).height() + m_theme.px(space::s));
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    QFont font = m_theme.font(Theme::Role::Body);
    font.setBold(index.column() == HistoryModel::Result);
    // A little more than the letters: the table keeps a pixel for its grid, and widths are rounded.
    int width =
        QFontMetrics(font).horizontalAdvance(index.data().toString()) + 2 * m_theme.px(space::s) + m_theme.px(4);
    if (index.column() == HistoryModel::Result)
        width += m_theme.px(barWidth) + m_theme.px(space::s);
    return {width, rowHeight()};
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, tokens.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, hovered(tokens));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.line);
    if (selected && index.column() == HistoryModel::When) {
        const int line = std::max(2, m_theme.px(3));
        const bool mirrored = option.direction == Qt::RightToLeft;
        painter->fillRect(QRect(mirrored ? option.rect.right() - line + 1 : option.rect.left(), option.rect.top(), line,
                              option.rect.height()),
            tokens.accent);
    }
    const int pad = m_theme.px(space::s);
    const QRect area = option.rect.adjusted(pad, 0, -pad, -1);
    const QString text = index.data().toString();
    painter->setFont(m_theme.font(Theme::Role::Body));
    if (index.column() == HistoryModel::Result) {
        paintResult(*painter, area, option.direction, text, index.data(HistoryModel::ShareRole));
    } else {
        const bool muted = index.column() != HistoryModel::What;
        painter->setPen(muted ? tokens.muted : tokens.text);
        painter->drawText(area, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
            painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    }
    painter->restore();
}

void HistoryDelegate::paintResult(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
    const QString &text, const QVariant &share) const
{
    const Tokens &tokens = m_theme.tokens();
    QFont bold = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(share.isValid() ? tokens.text : tokens.muted);
    painter.drawText(area, int(QStyle::visualAlignment(direction, Qt::AlignRight | Qt::AlignVCenter)), text);
    if (!share.isValid())
        return;
    const QRect bar(
        area.left(), area.center().y() - m_theme.px(barHeight) / 2, m_theme.px(barWidth), m_theme.px(barHeight));
    QRect filled = bar;
    filled.setWidth(qRound(bar.width() * share.toDouble()));
    painter.fillRect(QStyle::visualRect(direction, area, bar), tokens.track);
    painter.fillRect(QStyle::visualRect(direction, area, filled), tokens.accent);
}

} // namespace lectern
