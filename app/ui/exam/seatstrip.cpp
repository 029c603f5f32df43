// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatstrip.h"

#include "clockface.h"
#include "examclock.h"
#include "icons.h"
#include "seatnotice.h"
#include "seatwords.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

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
    , m_saved(new TextLabel(theme, Theme::Role::Small))
    , m_savedIcon(new QLabel)
    , m_clockIcon(new QLabel)
    , m_clock(new ClockFace(theme))
    , m_budget(new TextLabel(theme, Theme::Role::Body))
    , m_hideClock(iconButton(theme, QStringLiteral("view-hidden"), tr("Hide the clock")))
    , m_pause(iconButton(theme, QStringLiteral("media-playback-pause"), tr("Pause")))
    , m_menu(iconButton(theme, QStringLiteral("application-menu"), tr("Ways to leave"), QStringLiteral("M")))
    , m_notice(new SeatNotice(theme, this))
{
    m_title->setBold(true);
    m_title->setElided(true);
    m_detail->setTone(TextLabel::Tone::Muted);
    m_detail->setElided(true);
    m_positions->setCheckable(true);
    m_positions->setToolTip(tr("All questions (G)"));
    m_bar->setAccessibleName(tr("Questions answered"));
    m_saved->setObjectName(QStringLiteral("saved"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_hideClock->setObjectName(QStringLiteral("hideClock"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_menu->setObjectName(QStringLiteral("seatMenu"));
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
    row->addStretch(1);
    row->addWidget(m_savedIcon);
    row->addWidget(m_saved);
    row->addWidget(hairline(this, Qt::Vertical));
    row->addWidget(m_clockIcon);
    row->addWidget(m_clock);
    row->addWidget(m_budget);
    row->addWidget(m_hideClock);
    row->addWidget(m_pause);
    row->addWidget(fullScreen);
    row->addWidget(m_menu);

    connect(m_hideClock, &QAbstractButton::clicked, this, [this] {
        setClockShown(!m_clockShown);
        Q_EMIT clockToggled(m_clockShown);
    });
    connect(fullScreen, &QAbstractButton::clicked, this, &SeatStrip::fullScreenToggled);
    connect(m_positions, &QAbstractButton::toggled, this, &SeatStrip::positionsToggled);
    connect(m_pause, &QAbstractButton::clicked, this, &SeatStrip::pauseClicked);
    connect(m_menu, &QAbstractButton::clicked, this, &SeatStrip::menuClicked);
    connect(m_notice, &SeatNotice::shown, this, &SeatStrip::placeNotice);
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
    // As wide as it can become, so that counting up moves nothing.
    const QString last = tr("Question %1 of %2").arg(locale.toString(count), locale.toString(count));
    m_progress->setMinimumWidth(m_progress->fontMetrics().horizontalAdvance(last));
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

void SeatStrip::setTime(const ClockReading &reading, qint64 budgetMs)
{
    if (reading.limited) {
        const QString whole = clockText(budgetMs);
        m_clock->setWidest(whole);
        m_clock->setTime(clockText(reading.remainingMs));
        m_budget->setText(tr("left of %1").arg(whole));
    } else {
        const QString used = usedText(reading.usedMs);
        m_clock->setWidest(used);
        m_clock->setTime(used);
        m_budget->setText(tr("used"));
    }
}

void SeatStrip::setPause(const QString &name, const QString &key, bool enabled)
{
    m_pause->setEnabled(enabled);
    m_pause->setVisible(!name.isEmpty());
    m_pause->setAccessibleName(name);
    m_pause->setToolTip(tr("%1 (%2)", "a button, its key").arg(name, key));
}

void SeatStrip::setMenuName(const QString &name)
{
    m_menu->setAccessibleName(name);
    m_menu->setToolTip(tr("%1 (%2)", "a button, its key").arg(name, QStringLiteral("M")));
}

void SeatStrip::say(const QString &sentence)
{
    m_notice->say(sentence);
}

void SeatStrip::endNotice()
{
    m_notice->end();
}

void SeatStrip::placeNotice()
{
    // Over the progress; in a narrow strip up to the clock.
    const QSize wanted = m_notice->sizeHint();
    const QRect clock = m_clock->geometry();
    const QRect from = m_compact ? m_positions->geometry() : QRect(m_progress->geometry().topLeft(), QSize(0, 0));
    const int gap = m_theme.px(space::s);
    const int left = isRightToLeft() ? clock.right() + gap : (m_compact ? from.right() + gap : from.left());
    const int right =
        isRightToLeft() ? (m_compact ? from.left() - gap : m_progress->geometry().right()) : clock.left() - gap;
    const int width = std::min(wanted.width(), right - left);
    m_notice->setGeometry(
        isRightToLeft() ? right - width : left, (height() - wanted.height()) / 2, width, wanted.height());
}

void SeatStrip::setClockShown(bool shown)
{
    m_clockShown = shown;
    // Hidden, the clock keeps its place.
    QSizePolicy keeps = m_clock->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_clock->setSizePolicy(keeps);
    m_clock->setVisible(shown);
    m_clockIcon->setVisible(!m_compact);
    m_clockIcon->setPixmap(symbolicIcon(m_theme, QStringLiteral("chronometer")).pixmap(m_theme.px(14)));
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
    m_positions->setVisible(compact);
    setSaved(m_savedState);
    setClockShown(m_clockShown);
}

void SeatStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_notice->isVisible())
        placeNotice();
}

void SeatStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
}

} // namespace lectern
