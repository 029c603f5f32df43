// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewtables.h"

#include "copytable.h"
#include "widgets.h"

#include <QVBoxLayout>

namespace lectern
{

OverviewTables::OverviewTables(const Theme &theme, QWidget *parent)
    : ScrollColumn(theme, 0, parent)
    , m_theme(theme)
{
    setPadding({space::xl, space::xs, space::xl, space::l});
    body()->setSpacing(theme.px(space::s));
    m_sections = add(tr("Sections"), RowColumn::Title);
    m_topics = add(tr("Topics"), RowColumn::Title);
    m_uncounted = add(tr("Answers that are no evidence"), UncountedColumn::Title);
    m_trend = add(tr("Trend"), 1);
    m_moves = add(tr("What moved it"), 1);
    body()->addStretch();
}

OverviewTables::Part OverviewTables::add(const QString &title, int words)
{
    Part part;
    part.heading = new TextLabel(m_theme, Theme::Role::Heading);
    part.copy = linkButton(m_theme, tr("Copy"));
    part.copy->setToolTip(tr("Copy the whole table; Ctrl+C in it copies the chosen rows"));
    part.figures = new FigureTable(this);
    part.table = new CopyTable(title, words);
    part.table->setModel(part.figures);
    entitle(part, title);
    auto *head = new QHBoxLayout;
    head->addWidget(part.heading, 1);
    head->addWidget(part.copy);
    body()->addLayout(head);
    body()->addWidget(part.table);
    connect(part.copy, &QPushButton::clicked, part.table, &CopyTable::copyWhole);
    return part;
}

void OverviewTables::entitle(const Part &part, const QString &title)
{
    part.heading->setText(title);
    part.copy->setAccessibleName(tr("Copy the table: %1").arg(title));
    part.table->setAccessibleName(title);
}

void OverviewTables::fill(const FigureSource &source)
{
    const bool outline = source.blueprint.kind == BlueprintKind::Sections;
    entitle(m_sections, outline ? tr("Sections") : tr("Domains"));
    entitle(m_topics, outline ? tr("Objectives") : tr("Topics"));
    rowFigures(*m_sections.figures, source, source.report.sections);
    rowFigures(*m_topics.figures, source, source.report.topics);
    uncountedFigures(*m_uncounted.figures, source);
    trendFigures(*m_trend.figures, source);
    moveFigures(*m_moves.figures, source);
}

} // namespace lectern
