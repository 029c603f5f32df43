// SPDX-License-Identifier: GPL-3.0-or-later
#include "daypanel.h"

#include "calendarview.h"
#include "flowlayout.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int mostMinutes = 24 * 60;
}

BlockRow::BlockRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_chip(new Chip(theme, {}, -1, this))
    , m_title(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_detail(new TextLabel(theme, Theme::Role::Small, {}, this))
    , m_done(new QCheckBox(tr("Done"), this))
    , m_start(plainButton(theme, tr("Start"), QStringLiteral("media-playback-start")))
    , m_openPart(plainButton(theme, tr("Partly done…")))
    , m_openLog(plainButton(theme, tr("Log minutes…")))
    , m_minutesBox(new QWidget(this))
    , m_minutes(new QSpinBox(m_minutesBox))
    , m_log(plainButton(theme, tr("Log")))
    , m_partly(plainButton(theme, tr("Partly done")))
    , m_took(plainButton(theme, tr("Done")))
{
    m_title->setBold(true);
    m_title->setWordWrap(true);
    m_detail->setTone(TextLabel::Tone::Muted);
    m_detail->setWordWrap(true);
    m_done->setObjectName(QStringLiteral("blockDone"));
    m_start->setObjectName(QStringLiteral("blockStart"));
    m_openPart->setObjectName(QStringLiteral("blockOpenPart"));
    m_openLog->setObjectName(QStringLiteral("blockOpenLog"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme.px(space::s), 0, theme.px(space::s));
    layout->setSpacing(theme.px(space::xs));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(space::s));
    head->addWidget(m_chip, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    layout->addLayout(head);
    layout->addWidget(m_detail);
    auto *first = new QHBoxLayout;
    first->addWidget(m_done);
    first->addStretch();
    first->addWidget(m_start);
    layout->addLayout(first);
    auto *more = new FlowLayout(theme.px(space::s));
    more->addWidget(m_openPart);
    more->addWidget(m_openLog);
    layout->addLayout(more);
    makeMinutes(theme);
    layout->addWidget(m_minutesBox);

    connect(m_done, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT doneWanted(m_block.id, on); });
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startWanted(m_block.id); });
    connect(m_openPart, &QPushButton::clicked, this, &BlockRow::openPart);
    connect(m_openLog, &QPushButton::clicked, this, &BlockRow::openLog);
}

void BlockRow::makeMinutes(const Theme &theme)
{
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("Minutes studied"));
    m_minutes->setObjectName(QStringLiteral("blockMinutes"));
    m_log->setAccessibleName(tr("Log these minutes"));
    m_log->setObjectName(QStringLiteral("blockLog"));
    m_partly->setAccessibleName(tr("Partly done in these minutes"));
    m_partly->setObjectName(QStringLiteral("blockPartly"));
    m_took->setAccessibleName(tr("Done in these minutes"));
    m_took->setObjectName(QStringLiteral("blockTook"));
    auto *layout = new QVBoxLayout(m_minutesBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::s));
    auto *field = new QHBoxLayout;
    field->addWidget(m_minutes, 1);
    field->addWidget(m_log);
    layout->addLayout(field);
    auto *answers = new FlowLayout(theme.px(space::s));
    answers->addWidget(m_partly);
    answers->addWidget(m_took);
    layout->addLayout(answers);
    m_minutesBox->hide();

    connect(m_log, &QPushButton::clicked, this, &BlockRow::log);
    connect(m_partly, &QPushButton::clicked, this, [this] { say(false); });
    connect(m_took, &QPushButton::clicked, this, [this] { say(true); });
    connect(m_minutes, &QSpinBox::editingFinished, this, [this] {
        if (!m_minutes->hasFocus() || !m_minutesBox->isVisible())
            return;
        if (m_asks == Asks::Log)
            log();
        else
            say(false);
    });
}

void BlockRow::set(const MonthData::Entry &entry)
{
    if (entry.block.id != m_block.id) {
        m_minutesBox->hide();
        m_minutes->setValue(entry.block.minutes);
    }
    m_block = entry.block;
    m_chip->set(entry.words.code, entry.words.domain);
    m_title->setText(entry.words.fullTitle);
    QStringList details{clockText(m_block.startMinute), lengthText(m_block), entry.words.kind};
    if (entry.beyond)
        details.append(tr("beyond the exam"));
    if (entry.missed)
        details.append(tr("not done"));
    else if (m_block.state == BlockState::Partly)
        details.append(tr("partly done"));
    m_detail->setText(details.join(QStringLiteral(" · ")));
    m_done->setChecked(m_block.state == BlockState::Done);
    m_openPart->setVisible(m_block.state != BlockState::Done);
    m_done->setAccessibleName(tr("Done: %1").arg(entry.spoken));
    m_start->setAccessibleName(tr("Start: %1").arg(entry.words.title));
    m_openPart->setAccessibleName(tr("Partly done: %1").arg(entry.words.title));
    m_openLog->setAccessibleName(tr("Log minutes: %1").arg(entry.words.title));
}

void BlockRow::focusDone()
{
    m_done->setFocus(Qt::OtherFocusReason);
}

void BlockRow::openLog()
{
    open(Asks::Log);
}

void BlockRow::openPart()
{
    open(Asks::Part);
}

void BlockRow::open(Asks asks)
{
    m_asks = asks;
    m_log->setVisible(asks == Asks::Log);
    m_partly->setVisible(asks == Asks::Part);
    m_took->setVisible(asks == Asks::Part);
    m_minutesBox->show();
    m_minutes->setFocus(Qt::OtherFocusReason);
    m_minutes->selectAll();
    // The row grows, and the panel may have been placed just now.
    QTimer::singleShot(0, this, [this] { reveal(*this, rect()); });
}

void BlockRow::log()
{
    const int minutes = m_minutes->value();
    m_minutesBox->hide();
    focusDone();
    Q_EMIT logged(m_block.id, minutes);
}

void BlockRow::say(bool done)
{
    const int minutes = m_minutes->value();
    m_minutesBox->hide();
    focusDone();
    Q_EMIT worked(m_block.id, minutes, done);
}

} // namespace lectern
