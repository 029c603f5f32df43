// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporthead.h"

#include "certification.h"
#include "reportwords.h"
#include "seatwords.h"
#include "widgets.h"

#include <QActionGroup>
#include <QGridLayout>
#include <QMenu>

namespace lectern
{

namespace
{

constexpr int oneRowFrom = 1000; ///< pixels at 100 % text

}

ReportHead::ReportHead(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
    , m_back(plainButton(theme, tr("History"), QStringLiteral("go-previous"), tr("Esc")))
    , m_title(new TextLabel(theme, Theme::Role::Heading, {}, this))
    , m_when(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_tools(new QWidget(this))
    , m_actions(new QHBoxLayout(m_tools))
    , m_project(plainButton(theme, tr("Project on…"), QStringLiteral("vcs-diff"), tr("P")))
    , m_menu(new QMenu(m_project))
    , m_book(plainButton(theme, tr("Error book"), QStringLiteral("documentation"), tr("E")))
    , m_print(plainButton(theme, tr("Print…"), QStringLiteral("document-print")))
    , m_more(plainButton(theme, tr("More"), QStringLiteral("speedometer"), tr("M")))
{
    m_back->setObjectName(QStringLiteral("leave"));
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setElided(true);
    m_when->setObjectName(QStringLiteral("when"));
    m_when->setTone(TextLabel::Tone::Muted);
    m_when->setElided(true);
    m_project->setObjectName(QStringLiteral("project"));
    m_book->setObjectName(QStringLiteral("errorBook"));
    m_print->setObjectName(QStringLiteral("printReport"));
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Pace, certainty, stamina, changed answers and objectives"));
    m_actions->setContentsMargins(0, 0, 0, 0);
    m_actions->setSpacing(theme.px(space::s));
    for (QPushButton *button : {m_project, m_book, m_print, m_more})
        m_actions->addWidget(button);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(space::m));
    m_grid->setVerticalSpacing(theme.px(space::xs));
    m_grid->setColumnStretch(2, 1);
    m_grid->addWidget(m_back, 0, 0);
    m_grid->addWidget(m_title, 0, 1);
    connect(m_back, &QPushButton::clicked, this, &ReportHead::leave);
    // Not QPushButton::setMenu(): the button would draw over its own arrow, and a click must open it for tests and
    // screen readers alike.
    connect(m_project, &QPushButton::clicked, this,
        [this] { m_menu->popup(m_project->mapToGlobal(QPoint(0, m_project->height()))); });
    arrange();
}

void ReportHead::set(const ReportDesk::Report &report, const QDateTime &started, const Certification &certification)
{
    const AttemptSetup &setup = report.attempt.setup();
    m_title->setText(attemptTitle(setup, certification));
    m_when->setText(attemptWords(report, started, certification));
    // Kept for the same attempt: it may be what was clicked.
    if (setup.id != m_shown)
        fillMenu(setup, certification);
    m_shown = setup.id;
    const auto actions = m_menu->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toString() == report.blueprint.id);
    m_project->setVisible(certification.blueprints.size() > 1);
}

void ReportHead::fillMenu(const AttemptSetup &setup, const Certification &certification)
{
    m_menu->clear();
    auto *group = new QActionGroup(m_menu);
    for (const Blueprint &blueprint : certification.blueprints) {
        const bool sat = blueprint.id == setup.blueprint;
        QAction *action =
            m_menu->addAction(sat ? tr("%1, as it was sat", "blueprint").arg(blueprint.title) : blueprint.title);
        action->setCheckable(true);
        action->setData(blueprint.id);
        group->addAction(action);
        connect(
            action, &QAction::triggered, this, [this, id = sat ? QString() : blueprint.id] { Q_EMIT projected(id); });
    }
}

void ReportHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// The date comes below the title where the buttons leave it no room.
void ReportHead::arrange()
{
    const bool one = width() >= m_theme.px(oneRowFrom);
    if (one == m_one && m_grid->indexOf(m_tools) >= 0)
        return;
    m_one = one;
    m_grid->removeWidget(m_when);
    m_grid->removeWidget(m_tools);
    if (one) {
        m_grid->addWidget(m_when, 0, 2);
        m_grid->addWidget(m_tools, 0, 3);
    } else {
        m_grid->addWidget(m_when, 1, 0, 1, 4);
        m_grid->addWidget(m_tools, 2, 0, 1, 4, Qt::AlignLeading);
    }
}

} // namespace lectern
