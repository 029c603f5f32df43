// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointslist.h"

#include "icons.h"
#include "readinesswords.h"
#include "tell.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>

#include <algorithm>

namespace lectern
{

class PointsRow : public QWidget
{
public:
    PointsRow(const Theme &theme, PointsList *list)
        : QWidget(list)
        , m_theme(theme)
        , m_chip(new Chip(theme, QString(), 0, this))
        , m_name(new TextLabel(theme, Theme::Role::Body, QString(), this))
        , m_most(new TextLabel(theme, Theme::Role::Small, PointsList::tr("most per hour"), this))
        , m_evidence(new TextLabel(theme, Theme::Role::Small, QString(), this))
        , m_points(new TextLabel(theme, Theme::Role::Heading, QString(), this))
        , m_bar(new ShareBar(theme, this))
        , m_act(iconButton(theme, actionIcon(ReadinessAction::Kind::Drill), QString()))
    {
        m_name->setElided(true);
        m_most->setTone(TextLabel::Tone::Accent);
        m_most->setBold(true);
        m_evidence->setTone(TextLabel::Tone::Muted);
        m_points->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_points->setMinimumWidth(m_points->fontMetrics().horizontalAdvance(QLocale().toString(88.8)));
        m_bar->setTrackVisible(false);
        m_act->setProperty("framed", true);
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(theme.px(space::s));
        grid->setVerticalSpacing(theme.px(space::xs));
        grid->addWidget(m_chip, 0, 0);
        grid->addWidget(m_name, 0, 1);
        grid->addWidget(m_most, 0, 2);
        grid->addWidget(m_evidence, 0, 3);
        grid->addWidget(m_bar, 1, 0, 1, 4);
        grid->addWidget(m_points, 0, 4, 2, 1);
        grid->addWidget(m_act, 0, 5, 2, 1, Qt::AlignVCenter);
        grid->setColumnStretch(1, 1);
        connect(m_act, &QAbstractButton::clicked, list, [this, list] { Q_EMIT list->chosen(m_action); });
    }

    void set(const Section &section, int index, const ReadinessRow &row, double most)
    {
        m_chip->set(section.code, index);
        m_name->setText(nameOf(section));
        m_evidence->setText(evidenceWords(row));
        const QString points = QLocale().toString(row.pointsLost, 'f', 1);
        m_points->setText(points);
        m_points->setAccessibleName(PointsList::tr("%1 points").arg(points));
        m_bar->setShare(most > 0 ? row.pointsLost / most : 0);
        m_bar->setDomain(index);
        m_bar->setHollow(!row.tested());
        m_bar->setAccessibleName(PointsList::tr("%1: %2 points of the exam lost").arg(section.title, points));
        m_act->hide();
        m_most->hide();
    }

    void setAction(const ReadinessAction &action, const QString &words, bool best)
    {
        m_action = action;
        m_act->setIcon(symbolicIcon(m_theme, actionIcon(action.kind)));
        m_act->setAccessibleName(best ? PointsList::tr("%1, most of all", "an action").arg(words) : words);
        m_act->setToolTip(plainToolTip(words));
        m_act->show();
        m_most->setVisible(best);
    }

private:
    const Theme &m_theme;
    ReadinessAction m_action;
    Chip *m_chip;
    TextLabel *m_name;
    TextLabel *m_most;
    TextLabel *m_evidence;
    TextLabel *m_points;
    ShareBar *m_bar;
    QAbstractButton *m_act;
};

PointsList::PointsList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme.px(space::m));
}

void PointsList::fill(const Certification &certification, const Blueprint &blueprint, const ReadinessReport &report)
{
    while (m_rows.size() < report.sections.size()) {
        m_rows.append(new PointsRow(m_theme, this));
        m_layout->addWidget(m_rows.last());
    }
    const QList<const ReadinessRow *> order = byPointsLost(report);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < order.size());
        const int index = i < order.size() ? sectionIndex(blueprint, order[i]->id) : -1;
        if (index < 0)
            continue;
        m_rows[i]->set(blueprint.sections[index], index, *order[i], order.constFirst()->pointsLost);
        const auto action = std::find_if(report.actions.begin(), report.actions.end(),
            [&](const ReadinessAction &candidate) { return candidate.section == order[i]->id; });
        if (action != report.actions.end())
            m_rows[i]->setAction(
                *action, actionWords(*action, certification, blueprint), action == report.actions.begin());
    }
}

} // namespace lectern
