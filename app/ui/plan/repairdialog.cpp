// SPDX-License-Identifier: GPL-3.0-or-later
#include "repairdialog.h"

#include "awaydialog.h"
#include "dialogs.h"
#include "historydesk.h"
#include "messagebar.h"
#include "plandesk.h"
#include "planwords.h"
#include "repairchoice.h"
#include "repairwords.h"
#include "ui.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <QResizeEvent>
#include <QScreen>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int wideWidth = 1080;
constexpr int leastChoice = 280;
constexpr double mostOfTheScreen = 0.9;
} // namespace

RepairDialog::RepairDialog(RepairDesk &desk, PlanDesk &plan, HistoryDesk &history, Ui &ui, QWidget *parent)
    : FormDialog(ui.theme, tr("Repair the plan"), parent)
    , m_desk(desk)
    , m_plan(plan)
    , m_history(history)
    , m_ui(ui)
    , m_slip(new TextLabel(ui.theme, Theme::Role::Heading, {}, this))
    , m_stuck(new TextLabel(ui.theme, Theme::Role::Body, {}, this))
    , m_asking(new QWidget(this))
    , m_questions(new QGridLayout(m_asking))
    , m_choicesBox(new QWidget(this))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, m_choicesBox))
    , m_awayDone(new TextLabel(ui.theme, Theme::Role::Body, {}, this))
    , m_awayUndo(plainButton(ui.theme, tr("&Take back"), QStringLiteral("edit-undo")))
    , m_apply(primaryButton(ui.theme, tr("Repair")))
{
    setMinimumWidth(
        std::min(ui.theme.px(wideWidth), static_cast<int>(screen()->availableSize().width() * mostOfTheScreen)));
    m_slip->setWordWrap(true);
    m_slip->setObjectName(QStringLiteral("repairSlip"));
    body().addWidget(m_slip);
    m_stuck->setWordWrap(true);
    m_stuck->setTone(TextLabel::Tone::Warn);
    body().addWidget(m_stuck);
    m_questions->setContentsMargins(0, 0, 0, 0);
    m_questions->setColumnStretch(0, 1);
    body().addWidget(m_asking);
    addAway();
    addChoices();
    m_apply->setObjectName(QStringLiteral("repairApply"));
    m_apply->setDefault(true);
    buttons().addButton(m_apply, QDialogButtonBox::AcceptRole);
    buttons().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    refresh();
    m_choices.at(static_cast<int>(kind()))->button().setFocus();
}

void RepairDialog::addAway()
{
    auto *row = new QHBoxLayout;
    QPushButton *away = plainButton(m_ui.theme, tr("I &was away…"), QStringLiteral("view-calendar-month"));
    away->setObjectName(QStringLiteral("repairAway"));
    m_awayDone->setObjectName(QStringLiteral("repairAwayDone"));
    m_awayDone->setWordWrap(true);
    m_awayUndo->setObjectName(QStringLiteral("repairAwayUndo"));
    row->addWidget(away);
    row->addWidget(m_awayDone, 1);
    row->addWidget(m_awayUndo);
    body().addLayout(row);
    m_awayDone->hide();
    m_awayUndo->hide();
    connect(away, &QPushButton::clicked, this, &RepairDialog::tellAway);
    connect(m_awayUndo, &QPushButton::clicked, this, [this] {
        const auto undone = m_history.undo();
        m_awayDone->setTone(undone ? TextLabel::Tone::Text : TextLabel::Tone::Warn);
        m_awayDone->setText(undone ? tr("Taken back.") : sentence(undone.error()));
        m_awayUndo->hide();
        refresh();
    });
}

void RepairDialog::addChoices()
{
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(m_ui.theme.px(space::m));
    auto *group = new QButtonGroup(this);
    for (const RepairKind kind : {RepairKind::Spread, RepairKind::UseBuffer, RepairKind::DropLeast}) {
        auto *choice = new RepairChoice(kind, m_ui.theme, m_choicesBox);
        group->addButton(&choice->button(), static_cast<int>(kind));
        m_choices.append(choice);
        m_columns->addWidget(choice, 1);
        choice->button().installEventFilter(this);
        connect(&choice->button(), &QRadioButton::clicked, this, [this] { m_chosen = true; });
    }
    connect(group, &QButtonGroup::idToggled, this, [group] { leadTabToChosen(*group); });
    m_choices.constFirst()->button().setChecked(true);
    body().addWidget(m_choicesBox, 1);
}

void RepairDialog::resizeEvent(QResizeEvent *event)
{
    FormDialog::resizeEvent(event);
    const bool narrow = event->size().width() < 3 * m_ui.theme.px(leastChoice) + 4 * m_ui.theme.px(space::xl);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

bool RepairDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return FormDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool back = key == Qt::Key_Up || key == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    const bool forward = key == Qt::Key_Down || key == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const auto at = std::find_if(m_choices.cbegin(), m_choices.cend(),
        [watched](const RepairChoice *choice) { return &choice->button() == watched; });
    if ((!back && !forward) || at == m_choices.cend())
        return FormDialog::eventFilter(watched, event);
    const auto next = std::clamp(at - m_choices.cbegin() + (forward ? 1 : -1), qsizetype{0}, m_choices.size() - 1);
    QRadioButton &button = m_choices.at(next)->button();
    button.setFocus(Qt::TabFocusReason);
    button.click();
    return true;
}

RepairKind RepairDialog::kind() const
{
    const auto chosen = std::find_if(
        m_choices.cbegin(), m_choices.cend(), [](const RepairChoice *choice) { return choice->button().isChecked(); });
    return chosen == m_choices.cend() ? RepairKind::Spread
                                      : static_cast<RepairKind>(std::distance(m_choices.cbegin(), chosen));
}

/// The one that gives up least and moves least, until the person has chosen.
void RepairDialog::suggest()
{
    if (m_chosen || m_offers.options.isEmpty())
        return;
    const auto best = std::min_element(m_offers.options.cbegin(), m_offers.options.cend(),
        [](const RepairDesk::Offer &one, const RepairDesk::Offer &other) {
            return std::pair(one.option.droppedMinutes, one.option.changes.size()) <
                   std::pair(other.option.droppedMinutes, other.option.changes.size());
        });
    m_choices.at(static_cast<int>(best->option.kind))->button().setChecked(true);
}

void RepairDialog::showAsking()
{
    qDeleteAll(m_rows);
    m_rows.clear();
    m_asking->setVisible(!m_offers.asking.isEmpty());
    for (const Block &block : std::as_const(m_offers.asking)) {
        const QString title = wordsOf(m_plan.certification(), block).title;
        auto *name = new TextLabel(m_ui.theme, Theme::Role::Body,
            tr("Missed %n time(s): %1, %2", nullptr, block.misses + 1).arg(title, minutesText(block.minutes)),
            m_asking);
        auto *answer = new QComboBox(m_asking);
        for (const MissedAnswer each :
            {MissedAnswer::Again, MissedAnswer::Split, MissedAnswer::Drop, MissedAnswer::TenMinutes})
            answer->addItem(answerName(each), static_cast<int>(each));
        answer->setCurrentIndex(static_cast<int>(m_answers.value(block.uuid, MissedAnswer::Again)));
        answer->setObjectName(QStringLiteral("repairAnswer"));
        name->setBuddy(answer);
        const auto row = static_cast<int>(m_rows.size()) / 2;
        m_questions->addWidget(name, row, 0);
        m_questions->addWidget(answer, row, 1);
        m_rows << name << answer;
        connect(answer, &QComboBox::activated, this, [this, answer, uuid = block.uuid] {
            m_answers.insert(uuid, static_cast<MissedAnswer>(answer->currentData().toInt()));
            refresh();
        });
    }
}

void RepairDialog::refresh()
{
    const QList<Block> before = m_offers.asking;
    m_offers = m_desk.offers(m_answers);
    m_slip->setText(m_offers.slip.any()
                        ? slipText(m_offers.slip)
                        : tr("Nothing waits for a new place: no work is owed, and what is to come has its room."));
    m_stuck->setVisible(!m_offers.slip.stuck.isEmpty());
    m_stuck->setText(tr("%n pinned or begun block(s) have no room on their day and stay all the same.", nullptr,
        static_cast<int>(m_offers.slip.stuck.size())));
    if (before != m_offers.asking || m_rows.isEmpty())
        showAsking();
    for (const RepairDesk::Offer &offer : std::as_const(m_offers.options))
        m_choices.at(static_cast<int>(offer.option.kind))->set(m_plan.certification(), offer, m_offers.atExam);
    m_choicesBox->setVisible(m_offers.slip.any());
    m_apply->setEnabled(m_offers.slip.any());
    m_apply->setToolTip(m_apply->isEnabled() ? QString() : tr("There is nothing to repair"));
    suggest();
}

void RepairDialog::tellAway()
{
    QDate first = m_plan.today().addDays(-1);
    for (const Block &block : std::as_const(m_offers.slip.owed))
        first = std::min(first, block.date);
    AwayDialog dialog(first, m_plan.today().addDays(-1), m_plan, m_ui.theme, this);
    if (!m_ui.dialogs.run(dialog))
        return;
    const Outcome told = m_desk.wasAway(dialog.first(), dialog.last());
    m_awayDone->setTone(told ? TextLabel::Tone::Text : TextLabel::Tone::Warn);
    m_awayDone->setText(
        told ? tr("Away from %1 to %2: excused.").arg(shortDayText(dialog.first()), shortDayText(dialog.last()))
             : sentence(told.error()));
    m_awayDone->show();
    m_awayUndo->setVisible(told.ok());
    refresh();
}

} // namespace lectern
