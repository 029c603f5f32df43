// SPDX-License-Identifier: GPL-3.0-or-later
#include "parkedlist.h"

#include "dialogs.h"
#include "messagebar.h"
#include "sessionwords.h"
#include "ui.h"
#include "widgets.h"

#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace lectern
{

ParkedList::ParkedList(ExamDesk &desk, Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_ui(ui)
    , m_rows(new QVBoxLayout)
{
    const Theme &theme = ui.theme;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(space::s), 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    column->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("Go on")));
    m_rows->setSpacing(theme.px(space::s));
    column->addLayout(m_rows);
    hide();
}

void ParkedList::reload(const Certification &certification)
{
    while (QLayoutItem *old = m_rows->takeAt(0)) {
        // One of them may be what was clicked.
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    const QList<ExamDesk::Parked> all = m_desk.parked();
    for (const ExamDesk::Parked &parked : all)
        m_rows->addWidget(makeRow(parked, sessionTitle(parked.mode, parked.criteria, certification)));
    setVisible(!all.isEmpty());
}

QWidget *ParkedList::makeRow(const ExamDesk::Parked &parked, const QString &title)
{
    const Theme &theme = m_ui.theme;
    const QLocale locale;
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::xs));
    auto *what = new TextLabel(theme, Theme::Role::Body, title);
    what->setElided(true);
    const QString day = locale.toString(m_desk.localTime(parked.startedUtcMs).date(), tr("ddd d MMM"));
    auto *far = new TextLabel(theme, Theme::Role::Small,
        tr("%1 of %2 answered, begun %3")
            .arg(locale.toString(parked.answered), locale.toString(parked.questions), day));
    far->setTone(TextLabel::Tone::Muted);
    far->setWordWrap(true);

    QPushButton *on = plainButton(theme, tr("Go on"), QStringLiteral("media-playback-start"));
    on->setObjectName(QStringLiteral("goOn"));
    on->setAccessibleName(tr("Go on: %1").arg(title));
    auto *more =
        qobject_cast<QToolButton *>(iconButton(theme, QStringLiteral("application-menu"), tr("More: %1").arg(title)));
    auto *menu = new QMenu(row);
    QAction *abandon = menu->addAction(tr("Abandon…"));
    abandon->setObjectName(QStringLiteral("abandonParked"));
    if (more) {
        more->setObjectName(QStringLiteral("parkedMenu"));
        more->setMenu(menu);
        more->setPopupMode(QToolButton::InstantPopup);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(space::xs));
    buttons->addWidget(on);
    if (more)
        buttons->addWidget(more);
    buttons->addStretch();
    column->addWidget(what);
    column->addWidget(far);
    column->addLayout(buttons);

    const AttemptId id = parked.id;
    connect(on, &QPushButton::clicked, this, [this, id] { takeUp(id); });
    connect(abandon, &QAction::triggered, this, [this, id, title] { this->abandon(id, title); });
    return row;
}

void ParkedList::takeUp(AttemptId id)
{
    if (const Outcome taken = m_desk.takeUp(id); !taken)
        m_ui.messages.showError(taken.error());
    else
        Q_EMIT takenUp();
}

void ParkedList::abandon(AttemptId id, const QString &title)
{
    if (!m_ui.dialogs.confirm(this, tr("Abandon “%1”?").arg(title),
            tr("Its answers stay in the history, but it has no result and cannot be gone on with."), tr("Abandon")))
        return;
    if (const Outcome abandoned = m_desk.abandonParked(id); !abandoned)
        m_ui.messages.showError(abandoned.error());
}

} // namespace lectern
