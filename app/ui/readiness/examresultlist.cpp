// SPDX-License-Identifier: GPL-3.0-or-later
#include "examresultlist.h"

#include "calibration.h"
#include "calibrationwords.h"
#include "examwords.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace lectern
{

QString resultWords(const ExamResult &result)
{
    const QString day = QLocale().toString(result.date, QLocale::LongFormat);
    return result.passed ? ExamResultList::tr("Passed on %1").arg(day)
                         : ExamResultList::tr("Not passed on %1").arg(day);
}

ExamResultList::ExamResultList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_empty(new TextLabel(theme, Theme::Role::Body,
          tr("No exam recorded yet. Its section bars will stand here against what was expected the evening before."),
          this))
{
    m_empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::s));
    layout->addWidget(m_empty);
    QPushButton *record = plainButton(theme, tr("Record the result…"), QStringLiteral("flag"));
    record->setObjectName(QStringLiteral("recordResult"));
    connect(record, &QPushButton::clicked, this, &ExamResultList::recordRequested);
    layout->addWidget(record, 0, Qt::AlignLeading);
}

void ExamResultList::showResults(const Certification &certification, const Blueprint &blueprint,
    const QList<ExamResult> &results, const QList<ReadinessPoint> &trend)
{
    if (m_rows) {
        m_rows->hide();
        m_rows->deleteLater(); // one of its buttons may be what was clicked
    }
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(space::s));
    for (auto result = results.crbegin(); result != results.crend(); ++result) {
        addResult(*column, *result);
        if (result->bars.isEmpty())
            continue;
        const Blueprint *asked = certification.blueprint(result->blueprint);
        const bool comparable = result->blueprint == blueprint.id;
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(m_theme.px(space::m));
        grid->setVerticalSpacing(m_theme.px(space::xs));
        grid->setColumnStretch(1, 1);
        column->addLayout(grid);
        const ReadinessPoint *before = comparable ? pointBefore(trend, result->date) : nullptr;
        const int outside = asked ? addBars(*grid, *asked, *result, before) : 0;
        auto *summary = new TextLabel(m_theme, Theme::Role::Small, {}, m_rows);
        summary->setTone(TextLabel::Tone::Muted);
        summary->setWordWrap(true);
        if (!comparable && asked)
            summary->setText(tr("The bars are of “%1”: choose it above to see what was expected.").arg(asked->title));
        else if (!before)
            summary->setText(tr("No answers before it, so nothing was expected."));
        else
            summary->setText(tr("%1 of %n bar(s) inside the 80 % interval of the evening before. A bar is few "
                                "questions, so its interval is wide.",
                nullptr, int(result->bars.size()))
                                 .arg(QLocale().toString(result->bars.size() - outside)));
        column->addWidget(summary);
    }
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_rows);
    m_rows->setVisible(!results.isEmpty());
    m_empty->setVisible(results.isEmpty());
}

void ExamResultList::addResult(QVBoxLayout &column, const ExamResult &result)
{
    const QString words = resultWords(result);
    auto *line = new QHBoxLayout;
    auto *head = new TextLabel(m_theme, Theme::Role::Body, words, m_rows);
    head->setBold(true);
    head->setWordWrap(true);
    line->addWidget(head, 1);
    QPushButton *next = plainButton(m_theme, tr("What now"));
    next->setAccessibleName(tr("What now: %1").arg(words));
    next->setToolTip(tr("What follows from this result"));
    QPushButton *edit = plainButton(m_theme, tr("Change…"));
    edit->setAccessibleName(tr("Change: %1").arg(words));
    line->addWidget(next);
    line->addWidget(edit);
    column.addLayout(line);
    connect(next, &QPushButton::clicked, this, [this, id = result.id] { Q_EMIT resultChosen(id); });
    connect(edit, &QPushButton::clicked, this, [this, id = result.id] { Q_EMIT editRequested(id); });
    if (!result.note.isEmpty()) {
        auto *note = new TextLabel(m_theme, Theme::Role::Body, result.note, m_rows);
        note->setWordWrap(true);
        column.addWidget(note);
    }
}

int ExamResultList::addBars(
    QGridLayout &grid, const Blueprint &blueprint, const ExamResult &result, const ReadinessPoint *before)
{
    const QList<int> questions = quotas(blueprint, blueprint.questions);
    int outside = 0;
    for (int i = 0; i < int(blueprint.sections.size()); ++i) {
        const Section &section = blueprint.sections[i];
        if (!result.bars.contains(section.id))
            continue;
        const double share = result.bars.value(section.id) / 100.0;
        auto *bar = new ShareBar(m_theme, m_rows);
        bar->setDomain(i);
        bar->setShare(share);
        QString words = percent(share);
        const bool expected = before && i < before->sections.size() && i < questions.size();
        if (expected) {
            const Estimate wide = withLuck(before->sections[i], questions[i]);
            bar->setInterval(wide.low, wide.high);
            const QString range = rangeWords(wide.low, wide.high);
            const bool inside = share >= wide.low && share <= wide.high;
            outside += inside ? 0 : 1;
            words = inside ? tr("%1, inside %2").arg(words, range) : tr("%1, outside %2").arg(words, range);
        }
        bar->setAccessibleName(QStringLiteral("%1: %2").arg(section.title, words));
        const int row = grid.rowCount();
        auto *chip = new Chip(m_theme, section.code, i, m_rows);
        chip->setToolTip(section.title);
        grid.addWidget(chip, row, 0);
        grid.addWidget(bar, row, 1);
        grid.addWidget(new TextLabel(m_theme, Theme::Role::Small, words, m_rows), row, 2);
    }
    return outside;
}

} // namespace lectern
