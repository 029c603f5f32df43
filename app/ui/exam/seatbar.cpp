// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatbar.h"

#include "widgets.h"

#include <QBoxLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr std::array levels{Certainty::Sure, Certainty::Unsure, Certainty::Guess};

QPushButton *markButton(const Theme &theme, const QString &text, const QString &icon, const QString &key)
{
    QPushButton *button = plainButton(theme, text, icon, key);
    button->setCheckable(true);
    return button;
}

} // namespace

SeatBar::SeatBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_flag(markButton(theme, tr("Flag"), QStringLiteral("flag"), QStringLiteral("F")))
    , m_strike(plainButton(theme, tr("Strike out"), QStringLiteral("format-text-strikethrough"), QStringLiteral("X")))
    , m_unsure(markButton(theme, tr("Unsure"), QStringLiteral("question"), QStringLiteral("U")))
    , m_certainty(new Segments(theme, tr("How sure you are")))
    , m_status(new TextLabel(theme, Theme::Role::Small))
    , m_reveal(plainButton(theme, tr("Show the answer"), QStringLiteral("view-visible"), QStringLiteral("K")))
    , m_previous(plainButton(theme, tr("Previous"), QStringLiteral("go-previous"), QStringLiteral("P")))
    , m_next(primaryButton(theme, tr("Next"), {}, tr("Enter")))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QPushButton *review = plainButton(theme, tr("Review"), QStringLiteral("view-list-tree"), QStringLiteral("R"));
    const QList<std::pair<QWidget *, const char *>> names{{m_flag, "flag"}, {m_strike, "strike"}, {m_unsure, "unsure"},
        {m_certainty, "certainty"}, {m_status, "status"}, {m_reveal, "reveal"}, {review, "review"},
        {m_previous, "previous"}, {m_next, "next"}};
    for (const auto &[part, name] : names)
        part->setObjectName(QLatin1String(name));
    m_status->setTone(TextLabel::Tone::Muted);
    m_status->setElided(true);
    const std::array words{tr("Sure"), tr("Unsure"), tr("Guess")};
    const std::array keys{tr("Sure (S)"), tr("Unsure (U)"), tr("Guess (G)")};
    for (int i = 0; i < int(levels.size()); ++i) {
        m_certainty->addSegment(words[size_t(i)]);
        m_certainty->setSegmentName(i, keys[size_t(i)]);
    }

    auto *marks = new QHBoxLayout;
    for (QWidget *part : {static_cast<QWidget *>(m_flag), static_cast<QWidget *>(m_strike),
             static_cast<QWidget *>(m_unsure), static_cast<QWidget *>(m_certainty)})
        marks->addWidget(part);
    marks->addWidget(m_status, 1);
    auto *ways = new QHBoxLayout;
    ways->addStretch();
    for (QPushButton *part : {m_reveal, review, m_previous, m_next})
        ways->addWidget(part);
    m_rows->addLayout(marks, 1);
    m_rows->addLayout(ways);

    connect(m_flag, &QPushButton::clicked, this, &SeatBar::flag);
    connect(m_strike, &QPushButton::clicked, this, &SeatBar::strike);
    connect(m_unsure, &QPushButton::clicked, this, &SeatBar::unsure);
    connect(m_certainty, &Segments::currentChanged, this, [this](int index) { Q_EMIT rated(levels[size_t(index)]); });
    connect(m_reveal, &QPushButton::clicked, this, &SeatBar::reveal);
    connect(review, &QPushButton::clicked, this, &SeatBar::review);
    connect(m_previous, &QPushButton::clicked, this, &SeatBar::previous);
    connect(m_next, &QPushButton::clicked, this, &SeatBar::next);
    connect(&theme, &Theme::changed, this, &SeatBar::rescale);
    setRules(false, false);
    rescale();
}

void SeatBar::rescale()
{
    layout()->setContentsMargins(
        m_theme.px(space::xl), m_theme.px(space::s), m_theme.px(space::xl), m_theme.px(space::s));
    m_rows->setSpacing(m_theme.px(space::s));
    for (int row = 0; row < m_rows->count(); ++row)
        m_rows->itemAt(row)->layout()->setSpacing(m_theme.px(space::s));
}

void SeatBar::setRules(bool rates, bool feedback)
{
    m_rates = rates;
    m_feedback = feedback;
    m_unsure->setVisible(!rates);
    m_certainty->setVisible(rates);
    m_reveal->setVisible(feedback);
    setState({});
}

void SeatBar::setState(const PositionState &state)
{
    m_flag->setChecked(state.flagged);
    m_unsure->setChecked(state.unsure);
    const auto level = std::find(levels.begin(), levels.end(), state.certainty);
    const QSignalBlocker quiet(m_certainty);
    m_certainty->setCurrent(level == levels.end() ? -1 : int(level - levels.begin()));
    // Once the key is known a rating says nothing.
    m_certainty->setEnabled(!state.revealed);
    m_strike->setEnabled(!state.revealed);
    m_reveal->setEnabled(!state.revealed);
    const bool shows = m_feedback && !state.choice.isEmpty() && !state.revealed;
    m_next->setText(shows ? tr("Show the answer") : tr("Next"));
    m_next->updateGeometry();
}

void SeatBar::setPreviousEnabled(bool enabled)
{
    m_previous->setEnabled(enabled);
}

void SeatBar::announce(const QString &sentence)
{
    m_status->setText(sentence);
    m_status->setToolTip(sentence);
}

void SeatBar::takeFocus()
{
    m_next->setFocus(Qt::OtherFocusReason);
}

void SeatBar::setCompact(bool compact)
{
    m_rows->setDirection(compact ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace lectern
