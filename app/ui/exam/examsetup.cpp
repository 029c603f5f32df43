// SPDX-License-Identifier: GPL-3.0-or-later
#include "examsetup.h"

#include "examwords.h"
#include "formcard.h"
#include "guidedesk.h"
#include "historylist.h"
#include "messagebar.h"
#include "settingsdesk.h"
#include "startbar.h"
#include "ui.h"
#include "widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>
#include <array>

namespace lectern
{

namespace
{

constexpr int fewestQuestions = 5;
constexpr int mostQuestions = 60;
constexpr int mostMinutes = 600;
constexpr int threeColumnsFrom = 1100; ///< pixels at 100 % text
constexpr int twoColumnsFrom = 820;

/// A label that names its field and carries its key.
QLabel *fieldLabel(const Theme &theme, const QString &text, QWidget *field)
{
    auto *label = new TextLabel(theme, Theme::Role::Body, text);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setBuddy(field);
    return label;
}

} // namespace

ExamSetup::ExamSetup(ExamDesk &desk, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_guide(guide)
    , m_settings(settings)
    , m_ui(ui)
    , m_history(new HistoryList(ui.theme))
    , m_blueprint(new QComboBox)
    , m_why(new TextLabel(ui.theme, Theme::Role::Small))
    , m_length(new QSpinBox)
    , m_lengthNote(new TextLabel(ui.theme, Theme::Role::Body))
    , m_time(new QSpinBox)
    , m_timeNote(new TextLabel(ui.theme, Theme::Role::Body))
    , m_showClock(new QCheckBox(tr("Show the clock")))
    , m_form(makeForm())
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
    whole->addWidget(m_bar);
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    m_grid = new QGridLayout(page);
    m_scroll->setWidget(page);
    arrange();

    connect(m_blueprint, &QComboBox::activated, this, [this] { m_blueprintChosen = true; });
    connect(m_blueprint, &QComboBox::currentIndexChanged, this, &ExamSetup::lengthChanged);
    connect(m_length, &QSpinBox::valueChanged, this, &ExamSetup::lengthChanged);
    connect(m_time, &QSpinBox::valueChanged, this, &ExamSetup::redrawTimes);
    connect(m_showClock, &QCheckBox::toggled, this, [this](bool on) {
        if (const Outcome kept = m_settings.set(Setting::ShowClock, on); !kept)
            m_ui.messages.showError(kept.error());
    });
    connect(m_history, &HistoryList::chosen, this, &ExamSetup::reportChosen);
    connect(m_bar->startButton(), &QPushButton::clicked, this, &ExamSetup::start);
    for (const auto keys : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_bar->startButton(), &QAbstractButton::click);
    m_minute->setInterval(10000);
    connect(m_minute, &QTimer::timeout, this, &ExamSetup::redrawTimes);
    connect(&ui.theme, &Theme::changed, this, &ExamSetup::arrange);
}

QStringList ExamSetup::shortcuts()
{
    return {tr("Ctrl+Enter") + u'\t' + tr("Start the exam, or submit it from the review")};
}

QWidget *ExamSetup::makeForm()
{
    const Theme &theme = m_ui.theme;
    m_blueprint->setAccessibleName(tr("Blueprint"));
    m_blueprint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_blueprint->setMinimumContentsLength(12);
    m_why->setTone(TextLabel::Tone::Muted);
    m_why->setWordWrap(true);
    m_length->setRange(fewestQuestions, mostQuestions);
    m_length->setSuffix(tr(" questions"));
    m_length->setAccessibleName(tr("Length in questions"));
    m_length->setObjectName(QStringLiteral("length"));
    m_lengthNote->setTone(TextLabel::Tone::Muted);
    m_time->setRange(1, mostMinutes);
    m_time->setSuffix(tr(" min"));
    m_time->setAccessibleName(tr("Time in minutes"));
    m_time->setObjectName(QStringLiteral("time"));
    m_timeNote->setTone(TextLabel::Tone::Muted);
    m_timeNote->setWordWrap(true);
    m_showClock->setObjectName(QStringLiteral("showClock"));

    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(space::l));
    grid->setVerticalSpacing(theme.px(space::xs));
    grid->setColumnStretch(2, 1);
    grid->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("New exam")), 0, 0, 1, 3);
    auto *intro = new TextLabel(
        theme, Theme::Role::Small, tr("Against the clock. Nothing is said about right and wrong until you submit."));
    intro->setTone(TextLabel::Tone::Muted);
    intro->setWordWrap(true);
    grid->addWidget(intro, 1, 0, 1, 3);
    // Every third row is a gap: a note stands close under its field, fields stand apart.
    for (const int gap : {2, 5, 7, 9})
        grid->setRowMinimumHeight(gap, theme.px(space::m));
    grid->addWidget(fieldLabel(theme, tr("Blueprint"), m_blueprint), 3, 0);
    grid->addWidget(m_blueprint, 3, 1, 1, 2);
    grid->addWidget(m_why, 4, 1, 1, 2);
    grid->addWidget(fieldLabel(theme, tr("Length"), m_length), 6, 0);
    grid->addWidget(m_length, 6, 1);
    grid->addWidget(m_lengthNote, 6, 2);
    grid->addWidget(fieldLabel(theme, tr("Time"), m_time), 8, 0);
    grid->addWidget(m_time, 8, 1);
    grid->addWidget(m_timeNote, 8, 2);
    grid->addWidget(fieldLabel(theme, tr("Clock"), m_showClock), 10, 0);
    grid->addWidget(m_showClock, 10, 1, 1, 2);
    grid->setRowStretch(11, 1);
    return form;
}

void ExamSetup::arrange()
{
    const Theme &theme = m_ui.theme;
    const int width = this->width();
    const Columns columns = width >= theme.px(threeColumnsFrom) ? Columns::Three
                            : width >= theme.px(twoColumnsFrom) ? Columns::Two
                                                                : Columns::One;
    const int side = theme.px(space::xl);
    // The history's rows have a margin of their own for the pointer's veil.
    m_grid->setContentsMargins(
        columns == Columns::Three ? side - theme.px(space::s) : side, theme.px(space::l), side, theme.px(space::l));
    m_grid->setHorizontalSpacing(side);
    m_grid->setVerticalSpacing(side);
    if (m_grid->count() > 0 && columns == m_columns)
        return;
    m_columns = columns;
    for (QWidget *part : std::initializer_list<QWidget *>{m_history, m_form, m_card})
        m_grid->removeWidget(part);
    const std::array stretches = columns == Columns::Three ? std::array{5, 10, 7} : std::array{10, 7, 0};
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, columns == Columns::One ? int(column == 0) : stretches[size_t(column)]);
    switch (m_columns) {
    case Columns::Three:
        m_grid->addWidget(m_history, 0, 0);
        m_grid->addWidget(m_form, 0, 1);
        m_grid->addWidget(m_card, 0, 2, Qt::AlignTop);
        break;
    case Columns::Two:
        m_grid->addWidget(m_form, 0, 0);
        m_grid->addWidget(m_card, 0, 1, Qt::AlignTop);
        m_grid->addWidget(m_history, 1, 0, 1, 2);
        break;
    case Columns::One:
        m_grid->addWidget(m_form, 0, 0);
        m_grid->addWidget(m_card, 1, 0);
        m_grid->addWidget(m_history, 2, 0);
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
    m_history->setPast(m_desk);
    const QSignalBlocker quiet(m_showClock);
    m_showClock->setChecked(m_settings.value(Setting::ShowClock).toBool());
    fillBlueprints();
    redraw();
}

void ExamSetup::fillBlueprints()
{
    const QSignalBlocker quietBlueprint(m_blueprint);
    const QSignalBlocker quietLength(m_length);
    const QSignalBlocker quietTime(m_time);
    const QString before = m_blueprint->currentData().toString();
    const ExamDesk::Setup usual = m_desk.defaultSetup();
    m_blueprint->clear();
    for (const Blueprint &blueprint : m_guide.certification().blueprints)
        m_blueprint->addItem(blueprint.title, blueprint.id);
    const int kept = m_blueprintChosen ? m_blueprint->findData(before) : -1;
    m_blueprint->setCurrentIndex(kept >= 0 ? kept : m_blueprint->findData(usual.blueprint));
    if (!m_filled) {
        m_length->setValue(usual.questions);
        m_time->setValue(usual.minutes);
        m_filled = m_blueprint->count() > 0;
    }
}

ExamDesk::Setup ExamSetup::setup() const
{
    ExamDesk::Setup setup = m_desk.defaultSetup();
    setup.blueprint = m_blueprint->currentData().toString();
    setup.questions = m_length->value();
    setup.minutes = m_time->value();
    return setup;
}

void ExamSetup::lengthChanged()
{
    const QSignalBlocker quiet(m_time);
    m_time->setValue(m_desk.minutesFor(setup()));
    redraw();
}

void ExamSetup::redraw()
{
    const ExamDesk::Setup chosen = setup();
    const Blueprint *blueprint = m_guide.certification().blueprint(chosen.blueprint);
    if (!blueprint)
        return;
    m_why->setText(whyThisBlueprint());
    m_lengthNote->setText(chosen.questions == blueprint->questions ? tr("as in the exam") : QString());
    m_card->setForm(*blueprint, chosen.questions, m_desk.preview(chosen));
    m_bar->setReason(m_card->reason());
    redrawTimes();
}

void ExamSetup::redrawTimes()
{
    const ExamDesk::Setup chosen = setup();
    const int seconds = chosen.questions > 0 ? chosen.minutes * 60 / chosen.questions : 0;
    const QString pace =
        tr("%1 min %2 s a question")
            .arg(QLocale().toString(seconds / 60), QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0')));
    m_timeNote->setText(chosen.minutes == m_desk.minutesFor(chosen) ? tr("as in the exam, %1").arg(pace) : pace);

    const int own = m_settings.value(Setting::TargetPercent).toInt();
    const int target = own >= 0 ? own : m_guide.certification().exam.targetPercent;
    const QString end = shortTime(m_desk.now().addSecs(chosen.minutes * 60LL).time());
    m_bar->setClosing(tr("%n min from now is %1.", nullptr, chosen.minutes).arg(end) + u' ' +
                      tr("Practice target %1 %: the vendor publishes no pass mark.").arg(QLocale().toString(target)));
}

QString ExamSetup::whyThisBlueprint() const
{
    const QString recommended = m_desk.defaultSetup().blueprint;
    const Certification &certification = m_guide.certification();
    const Blueprint *best = certification.blueprint(recommended);
    if (!best)
        return {};
    if (m_blueprint->currentData().toString() != recommended)
        return tr("Recommended for your exam: %1.").arg(best->title);
    const QLocale locale;
    if (best->recommendedFrom.isValid())
        return tr("Recommended for exams from %1 on. %2")
            .arg(locale.toString(best->recommendedFrom, tr("d MMMM yyyy")), best->leavesOut);
    for (const Blueprint &other : certification.blueprints) {
        if (other.recommendedFrom.isValid())
            return tr("Recommended for exams before %1; from that day on: %2.")
                .arg(locale.toString(other.recommendedFrom, tr("d MMMM yyyy")), other.title);
    }
    return tr("The certification's own division.");
}

void ExamSetup::start()
{
    m_length->interpretText();
    m_time->interpretText();
    const auto begun = m_desk.start(setup());
    if (begun)
        Q_EMIT started();
    else
        m_ui.messages.showError(begun.error());
}

} // namespace lectern
