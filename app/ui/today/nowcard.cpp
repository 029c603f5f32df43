// SPDX-License-Identifier: GPL-3.0-or-later
#include "nowcard.h"

#include "widgets.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int lengthWidth = 84; ///< so that the titles of all rows line up
} // namespace

NowCard::NowCard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(1);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NowCard::set(const Certification &certification, const QList<Block> &blocks)
{
    const bool hadFocus = m_start && m_start->hasFocus();
    qDeleteAll(m_rows);
    m_rows.clear();
    m_start = nullptr;
    for (const Block &block : blocks) {
        QWidget *row = m_rows.isEmpty() ? makeFirst(certification, block) : makeNext(certification, block);
        m_layout->insertWidget(int(m_rows.size()), row);
        // Shown at once, not when the layout gets to it: the button has to take the focus, the first frame has to be
        // whole. In a card that is not seen yet the row would only be measured before its time.
        if (isVisible())
            row->show();
        m_rows.append(row);
    }
    if (hadFocus && m_start)
        m_start->setFocus(Qt::OtherFocusReason);
    update();
}

QWidget *NowCard::makeFirst(const Certification &certification, const Block &block)
{
    const BlockWords words = wordsOf(certification, block);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(m_theme.px(space::l), m_theme.px(space::m), m_theme.px(space::m), m_theme.px(space::m));
    layout->setSpacing(m_theme.px(space::m));
    auto *minutes = new TextLabel(m_theme, Theme::Role::Figure, QLocale().toString(block.minutes), row);
    auto *unit = new TextLabel(m_theme, Theme::Role::Body, tr("min"), row);
    auto *lengthBox = new QWidget(row);
    lengthBox->setMinimumWidth(m_theme.px(lengthWidth));
    auto *length = new QHBoxLayout(lengthBox);
    length->setContentsMargins(0, 0, 0, 0);
    length->setSpacing(m_theme.px(space::xs));
    length->addWidget(minutes, 0, Qt::AlignBaseline);
    length->addWidget(unit, 1, Qt::AlignBaseline);
    layout->addWidget(lengthBox);

    auto *text = new QVBoxLayout;
    text->setSpacing(m_theme.px(space::xs));
    auto *title = new TextLabel(m_theme, Theme::Role::Heading, words.fullTitle, row);
    title->setWordWrap(true);
    title->setObjectName(QStringLiteral("nowTitle"));
    text->addWidget(title);
    auto *about = new QHBoxLayout;
    about->setSpacing(m_theme.px(space::s));
    about->addWidget(new Chip(m_theme, words.code, words.domain, row));
    QStringList parts{words.kind};
    if (words.domain >= 0)
        parts.append(certification.domains[words.domain].title);
    auto *detail = new TextLabel(m_theme, Theme::Role::Body, parts.join(QStringLiteral(" · ")), row);
    detail->setElided(true);
    about->addWidget(detail, 1);
    text->addLayout(about);
    layout->addLayout(text, 1);

    QPushButton *done = plainButton(m_theme, tr("Mark done"), QStringLiteral("checkmark"));
    done->setObjectName(QStringLiteral("markDone"));
    done->setAccessibleName(tr("Mark done: %1").arg(words.title));
    layout->addWidget(done);
    m_start = primaryButton(m_theme, tr("Start"), QStringLiteral("media-playback-start"), tr("Enter"));
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setAccessibleName(tr("Start: %1").arg(words.title));
    m_start->setAutoDefault(true);
    layout->addWidget(m_start);
    connect(
        done, &QPushButton::clicked, this, [this, id = block.id] { Q_EMIT doneWanted(id); }, Qt::QueuedConnection);
    connect(m_start, &QPushButton::clicked, this, [this, id = block.id] { Q_EMIT startWanted(id); });
    return row;
}

QWidget *NowCard::makeNext(const Certification &certification, const Block &block)
{
    const BlockWords words = wordsOf(certification, block);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(m_theme.px(space::l), m_theme.px(space::s), m_theme.px(space::l), m_theme.px(space::s));
    layout->setSpacing(m_theme.px(space::m));
    auto *minutes = new TextLabel(m_theme, Theme::Role::Body, minutesText(block.minutes), row);
    minutes->setMinimumWidth(m_theme.px(lengthWidth));
    layout->addWidget(minutes);
    layout->addWidget(new Chip(m_theme, words.code, words.domain, row));
    auto *title = new TextLabel(m_theme, Theme::Role::Body, words.fullTitle, row);
    title->setElided(true);
    layout->addWidget(title, 1);
    auto *kind = new TextLabel(m_theme, Theme::Role::Small, words.kind, row);
    kind->setTone(TextLabel::Tone::Muted);
    layout->addWidget(kind);
    QPushButton *start = plainButton(m_theme, tr("Start"), QStringLiteral("media-playback-start"));
    start->setAccessibleName(tr("Start: %1").arg(words.title));
    layout->addWidget(start);
    connect(start, &QPushButton::clicked, this, [this, id = block.id] { Q_EMIT startWanted(id); });
    return row;
}

void NowCard::setReview(int questions)
{
    if (questions == m_reviewQuestions)
        return;
    m_reviewQuestions = questions;
    if (m_review)
        m_review->deleteLater(); // it may be what was clicked
    m_review = nullptr;
    if (questions > 0) {
        m_layout->addWidget(m_review = makeReview(questions));
        if (isVisible())
            m_review->show();
    }
    update();
}

QWidget *NowCard::makeReview(int questions)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(m_theme.px(space::l), m_theme.px(space::s), m_theme.px(space::l), m_theme.px(space::s));
    layout->setSpacing(m_theme.px(space::m));
    auto *count =
        new TextLabel(m_theme, Theme::Role::Body, tr("%n due", "questions to come back today", questions), row);
    count->setMinimumWidth(m_theme.px(lengthWidth));
    layout->addWidget(count);
    auto *title = new TextLabel(m_theme, Theme::Role::Body, tr("Review what you missed"), row);
    title->setElided(true);
    layout->addWidget(title, 1);
    QPushButton *start = plainButton(m_theme, tr("Start"), QStringLiteral("media-playback-start"));
    start->setObjectName(QStringLiteral("review"));
    start->setAccessibleName(tr("Review what you missed: %n question(s)", nullptr, questions));
    layout->addWidget(start);
    connect(start, &QPushButton::clicked, this, &NowCard::reviewWanted);
    return row;
}

void NowCard::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(6), m_theme.px(6));
    painter.fillPath(card, tokens.raised);
    painter.setClipPath(card);
    if (!m_rows.isEmpty())
        painter.fillRect(QRect(0, 0, width(), m_rows.constFirst()->geometry().bottom() + 1), tokens.accentSoft);
    for (int i = 1; i < m_rows.size(); ++i)
        painter.fillRect(QRect(0, m_rows[i]->geometry().top() - 1, width(), 1), tokens.line);
    if (m_review && !m_rows.isEmpty())
        painter.fillRect(QRect(0, m_review->geometry().top() - 1, width(), 1), tokens.line);
    painter.setClipping(false);
    painter.strokePath(card, QPen(tokens.line, 1));
}

} // namespace lectern
