// SPDX-License-Identifier: GPL-3.0-or-later
#include "positionpanel.h"

#include "positiongrid.h"
#include "seatmark.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

/// A cell without a number, or a sign, as the key to the grid.
class LegendMark : public QWidget
{
public:
    enum class Kind { Answered, Incomplete, Blank, Unseen, Flagged, Unsure, Unread, Locked };

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
        QPainter painter(this);
        switch (m_kind) {
        case Kind::Flagged:
            return paintSeatMark(painter, m_theme, SeatMark::Flagged, rect());
        case Kind::Unsure:
            return paintSeatMark(painter, m_theme, SeatMark::Unsure, rect());
        case Kind::Unread:
            return paintSeatMark(painter, m_theme, SeatMark::Unread, rect().adjusted(1, 1, -1, -1));
        case Kind::Locked:
            return paintSeatMark(painter, m_theme, SeatMark::Locked, rect());
        case Kind::Incomplete:
            paintCell(painter, Kind::Blank);
            painter.setClipRect(QRectF(0, height() / 2.0, width(), height() / 2.0));
            return paintCell(painter, Kind::Answered);
        default:
            paintCell(painter, m_kind);
        }
    }

private:
    void paintCell(QPainter &painter, Kind kind) const
    {
        const Tokens &t = m_theme.tokens();
        const qreal unit = m_theme.px(100) / 100.0;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.edge, unit));
        if (kind == Kind::Answered) {
            painter.setPen(QPen(t.accent, 2 * unit));
            painter.setBrush(t.accentSoft);
        } else if (kind == Kind::Blank) {
            QPen dashed(t.text, 1.5 * unit, Qt::CustomDashLine, Qt::FlatCap);
            dashed.setDashPattern({2, 1.5});
            painter.setPen(dashed);
        }
        painter.drawRoundedRect(QRectF(rect()).adjusted(unit, unit, -unit, -unit), 3 * unit, 3 * unit);
    }

    const Theme &m_theme;
    Kind m_kind;
};

} // namespace

PositionPanel::PositionPanel(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_filter(new Segments(theme, tr("Questions to show")))
    , m_grid(new PositionGrid(theme))
    , m_pace(new TextLabel(theme, Theme::Role::Small))
{
    setObjectName(QStringLiteral("positions"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const QString &word : {tr("All"), tr("Blank"), tr("Flagged"), tr("?", "questions marked unsure")})
        m_filter->addSegment(word);
    connect(m_filter, &Segments::currentChanged, m_grid,
        [this](int index) { m_grid->setFilter(PositionGrid::Filter(index)); });
    m_pace->setObjectName(QStringLiteral("pace"));
    m_pace->setTone(TextLabel::Tone::Muted);
    m_pace->setWordWrap(true);

    auto *legend = new QGridLayout;
    legend->setColumnStretch(1, 1);
    const QList<std::pair<LegendMark::Kind, QString>> rows{{LegendMark::Kind::Answered, tr("Answered")},
        {LegendMark::Kind::Incomplete, tr("Incomplete")}, {LegendMark::Kind::Blank, tr("Blank")},
        {LegendMark::Kind::Unseen, tr("Unseen")}, {LegendMark::Kind::Flagged, tr("Flagged")},
        {LegendMark::Kind::Unsure, tr("Unsure")}, {LegendMark::Kind::Unread, tr("Not read to its end")},
        {LegendMark::Kind::Locked, tr("Locked")}};
    for (const auto &[kind, word] : rows) {
        auto *mark = new LegendMark(theme, kind);
        auto *name = new TextLabel(theme, Theme::Role::Body, word);
        m_counts << new TextLabel(theme, Theme::Role::Body);
        const int row = legend->rowCount();
        legend->addWidget(mark, row, 0);
        legend->addWidget(name, row, 1);
        legend->addWidget(m_counts.constLast(), row, 2, Qt::AlignRight);
        if (kind == LegendMark::Kind::Locked)
            m_lockRow = {mark, name, m_counts.constLast()};
        else if (kind == LegendMark::Kind::Incomplete)
            m_severalRow = {mark, name, m_counts.constLast()};
    }

    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(page);
    column->addWidget(m_filter);
    column->addWidget(m_grid);
    column->addLayout(legend);
    column->addWidget(hairline());
    column->addWidget(m_pace);
    column->addStretch();
    setWidget(page);
    setLocks(false);
    setSeveral(false);
    setPace({});
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
    const QList<int> counts{m_grid->count(Mark::Answered), m_grid->count(Mark::Incomplete), m_grid->count(Mark::Blank),
        m_grid->count(Mark::Unseen), m_grid->count(&SeatMarks::flagged), m_grid->count(&SeatMarks::unsure),
        m_grid->count(&SeatMarks::unread), m_grid->count(&SeatMarks::frozen)};
    for (qsizetype i = 0; i < counts.size(); ++i)
        m_counts.at(i)->setText(QLocale().toString(counts.at(i)));
    const QString open = m_grid->count(Mark::Incomplete) > 0 ? tr("Blank or incomplete") : tr("Blank");
    const QStringList names{tr("All"), open, tr("Flagged"), tr("Unsure")};
    for (int i = 0; i < int(names.size()); ++i)
        m_filter->setSegmentName(i, tr("%1, %2", "a filter, how many")
                                        .arg(names.at(i), QLocale().toString(m_grid->count(PositionGrid::Filter(i)))));
}

void PositionPanel::setPace(std::optional<int> ahead)
{
    if (!ahead)
        m_pace->clear();
    else if (*ahead == 0)
        m_pace->setText(tr("At an even pace"));
    else if (*ahead > 0)
        m_pace->setText(tr("%n question(s) ahead of an even pace", nullptr, *ahead));
    else
        m_pace->setText(tr("%n question(s) behind an even pace", nullptr, -*ahead));
}

void PositionPanel::setSeveral(bool several)
{
    for (QWidget *part : std::as_const(m_severalRow))
        part->setVisible(several);
}

void PositionPanel::setLocks(bool locks)
{
    for (QWidget *part : std::as_const(m_lockRow))
        part->setVisible(locks);
}

} // namespace lectern
