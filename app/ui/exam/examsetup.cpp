// SPDX-License-Identifier: GPL-3.0-or-later
#include "examsetup.h"

#include "examdesk.h"
#include "examdesks.h"
#include "examwords.h"
#include "formcard.h"
#include "guidedesk.h"
#include "historylist.h"
#include "messagebar.h"
#include "modelist.h"
#include "parkedlist.h"
#include "readinessdesk.h"
#include "sessionwords.h"
#include "settingsdesk.h"
#include "setupform.h"
#include "setupplaces.h"
#include "startbar.h"
#include "ui.h"
#include "widgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QShortcut>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr int threeColumnsFrom = 1100; ///< pixels at 100 % text
constexpr int twoColumnsFrom = 820;
constexpr int redrawEvery = 10000; ///< milliseconds: the minute at which it would end moves on

QString startText(AttemptMode mode)
{
    switch (mode) {
    case AttemptMode::Study:
        return ExamSetup::tr("Start studying");
    case AttemptMode::Drill:
        return ExamSetup::tr("Start drill");
    case AttemptMode::Diagnostic:
        return ExamSetup::tr("Start diagnostic");
    case AttemptMode::Rehearsal:
    case AttemptMode::Timed:
        break;
    }
    return ExamSetup::tr("Start exam");
}

FormCard::Choice choiceOf(const ExamDesk &desk, const ExamDesk::Setup &setup, const Certification &certification)
{
    FormCard::Choice choice;
    choice.matching = desk.matching(setup);
    choice.asked = std::min(choice.matching, setup.questions);
    choice.criteria = criteriaWords(setup.criteria, certification);
    for (const Domain &domain : certification.domains) {
        ExamDesk::Setup part = setup;
        part.criteria.topics.clear();
        for (const Topic &topic : domain.topics) {
            if (setup.criteria.topics.isEmpty() || setup.criteria.topics.contains(topic.id))
                part.criteria.topics << topic.id;
        }
        choice.byDomain << (part.criteria.topics.isEmpty() ? 0 : desk.matching(part));
    }
    return choice;
}

} // namespace

ExamSetup::ExamSetup(const ExamDesks &desks, Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_desk(desks.exam)
    , m_reports(desks.reports)
    , m_readiness(desks.readiness)
    , m_guide(desks.guide)
    , m_settings(desks.settings)
    , m_ui(ui)
    , m_modes(new ModeList(ui.theme))
    , m_parked(new ParkedList(m_desk, ui))
    , m_history(new HistoryList(ui.theme))
    , m_choices(makeSide())
    , m_form(new SetupForm(m_desk, m_guide, m_settings, ui))
    , m_card(new FormCard(ui.theme))
    , m_bar(new StartBar(ui.theme))
    , m_scroll(new QScrollArea)
    , m_grid(nullptr)
    , m_minute(new QTimer(this))
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_scroll, 1);
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    m_grid = new QGridLayout(page);
    m_scroll->setWidget(page);
    arrange();
    page->installEventFilter(this);
    whole->addWidget(m_bar); // the last that Tab comes to

    connect(m_modes, &ModeList::chosen, this, &ExamSetup::setMode);
    connect(m_form, &SetupForm::changed, this, &ExamSetup::redraw);
    connect(m_form, &SetupForm::practiceWanted, this, [this] { choose(AttemptMode::Timed); });
    connect(m_parked, &ParkedList::takenUp, this, &ExamSetup::started);
    connect(m_history, &HistoryList::chosen, this, &ExamSetup::reportChosen);
    connect(m_history, &HistoryList::allWanted, this, &ExamSetup::historyWanted);
    connect(m_bar->startButton(), &QPushButton::clicked, this, &ExamSetup::start);
    for (const auto keys : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_bar->startButton(), &QAbstractButton::click);
    connect(new QShortcut(Qt::CTRL | Qt::Key_H, this), &QShortcut::activated, this, &ExamSetup::historyWanted);
    m_minute->setInterval(redrawEvery);
    connect(m_minute, &QTimer::timeout, this, &ExamSetup::redrawTimes);
    connect(&ui.theme, &Theme::changed, this, &ExamSetup::arrange);
}

QStringList ExamSetup::shortcuts()
{
    return {tr("Ctrl+Enter") + u'\t' + tr("Start the exam, or submit it from the review"),
        tr("Ctrl+H") + u'\t' + tr("All attempts so far")};
}

QWidget *ExamSetup::makeSide()
{
    const Theme &theme = m_ui.theme;
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme.px(space::s), 0, 0, 0);
    head->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("New session")));
    column->addLayout(head);
    column->addWidget(m_modes);
    column->addWidget(m_parked);
    return side;
}

ExamSetup::Columns ExamSetup::fittingColumns() const
{
    const Theme &theme = m_ui.theme;
    // A wide font needs more than the usual width.
    int first = 0;
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_choices, m_history, m_form})
        first = std::max(first, part->minimumSizeHint().width());
    const int two = first + m_card->minimumSizeHint().width() + 3 * theme.px(space::xl) +
                    style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    if (width() >= theme.px(threeColumnsFrom))
        return Columns::Three;
    return width() >= std::max(theme.px(twoColumnsFrom), two) ? Columns::Two : Columns::One;
}

/// Its parts need more or less width with what they say.
bool ExamSetup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && watched == m_scroll->widget() && fittingColumns() != m_columns)
        arrange();
    return QWidget::eventFilter(watched, event);
}

void ExamSetup::arrange()
{
    const Theme &theme = m_ui.theme;
    const int side = theme.px(space::xl);
    const Columns columns = fittingColumns();
    // Rows at the side have a margin of their own for the pointer's veil.
    m_grid->setContentsMargins(
        columns == Columns::Three ? side - theme.px(space::s) : side, theme.px(space::l), side, theme.px(space::l));
    m_grid->setHorizontalSpacing(side);
    m_grid->setVerticalSpacing(side);
    if (m_grid->count() > 0 && columns == m_columns)
        return;
    m_columns = columns;
    for (QWidget *part : std::initializer_list<QWidget *>{m_choices, m_history, m_form, m_card})
        m_grid->removeWidget(part);
    const std::array stretches = columns == Columns::Three ? std::array{5, 10, 7} : std::array{10, 7, 0};
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, columns == Columns::One ? int(column == 0) : stretches[size_t(column)]);
    for (int row = 0; row < 4; ++row)
        m_grid->setRowStretch(row, 0);
    switch (m_columns) {
    case Columns::Three:
        m_grid->addWidget(m_choices, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_history, 1, 0);
        m_grid->addWidget(m_form, 0, 1, 2, 1);
        m_grid->addWidget(m_card, 0, 2, 2, 1, Qt::AlignTop);
        m_grid->setRowStretch(1, 1);
        break;
    case Columns::Two:
        m_grid->addWidget(m_choices, 0, 0, 1, 2);
        m_grid->addWidget(m_form, 1, 0);
        m_grid->addWidget(m_card, 1, 1, Qt::AlignTop);
        m_grid->addWidget(m_history, 2, 0, 1, 2);
        break;
    case Columns::One:
        m_grid->addWidget(m_choices, 0, 0);
        m_grid->addWidget(m_form, 1, 0);
        m_grid->addWidget(m_card, 2, 0);
        m_grid->addWidget(m_history, 3, 0);
        break;
    }
}

void ExamSetup::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ExamSetup::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_minute->start();
    redrawTimes();
}

void ExamSetup::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute->stop();
}

void ExamSetup::reload()
{
    m_history->setPast(m_reports, m_guide.certification());
    m_parked->reload(m_guide.certification());
    m_form->reload();
    if (!m_loaded) {
        m_loaded = true;
        const auto last = attemptModeFromWord(m_settings.value(Setting::ExamMode).toString());
        m_modes->setCurrent(last.value_or(AttemptMode::Timed));
        m_form->setMode(m_modes->current()); // redraws
    } else {
        redraw();
    }
}

void ExamSetup::choose(AttemptMode mode)
{
    m_modes->setCurrent(mode);
    setMode(mode);
}

void ExamSetup::choose(const SetUp &wanted)
{
    choose(wanted.mode);
    if (wanted.mode == AttemptMode::Drill)
        m_form->setCriteria(wanted.criteria);
}

void ExamSetup::takeFocus()
{
    m_modes->takeFocus();
}

void ExamSetup::setMode(AttemptMode mode)
{
    m_form->setMode(mode);
}

void ExamSetup::redraw()
{
    const ExamDesk::Setup chosen = m_form->setup();
    QString reason = m_form->problem();
    const Certification &certification = m_guide.certification();
    if (chosen.mode == AttemptMode::Study || chosen.mode == AttemptMode::Drill) {
        const FormCard::Choice choice = choiceOf(m_desk, chosen, certification);
        m_form->setMatching(choice.matching);
        m_card->setChoice(choice, certification.domains);
    } else if (const Blueprint *blueprint = certification.blueprint(chosen.blueprint)) {
        if (reason.isEmpty())
            m_card->setForm(*blueprint, chosen.questions, m_desk.preview(chosen));
        else
            m_card->setQuotas(*blueprint, chosen.questions);
    } else {
        return;
    }
    redrawExpected();
    m_bar->setAction(startText(chosen.mode));
    m_bar->setReason(reason.isEmpty() ? m_card->reason() : reason);
    redrawTimes();
    arrange();
}

void ExamSetup::redrawExpected()
{
    const ExamDesk::Setup chosen = m_form->setup();
    std::optional<Estimate> share;
    if (chosen.mode == AttemptMode::Rehearsal && m_form->problem().isEmpty()) {
        const auto expected = m_readiness.expectedScore(chosen.blueprint, chosen.questions);
        if (expected && *expected)
            share = **expected;
    }
    m_card->setExpected(share);
    m_told = share.has_value();
}

void ExamSetup::redrawTimes()
{
    const int own = m_settings.value(Setting::TargetPercent).toInt();
    const int target = own >= 0 ? own : m_guide.certification().exam.targetPercent;
    const int minutes = m_form->setup().budgetMinutes();
    const QString end = shortTime(m_desk.now().addSecs(minutes * 60LL).time());
    m_bar->setClosing((minutes > 0 ? tr("%n min from now is %1.", nullptr, minutes).arg(end) : tr("No time limit.")) +
                      u' ' +
                      tr("Practice target %1 %: the vendor publishes no pass mark.").arg(QLocale().toString(target)));
}

void ExamSetup::start()
{
    m_form->interpretText();
    const ExamDesk::Setup chosen = m_form->setup();
    // Said before the first question or not at all. A rehearsal need not wait for it.
    if (m_told && chosen.mode == AttemptMode::Rehearsal)
        (void)m_readiness.recordShown(chosen.blueprint, chosen.questions);
    const auto begun = m_desk.start(chosen);
    if (begun)
        Q_EMIT started();
    else
        m_ui.messages.showError(begun.error());
}

} // namespace lectern
