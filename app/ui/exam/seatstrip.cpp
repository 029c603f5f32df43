// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatstrip.h"

#include "clockface.h"
#include "examwords.h"
#include "icons.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace lectern
{

SeatStrip::SeatStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new TextLabel(theme, Theme::Role::Body))
    , m_detail(new TextLabel(theme, Theme::Role::Small))
    , m_positions(plainButton(theme, {}, QStringLiteral("view-list-tree"), QStringLiteral("G")))
    , m_progress(new TextLabel(theme, Theme::Role::Body))
    , m_bar(new ShareBar(theme))
    , m_answered(new TextLabel(theme, Theme::Role::Small))
    , m_saved(new TextLabel(theme, Theme::Role::Small))
    , m_savedIcon(new QLabel)
    , m_clock(new ClockFace(theme))
    , m_budget(new TextLabel(theme, Theme::Role::Body))
    , m_hideClock(iconButton(theme, QStringLiteral("view-hidden"), tr("Hide the clock")))
{
    m_title->setBold(true);
    m_title->setElided(true);
    m_detail->setTone(TextLabel::Tone::Muted);
    m_detail->setElided(true);
    m_answered->setTone(TextLabel::Tone::Muted);
    m_positions->setCheckable(true);
    m_positions->setToolTip(tr("All questions (G)"));
    m_bar->setAccessibleName(tr("Questions answered"));
    m_saved->setObjectName(QStringLiteral("saved"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_hideClock->setObjectName(QStringLiteral("hideClock"));
    m_budget->setTone(TextLabel::Tone::Muted);
    QAbstractButton *fullScreen =
        iconButton(theme, QStringLiteral("view-fullscreen"), tr("Full screen"), QStringLiteral("F11"));

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch();
    names->addWidget(m_title);
    names->addWidget(m_detail);
    names->addStretch();
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_positions);
    row->addLayout(names, 4);
    row->addWidget(m_progress);
    row->addWidget(m_bar, 3);
    row->addWidget(m_answered);
    row->addStretch(1);
    row->addWidget(m_savedIcon);
    row->addWidget(m_saved);
    row->addWidget(hairline(this, Qt::Vertical));
    row->addWidget(m_clock);
    row->addWidget(m_budget);
    row->addWidget(m_hideClock);
    row->addWidget(fullScreen);

    connect(m_hideClock, &QAbstractButton::clicked, this, [this] {
        setClockShown(!m_clockShown);
        Q_EMIT clockToggled(m_clockShown);
    });
    connect(fullScreen, &QAbstractButton::clicked, this, &SeatStrip::fullScreenToggled);
    connect(m_positions, &QAbstractButton::toggled, this, &SeatStrip::positionsToggled);
    connect(&theme, &Theme::changed, this, &SeatStrip::rescale);
    setSaved(true);
    setCompact(false);
    rescale();
}

void SeatStrip::rescale()
{
    layout()->setContentsMargins(m_theme.px(space::xl), 0, m_theme.px(space::l), 0);
    layout()->setSpacing(m_theme.px(space::s));
    setMinimumHeight(m_theme.px(56));
    m_bar->setMaximumWidth(m_theme.px(240));
    setSaved(m_savedState);
    setClockShown(m_clockShown);
}

void SeatStrip::setTitle(const QString &title, const QString &detail)
{
    m_title->setText(title);
    m_detail->setText(detail);
}

void SeatStrip::setProgress(int position, int count, int answered)
{
    const QLocale locale;
    m_progress->setText(tr("Question %1 of %2").arg(locale.toString(position + 1), locale.toString(count)));
    m_positions->setText(tr("%1 of %2").arg(locale.toString(position + 1), locale.toString(count)));
    m_positions->updateGeometry();
    m_bar->setShare(count > 0 ? double(answered) / count : 0);
    m_bar->setAccessibleDescription(tr("%1 of %2").arg(locale.toString(answered), locale.toString(count)));
    m_answered->setText(tr("%1 answered").arg(locale.toString(answered)));
    // As wide as it can become, so that counting up moves nothing.
    m_answered->setMinimumWidth(
        m_answered->fontMetrics().horizontalAdvance(tr("%1 answered").arg(locale.toString(count))));
}

void SeatStrip::setSaved(bool saved)
{
    m_savedState = saved;
    m_saved->setText(saved ? tr("Saved") : tr("Not saved yet"));
    m_saved->setTone(saved ? TextLabel::Tone::Muted : TextLabel::Tone::Bad);
    m_saved->setBold(!saved);
    // The wider of both words decides, so that nothing beside it moves.
    QFont bold = m_theme.font(Theme::Role::Small);
    bold.setBold(true);
    m_saved->setMinimumWidth(m_compact ? 0 : QFontMetrics(bold).horizontalAdvance(tr("Not saved yet")));
    const Tokens &t = m_theme.tokens();
    m_savedIcon->setPixmap(symbolicIcon(
        m_theme, saved ? QStringLiteral("checkmark") : QStringLiteral("dialog-warning"), saved ? t.muted : t.bad)
                               .pixmap(m_theme.px(14)));
}

void SeatStrip::setTime(qint64 remainingMs, qint64 budgetMs)
{
    const QString whole = clockText(budgetMs);
    m_clock->setWidest(whole);
    m_clock->setTime(clockText(remainingMs));
    m_budget->setText(tr("left of %1").arg(whole));
}

void SeatStrip::setClockShown(bool shown)
{
    m_clockShown = shown;
    // Hidden, the clock keeps its place.
    QSizePolicy keeps = m_clock->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_clock->setSizePolicy(keeps);
    m_clock->setVisible(shown);
    QSizePolicy budgetKeeps = m_budget->sizePolicy();
    budgetKeeps.setRetainSizeWhenHidden(!m_compact);
    m_budget->setSizePolicy(budgetKeeps);
    m_budget->setVisible(shown && !m_compact);
    const QString name = shown ? tr("Hide the clock") : tr("Show the clock");
    m_hideClock->setIcon(symbolicIcon(m_theme, shown ? QStringLiteral("view-hidden") : QStringLiteral("view-visible")));
    m_hideClock->setAccessibleName(name);
    m_hideClock->setToolTip(name);
}

void SeatStrip::setCompact(bool compact)
{
    m_compact = compact;
    m_title->setVisible(!compact);
    m_detail->setVisible(!compact);
    m_progress->setVisible(!compact);
    m_bar->setVisible(!compact);
    m_answered->setVisible(!compact);
    m_positions->setVisible(compact);
    setSaved(m_savedState);
    setClockShown(m_clockShown);
}

void SeatStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
}

} // namespace lectern
