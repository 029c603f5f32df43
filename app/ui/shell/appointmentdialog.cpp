// SPDX-License-Identifier: GPL-3.0-or-later
#include "appointmentdialog.h"

#include "certification.h"
#include "plandesk.h"
#include "timeformats.h"
#include "widgets.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int usualPreparationDays = 12 * 7;
}

AppointmentDialog::AppointmentDialog(const PlanDesk &desk, const Theme &theme, QWidget *parent)
    : FormDialog(theme, tr("Exam appointment"), parent)
    , m_desk(desk)
    , m_booked(new QRadioButton(tr("&Booked"), this))
    , m_notBooked(new QRadioButton(tr("&Not booked yet"), this))
    , m_date(new QDateEdit(this))
    , m_time(new QTimeEdit(this))
    , m_zone(new QComboBox(this))
    , m_place(new QLineEdit(this))
    , m_blueprint(new QComboBox(this))
    , m_explanation(new TextLabel(theme, Theme::Role::Small, {}, this))
    , m_accept(new QPushButton(tr("Save appointment"), this))
{
    build(theme);
    fill(desk.appointment());

    connect(m_booked, &QRadioButton::toggled, this, &AppointmentDialog::dateChanged);
    connect(m_date, &QDateEdit::dateChanged, this, &AppointmentDialog::dateChanged);
    connect(m_blueprint, &QComboBox::currentIndexChanged, this, &AppointmentDialog::explain);
    connect(m_blueprint, &QComboBox::activated, this, [this] { m_blueprintChosen = true; });
    dateChanged();
}

void AppointmentDialog::build(const Theme &theme)
{
    auto *question = new TextLabel(theme, Theme::Role::Heading, tr("When is your exam?"), this);
    auto *why = new TextLabel(theme, Theme::Role::Body,
        tr("The study plan, the days left and the exam outline to rehearse follow from it. You can change it any time "
           "in the menu."),
        this);
    why->setTone(TextLabel::Tone::Muted);
    why->setWordWrap(true);

    m_date->setCalendarPopup(true);
    m_date->setMinimumDate(QDate(2020, 1, 1));
    m_date->setDisplayFormat(dateEntryFormat());
    m_time->setDisplayFormat(clockFormat());
    m_zone->setEditable(true);
    m_zone->lineEdit()->setAccessibleName(tr("Time zone"));
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    const auto zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones) {
        if (zone.contains('/') && !zone.startsWith("Etc/"))
            m_zone->addItem(QString::fromLatin1(zone));
    }
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->setMinimumContentsLength(20);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_place->setPlaceholderText(tr("Online proctored, or the test centre"));
    m_blueprint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Blueprint &blueprint : m_desk.certification().blueprints)
        m_blueprint->addItem(blueprint.title, blueprint.id);
    m_explanation->setWordWrap(true);
    m_explanation->setTone(TextLabel::Tone::Muted);

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(theme.px(space::l));
    form->setVerticalSpacing(theme.px(space::s));
    form->addRow(tr("&Date"), m_date);
    form->addRow(tr("&Time"), m_time);
    form->addRow(tr("Time &zone"), m_zone);
    form->addRow(tr("&Place"), m_place);
    form->addRow(tr("&Rehearse"), m_blueprint);

    for (QWidget *widget : std::initializer_list<QWidget *>{question, why, m_booked, m_notBooked})
        body().addWidget(widget);
    body().addLayout(form);
    body().addWidget(m_explanation);
    body().addStretch(1);
    buttons().addButton(m_accept, QDialogButtonBox::AcceptRole);
    buttons().addButton(tr("Not now"), QDialogButtonBox::RejectRole);
    m_accept->setDefault(true);
}

void AppointmentDialog::fill(const Appointment &appointment)
{
    m_date->setDate(appointment.booked() ? appointment.date : m_desk.today().addDays(usualPreparationDays));
    m_time->setTime(appointment.time.isValid() ? appointment.time : QTime(10, 0));
    const QByteArray zone = appointment.zone.isEmpty() ? QTimeZone::systemTimeZoneId() : appointment.zone;
    m_zone->setCurrentText(QString::fromLatin1(zone));
    m_place->setText(appointment.place);
    QRadioButton *answer = appointment.booked() ? m_booked : m_notBooked;
    answer->setChecked(true);
    answer->setFocus(Qt::TabFocusReason);
    if (appointment.blueprint.isEmpty())
        return;
    const int known = m_blueprint->findData(appointment.blueprint);
    if (known >= 0) {
        m_blueprint->setCurrentIndex(known);
        const Blueprint *recommended = recommendedBlueprint(m_desk.certification(), appointment.date);
        m_blueprintChosen = recommended && recommended->id != appointment.blueprint;
    }
}

bool AppointmentDialog::booked() const
{
    return m_booked->isChecked();
}

void AppointmentDialog::dateChanged()
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_date, m_time, m_zone, m_place})
        field->setEnabled(booked());
    if (!m_blueprintChosen) {
        const QDate date = booked() ? m_date->date() : QDate();
        if (const Blueprint *recommended = recommendedBlueprint(m_desk.certification(), date))
            m_blueprint->setCurrentIndex(m_blueprint->findData(recommended->id));
    }
    explain();
}

void AppointmentDialog::explain()
{
    const Certification &certification = m_desk.certification();
    const QDate date = booked() ? m_date->date() : QDate();
    const Blueprint *recommended = recommendedBlueprint(certification, date);
    const Blueprint *chosen = certification.blueprint(m_blueprint->currentData().toString());
    if (!recommended || !chosen) {
        m_explanation->clear();
        return;
    }
    QStringList sentences;
    if (chosen != recommended)
        sentences << tr("“%1” is recommended.").arg(recommended->title);
    else if (!booked())
        sentences << tr("Recommended until you have a date.");
    else if (chosen->recommendedFrom.isValid())
        sentences << tr("Recommended for exams from %1 on.")
                         .arg(QLocale().toString(chosen->recommendedFrom, QLocale::LongFormat));
    else
        sentences << tr("Recommended for this date.");
    sentences << recommended->leavesOut;
    m_explanation->setText(sentences.join(u' ').trimmed());
}

Appointment AppointmentDialog::appointment() const
{
    Appointment entered;
    entered.blueprint = m_blueprint->currentData().toString();
    if (!booked())
        return entered;
    entered.date = m_date->date();
    entered.time = m_time->time();
    const QByteArray zone = m_zone->currentText().trimmed().toLatin1();
    entered.zone = QTimeZone::isTimeZoneIdAvailable(zone) ? zone : QTimeZone::systemTimeZoneId();
    entered.place = m_place->text().simplified();
    return entered;
}

} // namespace lectern
