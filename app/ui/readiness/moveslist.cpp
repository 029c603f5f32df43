// SPDX-License-Identifier: GPL-3.0-or-later
#include "moveslist.h"

#include "figurewords.h"
#include "readinesswords.h"
#include "widgets.h"

#include <QGridLayout>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr qsizetype shownAtFirst = 8;
}

MovesList::MovesList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_none(new TextLabel(theme, Theme::Role::Body, tr("Nothing moved it in the last four weeks."), this))
    , m_more(linkButton(theme, {}))
{
    m_none->setTone(TextLabel::Tone::Muted);
    m_none->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::xs));
    layout->addWidget(m_none);
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        plot();
    });
}

void MovesList::fill(const Certification &certification, const Blueprint &blueprint, const ReadinessReport &report,
    const QList<RehearsalCheck> &rehearsals)
{
    m_today = report.day;
    m_lines.clear();
    for (const ReadinessMove &move : report.moves)
        m_lines.append({move.day, pointsMoved(move.points), moveWords(move, certification, blueprint, rehearsals)});
    plot();
}

void MovesList::plot()
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(space::m));
    grid->setVerticalSpacing(m_theme.px(space::xs));
    grid->setColumnStretch(1, 1);
    const qsizetype shown = m_all ? m_lines.size() : std::min(m_lines.size(), shownAtFirst);
    for (int i = 0; i < shown; ++i) {
        const Line &line = m_lines[i];
        const QString day = line.day == m_today ? tr("today") : chartDay(line.day, m_today);
        auto *points = new TextLabel(m_theme, Theme::Role::Body, line.points, m_rows);
        points->setBold(true);
        points->setAlignment(Qt::AlignRight | Qt::AlignTop);
        points->setAccessibleName(tr("%1 points").arg(line.points));
        auto *words = new TextLabel(m_theme, Theme::Role::Body, line.words, m_rows);
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        // One day is named once; the ear hears it with every line.
        words->setAccessibleName(tr("%1: %2", "day, what moved it").arg(day, line.words));
        grid->addWidget(points, i, 0);
        grid->addWidget(words, i, 1);
        if (i > 0 && m_lines[i - 1].day == line.day)
            continue;
        auto *when = new TextLabel(m_theme, Theme::Role::Small, day, m_rows);
        when->setTone(TextLabel::Tone::Muted);
        when->setAlignment(Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(when, i, 2);
    }
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_rows);
    m_rows->setVisible(shown > 0);
    m_none->setVisible(m_lines.isEmpty());
    m_more->setVisible(m_lines.size() > shownAtFirst);
    m_more->setText(m_all ? tr("Show fewer") : tr("Show all %n", nullptr, int(m_lines.size())));
}

} // namespace lectern
