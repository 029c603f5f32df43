// SPDX-License-Identifier: GPL-3.0-or-later
#include "nextactions.h"

#include "icons.h"
#include "plandesk.h"
#include "reportwords.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>

namespace lectern
{

namespace
{

constexpr int iconSide = 16; ///< pixels at 100 % text

QString iconOf(ReportDesk::Action::Kind kind)
{
    switch (kind) {
    case ReportDesk::Action::Kind::Drill:
        return QStringLiteral("media-playback-start");
    case ReportDesk::Action::Kind::Block:
        return QStringLiteral("chronometer");
    case ReportDesk::Action::Kind::Lesson:
        break;
    }
    return QStringLiteral("documentation");
}

} // namespace

NextActions::NextActions(const Theme &theme, const PlanDesk &plan, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plan(plan)
    , m_rows(new QGridLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(theme.px(space::m));
    m_rows->setVerticalSpacing(theme.px(space::xs));
    m_rows->setColumnStretch(1, 1);
}

void NextActions::set(const QList<ReportDesk::Action> &actions)
{
    while (QLayoutItem *old = m_rows->takeAt(0)) {
        // Not deleted at once: it may be what was clicked.
        if (QWidget *widget = old->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete old;
    }
    m_buttons.clear();
    for (int i = 0; i < actions.size(); ++i)
        addRow(actions.at(i), i);
    if (actions.isEmpty())
        addNothing();
}

void NextActions::addRow(const ReportDesk::Action &action, int number)
{
    const bool planned = action.kind == ReportDesk::Action::Kind::Block;
    const QString what = actionWords(action, m_plan.certification());
    const QString minutes = tr("%n min", nullptr, action.minutes);
    // The day a block would go to says more than its length, which its words do not.
    const QString when =
        planned ? tr("%1, %2", "minutes, day")
                      .arg(minutes, QLocale().toString(m_plan.placeFor(action.minutes).date, tr("ddd d MMM")))
                : minutes;
    const int row = 2 * number;
    if (number > 0)
        m_rows->addWidget(hairline(this), row - 1, 0, 1, 4);
    auto *icon = new QLabel(this);
    const auto draw = [this, icon, name = iconOf(action.kind)] {
        icon->setPixmap(symbolicIcon(m_theme, name).pixmap(m_theme.px(iconSide)));
    };
    connect(&m_theme, &Theme::changed, icon, draw);
    draw();
    m_rows->addWidget(icon, row, 0);
    auto *words = new TextLabel(m_theme, Theme::Role::Body, what, this);
    words->setWordWrap(true);
    m_rows->addWidget(words, row, 1);
    auto *length = new TextLabel(m_theme, Theme::Role::Small, when, this);
    length->setTone(TextLabel::Tone::Muted);
    length->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_rows->addWidget(length, row, 2);
    const QString verb = planned ? tr("Add") : tr("Start");
    QPushButton *button = plainButton(m_theme, verb);
    button->setObjectName(QStringLiteral("next%1").arg(number));
    button->setAccessibleName(tr("%1: %2", "verb: what").arg(verb, what));
    button->setToolTip(tr("Alt+%1").arg(number + 1));
    connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT chosen(action); });
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // all as wide as the widest
    m_rows->addWidget(button, row, 3);
    m_buttons.append(button);
}

void NextActions::addNothing()
{
    auto *words = new TextLabel(m_theme, Theme::Role::Body, tr("Nothing went wrong here. Sit another form."), this);
    words->setWordWrap(true);
    m_rows->addWidget(words, 0, 1);
    QPushButton *button = plainButton(m_theme, tr("Set up"));
    button->setObjectName(QStringLiteral("another"));
    connect(button, &QPushButton::clicked, this, &NextActions::anotherWanted);
    m_rows->addWidget(button, 0, 3);
    m_buttons.append(button);
}

} // namespace lectern
