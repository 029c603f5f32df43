// SPDX-License-Identifier: GPL-3.0-or-later
#include "newplandialog.h"

#include "daysofflist.h"
#include "plandesk.h"
#include "planner.h"
#include "planwords.h"
#include "repairdesk.h"
#include "repairwords.h"
#include "timeformats.h"
#include "widgets.h"

#include <QCheckBox>
#include <QComboBox>
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
constexpr int mostBuffer = 40; ///< percent
constexpr int bufferStep = 5;
constexpr int choiceRole = Qt::UserRole;
constexpr int projectRole = Qt::UserRole + 1;

} // namespace

NewPlanDialog::NewPlanDialog(const PlanDesk &desk, const RepairDesk &repair, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_repair(repair)
    , m_theme(theme)
    , m_base(desk.inputs().value_or(desk.defaultInputs()))
    , m_start(new QDateEdit(this))
    , m_hasExam(new QCheckBox(tr("Exam on"), this))
    , m_exam(new QDateEdit(this))
    , m_blockMinutes(new QSpinBox(this))
    , m_week(new TextLabel(theme, Theme::Role::Small, {}, this))
    , m_scope(new QComboBox(this))
    , m_projects(new QComboBox(this))
    , m_blueprint(new QComboBox(this))
    , m_buffer(new QSpinBox(this))
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

    fill(m_base);
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
    head(tr("3 hours at once"), 3);
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
        m_long[at] = new QCheckBox(box);
        m_long[at]->setAccessibleName(tr("A sitting of three hours is possible on %1").arg(name));
        m_long[at]->setToolTip(tr("Rehearsals are only planned on such days"));
        m_long[at]->setObjectName(QStringLiteral("long%1").arg(day + 1));
        grid->addWidget(m_long[at], day + 1, 3, Qt::AlignHCenter);
        connect(m_long[at], &QCheckBox::toggled, this, &NewPlanDialog::refresh);
        connect(m_minutes[at], &QSpinBox::valueChanged, this, &NewPlanDialog::refresh);
        connect(m_from[at], &QTimeEdit::timeChanged, this, &NewPlanDialog::refresh);
    }
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    m_week->setTone(TextLabel::Tone::Muted);
    m_week->setObjectName(QStringLiteral("planWeek"));
    layout->addWidget(m_week);
    layout->addWidget(makeScope());
    layout->addStretch();
    return box;
}

void NewPlanDialog::addRow(QGridLayout &grid, const QString &label, QWidget &field)
{
    auto *name = new TextLabel(m_theme, Theme::Role::Body, label, field.parentWidget());
    name->setBuddy(&field);
    const int row = grid.rowCount();
    grid.addWidget(name, row, 0);
    grid.addWidget(&field, row, 1);
}

QWidget *NewPlanDialog::makeScope()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, m_theme.px(space::m), 0, 0);
    layout->addWidget(new TextLabel(m_theme, Theme::Role::Heading, tr("How much of it"), box));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(space::m));
    grid->setColumnStretch(1, 1);
    m_scope->setObjectName(QStringLiteral("planScope"));
    m_projects->setObjectName(QStringLiteral("planProjects"));
    m_blueprint->setObjectName(QStringLiteral("planBlueprint"));
    m_buffer->setObjectName(QStringLiteral("planBuffer"));
    m_buffer->setRange(0, mostBuffer);
    m_buffer->setSingleStep(bufferStep);
    m_buffer->setSuffix(tr(" %", "behind a number"));
    m_buffer->setAccessibleName(tr("Buffer, percent of each fortnight"));
    m_buffer->setToolTip(tr("Kept free in each fortnight for what slips"));
    for (QComboBox *combo : {m_scope, m_projects, m_blueprint}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(16);
        connect(combo, &QComboBox::activated, this, &NewPlanDialog::refresh);
    }
    addRow(*grid, tr("&Scope"), *m_scope);
    addRow(*grid, tr("&Projects"), *m_projects);
    addRow(*grid, tr("Exam &guide"), *m_blueprint);
    addRow(*grid, tr("B&uffer"), *m_buffer);
    connect(m_buffer, &QSpinBox::valueChanged, this, &NewPlanDialog::refresh);
    layout->addLayout(grid);

    const Certification &certification = m_desk.certification();
    for (const PlanScope scope : {PlanScope::Full, PlanScope::Focused, PlanScope::ExamOnly})
        m_scope->addItem({}, static_cast<int>(scope));
    const auto project = [this](const QString &text, ProjectChoice choice, const QString &id) {
        m_projects->addItem(text);
        m_projects->setItemData(m_projects->count() - 1, static_cast<int>(choice), choiceRole);
        m_projects->setItemData(m_projects->count() - 1, id, projectRole);
    };
    for (const Project &each : certification.projects)
        project(tr("One: %1", "a project's title").arg(each.title), ProjectChoice::One, each.id);
    if (certification.projects.size() > 1)
        project(tr("All %n", nullptr, static_cast<int>(certification.projects.size())), ProjectChoice::All, {});
    project(tr("None"), ProjectChoice::None, {});
    for (const Blueprint &blueprint : certification.blueprints)
        m_blueprint->addItem(blueprint.title, blueprint.id);
    return box;
}

void NewPlanDialog::fillScope(const PlanInputs &inputs)
{
    m_scope->setCurrentIndex(m_scope->findData(static_cast<int>(inputs.scope)));
    int chosen = 0;
    for (int i = 0; i < m_projects->count(); ++i) {
        const bool same = m_projects->itemData(i, choiceRole).toInt() == static_cast<int>(inputs.projects);
        const bool named =
            inputs.projects != ProjectChoice::One || m_projects->itemData(i, projectRole).toString() == inputs.project;
        if (same && named)
            chosen = i;
    }
    m_projects->setCurrentIndex(chosen);
    const Blueprint *recommended = recommendedBlueprint(m_desk.certification(), inputs.examDate);
    const int known = m_blueprint->findData(inputs.blueprint);
    m_blueprint->setCurrentIndex(known >= 0 ? known : recommended ? m_blueprint->findData(recommended->id) : 0);
    m_buffer->setValue(inputs.bufferPercent);
}

/// Each with the hours that it asks for, which follow from the projects.
void NewPlanDialog::nameScopes()
{
    const auto projects = static_cast<ProjectChoice>(m_projects->currentData(choiceRole).toInt());
    for (int i = 0; i < m_scope->count(); ++i) {
        const auto scope = static_cast<PlanScope>(m_scope->itemData(i).toInt());
        const QString hours = hoursText(scopeMinutes(m_desk.certification(), scope, projects));
        m_scope->setItemText(i, scope == PlanScope::Full      ? tr("Full: the whole path, %1").arg(hours)
                                : scope == PlanScope::Focused ? tr("Focused: what the exam asks, %1").arg(hours)
                                                              : tr("Exam only: by questions, %1").arg(hours));
    }
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
        m_long[day]->setChecked(inputs.longSitting[day]);
    }
    fillScope(inputs);
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
    PlanInputs inputs = m_base;
    inputs.start = m_start->date();
    inputs.examDate = m_hasExam->isChecked() ? m_exam->date() : QDate();
    inputs.scope = static_cast<PlanScope>(m_scope->currentData().toInt());
    inputs.projects = static_cast<ProjectChoice>(m_projects->currentData(choiceRole).toInt());
    inputs.project = m_projects->currentData(projectRole).toString();
    inputs.blueprint = m_blueprint->currentData().toString();
    inputs.bufferPercent = m_buffer->value();
    for (std::size_t day = 0; day < m_minutes.size(); ++day) {
        inputs.minutesPerWeekday[day] = m_minutes[day]->value();
        inputs.longSitting[day] = m_long[day]->isChecked();
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

QString NewPlanDialog::beyondSentence(const Plan &plan, const QString &blueprint) const
{
    const QSet<QString> beyond = m_desk.beyondTheExam(blueprint);
    QStringList titles;
    for (const Block &block : plan.blocks) {
        const Topic *topic = beyond.contains(block.topic) ? m_desk.certification().topic(block.topic) : nullptr;
        if (topic && !titles.contains(topic->shortTitle))
            titles.append(topic->shortTitle);
    }
    return titles.isEmpty() ? QString()
                            : tr("Beyond the exam, but on the path: %1.").arg(titles.join(QStringLiteral(", ")));
}

void NewPlanDialog::refresh()
{
    if (m_filling)
        return;
    const PlanInputs wanted = inputs();
    nameScopes();
    int week = 0;
    for (const int minutes : wanted.minutesPerWeekday)
        week += minutes;
    m_week->setText(tr("%1 a week").arg(hoursText(week)));
    for (std::size_t day = 0; day < m_long.size(); ++day)
        m_long[day]->setEnabled(wanted.minutesPerWeekday[day] >= rehearsalMinutes);
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
    if (plan->bufferMinutes > 0)
        text += u' ' + tr("%1 stay free as a buffer.").arg(hoursText(plan->bufferMinutes));
    if (const QString beyond = beyondSentence(*plan, wanted.blueprint); !beyond.isEmpty())
        text += u' ' + beyond;
    const Feasibility feasibility = m_repair.feasibility(wanted);
    if (!feasibility.fits())
        text += u' ' + feasibilityText(feasibility, m_desk.today());
    m_preview->setTone(feasibility.fits() ? TextLabel::Tone::Text : TextLabel::Tone::Warn);
    m_preview->setText(text);
}

} // namespace lectern
