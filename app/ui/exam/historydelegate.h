// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace lectern
{

class Theme;

/// Rows of the history: the result with a bar beside it, marks in the tone of what they say.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit HistoryDelegate(const Theme &theme, QObject *parent = nullptr);

    int rowHeight() const;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintResult(QPainter &painter, const QRect &area, Qt::LayoutDirection direction, const QString &text,
        const QVariant &share) const;

    const Theme &m_theme;
};

} // namespace lectern
