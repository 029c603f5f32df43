// SPDX-License-Identifier: GPL-3.0-or-later
#include "busyimportdialog.h"

#include "calendardesk.h"
#include "calendarwords.h"
#include "planwords.h"
#include "widgets.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QListWidget>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int mostShown = 500; ///< lines that anybody may want to look at
constexpr int minutesPerDay = 24 * 60;
} // namespace

BusyImportDialog::BusyImportDialog(const CalendarDesk &desk, const QString &path, const BusyReading &reading,
    QDate today, const Theme &theme, QWidget *parent)
    : FormDialog(theme, tr("Import busy times"), parent)
    , m_desk(desk)
    , m_path(path)
    , m_today(today)
    , m_reading(reading)
    , m_summary(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_times(new QListWidget(this))
    , m_effect(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_import(primaryButton(theme, tr("Import")))
{
    auto *name = new TextLabel(theme, Theme::Role::Heading, tr("Busy times of %1").arg(chosen().name), this);
    name->setElided(true);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("busySummary"));
    m_effect->setWordWrap(true);
    m_effect->setObjectName(QStringLiteral("busyEffect"));
    m_times->setAccessibleName(tr("Busy times"));
    m_times->setObjectName(QStringLiteral("busyTimes"));
    m_times->setMinimumHeight(theme.px(200));
    m_times->setUniformItemSizes(true);
    m_times->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body().addWidget(name);
    body().addWidget(m_summary);
    if (reading.allDay > 0) {
        m_allDay = new QCheckBox(tr("&All-day events take the whole day (%n)", nullptr, reading.allDay), this);
        m_allDay->setObjectName(QStringLiteral("busyAllDay"));
        m_allDay->setChecked(true);
        connect(m_allDay, &QCheckBox::toggled, this, &BusyImportDialog::readAgain);
        body().addWidget(m_allDay);
    }
    body().addWidget(m_times, 1);
    body().addWidget(m_effect);
    buttons().addButton(m_import, QDialogButtonBox::AcceptRole);
    buttons().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_import->setObjectName(QStringLiteral("busyImport"));
    m_import->setDefault(true);
    refresh();
}

BusySource BusyImportDialog::chosen() const
{
    return {QFileInfo(m_path).fileName(), m_reading.times};
}

void BusyImportDialog::readAgain()
{
    // A file that has gone since keeps what it said.
    if (const auto again = m_desk.read(m_path, m_allDay->isChecked()); again && !again->problem)
        m_reading = *again;
    refresh();
}

void BusyImportDialog::refresh()
{
    m_summary->setText(summaryOf(m_reading, m_today));
    m_times->clear();
    for (const BusyTime &time : m_reading.times.mid(0, mostShown)) {
        const QString when = time.startMinute == 0 && time.endMinute == minutesPerDay
                                 ? tr("all day")
                                 : tr("%1 to %2", "times of day")
                                       .arg(clockText(time.startMinute), clockText(time.endMinute % minutesPerDay));
        m_times->addItem(tr("%1, %2", "day, times").arg(shortDayText(time.date), when));
    }
    if (const qsizetype more = m_reading.times.size() - m_times->count(); more > 0)
        m_times->addItem(tr("and %n more", nullptr, int(more)));
    m_times->setVisible(!m_reading.times.isEmpty());
    m_import->setEnabled(!m_reading.times.isEmpty());
    m_import->setToolTip(m_import->isEnabled() ? QString() : m_summary->text());

    const BusyEffect effect = m_desk.effect(chosen());
    QStringList said;
    if (effect.minutes > 0)
        said << tr("%1 of your study time falls into it; new plans keep clear of that.").arg(hoursText(effect.minutes));
    else if (!m_reading.times.isEmpty())
        said << tr("None of your study time falls into it.");
    if (effect.blocks > 0)
        said << tr("In the way of %n planned block(s), until you move them or plan anew.", nullptr, effect.blocks);
    m_effect->setText(said.join(u' '));
    m_effect->setTone(effect.blocks > 0 ? TextLabel::Tone::Warn : TextLabel::Tone::Text);
    m_effect->setVisible(!said.isEmpty());
}

} // namespace lectern
