// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectview.h"

#include "certification.h"
#include "projectdesk.h"
#include "requirementrow.h"
#include "safetext.h"
#include "ui.h"
#include "widgets.h"

#include <QLocale>
#include <QVBoxLayout>

namespace lectern
{

ProjectView::ProjectView(ProjectDesk &desk, HistoryDesk &history, Ui &ui, const Project &project, QWidget *parent)
    : ScrollColumn(ui.theme, 110, parent)
    , m_desk(desk)
    , m_project(project.id)
{
    const Theme &theme = ui.theme;
    auto *head = new QHBoxLayout;
    auto *title = new TextLabel(theme, Theme::Role::Figure, project.title);
    title->setWordWrap(true);
    m_progress = new TextLabel(theme, Theme::Role::Body);
    m_progress->setBold(true);
    head->addWidget(title, 1);
    head->addWidget(m_progress, 0, Qt::AlignBottom);
    body()->addLayout(head);
    auto *scope = new TextLabel(theme, Theme::Role::Body, tr("Scope: %1").arg(project.scope));
    scope->setTone(TextLabel::Tone::Muted);
    scope->setWordWrap(true);
    body()->addWidget(scope);
    auto *summary = new SafeText(theme);
    summary->setAccessibleName(tr("What the project is"));
    summary->setSafePlainText(project.summary);
    body()->addWidget(summary);

    auto *card = new Card(theme);
    card->setPadding({}, 0);
    for (const Requirement &requirement : project.requirements) {
        if (!m_rows.isEmpty())
            card->body()->addWidget(hairline());
        auto *row = new RequirementRow(desk, history, ui, project.id, requirement);
        m_rows.append(row);
        card->body()->addWidget(row);
    }
    body()->addWidget(card);
    body()->addStretch();
    refresh();
}

void ProjectView::refresh()
{
    for (RequirementRow *row : std::as_const(m_rows))
        row->refresh();
    const QLocale locale;
    m_progress->setText(
        tr("%1 of %2 done").arg(locale.toString(m_desk.doneCount(m_project)), locale.toString(m_rows.size())));
}

void ProjectView::enter(const QString &requirement)
{
    for (RequirementRow *row : std::as_const(m_rows)) {
        if (row->requirement() != requirement)
            continue;
        reveal(row);
        row->enter();
    }
}

} // namespace lectern
