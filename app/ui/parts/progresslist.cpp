// SPDX-License-Identifier: GPL-3.0-or-later
#include "progresslist.h"

#include "widgets.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace lectern
{

class ProgressList::Row : public QAbstractButton
{
public:
    Row(const Theme &theme, const QString &title, int total, const QString &caption, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_title(title)
        , m_caption(caption)
        , m_total(total)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setDone(0, QString());
        connect(&theme, &Theme::changed, this, [this] {
            updateGeometry();
            update();
        });
    }

    void setDone(int done, const QString &words)
    {
        m_done = done;
        m_words = words;
        setAccessibleName(words.isEmpty() ? m_title : QStringLiteral("%1, %2").arg(m_title, words));
        setAccessibleDescription(m_caption);
        update();
    }

    QSize sizeHint() const override
    {
        const int width = m_theme.px(248);
        return {width, heightForWidth(width)};
    }
    QSize minimumSizeHint() const override { return {m_theme.px(160), m_theme.px(32)}; }

    int heightForWidth(int width) const override
    {
        const int pad = 2 * m_theme.px(space::m);
        const QRect title =
            QFontMetrics(titleFont()).boundingRect(QRect(0, 0, width - pad, 10000), Qt::TextWordWrap, m_title);
        int height = pad + title.height();
        const int small = QFontMetrics(m_theme.font(Theme::Role::Small)).height();
        if (m_total > 0)
            height += m_theme.px(space::xs) + small;
        if (!m_caption.isEmpty())
            height += m_theme.px(space::xs) + small;
        return height;
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QAbstractButton::resizeEvent(event);
        // A layout may have asked for the height of another width.
        setMinimumHeight(heightForWidth(width()));
    }

    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        if (isChecked()) {
            painter.fillRect(rect(), tokens.accentSoft);
            const int line = std::max(2, m_theme.px(3));
            painter.fillRect(QRect(isRightToLeft() ? width() - line : 0, 0, line, height()), tokens.accent);
        } else if (isDown()) {
            painter.fillRect(rect(), tokens.track);
        } else if (underMouse()) {
            painter.fillRect(rect(), hovered(tokens));
        }
        const int pad = m_theme.px(space::m);
        QRect area = rect().adjusted(pad, pad, -pad, -pad);
        painter.setPen(tokens.text);
        painter.setFont(isChecked() ? titleFont() : m_theme.font(Theme::Role::Body));
        QRect used;
        painter.drawText(area, Qt::TextWordWrap | int(visual(Qt::AlignLeft | Qt::AlignTop)), m_title, &used);
        // The bold title may need a line more; the row is always as high as that.
        const int titleHeight = QFontMetrics(titleFont())
                                    .boundingRect(QRect(0, 0, area.width(), 10000), Qt::TextWordWrap, m_title)
                                    .height();
        area.setTop(area.top() + titleHeight + m_theme.px(space::xs));
        painter.setFont(m_theme.font(Theme::Role::Small));
        const int line = painter.fontMetrics().height();
        if (m_total > 0) {
            drawProgress(painter, QRect(area.left(), area.top(), area.width(), line));
            area.setTop(area.top() + line + m_theme.px(space::xs));
        }
        painter.setPen(tokens.muted);
        painter.drawText(area, int(visual(Qt::AlignLeft | Qt::AlignTop)),
            painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, area.width()));
        if (hasFocus()) {
            painter.setPen(QPen(tokens.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
    }

private:
    Qt::Alignment visual(Qt::Alignment alignment) const
    {
        return QStyle::visualAlignment(layoutDirection(), alignment);
    }
    QFont titleFont() const
    {
        QFont bold = m_theme.font(Theme::Role::Body);
        bold.setBold(true);
        return bold;
    }

    void drawProgress(QPainter &painter, const QRect &area) const
    {
        const Tokens &tokens = m_theme.tokens();
        painter.setPen(tokens.text);
        painter.drawText(area, int(visual(Qt::AlignRight | Qt::AlignVCenter)), m_words);
        const int room = area.width() - painter.fontMetrics().horizontalAdvance(m_words) - m_theme.px(space::s);
        const double gap = m_theme.px(2);
        const double step = (room + gap) / m_total;
        if (step < gap + m_theme.px(3))
            return;
        const double height = m_theme.px(6);
        for (int i = 0; i < m_total; ++i) {
            const double x = isRightToLeft() ? area.right() - (i + 1) * step + gap : area.left() + i * step;
            const QRectF segment(x, area.center().y() - height / 2, step - gap, height);
            if (i < m_done) {
                painter.fillRect(segment, tokens.accent);
            } else {
                painter.setPen(QPen(tokens.edge, 1));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(segment.adjusted(0.5, 0.5, -0.5, -0.5));
            }
        }
    }

    const Theme &m_theme;
    QString m_title;
    QString m_caption;
    QString m_words;
    int m_total;
    int m_done = 0;
};

ProgressList::ProgressList(const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(accessibleName);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme.px(space::xs));
    m_layout->addStretch();
}

void ProgressList::add(const QString &title, int total, const QString &caption)
{
    auto *row = new Row(m_theme, title, total, caption, this);
    const int index = int(m_rows.size());
    m_rows.append(row);
    m_layout->insertWidget(index, row);
    // Toggled by arrow keys too, which click.
    connect(row, &QAbstractButton::clicked, this, [this, index] {
        m_current = index;
        Q_EMIT chosen(index);
    });
}

void ProgressList::setDone(int index, int done, const QString &words)
{
    m_rows[index]->setDone(done, words);
}

void ProgressList::setCurrent(int index)
{
    if (index < 0 || index >= m_rows.size())
        return;
    m_current = index;
    m_rows[index]->setChecked(true);
}

} // namespace lectern
