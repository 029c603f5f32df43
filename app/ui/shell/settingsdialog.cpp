// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsdialog.h"

#include "certification.h"
#include "messagebar.h"
#include "settingsdesk.h"
#include "timeformats.h"
#include "widgets.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr QLatin1String schemes[] = {QLatin1String("system"), QLatin1String("light"), QLatin1String("dark")};
constexpr int leastTarget = 50;
const char *const timeFormat = "HH:mm";
} // namespace

SettingsDialog::SettingsDialog(SettingsDesk &desk, const Certification &certification, Ui &ui, QWidget *parent)
    : FormDialog(ui.theme, tr("Settings"), parent)
    , m_desk(desk)
    , m_ui(ui)
{
    const Theme &theme = ui.theme;
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(theme.px(space::l));
    form->setVerticalSpacing(theme.px(space::m));
    addScheme(*form);
    addTarget(*form, certification.exam.targetPercent);
    addDayEnd(*form);
    addCode(*form);
    addCheck(*form, Setting::ShowClock, tr("Show the &clock in exams"));

    body().addWidget(new TextLabel(theme, Theme::Role::Heading, tr("Settings"), this));
    body().addLayout(form);
    body().addStretch(1);
    buttons().addButton(tr("Close"), QDialogButtonBox::RejectRole);
}

void SettingsDialog::store(Setting setting, const QVariant &value)
{
    if (const Outcome stored = m_desk.set(setting, value); !stored)
        m_ui.messages.showError(stored.error());
}

void SettingsDialog::addScheme(QFormLayout &form)
{
    auto *segments = new Segments(m_ui.theme, tr("Colours"), this);
    segments->addSegment(tr("As the desktop"));
    segments->addSegment(tr("Light"));
    segments->addSegment(tr("Dark"));
    const QString current = m_desk.value(Setting::ColorScheme).toString();
    const auto known = std::find(std::begin(schemes), std::end(schemes), current);
    segments->setCurrent(known == std::end(schemes) ? 0 : int(known - std::begin(schemes)));
    connect(segments, &Segments::currentChanged, this,
        [this](int index) { store(Setting::ColorScheme, QString(schemes[index])); });
    form.addRow(tr("Colours"), segments);
}

void SettingsDialog::addTarget(QFormLayout &form, int certificationTarget)
{
    auto *target = new QSpinBox(this);
    // One below the least stands for the certification's own target.
    target->setRange(leastTarget - 1, 100);
    target->setSpecialValueText(tr("As recommended (%1 %)").arg(certificationTarget));
    target->setSuffix(tr(" %"));
    const int current = m_desk.value(Setting::TargetPercent).toInt();
    target->setValue(current < leastTarget ? leastTarget - 1 : current);
    connect(target, &QSpinBox::valueChanged, this,
        [this](int value) { store(Setting::TargetPercent, value < leastTarget ? -1 : value); });
    form.addRow(tr("Practice &target"), target);
}

void SettingsDialog::addDayEnd(QFormLayout &form)
{
    auto *end = new QTimeEdit(this);
    end->setDisplayFormat(clockFormat());
    end->setTimeRange(QTime(0, 0), QTime(8, 0));
    end->setTime(QTime::fromString(m_desk.value(Setting::StudyDayEnds).toString(), QLatin1String(timeFormat)));
    end->setToolTip(tr("Work after midnight and before this time counts for the day before."));
    connect(end, &QTimeEdit::timeChanged, this,
        [this](QTime time) { store(Setting::StudyDayEnds, time.toString(QLatin1String(timeFormat))); });
    form.addRow(tr("Study day &ends at"), end);
}

void SettingsDialog::addCode(QFormLayout &form)
{
    auto *zoom = new QSpinBox(this);
    zoom->setRange(100, 300);
    zoom->setSingleStep(25);
    zoom->setSuffix(tr(" %"));
    zoom->setValue(m_desk.value(Setting::CodeZoom).toInt());
    connect(zoom, &QSpinBox::valueChanged, this, [this](int value) { store(Setting::CodeZoom, value); });
    form.addRow(tr("&Size of code"), zoom);
    addCheck(form, Setting::CodeWrap, tr("&Wrap long lines of code"));
}

void SettingsDialog::addCheck(QFormLayout &form, Setting setting, const QString &text)
{
    auto *check = new QCheckBox(text, this);
    check->setChecked(m_desk.value(setting).toBool());
    connect(check, &QCheckBox::toggled, this, [this, setting](bool on) { store(setting, on); });
    form.addRow(QString(), check);
}

} // namespace lectern
