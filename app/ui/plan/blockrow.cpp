// SPDX-License-Identifier: GPL-3.0-or-later
#include "daypanel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSpinBox>
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
    , m_openLog(plainButton(theme, tr("Log minutes…")))
    , m_logRow(new QWidget(this))
    , m_minutes(new QSpinBox(m_logRow))
{
    m_title->setBold(true);
    m_title->setWordWrap(true);
    m_detail->setTone(TextLabel::Tone::Muted);
    m_detail->setWordWrap(true);
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("Minutes studied"));
    m_done->setObjectName(QStringLiteral("blockDone"));
    m_openLog->setObjectName(QStringLiteral("blockOpenLog"));
    m_minutes->setObjectName(QStringLiteral("blockMinutes"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme.px(space::s), 0, theme.px(space::s));
    layout->setSpacing(theme.px(space::xs));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(space::s));
    head->addWidget(m_chip, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    layout->addLayout(head);
    layout->addWidget(m_detail);
    auto *actions = new QHBoxLayout;
    actions->addWidget(m_done);
    actions->addStretch();
    actions->addWidget(m_openLog);
    layout->addLayout(actions);

    auto *logLayout = new QHBoxLayout(m_logRow);
    logLayout->setContentsMargins(0, 0, 0, 0);
    logLayout->addWidget(m_minutes, 1);
    QPushButton *log = plainButton(theme, tr("Log"));
    log->setAccessibleName(tr("Log these minutes"));
    log->setObjectName(QStringLiteral("blockLog"));
    logLayout->addWidget(log);
    layout->addWidget(m_logRow);
    m_logRow->hide();

    connect(m_done, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT doneWanted(m_block.id, on); });
    connect(m_openLog, &QPushButton::clicked, this, &BlockRow::openLog);
    connect(log, &QPushButton::clicked, this, &BlockRow::log);
    connect(m_minutes, &QSpinBox::editingFinished, this, [this] {
        if (m_minutes->hasFocus() && m_logRow->isVisible())
            this->log();
    });
}

void BlockRow::set(const MonthData::Entry &entry)
{
    if (entry.block.id != m_block.id) {
        m_logRow->hide();
        m_minutes->setValue(entry.block.minutes);
    }
    m_block = entry.block;
    m_chip->set(entry.words.code, entry.words.domain);
    m_title->setText(entry.words.fullTitle);
    QStringList details{clockText(m_block.startMinute), minutesText(m_block.minutes), entry.words.kind};
    if (m_block.loggedMinutes > 0)
        details.append(tr("%1 logged").arg(minutesText(m_block.loggedMinutes)));
    if (entry.missed)
        details.append(tr("not done"));
    m_detail->setText(details.join(QStringLiteral(" · ")));
    m_done->setChecked(m_block.state == BlockState::Done);
    m_done->setAccessibleName(tr("Done: %1").arg(entry.spoken));
    m_openLog->setAccessibleName(tr("Log minutes: %1").arg(entry.words.title));
}

void BlockRow::focusDone()
{
    m_done->setFocus(Qt::OtherFocusReason);
}

void BlockRow::openLog()
{
    m_logRow->show();
    m_minutes->setFocus(Qt::OtherFocusReason);
    m_minutes->selectAll();
}

void BlockRow::log()
{
    const int minutes = m_minutes->value();
    m_logRow->hide();
    focusDone();
    Q_EMIT logged(m_block.id, minutes);
}

} // namespace lectern
