// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointslist.h"

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
        , m_chip(new Chip(theme, QString(), 0, this))
        , m_name(new TextLabel(theme, Theme::Role::Body, QString(), this))
        , m_evidence(new TextLabel(theme, Theme::Role::Small, QString(), this))
        , m_points(new TextLabel(theme, Theme::Role::Heading, QString(), this))
        , m_bar(new ShareBar(theme, this))
        , m_practise(plainButton(theme, PointsList::tr("Practise"), QStringLiteral("media-playback-start")))
    {
        m_name->setElided(true);
        m_evidence->setTone(TextLabel::Tone::Muted);
        m_points->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_points->setMinimumWidth(m_points->fontMetrics().horizontalAdvance(QLocale().toString(88.8)));
        m_bar->setTrackVisible(false);
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(theme.px(space::s));
        grid->setVerticalSpacing(theme.px(space::xs));
        grid->addWidget(m_chip, 0, 0);
        grid->addWidget(m_name, 0, 1);
        grid->addWidget(m_evidence, 0, 2);
        grid->addWidget(m_bar, 1, 0, 1, 3);
        grid->addWidget(m_points, 0, 3, 2, 1);
        grid->addWidget(m_practise, 0, 4, 2, 1, Qt::AlignVCenter);
        grid->setColumnStretch(1, 1);
        connect(m_practise, &QPushButton::clicked, list, [this, list] { Q_EMIT list->practise(m_section); });
    }

    void set(const Section &section, int index, const SectionAccuracy &accuracy, double most)
    {
        const QLocale locale;
        m_section = section.id;
        m_chip->set(section.code, index);
        const QString name = section.shortTitle.isEmpty() ? section.title : section.shortTitle;
        m_name->setText(name);
        const bool known = accuracy.answers > 0;
        m_evidence->setText(known ? PointsList::tr("%1 %, %n answer(s)", nullptr, accuracy.answers)
                                        .arg(locale.toString(qRound(100 * accuracy.share())))
                                  : PointsList::tr("not tested yet"));
        const QString points = locale.toString(accuracy.pointsLost, 'f', 1);
        m_points->setText(points);
        m_points->setAccessibleName(PointsList::tr("%1 points").arg(points));
        m_bar->setShare(most > 0 ? accuracy.pointsLost / most : 0);
        m_bar->setDomain(index);
        m_bar->setHollow(!known);
        m_bar->setAccessibleName(PointsList::tr("%1: %2 points of the exam lost").arg(section.title, points));
        m_practise->setAccessibleName(PointsList::tr("Practise %1").arg(section.title));
        m_practise->setToolTip(PointsList::tr("Set up a drill of its questions"));
    }

private:
    QString m_section;
    Chip *m_chip;
    TextLabel *m_name;
    TextLabel *m_evidence;
    TextLabel *m_points;
    ShareBar *m_bar;
    QPushButton *m_practise;
};

PointsList::PointsList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme.px(space::m));
}

void PointsList::showSummary(const Blueprint &blueprint, const FirstSeenSummary &summary)
{
    while (m_rows.size() < summary.sections.size()) {
        m_rows.append(new PointsRow(m_theme, this));
        m_layout->addWidget(m_rows.last());
    }
    double most = 0;
    for (const SectionAccuracy &section : summary.sections)
        most = std::max(most, section.pointsLost);

    const QStringList order = byPointsLost(summary);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < order.size());
        if (i >= order.size())
            continue;
        const auto at = std::find_if(summary.sections.begin(), summary.sections.end(),
            [&](const SectionAccuracy &candidate) { return candidate.section == order[i]; });
        const qsizetype index = at - summary.sections.begin();
        m_rows[i]->set(blueprint.sections[index], int(index), *at, most);
    }
}

} // namespace lectern
