// SPDX-License-Identifier: GPL-3.0-or-later
#include "newplandialog.h"

#include "daysofflist.h"
#include "plandesk.h"
#include "planwords.h"
#include "timeformats.h"
#include "widgets.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int weekDays = 7;
constexpr int minuteStep = 15;
constexpr int mostMinutes = 16 * 60;

} // namespace

NewPlanDialog::NewPlanDialog(const PlanDesk &desk, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_start(new QDateEdit(this))
    , m_hasExam(new QCheckBox(tr("Exam on"), this))
    , m_exam(new QDateEdit(this))
    , m_blockMinutes(new QSpinBox(this))
    , m_off(new DaysOffList(theme, this))
    , m_preview(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_make(primaryButton(theme, tr("Make plan")))
{
    setWindowTitle(tr("New plan"));
    auto *form = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, form);
    m_columns->setSpacing(theme.px(space::xl));
    m_columns->addWidget(makeWeekdays(), 1);
    m_columns->addWidget(makeDates(), 1);
    m_columns->setContentsMargins(0, 0, theme.px(space::s), 0);
    auto *scroll = m_scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(form);

    auto *layout = new QVBoxLayout(this);
    const int margin = theme.px(space::xl);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(theme.px(space::m));
    layout->addWidget(scroll, 1);
    m_preview->setWordWrap(true);
    m_preview->setObjectName(QStringLiteral("planPreview"));
    layout->addWidget(m_preview);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    QPushButton *cancel = plainButton(theme, tr("Cancel"));
    buttons->addWidget(cancel);
    m_make->setObjectName(QStringLiteral("makePlan"));
    m_make->setDefault(true);
    buttons->addWidget(m_make);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &QDialog::accept);

    fill(desk.inputs().value_or(desk.defaultInputs()));
    const QSize wanted = form->sizeHint() + QSize(theme.px(72), theme.px(152));
    resize(screen() ? wanted.boundedTo(screen()->availableSize() * 0.95) : wanted);
}

void NewPlanDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    layout()->activate();
    int beside = m_columns->spacing() + m_columns->contentsMargins().left() + m_columns->contentsMargins().right();
    for (int i = 0; i < m_columns->count(); ++i)
        beside += m_columns->itemAt(i)->minimumSize().width();
    const bool narrow = m_scroll->viewport()->width() < beside;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QWidget *NewPlanDialog::makeWeekdays()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new TextLabel(m_theme, Theme::Role::Heading, tr("Time to study"), box));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(space::m));
    const auto head = [&](const QString &text, int column) {
        auto *label = new TextLabel(m_theme, Theme::Role::Small, text, box);
        label->setTone(TextLabel::Tone::Muted);
        grid->addWidget(label, 0, column);
    };
    head(tr("Day"), 0);
    head(tr("How long"), 1);
    head(tr("From"), 2);
    for (int day = 0; day < weekDays; ++day) {
        const auto at = static_cast<std::size_t>(day);
        const QString name = QLocale().standaloneDayName(day + 1);
        m_minutes[at] = new QSpinBox(box);
        m_minutes[at]->setRange(0, mostMinutes);
        m_minutes[at]->setSingleStep(minuteStep);
        m_minutes[at]->setSuffix(tr(" min"));
        m_minutes[at]->setSpecialValueText(tr("No study"));
        m_minutes[at]->setAccessibleName(tr("Minutes on %1").arg(name));
        m_minutes[at]->setObjectName(QStringLiteral("minutes%1").arg(day + 1));
        m_from[at] = new QTimeEdit(box);
        m_from[at]->setDisplayFormat(clockFormat());
        m_from[at]->setAccessibleName(tr("Start on %1").arg(name));
        m_from[at]->setObjectName(QStringLiteral("from%1").arg(day + 1));
        grid->addWidget(new TextLabel(m_theme, Theme::Role::Body, name, box), day + 1, 0);
        grid->addWidget(m_minutes[at], day + 1, 1);
        grid->addWidget(m_from[at], day + 1, 2);
        connect(m_minutes[at], &QSpinBox::valueChanged, this, &NewPlanDialog::refresh);
        connect(m_from[at], &QTimeEdit::timeChanged, this, &NewPlanDialog::refresh);
    }
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    layout->addStretch();
    return box;
}

QWidget *NewPlanDialog::makeDates()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new TextLabel(m_theme, Theme::Role::Heading, tr("From when to when"), box));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(space::m));
    grid->setColumnStretch(1, 1);
    for (QDateEdit *edit : {m_start, m_exam})
        edit->setCalendarPopup(true);
    m_start->setAccessibleName(tr("First study day"));
    m_start->setObjectName(QStringLiteral("planStart"));
    m_exam->setAccessibleName(tr("Exam day"));
    m_exam->setObjectName(QStringLiteral("planExam"));
    m_hasExam->setObjectName(QStringLiteral("planHasExam"));
    m_blockMinutes->setRange(shortestBlock, longestBlock);
    m_blockMinutes->setSingleStep(minuteStep);
    m_blockMinutes->setSuffix(tr(" min"));
    m_blockMinutes->setAccessibleName(tr("Longest block"));
    m_blockMinutes->setObjectName(QStringLiteral("planBlock"));
    grid->addWidget(new TextLabel(m_theme, Theme::Role::Body, tr("Start on"), box), 0, 0);
    grid->addWidget(m_start, 0, 1);
    grid->addWidget(m_hasExam, 1, 0);
    grid->addWidget(m_exam, 1, 1);
    grid->addWidget(new TextLabel(m_theme, Theme::Role::Body, tr("Longest block"), box), 2, 0);
    grid->addWidget(m_blockMinutes, 2, 1);
    layout->addLayout(grid);
    layout->addWidget(new TextLabel(m_theme, Theme::Role::Heading, tr("Days off"), box));
    layout->addWidget(m_off, 1);

    connect(m_start, &QDateEdit::dateChanged, this, &NewPlanDialog::refresh);
    connect(m_exam, &QDateEdit::dateChanged, this, &NewPlanDialog::refresh);
    connect(m_blockMinutes, &QSpinBox::valueChanged, this, &NewPlanDialog::refresh);
    connect(m_off, &DaysOffList::changed, this, &NewPlanDialog::refresh);
    connect(m_hasExam, &QCheckBox::toggled, this, [this](bool on) {
        m_exam->setEnabled(on);
        refresh();
    });
    return box;
}

void NewPlanDialog::fill(const PlanInputs &inputs)
{
    m_filling = true;
    // A plan made anew starts now; what lies behind is kept in the log.
    const QDate start = std::max(inputs.start, m_desk.today());
    const Appointment appointment = m_desk.appointment();
    const QDate exam = appointment.booked() ? appointment.date : inputs.examDate;
    m_start->setDate(start);
    m_hasExam->setChecked(exam.isValid() && exam > start);
    m_exam->setEnabled(m_hasExam->isChecked());
    m_exam->setDate(m_hasExam->isChecked() ? exam : start.addDays(qint64(m_desk.certification().weeks()) * weekDays));
    m_blockMinutes->setValue(inputs.blockMinutes);
    for (std::size_t day = 0; day < m_minutes.size(); ++day) {
        m_minutes[day]->setValue(inputs.minutesPerWeekday[day]);
        m_from[day]->setTime(QTime(0, 0).addSecs(inputs.startMinute[day] * 60));
    }
    m_off->setDays(inputs.daysOff);
    m_off->setFirstDay(start);
    m_filling = false;
    refresh();
}

void NewPlanDialog::setEarliestExam(QDate day)
{
    m_exam->setMinimumDate(day);
    // A date that is already booked later on stays.
    if (!m_hasExam->isChecked())
        m_exam->setDate(day);
    m_hasExam->setChecked(true);
}

PlanInputs NewPlanDialog::inputs() const
{
    PlanInputs inputs;
    inputs.start = m_start->date();
    if (m_hasExam->isChecked())
        inputs.examDate = m_exam->date();
    for (std::size_t day = 0; day < m_minutes.size(); ++day) {
        inputs.minutesPerWeekday[day] = m_minutes[day]->value();
        inputs.startMinute[day] = m_from[day]->time().hour() * 60 + m_from[day]->time().minute();
    }
    inputs.daysOff = m_off->days();
    inputs.blockMinutes = m_blockMinutes->value();
    return inputs;
}

QString NewPlanDialog::previewText() const
{
    return m_preview->text();
}

void NewPlanDialog::refresh()
{
    if (m_filling)
        return;
    const PlanInputs wanted = inputs();
    const Result<Plan> plan = m_desk.preview(wanted);
    m_make->setEnabled(plan.ok());
    if (!plan) {
        m_preview->setTone(TextLabel::Tone::Warn);
        m_preview->setText(wanted.examDate.isValid() && wanted.examDate <= wanted.start
                               ? tr("The exam has to be after the start.")
                               : tr("There is no study day before the exam: give at least one weekday 15 minutes."));
        m_make->setToolTip(m_preview->text());
        return;
    }
    m_make->setToolTip({});
    QString text = tr("%n block(s), %1 of %2 needed, %3 to %4.", nullptr, int(plan->blocks.size()))
                       .arg(hoursText(plan->plannedMinutes), hoursText(plan->neededMinutes),
                           dayText(plan->blocks.constFirst().date, m_desk.today()),
                           dayText(plan->blocks.constLast().date, m_desk.today()));
    const int missing = plan->neededMinutes - plan->plannedMinutes;
    if (missing > 0)
        text += u' ' + tr("Does not fit: %1 short.").arg(hoursText(missing));
    m_preview->setTone(missing > 0 ? TextLabel::Tone::Warn : TextLabel::Tone::Text);
    m_preview->setText(text);
}

} // namespace lectern
