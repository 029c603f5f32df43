// SPDX-License-Identifier: GPL-3.0-or-later
#include "positionpanel.h"

#include "icons.h"
#include "positiongrid.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

/// A cell without a number, as the key to the grid.
class LegendMark : public QWidget
{
public:
    enum class Kind { Answered, Blank, Unseen, Flagged };

    LegendMark(const Theme &theme, Kind kind)
        : m_theme(theme)
        , m_kind(kind)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }
    QSize sizeHint() const override { return {m_theme.px(16), m_theme.px(14)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = m_theme.tokens();
        const qreal unit = m_theme.px(100) / 100.0;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        switch (m_kind) {
        case Kind::Flagged:
            symbolicIcon(m_theme, QStringLiteral("flag"), t.bad).paint(&painter, rect());
            return;
        case Kind::Answered:
            painter.setPen(QPen(t.accent, 2 * unit));
            painter.setBrush(t.accentSoft);
            break;
        case Kind::Blank: {
            QPen dashed(t.text, 1.5 * unit, Qt::CustomDashLine, Qt::FlatCap);
            dashed.setDashPattern({2, 1.5});
            painter.setPen(dashed);
            break;
        }
        case Kind::Unseen:
            painter.setPen(QPen(t.edge, unit));
            break;
        }
        painter.drawRoundedRect(QRectF(rect()).adjusted(unit, unit, -unit, -unit), 3 * unit, 3 * unit);
    }

private:
    const Theme &m_theme;
    Kind m_kind;
};

} // namespace

PositionPanel::PositionPanel(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_filter(new Segments(theme, tr("Questions to show")))
    , m_grid(new PositionGrid(theme))
{
    setObjectName(QStringLiteral("positions"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_filter->addSegment(tr("All"));
    m_filter->addSegment(tr("Blank"));
    m_filter->addSegment(tr("Flagged"));
    connect(m_filter, &Segments::currentChanged, m_grid,
        [this](int index) { m_grid->setFilter(PositionGrid::Filter(index)); });

    auto *legend = new QGridLayout;
    legend->setColumnStretch(1, 1);
    const std::array kinds{
        LegendMark::Kind::Answered, LegendMark::Kind::Blank, LegendMark::Kind::Unseen, LegendMark::Kind::Flagged};
    const std::array words{tr("Answered"), tr("Blank"), tr("Unseen"), tr("Flagged")};
    for (int i = 0; i < int(kinds.size()); ++i) {
        m_counts[size_t(i)] = new TextLabel(theme, Theme::Role::Body);
        legend->addWidget(new LegendMark(theme, kinds[size_t(i)]), i, 0);
        legend->addWidget(new TextLabel(theme, Theme::Role::Body, words[size_t(i)]), i, 1);
        legend->addWidget(m_counts[size_t(i)], i, 2, Qt::AlignRight);
    }

    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(page);
    column->addWidget(m_filter);
    column->addWidget(m_grid);
    column->addLayout(legend);
    column->addStretch();
    setWidget(page);
    connect(&theme, &Theme::changed, this, &PositionPanel::rescale);
    rescale();
}

void PositionPanel::rescale()
{
    widget()->layout()->setContentsMargins(
        m_theme.px(space::xl), m_theme.px(space::l), m_theme.px(m_wide ? space::xl : space::m), m_theme.px(space::l));
    widget()->layout()->setSpacing(m_theme.px(space::m));
    if (m_wide) {
        setMinimumWidth(0);
        setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        setFixedWidth(m_theme.px(space::xl + space::m) +
                      std::max(m_grid->sizeHint().width(), m_filter->sizeHint().width()) + m_theme.px(2));
    }
}

void PositionPanel::setWide(bool wide)
{
    m_wide = wide;
    rescale();
}

void PositionPanel::recount()
{
    const std::array counts{
        m_grid->count(Mark::Answered), m_grid->count(Mark::Blank), m_grid->count(Mark::Unseen), m_grid->flaggedCount()};
    for (size_t i = 0; i < counts.size(); ++i)
        m_counts[i]->setText(QLocale().toString(counts[i]));
}

} // namespace lectern
