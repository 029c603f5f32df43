// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionrow.h"

#include "examwords.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace lectern
{

SectionRow::SectionRow(const Theme &theme, const Section &section, int index, QWidget *parent)
    : QWidget(parent)
    , m_count(new TextLabel(theme, Theme::Role::Body))
    , m_bar(new ShareBar(theme))
    , m_short(new TextLabel(theme, Theme::Role::Small))
    , m_title(section.title)
{
    auto *title = new TextLabel(theme, Theme::Role::Body, section.title);
    title->setElided(true);
    auto *weight = new TextLabel(theme, Theme::Role::Small, percent(section.weight / 100.0));
    weight->setTone(TextLabel::Tone::Muted);
    if (section.weight == 0)
        weight->hide();
    m_count->setBold(true);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_short->setAlignment(Qt::AlignRight);
    m_bar->setAccessibleName(tr("Share of the form"));

    auto *line = new QHBoxLayout;
    line->setSpacing(theme.px(space::s));
    line->addWidget(new Chip(theme, section.code, index));
    line->addWidget(title, 1);
    line->addWidget(weight);
    line->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::xs));
    column->addLayout(line);
    column->addWidget(m_bar);
    column->addWidget(m_short);

    m_bar->setDomain(index);
    const auto restyle = [this] {
        m_count->setMinimumWidth(QFontMetrics(m_count->font()).horizontalAdvance(QStringLiteral("000")));
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
}

void SectionRow::setSupply(const SectionSupply &supply, int most)
{
    const QLocale locale;
    m_count->setText(locale.toString(supply.wanted));
    m_bar->setShare(most > 0 ? double(supply.wanted) / most : 0);
    const bool lacking = supply.available < supply.wanted;
    const bool seen = supply.unseen < supply.wanted;
    m_short->setVisible(lacking || seen);
    m_short->setTone(lacking ? TextLabel::Tone::Bad : TextLabel::Tone::Warn);
    m_short->setText(
        lacking ? tr("only %1 of %2 in the bank").arg(locale.toString(supply.available), locale.toString(supply.wanted))
                : tr("%1 of %2 unseen").arg(locale.toString(supply.unseen), locale.toString(supply.wanted)));
    setAccessibleName(tr("%1: %2").arg(m_title, locale.toString(supply.wanted)));
}

DifficultyBar::DifficultyBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void DifficultyBar::setSplit(int easy, int medium, int hard)
{
    m_easy = easy;
    m_medium = medium;
    m_hard = hard;
    const QLocale locale;
    setAccessibleName(tr("Difficulty: %1 easier, %2 medium, %3 harder")
                          .arg(locale.toString(easy), locale.toString(medium), locale.toString(hard)));
    update();
}

QSize DifficultyBar::sizeHint() const
{
    return {m_theme.px(200), m_theme.px(12) + QFontMetrics(m_theme.font(Theme::Role::Small)).height()};
}

QSize DifficultyBar::minimumSizeHint() const
{
    return {m_theme.px(120), sizeHint().height()};
}

void DifficultyBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    const std::array counts{m_easy, m_medium, m_hard};
    const std::array fills{t.raised, t.accentSoft, t.accent};
    const std::array words{tr("easier"), tr("medium"), tr("harder")};
    const int total = std::max(1, m_easy + m_medium + m_hard);
    const int barHeight = m_theme.px(9);
    const QLocale locale;

    QFont plain = m_theme.font(Theme::Role::Small);
    QFont bold = plain;
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    const QFontMetrics plainMetrics(plain);
    int before = 0;
    int textFrom = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
        const int left = width() * before / total;
        before += counts[i];
        const int right = width() * before / total;
        const auto mirrored = [this](QRect area) {
            if (isRightToLeft())
                area.moveRight(width() - 1 - area.left());
            return area;
        };
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(fills[i]);
        if (right > left)
            painter.drawRect(mirrored(QRect(left, 0, std::min(right - left, width() - 1 - left), barHeight)));

        // A figure stands below its part where there is room, else right after the one before.
        const QString count = locale.toString(counts[i]);
        const int countWidth = boldMetrics.horizontalAdvance(count + u' ');
        const int wordWidth = plainMetrics.horizontalAdvance(words[i]);
        const int last = width() - countWidth - wordWidth;
        const int x = std::max(textFrom, std::min(left, last));
        const int y = barHeight + m_theme.px(3);
        painter.setPen(t.text);
        painter.setFont(bold);
        painter.drawText(mirrored(QRect(x, y, countWidth, height() - y)), Qt::AlignLeft | Qt::AlignTop, count);
        painter.setPen(t.muted);
        painter.setFont(plain);
        painter.drawText(
            mirrored(QRect(x + countWidth, y, wordWidth + 1, height() - y)), Qt::AlignLeft | Qt::AlignTop, words[i]);
        textFrom = x + countWidth + wordWidth + m_theme.px(space::s);
    }
}

} // namespace lectern
