// SPDX-License-Identifier: GPL-3.0-or-later
#include "daypanel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace lectern
{

DayPanel::DayPanel(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_heading(new TextLabel(theme, Theme::Role::Heading, {}, this))
    , m_summary(new TextLabel(theme, Theme::Role::Small, {}, this))
    , m_close(iconButton(theme, QStringLiteral("window-close"), tr("Close the day")))
    , m_rowLayout(new QVBoxLayout)
{
    setObjectName(QStringLiteral("dayPanel"));
    setAccessibleName(tr("Open day"));
    m_heading->setWordWrap(true);
    m_summary->setTone(TextLabel::Tone::Muted);
    m_summary->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    body()->addLayout(head);
    body()->addWidget(m_summary);
    m_rowLayout->setSpacing(0);
    body()->addLayout(m_rowLayout);
    body()->addStretch();
    m_close->setToolTip(tr("Close the day (Esc)"));
    connect(m_close, &QAbstractButton::clicked, this, &DayPanel::closed);
}

void DayPanel::set(const MonthData &month, QDate date)
{
    const MonthData::Day *day = month.day(date);
    if (!day)
        return;
    m_date = date;
    m_heading->setText(dayText(date, month.today));

    QStringList summary;
    if (day->exam)
        summary.append(month.examTime.isValid() ? tr("Exam at %1").arg(clockText(month.examTime)) : tr("Exam day"));
    if (!day->entries.isEmpty()) {
        const Block &first = day->entries.constFirst().block;
        const Block &last = day->entries.constLast().block;
        summary.append(tr("%1 planned, %2 to %3")
                           .arg(hoursText(day->minutes()), clockText(first.startMinute),
                               clockText(last.startMinute + last.minutes)));
    } else if (day->off) {
        summary.append(tr("Day off"));
    } else if (!day->exam) {
        summary.append(tr("No study on this day"));
    }
    m_summary->setText(summary.join(QStringLiteral(" · ")));

    while (m_rows.size() > day->entries.size())
        delete m_rows.takeLast();
    while (m_rows.size() < day->entries.size()) {
        auto *row = new BlockRow(m_theme, this);
        connect(row, &BlockRow::doneWanted, this, &DayPanel::doneWanted);
        connect(row, &BlockRow::startWanted, this, &DayPanel::startWanted);
        connect(row, &BlockRow::logged, this, &DayPanel::logged);
        connect(row, &BlockRow::worked, this, &DayPanel::worked);
        m_rowLayout->addWidget(row);
        row->show();
        m_rows.append(row);
    }
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i]->set(day->entries[i]);
}

void DayPanel::focusEntry(int entry)
{
    if (entry >= 0 && entry < m_rows.size())
        m_rows[entry]->focusDone();
    else
        m_close->setFocus(Qt::OtherFocusReason);
}

void DayPanel::openLog(int entry)
{
    if (entry >= 0 && entry < m_rows.size())
        m_rows[entry]->openLog();
}

void DayPanel::openPart(int entry)
{
    if (entry >= 0 && entry < m_rows.size())
        m_rows[entry]->openPart();
}

void DayPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        Card::keyPressEvent(event);
}

} // namespace lectern
