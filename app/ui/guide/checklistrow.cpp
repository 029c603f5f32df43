// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklistrow.h"

#include "checklistwords.h"
#include "evidencefield.h"
#include "flowlayout.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "messagebar.h"
#include "noteedit.h"
#include "tell.h"
#include "timeformats.h"
#include "ui.h"
#include "widgets.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLocale>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

/// In the order of the segments, and of the key that goes from one to the next.
constexpr CheckState states[] = {CheckState::Open, CheckState::InProgress, CheckState::Done};

} // namespace

ChecklistRow::ChecklistRow(
    GuideDesk &desk, HistoryDesk &history, Ui &ui, const QString &collection, const Entry &entry, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_history(history)
    , m_ui(ui)
    , m_collection(collection)
    , m_entry(entry)
{
    const Theme &theme = ui.theme;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(space::l), theme.px(space::m), theme.px(space::l), theme.px(space::m));
    layout->setSpacing(theme.px(space::s));
    m_glyph = new TextLabel(theme, Theme::Role::Heading, {}, this);
    m_glyph->setMinimumWidth(theme.px(20));
    m_glyph->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    m_column = new QVBoxLayout;
    m_column->setSpacing(theme.px(space::xs));
    layout->addLayout(m_column, 1);
    addTexts(m_column);
    addStale(m_column);
    addActions(m_column);
    refresh();
    connect(m_state, &Segments::currentChanged, this, [this](int index) { saveState(states[index]); });
}

void ChecklistRow::addTexts(QVBoxLayout *column)
{
    const Theme &theme = m_ui.theme;
    auto *title = new TextLabel(theme, Theme::Role::Body, m_entry.title, this);
    title->setBold(true);
    title->setWordWrap(true);
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state = new Segments(theme, tr("State of %1").arg(m_entry.title), this);
    for (const CheckState state : states)
        m_state->addSegment(checklist::state(state));
    const auto radios = m_state->findChildren<QRadioButton *>();
    for (QRadioButton *radio : radios)
        radio->installEventFilter(this);
    m_title = title;
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->setSpacing(theme.px(space::m));
    m_head->addWidget(title, 1);
    m_head->addWidget(m_state, 0, Qt::AlignTop | Qt::AlignLeading);
    column->addLayout(m_head);
    const auto add = [&](const QString &text, TextLabel::Tone tone) {
        if (text.isEmpty())
            return;
        auto *label = new TextLabel(theme, Theme::Role::Body, text, this);
        label->setTone(tone);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    };
    add(m_entry.detail, TextLabel::Tone::Text);
    add(m_entry.proof.isEmpty() ? QString() : tr("What proves it: %1").arg(m_entry.proof), TextLabel::Tone::Muted);
    add(m_entry.note, TextLabel::Tone::Muted);
}

QSize ChecklistRow::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    if (m_head->direction() == QBoxLayout::LeftToRight)
        least.setWidth(least.width() - std::min(m_title->minimumSizeHint().width(), m_state->sizeHint().width()));
    return least;
}

/// Where title and state have no room beside each other the state stands below. The way back takes a scroll bar's width
/// more: the list is shorter the one way and may lose its bar by it, and would go to and fro for ever.
void ChecklistRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int indent = m_glyph->sizeHint().width() + layout()->spacing() + layout()->contentsMargins().left() +
                       layout()->contentsMargins().right();
    int beside = m_title->minimumSizeHint().width() + m_head->spacing() + m_state->sizeHint().width() + indent;
    if (m_head->direction() == QBoxLayout::TopToBottom)
        beside += style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_head->setDirection(width() < beside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ChecklistRow::addStale(QVBoxLayout *column)
{
    const Theme &theme = m_ui.theme;
    m_staleBox = new QWidget(this);
    auto *layout = new FlowLayout(theme.px(space::s), m_staleBox);
    m_stale = new TextLabel(theme, Theme::Role::Body);
    m_stale->setTone(TextLabel::Tone::Warn);
    m_stale->setBold(true);
    m_stale->setWordWrap(true);
    m_renew = plainButton(theme, tr("Shown again today"), {}, QStringLiteral("R"));
    m_renew->setAccessibleName(tr("%1: shown again today").arg(m_entry.title));
    layout->addWidget(m_stale);
    layout->addWidget(m_renew);
    column->addWidget(m_staleBox);
    connect(m_renew, &QPushButton::clicked, this, &ChecklistRow::renew);
}

void ChecklistRow::addActions(QVBoxLayout *column)
{
    const Theme &theme = m_ui.theme;
    auto *actions = new QWidget(this);
    auto *layout = new FlowLayout(theme.px(space::m), actions);
    m_dateBox = new QWidget;
    auto *dated = new QHBoxLayout(m_dateBox);
    dated->setContentsMargins(0, 0, 0, 0);
    dated->setSpacing(theme.px(space::s));
    m_date = new QDateEdit;
    m_date->setCalendarPopup(true);
    m_date->setMinimumDate(QDate(2000, 1, 1));
    m_date->setDisplayFormat(dateEntryFormat());
    m_date->setAccessibleName(tr("Date %1 was shown").arg(m_entry.title));
    dated->addWidget(new TextLabel(theme, Theme::Role::Body, tr("Shown on")));
    dated->addWidget(m_date);
    m_addEvidence = linkButton(theme, tr("Add evidence"));
    m_addEvidence->setAccessibleName(tr("Add evidence of %1").arg(m_entry.title));
    m_addNote = linkButton(theme, tr("Add note"));
    m_addNote->setAccessibleName(tr("Add note on %1").arg(m_entry.title));
    for (QWidget *part : std::initializer_list<QWidget *>{m_dateBox, m_addEvidence, m_addNote})
        layout->addWidget(part);
    column->addWidget(actions);
    connect(m_addEvidence, &QPushButton::clicked, this, [this] { showEvidence(true); });
    connect(m_addNote, &QPushButton::clicked, this, [this] { showNote(true); });
    connect(m_date, &QDateEdit::editingFinished, this, [this] { saveDate(m_date->date()); });
    connect(m_date->calendarWidget(), &QCalendarWidget::clicked, this, &ChecklistRow::saveDate);
}

void ChecklistRow::refresh()
{
    const CheckRecord record = m_desk.check(m_collection, m_entry.id);
    const QSignalBlocker quiet(m_state);
    m_state->setCurrent(int(std::find(std::begin(states), std::end(states), record.state) - std::begin(states)));
    const bool stale = isStale(record, m_entry, m_desk.today());
    const bool begun = record.state == CheckState::InProgress;
    m_glyph->setText(stale              ? QStringLiteral("!")
                     : record.checked() ? QStringLiteral("✓")
                     : begun            ? QStringLiteral("◐")
                                        : QStringLiteral("○"));
    m_glyph->setTone(stale              ? TextLabel::Tone::Warn
                     : record.checked() ? TextLabel::Tone::Good
                     : begun            ? TextLabel::Tone::Accent
                                        : TextLabel::Tone::Muted);
    m_glyph->setAccessibleName(stale ? tr("Stale") : checklist::state(record.state));
    showDate(record);
    m_staleBox->setVisible(stale);
    if (stale)
        m_stale->setText(checklist::stale(m_date->date()));
    if (m_evidence || !record.evidence.isEmpty())
        showEvidence(false);
    if (m_note || !record.note.isEmpty())
        showNote(false);
}

void ChecklistRow::showDate(const CheckRecord &record)
{
    const QSignalBlocker quiet(m_date);
    const bool typing = m_date->hasFocus();
    m_date->setMaximumDate(m_desk.today());
    if (!typing)
        m_date->setDate(record.date);
    m_dateBox->setVisible(record.checked());
}

void ChecklistRow::enter()
{
    const auto radios = m_state->findChildren<QRadioButton *>();
    for (QRadioButton *radio : radios) {
        if (radio->isChecked())
            radio->setFocus(Qt::ShortcutFocusReason);
    }
}

bool ChecklistRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool asked = event->type() == QEvent::ShortcutOverride;
    if (!asked && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier || !knows(key->key()))
        return QWidget::eventFilter(watched, event);
    event->accept();
    return asked || act(key->key());
}

bool ChecklistRow::knows(int key) const
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_E:
    case Qt::Key_N:
        return true;
    case Qt::Key_D:
        return !m_dateBox->isHidden();
    case Qt::Key_R:
        return !m_staleBox->isHidden();
    default:
        return false;
    }
}

bool ChecklistRow::act(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        Q_EMIT stepped(key == Qt::Key_Up ? -1 : +1);
        break;
    case Qt::Key_Space:
        m_state->setCurrent((m_state->current() + 1) % int(std::size(states)));
        enter();
        break;
    case Qt::Key_E:
        showEvidence(true);
        break;
    case Qt::Key_N:
        showNote(true);
        break;
    case Qt::Key_D:
        m_date->setFocus(Qt::ShortcutFocusReason);
        break;
    case Qt::Key_R:
        renew();
        break;
    default:
        return false;
    }
    return true;
}

void ChecklistRow::showEvidence(bool focus)
{
    if (!m_evidence) {
        m_evidence = new EvidenceField(m_ui, m_entry.title, this);
        m_column->insertWidget(m_column->count() - (m_note ? 1 : 0), m_evidence);
        m_evidence->show();
        connect(m_evidence, &EvidenceField::saveRequested, this, &ChecklistRow::saveEvidence);
        m_addEvidence->hide();
    }
    m_evidence->setStored(m_desk.check(m_collection, m_entry.id).evidence);
    if (focus)
        m_evidence->enter();
}

void ChecklistRow::showNote(bool focus)
{
    if (!m_note) {
        m_note = new NoteEdit(m_ui.theme, tr("Note on %1").arg(m_entry.title), this);
        m_note->setPlaceholderText(tr("Note"));
        m_column->addWidget(m_note);
        m_note->show();
        connect(m_note, &NoteEdit::saveRequested, this, &ChecklistRow::saveNote);
        m_addNote->hide();
    }
    m_note->setStored(m_desk.check(m_collection, m_entry.id).note);
    if (focus)
        m_note->setFocus(Qt::OtherFocusReason);
}

void ChecklistRow::saveState(CheckState state)
{
    const Outcome outcome = m_desk.setState(m_collection, m_entry.id, state);
    if (!tellChange(m_ui, m_history, outcome, tr("“%1”: %2").arg(m_entry.title, checklist::state(state))))
        refresh();
}

void ChecklistRow::saveDate(QDate date)
{
    const CheckRecord record = m_desk.check(m_collection, m_entry.id);
    if (!record.checked() || date == record.date)
        return;
    const QString day = QLocale().toString(date, dateEntryFormat());
    if (!tellChange(m_ui, m_history, m_desk.setDate(m_collection, m_entry.id, date),
            tr("“%1” shown on %2").arg(m_entry.title, day)))
        refresh();
}

void ChecklistRow::renew()
{
    enter();
    saveDate(m_desk.today());
}

void ChecklistRow::saveEvidence(const QString &evidence)
{
    const Outcome outcome = m_desk.setEvidence(m_collection, m_entry.id, evidence);
    tellChange(m_ui, m_history, outcome, tr("Evidence of “%1” saved").arg(m_entry.title));
}

void ChecklistRow::saveNote(const QString &text, bool leaving)
{
    const Outcome outcome = m_desk.setNote(m_collection, m_entry.id, text);
    if (!outcome)
        m_ui.messages.showError(outcome.error());
    else if (leaving)
        tellChange(m_ui, m_history, outcome, tr("Note on “%1” saved").arg(m_entry.title));
}

} // namespace lectern
