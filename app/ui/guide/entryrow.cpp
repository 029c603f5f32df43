// SPDX-License-Identifier: GPL-3.0-or-later
#include "entryrow.h"

#include "guidedesk.h"
#include "historydesk.h"
#include "messagebar.h"
#include "noteedit.h"
#include "tell.h"
#include "ui.h"
#include "widgets.h"

#include <QCheckBox>
#include <QDateTime>
#include <QLocale>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace lectern
{

EntryRow::EntryRow(
    GuideDesk &desk, HistoryDesk &history, Ui &ui, const Collection &collection, const Entry &entry, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_history(history)
    , m_ui(ui)
    , m_collection(collection.id)
    , m_entry(entry)
{
    const Theme &theme = ui.theme;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(space::l), theme.px(10), theme.px(space::l), theme.px(10));
    layout->setSpacing(theme.px(space::m));
    if (collection.kind == CollectionKind::Resources) {
        addTick();
        m_tick->setAccessibleName(tr("Used: %1").arg(entry.title));
        layout->addWidget(m_tick, 0, Qt::AlignTop);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme.px(space::xs));
    addTexts(texts);
    addActions(texts);
    layout->addLayout(texts, 1);
    refresh();
}

void EntryRow::addTick()
{
    m_tick = new QCheckBox(this);
    m_tick->setMinimumSize(m_ui.theme.px(24), m_ui.theme.px(24));
    m_first = m_tick;
    connect(m_tick, &QCheckBox::clicked, this, &EntryRow::tick);
}

void EntryRow::addTexts(QVBoxLayout *texts)
{
    const Theme &theme = m_ui.theme;
    const auto add = [&](const QString &text, TextLabel::Tone tone) {
        auto *label = new TextLabel(theme, Theme::Role::Body, text);
        label->setTone(tone);
        label->setWordWrap(true);
        // Text beside a box belongs to the box: a click on it ticks.
        label->setTextInteractionFlags(tickable() ? Qt::NoTextInteraction : Qt::TextSelectableByMouse);
        texts->addWidget(label);
        return label;
    };
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(space::m));
    auto *title = new TextLabel(theme, Theme::Role::Body, m_entry.title);
    title->setBold(true);
    title->setWordWrap(true);
    if (!tickable())
        title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    head->addWidget(title, 1);
    if (tickable()) {
        m_ticked = new TextLabel(theme, Theme::Role::Small);
        m_ticked->setTone(TextLabel::Tone::Good);
        head->addWidget(m_ticked, 0, Qt::AlignTop);
    }
    texts->addLayout(head);
    if (!m_entry.detail.isEmpty())
        add(m_entry.detail, TextLabel::Tone::Text);
    if (!m_entry.note.isEmpty())
        add(m_entry.note, TextLabel::Tone::Muted);
}

void EntryRow::addActions(QVBoxLayout *texts)
{
    const Theme &theme = m_ui.theme;
    auto *actions = new QHBoxLayout;
    actions->setSpacing(theme.px(space::l));
    if (!m_entry.url.isEmpty()) {
        QPushButton *open = linkButton(theme, tr("Open"));
        open->setAccessibleName(tr("Open %1").arg(m_entry.title));
        open->setToolTip(plainToolTip(m_entry.url));
        connect(open, &QPushButton::clicked, this, [this] { offerLink(m_ui, m_entry.url); });
        actions->addWidget(open);
        if (!m_first)
            m_first = open;
    }
    if (tickable()) {
        m_addNote = linkButton(theme, tr("Add note"));
        m_addNote->setAccessibleName(tr("Add note on %1").arg(m_entry.title));
        connect(m_addNote, &QPushButton::clicked, this, [this] { showNote(true); });
        actions->addWidget(m_addNote);
    }
    actions->addStretch();
    texts->addLayout(actions);
    if (m_addNote) {
        m_note = new NoteEdit(theme, tr("Note on %1").arg(m_entry.title), this);
        m_note->setPlaceholderText(tr("Note"));
        m_note->hide();
        texts->addWidget(m_note);
        connect(m_note, &NoteEdit::saveRequested, this, &EntryRow::saveNote);
    }
}

void EntryRow::refresh()
{
    if (!tickable())
        return;
    const CheckRecord record = m_desk.check(m_collection, m_entry.id);
    m_tick->setChecked(record.checked());
    m_ticked->setVisible(record.checked());
    if (record.checked()) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(record.checkedUtcMs).date();
        m_ticked->setText(tr("✓ %1").arg(QLocale().toString(day, QLocale::ShortFormat)));
    }
    m_note->setStored(record.note);
    if (!record.note.isEmpty())
        showNote(false);
}

void EntryRow::enter()
{
    if (m_first)
        m_first->setFocus(Qt::ShortcutFocusReason);
}

void EntryRow::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    if (tickable() && event->button() == Qt::LeftButton && rect().contains(event->pos()))
        m_tick->click();
}

void EntryRow::tick(bool checked)
{
    const QString done = checked ? tr("“%1” ticked") : tr("“%1” no longer ticked");
    const Outcome outcome = m_desk.setChecked(m_collection, m_entry.id, checked);
    if (!tellChange(m_ui, m_history, outcome, done.arg(m_entry.title)))
        refresh();
}

void EntryRow::saveNote(const QString &text, bool leaving)
{
    const Outcome outcome = m_desk.setNote(m_collection, m_entry.id, text);
    if (!outcome)
        m_ui.messages.showError(outcome.error());
    else if (leaving)
        tellChange(m_ui, m_history, outcome, tr("Note on “%1” saved").arg(m_entry.title));
}

void EntryRow::showNote(bool focus)
{
    m_addNote->hide();
    m_note->show();
    if (focus)
        m_note->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern
