// SPDX-License-Identifier: GPL-3.0-or-later
#include "repairchoice.h"

#include "planwords.h"
#include "repairwords.h"

#include <QListWidget>
#include <QLocale>
#include <QMouseEvent>
#include <QRadioButton>
#include <QVBoxLayout>

#include <cmath>

namespace lectern
{

namespace
{

constexpr int listHeight = 180;

QString percent(double share)
{
    const QLocale locale;
    return RepairChoice::tr("%1 %", "a percentage").arg(locale.toString(static_cast<int>(std::lround(share * 100))));
}

QString difference(int before, int after, const QString &none)
{
    if (before == after)
        return none;
    const QString by = hoursText(std::abs(after - before));
    return after > before ? RepairChoice::tr("%1 more").arg(by) : RepairChoice::tr("%1 less").arg(by);
}

} // namespace

RepairChoice::RepairChoice(RepairKind kind, const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_kind(kind)
    , m_button(new QRadioButton(repairName(kind), this))
    , m_study(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_buffer(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_forecast(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_count(new TextLabel(theme, Theme::Role::Small, {}, this))
    , m_changes(new QListWidget(this))
{
    setPadding({space::m, space::m, space::m, space::m}, space::s);
    QFont bold = m_button->font();
    bold.setBold(true);
    m_button->setFont(bold);
    m_button->setObjectName(QStringLiteral("repair-") + word(kind));
    body()->addWidget(m_button);
    auto *note = new TextLabel(theme, Theme::Role::Small, repairNote(kind), this);
    note->setTone(TextLabel::Tone::Muted);
    note->setWordWrap(true);
    body()->addWidget(note);
    for (TextLabel *line : {m_study, m_buffer, m_forecast}) {
        line->setWordWrap(true);
        body()->addWidget(line);
    }
    m_count->setTone(TextLabel::Tone::Muted);
    body()->addWidget(m_count);
    m_changes->setObjectName(QStringLiteral("repairChanges-") + word(kind));
    m_changes->setMinimumHeight(theme.px(listHeight));
    m_changes->setWordWrap(true);
    m_changes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_changes, 1);
}

void RepairChoice::set(
    const Certification &certification, const RepairDesk::Offer &offer, const std::optional<Estimate> &atExam)
{
    const RepairOption &option = offer.option;
    m_study->setText(
        tr("Study to come: %1, %2", "hours, how much more or less")
            .arg(hoursText(option.studyAfter), difference(option.studyBefore, option.studyAfter, tr("as before"))));
    m_buffer->setText(
        tr("Buffer: %1, %2", "hours, how much more or less")
            .arg(hoursText(option.bufferAfter), difference(option.bufferBefore, option.bufferAfter, tr("untouched"))));
    if (option.droppedMinutes > 0)
        m_study->setText(m_study->text() + u'\n' + tr("Given up: %1").arg(hoursText(option.droppedMinutes)));
    m_forecast->setVisible(offer.atExam.has_value());
    if (offer.atExam)
        m_forecast->setText(
            atExam ? tr("Expected at the exam: %1, now %2").arg(percent(offer.atExam->mean), percent(atExam->mean))
                   : tr("Expected at the exam: %1").arg(percent(offer.atExam->mean)));
    m_count->setText(option.changes.isEmpty()
                         ? tr("Nothing changes")
                         : tr("%n block(s) change", nullptr, static_cast<int>(option.changes.size())));
    m_changes->clear();
    for (const BlockChange &change : option.changes)
        m_changes->addItem(changeText(certification, change));
    m_changes->setVisible(m_changes->count() > 0);
    m_changes->setAccessibleName(tr("What “%1” changes").arg(repairName(m_kind)));
    if (m_changes->count() > 0)
        m_changes->setCurrentRow(0);
    m_button->setAccessibleDescription(summary());
}

QString RepairChoice::summary() const
{
    QStringList lines{m_study->text(), m_buffer->text()};
    if (!m_forecast->text().isEmpty())
        lines << m_forecast->text();
    lines << m_count->text();
    return lines.join(u'\n');
}

void RepairChoice::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_button->setChecked(true);
        m_button->setFocus(Qt::MouseFocusReason);
    }
    Card::mousePressEvent(event);
}

} // namespace lectern
