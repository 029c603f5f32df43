// SPDX-License-Identifier: GPL-3.0-or-later
#include "scrollcolumn.h"

#include "theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace lectern
{

class ScrollColumn::Ground : public QWidget
{
public:
    explicit Ground(const Theme &theme)
        : m_theme(theme)
    {
        setObjectName(QStringLiteral("page"));
    }

    bool raised = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (raised)
            QPainter(this).fillRect(rect(), m_theme.tokens().raised);
    }

private:
    const Theme &m_theme;
};

ScrollColumn::ScrollColumn(const Theme &theme, int characters, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_ground(new Ground(theme))
    , m_column(new QWidget)
    , m_body(new QVBoxLayout(m_column))
    , m_padding(space::xl, space::m, space::xl, space::xl)
    , m_characters(characters)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *layout = new QHBoxLayout(m_ground);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_column, characters > 0 ? 100 : 0);
    if (characters > 0)
        layout->addStretch(1);
    setWidget(m_ground);

    connect(&m_theme, &Theme::changed, this, &ScrollColumn::restyle);
    restyle();
}

void ScrollColumn::setPadding(const QMargins &padding)
{
    m_padding = padding;
    restyle();
}

void ScrollColumn::restyle()
{
    const QMargins padding = m_theme.px(m_padding);
    m_body->setContentsMargins(padding);
    m_body->setSpacing(m_theme.px(space::m));
    if (m_characters > 0) {
        const QFontMetrics metrics(m_theme.font(Theme::Role::Reading));
        m_column->setMaximumWidth(m_characters * metrics.averageCharWidth() + padding.left() + padding.right());
    }
}

void ScrollColumn::setRaised(bool raised)
{
    m_ground->raised = raised;
    m_ground->update();
}

void ScrollColumn::reveal(QWidget *widget, Reveal how)
{
    scrollTo(widget, how);
    // What was only just shown gets its final height in the next turn of the event loop.
    QTimer::singleShot(0, widget, [this, widget, how] { scrollTo(widget, how); });
}

void ScrollColumn::scrollTo(const QWidget *widget, Reveal how)
{
    m_ground->layout()->activate();
    const int top = widget->mapTo(m_ground, QPoint(0, 0)).y();
    const int margin = m_theme.px(space::m);
    const int view = viewport()->height();
    QScrollBar *bar = verticalScrollBar();
    if (how == Reveal::AtTop || top < bar->value() || widget->height() > view)
        bar->setValue(top - margin);
    else if (top + widget->height() > bar->value() + view)
        bar->setValue(top + widget->height() + margin - view);
}

QSize ScrollColumn::minimumSizeHint() const
{
    return {m_theme.px(240), m_theme.px(120)};
}

} // namespace lectern
