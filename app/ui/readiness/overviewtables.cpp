// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewtables.h"

#include "widgets.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

/// As high as its rows: the page scrolls, not the table.
class WholeTable : public QTableView
{
public:
    explicit WholeTable(int words)
    {
        setSelectionBehavior(QAbstractItemView::SelectRows);
        setTabKeyNavigation(false);
        setShowGrid(false);
        setWordWrap(true);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        verticalHeader()->hide();
        verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        horizontalHeader()->setHighlightSections(false);
        horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        m_words = words;
    }
    void setModel(QAbstractItemModel *model) override
    {
        QTableView::setModel(model);
        connect(model, &QAbstractItemModel::modelReset, this, [this] {
            horizontalHeader()->setSectionResizeMode(m_words, QHeaderView::Stretch);
            updateGeometry();
        });
    }
    QSize sizeHint() const override
    {
        return {QTableView::sizeHint().width(),
            horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth()};
    }
    QSize minimumSizeHint() const override { return {QTableView::minimumSizeHint().width(), sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QTableView::resizeEvent(event);
        // Narrower columns have more lines.
        updateGeometry();
    }

private:
    int m_words; ///< the column that takes the room
};

} // namespace

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
    body()->addWidget(new TextLabel(m_theme, Theme::Role::Heading, title));
    auto *model = new FigureTable(this);
    auto *table = new WholeTable(words);
    table->setModel(model);
    table->setAccessibleName(title);
    body()->addWidget(table);
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
