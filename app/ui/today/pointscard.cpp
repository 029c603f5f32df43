// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointscard.h"

#include "examwords.h"
#include "readinesswords.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{
/// As many as the page's domains; more would push what is below out of sight. Readiness has them all.
constexpr qsizetype shown = 5;
} // namespace

PointsCard::PointsCard(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
{
}

void PointsCard::set(const Blueprint &blueprint, const ReadinessReport &report)
{
    delete m_content;
    m_content = nullptr;
    if (report.answers == 0) {
        m_content = emptyState(m_theme, tr("No answers yet. A diagnostic shows where the points are."),
            tr("Set up a diagnostic"), [this] { Q_EMIT diagnosticWanted(); });
        body()->addWidget(m_content);
        if (isVisible())
            m_content->show();
        return;
    }
    m_content = new QWidget(this);
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(m_theme.px(space::s));
    m_grid->setVerticalSpacing(m_theme.px(space::xs));
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(3, m_theme.px(48));

    const QList<const ReadinessRow *> rows = byPointsLost(report);
    const qsizetype more = rows.size() - shown;
    for (const ReadinessRow *row : rows.first(std::min(rows.size(), shown))) {
        const int index = sectionIndex(blueprint, row->id);
        if (index >= 0)
            addRow(blueprint.sections[index], index, *row, rows.constFirst()->pointsLost);
    }
    if (more > 0) {
        auto *rest =
            new TextLabel(m_theme, Theme::Role::Small, tr("%n more under Readiness", nullptr, int(more)), m_content);
        rest->setTone(TextLabel::Tone::Muted);
        m_grid->addWidget(rest, m_grid->rowCount(), 0, 1, 3);
    }
    body()->addWidget(m_content);
    if (isVisible())
        m_content->show();
}

void PointsCard::addRow(const Section &section, int domain, const ReadinessRow &row, double most)
{
    const QLocale locale;
    const int line = m_grid->rowCount();
    const QString note = evidenceWords(row);
    const QString points = locale.toString(row.pointsLost, 'f', 1);

    m_grid->addWidget(new Chip(m_theme, section.code, domain, m_content), line, 0);
    auto *title = new TextLabel(m_theme, Theme::Role::Body, nameOf(section), m_content);
    title->setElided(true);
    m_grid->addWidget(title, line, 1);
    auto *detail = new TextLabel(m_theme, Theme::Role::Small, note, m_content);
    detail->setTone(TextLabel::Tone::Muted);
    m_grid->addWidget(detail, line, 2, Qt::AlignRight | Qt::AlignVCenter);
    auto *value = new TextLabel(m_theme, Theme::Role::Heading, points, m_content);
    value->setAccessibleName(tr("%1 points").arg(points));
    m_grid->addWidget(value, line, 3, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
    QAbstractButton *practise = iconButton(m_theme, QStringLiteral("media-playback-start"),
        tr("Practise %1: %2, %3 points to lose").arg(section.title, note, points));
    practise->setObjectName(QStringLiteral("practise-") + section.id);
    practise->setProperty("framed", true);
    m_grid->addWidget(practise, line, 4, 2, 1, Qt::AlignVCenter);
    auto *bar = new ShareBar(m_theme, m_content);
    bar->setTrackVisible(false);
    bar->setDomain(domain);
    bar->setHollow(!row.tested());
    bar->setShare(most > 0 ? row.pointsLost / most : 0);
    m_grid->addWidget(bar, line + 1, 0, 1, 3);
    m_grid->setRowMinimumHeight(line + 1, m_theme.px(space::l));
    connect(practise, &QAbstractButton::clicked, this, [this, id = section.id] { Q_EMIT practiceWanted(id); });
}

} // namespace lectern
