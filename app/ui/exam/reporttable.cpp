// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporttable.h"

#include "examwords.h"
#include "filterchoice.h"
#include "reportdetail.h"
#include "reportwords.h"
#include "seatwords.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

/// More than the exam's even pace and a half is slow.
qint64 slowFrom(const Attempt &attempt)
{
    constexpr qint64 evenMs = 120'000;
    const qint64 given = attempt.setup().minutes * 60'000LL;
    const qint64 even = given > 0 && attempt.size() > 0 ? given / attempt.size() : evenMs;
    return even * 3 / 2;
}

} // namespace

ReportTable::ReportTable(const Theme &theme, const SettingsDesk &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_heading(new TextLabel(theme, Theme::Role::Heading, tr("Questions")))
    , m_choice(new FilterChoice(theme, tr("Questions to show")))
    , m_none(new TextLabel(theme, Theme::Role::Body))
    , m_card(new Card(theme))
    , m_columns(new ReportHeading(theme))
    , m_rows(new QuestionRows(
          m_card, [this](QuestionRow &row) { return makeDetail(static_cast<const ReportRow &>(row)); }))
{
    m_none->setTone(TextLabel::Tone::Muted);
    m_card->setPadding({1, 1, 1, 1}, 0);
    m_card->body()->addWidget(m_columns);

    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(space::m));
    head->addWidget(m_heading);
    head->addWidget(m_choice);
    head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    column->addLayout(head);
    column->addWidget(m_none);
    column->addWidget(m_card);
    connect(m_rows, &QuestionRows::brought, this, &ReportTable::brought);
    connect(m_choice, &FilterChoice::currentChanged, this, [this](int index) {
        m_wanted = index;
        applyFilter();
    });
}

bool ReportTable::matches(Filter filter, const ReportLine &line)
{
    switch (filter) {
    case Filter::Wrong:
        return !line.right;
    case Filter::SureAndWrong:
        return line.sure && !line.right && !line.chosen.isEmpty();
    case Filter::Changed:
        return line.changed;
    case Filter::Flagged:
        return line.flagged;
    case Filter::Unsure:
        return line.unsure;
    case Filter::Slow:
        return line.slow;
    case Filter::Blank:
        return line.chosen.isEmpty();
    case Filter::Disputed:
        return line.disputed;
    case Filter::All:
        break;
    }
    return true;
}

QString ReportTable::filterWords(Filter filter, int count)
{
    const QString number = QLocale().toString(count);
    switch (filter) {
    case Filter::Wrong:
        return tr("Wrong %1").arg(number);
    case Filter::SureAndWrong:
        return tr("Sure and wrong %1").arg(number);
    case Filter::Changed:
        return tr("Changed %1").arg(number);
    case Filter::Flagged:
        return tr("Flagged %1").arg(number);
    case Filter::Unsure:
        return tr("Unsure %1").arg(number);
    case Filter::Slow:
        return tr("Slow %1").arg(number);
    case Filter::Blank:
        return tr("Blank %1").arg(number);
    case Filter::Disputed:
        return tr("In dispute %1").arg(number);
    case Filter::All:
        break;
    }
    return tr("All %1").arg(number);
}

ReportLine ReportTable::lineOf(const ItemOutcome &outcome, const Certification &certification) const
{
    ReportLine line;
    line.position = outcome.position;
    line.right = outcome.right;
    line.flagged = outcome.flagged;
    line.scored = outcome.scored;
    line.certainty = certaintyWords(outcome.certainty);
    line.sure = outcome.certainty == Certainty::Sure;
    line.unsure = outcome.unsure || outcome.certainty == Certainty::Unsure || outcome.certainty == Certainty::Guess;
    line.changed = outcome.answerChanges > 0;
    line.slow = outcome.dwellMs > slowFrom(m_report.attempt);
    line.disputed = m_report.disputes.contains(outcome.item);
    line.dwellMs = outcome.dwellMs;
    if (const Miss miss = m_report.misses.value(outcome.item); !outcome.right && miss.error)
        line.why = errorWords(*miss.error);
    const QList<Section> &sections = m_report.blueprint.sections;
    const auto section = std::find_if(
        sections.begin(), sections.end(), [&outcome](const Section &one) { return one.id == outcome.section; });
    if (section != sections.end()) {
        line.code = section->code;
        line.sectionIndex = int(section - sections.begin());
    }
    const auto item = m_report.items.constFind(outcome.item);
    if (item != m_report.items.cend()) {
        line.title = item->title;
        const Topic *topic = certification.topic(item->topic);
        line.topic = topic ? topic->title : QString();
    } else {
        line.title = tr("This question is no longer in the bank");
    }
    const QStringList order = m_report.attempt.setup().items.at(outcome.position).optionOrder;
    line.chosen = letters(outcome.chosen, order);
    line.key = letters(outcome.key, order);
    return line;
}

void ReportTable::setReport(const ReportDesk::Report &report, const Certification &certification)
{
    m_rows->clear();
    m_report = report;
    const bool rated = !report.analysis.certainties.isEmpty();
    m_columns->setRated(rated);
    for (const ItemOutcome &outcome : report.score.items)
        m_rows->add(new ReportRow(m_theme, lineOf(outcome, certification), rated, this));
    m_wanted = 0;
    m_filters.clear();
    offerFilters();
    setFilter(Filter::Wrong);
    applyFilter();
}

void ReportTable::refresh(const ReportDesk::Report &report, const Certification &certification)
{
    m_report = report;
    const auto rows = m_rows->all<ReportRow>();
    for (int i = 0; i < rows.size() && i < report.score.items.size(); ++i)
        rows.at(i)->setLine(lineOf(report.score.items.at(i), certification));
    offerFilters();
    applyFilter();
    if (ReportDetail *shown = detail()) {
        const QString item = shown->question().seat.item;
        Miss miss = m_report.misses.value(item);
        miss.item = item;
        shown->update(miss, m_report.disputes.contains(item));
    }
}

/// Only what occurs, beside all; what is shown now stays, also where nothing is left of it.
void ReportTable::offerFilters()
{
    const Filter shown = filter();
    QList<Filter> filters;
    QStringList texts;
    const auto rows = m_rows->all<ReportRow>();
    for (int i = 0; i <= int(Filter::Disputed); ++i) {
        const auto one = Filter(i);
        const int count = int(
            std::count_if(rows.begin(), rows.end(), [one](const ReportRow *row) { return matches(one, row->line()); }));
        if (one != Filter::All && count == 0 && one != shown)
            continue;
        filters << one;
        texts << filterWords(one, count);
    }
    m_filters = filters;
    m_wanted = std::max<qsizetype>(0, filters.indexOf(shown));
    m_choice->setTexts(texts);
    m_choice->setCurrent(int(m_wanted));
}

void ReportTable::setFilter(Filter filter)
{
    const qsizetype index = m_filters.indexOf(filter);
    if (index < 0)
        return;
    m_choice->setCurrent(int(index));
}

void ReportTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_choice->setRoom(width() - m_heading->sizeHint().width() - m_theme.px(space::m));
}

QList<ReportRow *> ReportTable::shownRows() const
{
    return m_rows->shown<ReportRow>();
}

ReportDetail *ReportTable::detail() const
{
    return m_rows->detail();
}

void ReportTable::applyFilter()
{
    m_rows->show(
        [this](const QuestionRow &row) { return matches(filter(), static_cast<const ReportRow &>(row).line()); });
    const bool some = !shownRows().isEmpty();
    m_none->setText(
        m_report.score.items.isEmpty() ? tr("This attempt has no questions.") : tr("No question is left here."));
    m_none->setVisible(!some);
    m_card->setVisible(some);
}

void ReportTable::openPosition(int position)
{
    const auto rows = m_rows->all<ReportRow>();
    const auto row = std::find_if(
        rows.begin(), rows.end(), [position](const ReportRow *one) { return one->line().position == position; });
    if (row == rows.end())
        return;
    if (!shownRows().contains(*row))
        setFilter(Filter::All);
    (*row)->setFocus(Qt::OtherFocusReason);
    if (m_rows->opened() != *row)
        m_rows->open(*row);
    else
        Q_EMIT brought(*row, detail());
}

ReportDetail *ReportTable::makeDetail(const ReportRow &row)
{
    const int position = row.line().position;
    const auto outcome = std::find_if(m_report.score.items.begin(), m_report.score.items.end(),
        [position](const ItemOutcome &one) { return one.position == position; });
    const auto item = m_report.items.constFind(outcome->item);
    if (item == m_report.items.cend())
        return nullptr;
    ReportQuestion question;
    question.item = *item;
    question.seat = m_report.attempt.setup().items.at(position);
    question.outcome = *outcome;
    question.state = m_report.attempt.at(position);
    question.current = m_report.current.value(outcome->item);
    question.newKey = m_report.newKeys.value(outcome->item);
    question.miss = m_report.misses.value(outcome->item);
    question.miss.item = outcome->item;
    question.disputed = m_report.disputes.contains(outcome->item);
    auto *detail = new ReportDetail(m_theme, m_settings, question, m_card);
    detail->aboutButton()->setChecked(m_unfolded);
    Q_EMIT unfolded(question.seat.item);
    connect(detail, &ReportDetail::linkActivated, this, &ReportTable::linkActivated);
    connect(detail, &ReportDetail::said, this, &ReportTable::said);
    connect(detail, &ReportDetail::disputeRequested, this,
        [this, asked = *item, seat = question.seat] { Q_EMIT disputed(asked, seat); });
    connect(detail, &ReportDetail::withdrawRequested, this, [this, id = question.seat.item] { Q_EMIT withdrawn(id); });
    connect(detail, &ReportDetail::aboutToggled, this, [this, detail](bool unfolded) {
        m_unfolded = unfolded;
        if (unfolded)
            Q_EMIT brought(detail->about(), nullptr);
    });
    return detail;
}

} // namespace lectern
