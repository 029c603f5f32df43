// SPDX-License-Identifier: GPL-3.0-or-later
#include "weekstrip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int weekDays = 7;
}

WeekStrip::WeekStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *layout = new QHBoxLayout(this);
    const int margin = theme.px(space::s);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(theme.px(2));
    for (int i = 0; i < weekDays; ++i) {
        auto *day = new WeekDay(theme, this);
        layout->addWidget(day, 1);
        m_days.append(day);
        connect(day, &QAbstractButton::clicked, this, [this, day] { Q_EMIT dayClicked(day->content().date); });
    }
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WeekStrip::set(const Certification &certification, QDate monday, QDate today, const QList<Block> &blocks,
    const std::optional<PlanInputs> &inputs)
{
    QList<WeekDay::Content> contents;
    int most = 1;
    for (int i = 0; i < weekDays; ++i) {
        WeekDay::Content content;
        content.date = monday.addDays(i);
        content.today = today;
        content.inPlan =
            inputs && content.date >= inputs->start && (!inputs->examDate.isValid() || content.date < inputs->examDate);
        QStringList names;
        int minutes = 0;
        for (const Block &block : blocks) {
            if (block.date != content.date)
                continue;
            content.blocks.append(block);
            content.domains.append(wordsOf(certification, block).domain);
            names.append(spoken(certification, block, today));
            minutes += block.minutes;
        }
        content.blockNames = names.join(u'\n');
        most = std::max(most, minutes);
        contents.append(content);
    }
    for (int i = 0; i < weekDays; ++i) {
        contents[i].fullMinutes = most;
        m_days[i]->set(contents[i]);
    }
}

void WeekStrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().line, 1));
    painter.setBrush(m_theme.tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(6), m_theme.px(6));
}

WeekLegend::WeekLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Filled: done. Dashed: missed. Tinted: to come."));
    connect(&m_theme, &Theme::changed, this, [this] {
        m_size = QSize();
        updateGeometry();
        update();
    });
}

QSize WeekLegend::sizeHint() const
{
    if (m_size.isValid())
        return m_size;
    const QFontMetrics metrics(m_theme.font(Theme::Role::Small));
    int width = 0;
    for (const QString &word : {tr("done"), tr("missed"), tr("to come")})
        width += metrics.horizontalAdvance(word) + m_theme.px(10 + space::xs + space::l);
    m_size = {width, metrics.height()};
    return m_size;
}

void WeekLegend::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Theme::Role::Small));
    const QColor color = m_theme.tokens().edge;
    const int size = m_theme.px(10);
    int x = 0;
    const QStringList words{tr("done"), tr("missed"), tr("to come")};
    for (int i = 0; i < words.size(); ++i) {
        const int width = painter.fontMetrics().horizontalAdvance(words[i]);
        const auto placed = [&](int from, int length) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(x + from, 0, length, height()));
        };
        QRectF mark = QRectF(placed(0, size));
        mark = QRectF(mark.x() + 0.5, (height() - size) / 2.0, size - 1, size - 1);
        painter.setPen(i == 0 ? QPen(Qt::NoPen) : QPen(color, 1, i == 1 ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(i == 0 ? QBrush(color) : i == 1 ? QBrush(Qt::NoBrush) : QBrush(m_theme.tokens().track));
        painter.drawRoundedRect(mark, 2, 2);
        painter.setPen(m_theme.tokens().muted);
        painter.drawText(placed(size + m_theme.px(space::xs), width), Qt::AlignCenter, words[i]);
        x += width + m_theme.px(10 + space::xs + space::l);
    }
}

} // namespace lectern
