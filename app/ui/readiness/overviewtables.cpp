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
    m_trend = add(tr("Trend"), 1);
    m_moves = add(tr("What moved it"), 1);
    body()->addStretch();
}

FigureTable *OverviewTables::add(const QString &title, int words)
{
    auto *head = new QHBoxLayout;
    QPushButton *copy = linkButton(m_theme, tr("Copy"));
    copy->setAccessibleName(tr("Copy the table: %1").arg(title));
    copy->setToolTip(tr("Copy the whole table; Ctrl+C in it copies the chosen rows"));
    head->addWidget(new TextLabel(m_theme, Theme::Role::Heading, title), 1);
    head->addWidget(copy);
    body()->addLayout(head);
    auto *model = new FigureTable(this);
    auto *table = new CopyTable(title, words);
    table->setModel(model);
    body()->addWidget(table);
    connect(copy, &QPushButton::clicked, table, &CopyTable::copyWhole);
    return model;
}

void OverviewTables::fill(const FigureSource &source)
{
    rowFigures(*m_sections, source, source.report.sections);
    rowFigures(*m_topics, source, source.report.topics);
    trendFigures(*m_trend, source);
    moveFigures(*m_moves, source);
}

} // namespace lectern
