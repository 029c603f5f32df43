// SPDX-License-Identifier: GPL-3.0-or-later
#include "topicgrid.h"

#include "tell.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace lectern
{

/// One topic: the figure and n first, the bar only helps. Dashed where there are no answers.
class TopicCell : public QAbstractButton
{
public:
    TopicCell(const Theme &theme, const Topic &topic, int domain, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_topic(topic)
        , m_domain(domain)
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] {
            updateGeometry();
            update();
        });
    }

    void set(const SectionAccuracy &accuracy)
    {
        m_accuracy = accuracy;
        const QString result = accuracy.answers > 0 ? TopicGrid::tr("%1 % of %n answer(s)", nullptr, accuracy.answers)
                                                          .arg(QLocale().toString(qRound(100 * accuracy.share())))
                                                    : TopicGrid::tr("no answers");
        setAccessibleName(QStringLiteral("%1: %2").arg(m_topic.title, result));
        setToolTip(plainToolTip(QStringLiteral("%1\n%2").arg(m_topic.title, result)));
        update();
    }

    QSize sizeHint() const override
    {
        const int height =
            std::max(m_theme.px(29), QFontMetrics(m_theme.font(Theme::Role::Body)).height() + m_theme.px(space::s));
        return {m_theme.px(72), height};
    }
    QSize minimumSizeHint() const override { return {m_theme.px(56), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        const bool known = m_accuracy.answers > 0;
        QPainter painter(this);
        QPen border(known ? tokens.line : tokens.edge, 1);
        if (!known)
            border.setDashPattern({3, 3});
        painter.setPen(border);
        painter.setBrush(isDown() ? tokens.track : known ? tokens.raised : tokens.surface);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        const int pad = m_theme.px(6);
        const int leading = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft));
        QRect text = rect().adjusted(pad, 0, -pad, -m_theme.px(known ? 4 : 0));
        painter.setPen(tokens.text);
        if (known) {
            QFont bold = m_theme.font(Theme::Role::Body);
            bold.setBold(true);
            painter.setFont(bold);
            const QString figure = QLocale().toString(qRound(100 * m_accuracy.share()));
            painter.drawText(text, leading, figure);
            const int step = painter.fontMetrics().horizontalAdvance(figure) + m_theme.px(space::xs);
            text.adjust(isRightToLeft() ? 0 : step, 0, isRightToLeft() ? -step : 0, 0);
            painter.setFont(m_theme.font(Theme::Role::Small));
            painter.setPen(tokens.muted);
            painter.drawText(text, leading, TopicGrid::tr("n %1").arg(QLocale().toString(m_accuracy.answers)));
            const int room = width() - 2;
            const int length = qRound(room * m_accuracy.share());
            painter.fillRect(
                QRect(isRightToLeft() ? 1 + room - length : 1, height() - m_theme.px(4) - 1, length, m_theme.px(4)),
                m_theme.domain(m_domain));
        } else {
            painter.setFont(m_theme.font(Theme::Role::Body));
            painter.drawText(text, leading, TopicGrid::tr("–", "no answers yet"));
        }
        if (hasFocus() || underMouse()) {
            painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.edge, hasFocus() ? 2 : 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect().adjusted(hasFocus() ? 1 : 0, hasFocus() ? 1 : 0, -1, -1));
        }
    }

private:
    const Theme &m_theme;
    Topic m_topic;
    int m_domain;
    SectionAccuracy m_accuracy;
};

TopicGrid::TopicGrid(const Theme &theme, const Certification &certification, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(theme.px(2));
    grid->setHorizontalSpacing(theme.px(space::xs));
    for (qsizetype d = 0; d < certification.domains.size(); ++d) {
        const Domain &domain = certification.domains[d];
        auto *chip = new Chip(theme, domain.code, int(d), this);
        chip->setToolTip(plainToolTip(domain.title));
        grid->addWidget(chip, int(d), 0);
        for (qsizetype t = 0; t < domain.topics.size(); ++t) {
            const Topic &topic = domain.topics[t];
            auto *cell = new TopicCell(theme, topic, int(d), this);
            m_cells.insert(topic.id, cell);
            grid->addWidget(cell, int(d), int(t) + 1);
            grid->setColumnStretch(int(t) + 1, 1);
            connect(cell, &QAbstractButton::clicked, this, [this, id = topic.id] { Q_EMIT topicChosen(id); });
        }
    }
}

void TopicGrid::showSummary(const FirstSeenSummary &summary)
{
    for (const SectionAccuracy &topic : summary.topics) {
        if (TopicCell *cell = m_cells.value(topic.section))
            cell->set(topic);
    }
}

} // namespace lectern
