// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinesshead.h"

#include "examwords.h"
#include "figurewords.h"
#include "readinesswords.h"
#include "widgets.h"

#include <QLocale>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int oneLineFrom = 520; ///< pixels at 100 % text

QString span(const Estimate &estimate)
{
    const QLocale locale;
    return ReadinessHead::tr("%1–%2").arg(
        locale.toString(qRound(100 * estimate.low)), locale.toString(qRound(100 * estimate.high)));
}

QString unknown(const Blueprint &blueprint, const ReadinessReport &report)
{
    QStringList silent;
    for (const ReadinessRow &row : report.sections) {
        const Section *section = blueprint.section(row.id);
        if (!row.tested() && section)
            silent << nameOf(*section);
    }
    if (silent.isEmpty())
        return {};
    if (silent.size() == 1)
        return ReadinessHead::tr("%1 counts as unknown, not as zero.").arg(silent.constFirst());
    return ReadinessHead::tr("Unknown, not zero: %1.").arg(QLocale().createSeparatedList(silent));
}

} // namespace

ReadinessHead::ReadinessHead(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_line(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_score(new TextLabel(theme, Theme::Role::Score, {}, this))
    , m_range(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_forecast(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_missing(linkButton(theme, {}))
    , m_evidence(new TextLabel(theme, Theme::Role::Body, {}, this))
{
    m_score->setObjectName(QStringLiteral("expected"));
    m_forecast->setObjectName(QStringLiteral("forecast"));
    m_forecast->setTextFormat(Qt::RichText);
    m_forecast->setWordWrap(true);
    m_evidence->setTone(TextLabel::Tone::Muted);
    m_evidence->setWordWrap(true);
    auto *today = new QHBoxLayout;
    today->setSpacing(theme.px(space::m));
    today->addWidget(m_score);
    today->addWidget(m_range, 1);
    m_line->setSpacing(theme.px(space::xs));
    m_line->addLayout(today);
    m_line->addWidget(m_forecast, 1);
    m_line->addWidget(m_missing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_line);
    layout->addWidget(m_evidence);
    connect(m_missing, &QPushButton::clicked, this, [this] {
        if (m_plan)
            Q_EMIT planWanted();
        else
            Q_EMIT appointmentWanted();
    });
}

void ReadinessHead::fill(
    const Blueprint &blueprint, const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals, QDate exam)
{
    m_score->setText(percent(report.weighted.mean));
    m_score->setAccessibleName(tr("Expected score %1").arg(percent(report.weighted.mean)));
    m_range->setText(tr("today, %1 (80 %)", "an interval").arg(span(report.weighted)));
    m_range->setAccessibleName(tr("today, 80 % interval %1", "heard").arg(rangeText(report.weighted)));
    fillForecast(report, exam);

    QStringList sentences;
    const QString answers = tr("%n first-seen answer(s)", nullptr, report.answers);
    if (rehearsals.isEmpty())
        sentences << tr("%1.", "a sentence").arg(answers);
    else
        sentences << tr("%1, %2.", "answers, rehearsals")
                         .arg(answers, tr("%n sealed rehearsal(s), the last on %1", nullptr, int(rehearsals.size()))
                                           .arg(chartDay(rehearsals.constLast().day, report.day)));
    if (const QString silent = unknown(blueprint, report); !silent.isEmpty())
        sentences << silent;
    m_evidence->setText(sentences.join(u' '));
}

void ReadinessHead::fillForecast(const ReadinessReport &report, QDate exam)
{
    const bool ahead = exam.isValid() && exam > report.day;
    m_forecast->setVisible(report.atExam.has_value());
    m_missing->setVisible(!report.atExam && (!exam.isValid() || ahead));
    m_plan = ahead;
    m_missing->setText(ahead ? tr("Make a plan to see the score on the day of the exam")
                             : tr("Enter the exam's date to see the score on that day"));
    if (!report.atExam)
        return;
    const QString score =
        tr("%1, %2", "expected score, interval").arg(percent(report.atExam->mean), span(*report.atExam));
    m_forecast->setText(tr("On %1, if you follow the plan: <b>%2</b>").arg(chartDay(exam, report.day), score));
    m_forecast->setAccessibleName(tr("On %1, if you follow the plan: %2").arg(chartDay(exam, report.day), score));
}

void ReadinessHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool oneLine = width() >= m_theme.px(oneLineFrom);
    m_line->setDirection(oneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_forecast->setAlignment((oneLine ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace lectern
