// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarsdialog.h"

#include "busyimportdialog.h"
#include "calendarwords.h"
#include "dialogs.h"
#include "messagebar.h"
#include "tell.h"
#include "widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int alarms[] = {-1, 0, 5, 10, 15, 30, 60, 120};
constexpr int nameRole = Qt::UserRole;
} // namespace

CalendarsDialog::CalendarsDialog(CalendarDesk &desk, HistoryDesk &history, QDate today, Ui &ui, QWidget *parent)
    : FormDialog(ui.theme, tr("Other calendars"), parent)
    , m_desk(desk)
    , m_history(history)
    , m_today(today)
    , m_ui(ui)
    , m_file(new TextLabel(ui.theme, Theme::Role::Body, {}, this))
    , m_choose(plainButton(ui.theme, tr("&Choose a file…")))
    , m_stop(plainButton(ui.theme, tr("&Stop")))
    , m_again(plainButton(ui.theme, tr("&Try again")))
    , m_outTrouble(new TextLabel(ui.theme, Theme::Role::Body, {}, this))
    , m_alarm(new QComboBox(this))
    , m_zoned(new QComboBox(this))
    , m_sources(new QListWidget(this))
    , m_none(new TextLabel(ui.theme, Theme::Role::Body, tr("No other calendar takes time from the plan."), this))
    , m_remove(plainButton(ui.theme, tr("&Remove")))
    , m_inTrouble(new TextLabel(ui.theme, Theme::Role::Body, {}, this))
{
    addOut();
    body().addWidget(hairline(this));
    addIn();
    body().addStretch(1);
    buttons().addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(&m_desk, &CalendarDesk::problemChanged, this, &CalendarsDialog::showLink);
    connect(&m_desk, &CalendarDesk::busyChanged, this, &CalendarsDialog::showSources);
    showLink();
    showSources();
    m_choose->setFocus();
}

void CalendarsDialog::addOut()
{
    const Theme &theme = m_ui.theme;
    body().addWidget(new TextLabel(theme, Theme::Role::Heading, tr("The plan in other calendars"), this));
    auto *what = new TextLabel(theme, Theme::Role::Body,
        tr("A calendar file that Lectern writes anew after every change. Keep it in a folder that is synced, or let a "
           "calendar subscribe to it."),
        this);
    what->setWordWrap(true);
    body().addWidget(what);
    m_file->setObjectName(QStringLiteral("calendarFile"));
    m_file->setElided(true);
    m_file->setBold(true);
    body().addWidget(m_file);
    auto *row = new QHBoxLayout;
    m_choose->setObjectName(QStringLiteral("calendarChoose"));
    m_stop->setObjectName(QStringLiteral("calendarStop"));
    m_stop->setToolTip(tr("The file stays as it is and is written no more"));
    m_again->setObjectName(QStringLiteral("calendarAgain"));
    for (QPushButton *button : {m_choose, m_stop, m_again})
        row->addWidget(button);
    row->addStretch(1);
    body().addLayout(row);
    m_outTrouble->setObjectName(QStringLiteral("calendarTrouble"));
    body().addWidget(m_outTrouble);

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(theme.px(space::l));
    form->setVerticalSpacing(theme.px(space::m));
    for (const int minutes : alarms)
        m_alarm->addItem(minutes < 0    ? tr("None")
                         : minutes == 0 ? tr("When a block starts")
                                        : tr("%n minute(s) before", nullptr, minutes),
            minutes);
    m_zoned->addItem(tr("In the time zone of this computer"), true);
    m_zoned->addItem(tr("The same clock time everywhere"), false);
    m_alarm->setObjectName(QStringLiteral("calendarAlarm"));
    m_zoned->setObjectName(QStringLiteral("calendarZoned"));
    form->addRow(tr("Re&minder"), m_alarm);
    form->addRow(tr("T&imes"), m_zoned);
    body().addLayout(form);

    connect(m_choose, &QPushButton::clicked, this, &CalendarsDialog::chooseFile);
    connect(m_again, &QPushButton::clicked, &m_desk, &CalendarDesk::tell);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        CalendarLink link = m_desk.link();
        link.file.clear();
        store(link);
    });
    connect(m_alarm, &QComboBox::activated, this, [this] {
        CalendarLink link = m_desk.link();
        link.alarmMinutes = m_alarm->currentData().toInt();
        store(link);
    });
    connect(m_zoned, &QComboBox::activated, this, [this] {
        CalendarLink link = m_desk.link();
        link.zoned = m_zoned->currentData().toBool();
        store(link);
    });
}

void CalendarsDialog::addIn()
{
    const Theme &theme = m_ui.theme;
    body().addWidget(new TextLabel(theme, Theme::Role::Heading, tr("Busy times from other calendars"), this));
    auto *what = new TextLabel(theme, Theme::Role::Body,
        tr("Appointments of a calendar file (.ics) that no study is planned over. Only their times are kept; import "
           "the "
           "file again when they have changed."),
        this);
    what->setWordWrap(true);
    body().addWidget(what);
    m_sources->setAccessibleName(tr("Imported calendars"));
    m_sources->setObjectName(QStringLiteral("busySources"));
    m_sources->setFixedHeight(theme.px(88));
    m_sources->setTextElideMode(Qt::ElideMiddle);
    m_sources->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setTone(TextLabel::Tone::Muted);
    m_none->setWordWrap(true);
    body().addWidget(m_none);
    body().addWidget(m_sources);
    auto *row = new QHBoxLayout;
    QPushButton *import = plainButton(theme, tr("Im&port…"));
    import->setObjectName(QStringLiteral("busyChoose"));
    m_remove->setObjectName(QStringLiteral("busyRemove"));
    row->addWidget(import);
    row->addWidget(m_remove);
    row->addStretch(1);
    body().addLayout(row);
    m_inTrouble->setObjectName(QStringLiteral("busyTrouble"));
    body().addWidget(m_inTrouble);
    for (const auto &[before, after] : {std::pair<QWidget *, QWidget *>{m_choose, m_stop}, {m_stop, m_again},
             {m_again, m_alarm}, {m_alarm, m_zoned}, {m_zoned, m_sources}, {m_sources, import}, {import, m_remove}})
        setTabOrder(before, after);
    for (TextLabel *trouble : {m_outTrouble, m_inTrouble}) {
        trouble->setTone(TextLabel::Tone::Warn);
        trouble->setWordWrap(true);
        trouble->hide();
    }
    connect(import, &QPushButton::clicked, this, &CalendarsDialog::import);
    connect(m_remove, &QPushButton::clicked, this, &CalendarsDialog::remove);
    connect(m_sources, &QListWidget::itemSelectionChanged, this, [this] {
        const bool any = !m_sources->selectedItems().isEmpty();
        m_remove->setEnabled(any);
        m_remove->setToolTip(any ? QString() : tr("Select a calendar to remove its times"));
    });
}

void CalendarsDialog::say(TextLabel &label, const QString &trouble)
{
    label.setText(trouble);
    label.setVisible(!trouble.isEmpty());
    if (!trouble.isEmpty())
        bring(label);
}

void CalendarsDialog::chooseFile()
{
    const QString known = m_desk.link().file;
    QString path = m_ui.dialogs.saveFile(this, tr("Keep the plan in a calendar file"),
        known.isEmpty() ? tr("study-plan", "file name").append(QLatin1String(".ics")) : known, tr("Calendar (*.ics)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".ics"), Qt::CaseInsensitive))
        path += QLatin1String(".ics");
    CalendarLink link = m_desk.link();
    link.file = path;
    store(link);
}

void CalendarsDialog::store(const CalendarLink &link)
{
    const Outcome stored = m_desk.setLink(link);
    showLink();
    if (!stored)
        say(*m_outTrouble, sentence(stored.error()));
}

void CalendarsDialog::showLink()
{
    const CalendarLink link = m_desk.link();
    const bool kept = !link.file.isEmpty();
    m_file->setText(kept ? QDir::toNativeSeparators(link.file) : tr("No file yet"));
    m_stop->setVisible(kept);
    m_again->setVisible(m_desk.problem().has_value());
    m_zoned->setCurrentIndex(link.zoned ? 0 : 1);
    const auto known = std::find(std::begin(alarms), std::end(alarms), std::max(link.alarmMinutes, -1));
    m_alarm->setCurrentIndex(known == std::end(alarms) ? 3 : int(known - std::begin(alarms)));
    say(*m_outTrouble,
        m_desk.problem() ? tr("The file is not up to date. %1").arg(sentence(*m_desk.problem())) : QString());
}

void CalendarsDialog::showSources()
{
    m_sources->clear();
    const auto sources = m_desk.sources();
    for (const BusySource &source : sources ? *sources : QList<BusySource>()) {
        auto *item = new QListWidgetItem(summaryOf(source), m_sources);
        item->setData(nameRole, source.name);
    }
    const bool any = m_sources->count() > 0;
    m_sources->setVisible(any);
    m_none->setVisible(!any);
    m_remove->setVisible(any);
    if (any)
        m_sources->setCurrentRow(0);
    say(*m_inTrouble, sources ? QString() : sentence(sources.error()));
}

void CalendarsDialog::import()
{
    const QString path = m_ui.dialogs.openFile(this, tr("Import busy times"), tr("Calendar (*.ics *.ical *.ifb)"));
    if (path.isEmpty())
        return;
    const auto reading = m_desk.read(path, true);
    if (!reading || reading->problem) {
        say(*m_inTrouble,
            reading ? sentence(*reading->problem, QFileInfo(path).fileName()) : sentence(reading.error()));
        return;
    }
    say(*m_inTrouble, {});
    BusyImportDialog preview(m_desk, path, *reading, m_today, m_ui.theme, this);
    if (!m_ui.dialogs.run(preview))
        return;
    const BusySource chosen = preview.chosen();
    tellChange(m_ui, m_history, m_desk.setSource(chosen), tr("Busy times of %1 imported.").arg(chosen.name));
}

void CalendarsDialog::remove()
{
    const QListWidgetItem *item = m_sources->currentItem();
    if (!item)
        return;
    const QString name = item->data(nameRole).toString();
    tellChange(m_ui, m_history, m_desk.setSource({name, {}}), tr("Busy times of %1 removed.").arg(name));
}

} // namespace lectern
