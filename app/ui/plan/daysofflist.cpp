// SPDX-License-Identifier: GPL-3.0-or-later
#include "daysofflist.h"

#include "planwords.h"
#include "theme.h"
#include "widgets.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int firstRole = Qt::UserRole;
constexpr int lastRole = Qt::UserRole + 1;
constexpr int longestRangeDays = 366;

} // namespace

DaysOffList::DaysOffList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
    , m_remove(plainButton(theme, tr("Remove")))
{
    m_list->setAccessibleName(tr("Days off"));
    m_list->setObjectName(QStringLiteral("daysOff"));
    m_list->setMinimumHeight(theme.px(76));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_from->setAccessibleName(tr("First day off"));
    m_from->setObjectName(QStringLiteral("offFrom"));
    m_to->setAccessibleName(tr("Last day off"));
    m_to->setObjectName(QStringLiteral("offTo"));
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        // Qt 6.4 leaves no room for the style sheet's padding and arrow.
        edit->setMinimumWidth(
            QFontMetrics(theme.font(Theme::Role::Body)).horizontalAdvance(edit->text()) + theme.px(44));
    }
    QPushButton *add = plainButton(theme, tr("Add"));
    add->setAccessibleName(tr("Add days off"));
    add->setObjectName(QStringLiteral("offAdd"));
    m_remove->setAccessibleName(tr("Remove the selected days off"));
    m_remove->setObjectName(QStringLiteral("offRemove"));
    m_remove->setEnabled(false);
    m_remove->setToolTip(tr("Select days off to remove them"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::s));
    auto *range = new QHBoxLayout;
    range->addWidget(m_from, 1);
    range->addWidget(new TextLabel(theme, Theme::Role::Body, tr("to"), this));
    range->addWidget(m_to, 1);
    layout->addLayout(range);
    auto *actions = new QHBoxLayout;
    actions->addWidget(add);
    actions->addWidget(m_remove);
    actions->addStretch();
    layout->addLayout(actions);
    layout->addWidget(m_list, 1);

    connect(add, &QPushButton::clicked, this, &DaysOffList::add);
    connect(m_remove, &QPushButton::clicked, this, &DaysOffList::remove);
    connect(m_from, &QDateEdit::dateChanged, this, [this](QDate from) {
        if (m_to->date() < from)
            m_to->setDate(from);
    });
    connect(m_list, &QListWidget::itemSelectionChanged, this,
        [this] { m_remove->setEnabled(!m_list->selectedItems().isEmpty()); });
}

void DaysOffList::setFirstDay(QDate date)
{
    m_from->setDate(date);
    m_to->setDate(date);
}

void DaysOffList::setDays(const QList<QDate> &days)
{
    m_days = days;
    std::sort(m_days.begin(), m_days.end());
    m_days.resize(std::distance(m_days.begin(), std::unique(m_days.begin(), m_days.end())));
    show();
}

QList<QDate> DaysOffList::days() const
{
    return m_days;
}

void DaysOffList::add()
{
    const QDate from = std::min(m_from->date(), m_to->date());
    const QDate to = std::min(std::max(m_from->date(), m_to->date()), from.addDays(longestRangeDays));
    QList<QDate> days = m_days;
    for (QDate date = from; date <= to; date = date.addDays(1))
        days.append(date);
    setDays(days);
    Q_EMIT changed();
}

void DaysOffList::remove()
{
    for (const QListWidgetItem *item : m_list->selectedItems()) {
        const QDate first = item->data(firstRole).toDate();
        const QDate last = item->data(lastRole).toDate();
        m_days.removeIf([&](QDate date) { return date >= first && date <= last; });
    }
    show();
    Q_EMIT changed();
}

void DaysOffList::show()
{
    m_list->clear();
    for (qsizetype i = 0; i < m_days.size();) {
        qsizetype end = i;
        while (end + 1 < m_days.size() && m_days[end + 1] == m_days[end].addDays(1))
            ++end;
        const QString text =
            end == i ? shortDayText(m_days[i])
                     : tr("%1 to %2", "range of days off").arg(shortDayText(m_days[i]), shortDayText(m_days[end]));
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(firstRole, m_days[i]);
        item->setData(lastRole, m_days[end]);
        i = end + 1;
    }
}

} // namespace lectern
