// SPDX-License-Identifier: GPL-3.0-or-later
#include "hitlist.h"

#include "calibrationwords.h"
#include "examwords.h"
#include "planwords.h"
#include "reportwords.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace lectern
{

HitList::HitList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_summary(new TextLabel(theme, Theme::Role::Body, {}, this))
{
    m_summary->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("hitSummary"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::s));
    layout->addWidget(m_summary);
}

void HitList::setChecks(const QList<RehearsalCheck> &checks)
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(space::m));
    grid->setVerticalSpacing(m_theme.px(space::xs));
    grid->setColumnStretch(2, 1);
    int inside = 0;
    int shown = 0;
    for (auto check = checks.crbegin(); check != checks.crend(); ++check) {
        addRow(*grid, *check);
        shown += check->before ? 1 : 0;
        inside += check->inside() ? 1 : 0;
    }
    layout()->addWidget(m_rows);
    m_rows->setVisible(!checks.isEmpty());
    if (checks.isEmpty())
        m_summary->setText(tr("No sealed rehearsal yet. Before one starts, Lectern writes down the interval it "
                              "expects; here it is held against the score."));
    else if (shown == 0)
        m_summary->setText(tr("No interval was shown before any of these."));
    else
        m_summary->setText(hitWords(hitCount(inside, shown)));
}

void HitList::addRow(QGridLayout &grid, const RehearsalCheck &check)
{
    const int row = grid.rowCount();
    QPushButton *day = linkButton(m_theme, QLocale().toString(check.day, QLocale::ShortFormat));
    day->setAccessibleName(tr("Report of %1").arg(QLocale().toString(check.day, QLocale::LongFormat)));
    day->setToolTip(tr("Open the report"));
    connect(day, &QPushButton::clicked, this, [this, id = check.attempt] { Q_EMIT attemptChosen(id); });
    auto *score = new TextLabel(m_theme, Theme::Role::Body, percent(check.share()), m_rows);
    score->setBold(true);
    score->setToolTip(ofTotal(check.right, check.total));
    auto *bar = new ShareBar(m_theme, m_rows);
    bar->setShare(check.share());
    // Where nothing was said before, a mark without an interval.
    if (check.before)
        bar->setInterval(check.before->low, check.before->high);
    else
        bar->setInterval(check.share(), check.share());
    const QString words = checkWords(check);
    bar->setAccessibleName(QStringLiteral("%1, %2").arg(percent(check.share()), words));
    auto *verdict = new TextLabel(m_theme, Theme::Role::Small, words, m_rows);
    verdict->setTone(check.before && !check.inside() ? TextLabel::Tone::Warn : TextLabel::Tone::Muted);
    grid.addWidget(day, row, 0);
    grid.addWidget(score, row, 1);
    grid.addWidget(bar, row, 2);
    grid.addWidget(verdict, row, 3);
}

} // namespace lectern
