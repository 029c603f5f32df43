// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace lectern
{

/// Puts widgets side by side as words of a text: what no longer fits goes to the next line. Mirrored where reading
/// begins at the right.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    /// `spacing` in pixels, between neighbours and between lines.
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;
    int firstLineHeight(int width) const; ///< of what is shown, in pixels

private:
    struct Line {
        QList<std::pair<QLayoutItem *, QSize>> items;
        int height = 0;
    };
    QList<Line> lines(int width) const;

    QList<QLayoutItem *> m_items;
};

} // namespace lectern
