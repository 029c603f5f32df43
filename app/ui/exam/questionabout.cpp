// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionabout.h"

#include "item.h"
#include "questionwords.h"
#include "widgets.h"

#include <QGridLayout>

#include <algorithm>

namespace lectern
{

QuestionAbout::QuestionAbout(
    const Theme &theme, const Item &item, const QString &seen, const QString &current, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rows(new QGridLayout(this))
{
    setAccessibleName(tr("About this question"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(theme.px(space::l));
    m_rows->setVerticalSpacing(theme.px(space::xs));
    m_rows->setColumnStretch(1, 1);
    addHistory(item);
    addSources(item);
    add(tr("Applies to"), {item.appliesTo.isEmpty() ? tr("Not tied to a version") : item.appliesTo}, "appliesTo");
    add(tr("Revision you saw"), {shortRevision(seen)}, "revision");
    if (current.isEmpty())
        add(tr("Since then"), {tr("The installed pack no longer has this question.")}, "since", true);
    else if (current != seen)
        add(tr("Since then"),
            {tr("The question has changed: the installed pack has revision %1.").arg(shortRevision(current))}, "since",
            true);
}

void QuestionAbout::add(const QString &what, const QStringList &values, const char *name, bool warns)
{
    auto *label = new TextLabel(m_theme, Theme::Role::Small, what);
    label->setTone(TextLabel::Tone::Muted);
    const int row = m_rows->rowCount();
    m_rows->addWidget(label, row, 0, Qt::AlignTop);
    for (int i = 0; i < values.size(); ++i) {
        auto *value = new TextLabel(m_theme, Theme::Role::Small, values.at(i));
        value->setObjectName(QLatin1String(name));
        value->setAccessibleName(tr("%1: %2", "what: value").arg(what, values.at(i)));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setWordWrap(true);
        if (warns)
            value->setTone(TextLabel::Tone::Warn);
        m_rows->addWidget(value, row + i, 1);
    }
}

void QuestionAbout::addHistory(const Item &item)
{
    if (item.history.isEmpty())
        return;
    add(tr("State"), {stateWords(item.history.constLast().state)}, "state");
    QStringList steps;
    for (const ItemState &step : item.history)
        steps << tr("%1: %2", "day: what was done").arg(dayWords(step.date), stateWords(step.state));
    add(tr("History"), steps, "step");
}

void QuestionAbout::addSources(const Item &item)
{
    if (item.sources.isEmpty())
        return;
    // A question is as fresh as the oldest of what it rests on.
    const auto oldest = std::min_element(item.sources.cbegin(), item.sources.cend(),
        [](const Source &a, const Source &b) { return a.checkedOn < b.checkedOn; });
    add(tr("Sources checked"), {dayWords(oldest->checkedOn)}, "checked");
}

} // namespace lectern
