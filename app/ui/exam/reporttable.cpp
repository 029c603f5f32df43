// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporttable.h"

#include "examwords.h"
#include "filterchoice.h"
#include "reportdetail.h"
#include "reportwords.h"
#include "seatwords.h"
#include "widgets.h"
#include "workup.h"

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
    closeDetail();
    m_report = report;
    const bool rated = !report.analysis.certainties.isEmpty();
    m_columns->setRated(rated);
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const ItemOutcome &outcome : report.score.items) {
        auto *row = new ReportRow(m_theme, lineOf(outcome, certification), rated, this);
        m_card->body()->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, [this, row] { toggle(row); });
        connect(row, &ReportRow::stepPressed, this, [this, row](int key) { step(row, key); });
        m_rows << row;
    }
    m_wanted = 0;
    m_filters.clear();
    offerFilters();
    setFilter(Filter::Wrong);
    applyFilter();
}

void ReportTable::refresh(const ReportDesk::Report &report, const Certification &certification)
{
    m_report = report;
    for (int i = 0; i < m_rows.size() && i < report.score.items.size(); ++i)
        m_rows.at(i)->setLine(lineOf(report.score.items.at(i), certification));
    offerFilters();
    applyFilter();
    if (m_detail) {
        const QString item = m_detail->question().seat.item;
        Miss miss = m_report.misses.value(item);
        miss.item = item;
        m_detail->update(miss, m_report.disputes.contains(item));
    }
}

/// Only what occurs, beside all; what is shown now stays, also where nothing is left of it.
void ReportTable::offerFilters()
{
    const Filter shown = filter();
    QList<Filter> filters;
    QStringList texts;
    for (int i = 0; i <= int(Filter::Disputed); ++i) {
        const auto one = Filter(i);
        const int count = int(std::count_if(
            m_rows.begin(), m_rows.end(), [one](const ReportRow *row) { return matches(one, row->line()); }));
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
    QList<ReportRow *> rows;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows),
        [this](const ReportRow *row) { return matches(filter(), row->line()); });
    return rows;
}

void ReportTable::applyFilter()
{
    const QList<ReportRow *> shown = shownRows();
    if (m_open && !shown.contains(m_open))
        closeDetail();
    for (ReportRow *row : std::as_const(m_rows))
        row->setVisible(shown.contains(row));
    m_none->setText(m_rows.isEmpty() ? tr("This attempt has no questions.") : tr("No question is left here."));
    m_none->setVisible(shown.isEmpty());
    m_card->setVisible(!shown.isEmpty());
}

void ReportTable::toggle(ReportRow *row)
{
    if (row == m_open)
        closeDetail();
    else
        openDetail(row);
}

void ReportTable::openPosition(int position)
{
    const auto row = std::find_if(
        m_rows.begin(), m_rows.end(), [position](const ReportRow *one) { return one->line().position == position; });
    if (row == m_rows.end())
        return;
    if (!shownRows().contains(*row))
        setFilter(Filter::All);
    (*row)->setFocus(Qt::OtherFocusReason);
    if (m_open != *row)
        openDetail(*row);
    else
        Q_EMIT brought(*row, m_detail);
}

void ReportTable::openDetail(ReportRow *row)
{
    closeDetail();
    m_open = row;
    row->setChecked(true);
    const int position = row->line().position;
    const auto outcome = std::find_if(m_report.score.items.begin(), m_report.score.items.end(),
        [position](const ItemOutcome &one) { return one.position == position; });
    const auto item = m_report.items.constFind(outcome->item);
    if (item == m_report.items.cend())
        return;
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
    m_detail = new ReportDetail(m_theme, m_settings, question, m_card);
    m_detail->aboutButton()->setChecked(m_unfolded);
    connect(m_detail, &ReportDetail::linkActivated, this, &ReportTable::linkActivated);
    connect(m_detail, &ReportDetail::said, this, &ReportTable::said);
    connect(m_detail, &ReportDetail::disputeRequested, this,
        [this, asked = *item, seat = question.seat] { Q_EMIT disputed(asked, seat); });
    connect(
        m_detail, &ReportDetail::withdrawRequested, this, [this, id = question.seat.item] { Q_EMIT withdrawn(id); });
    connect(m_detail, &ReportDetail::aboutToggled, this, [this](bool unfolded) {
        m_unfolded = unfolded;
        if (unfolded)
            Q_EMIT brought(m_detail->about(), nullptr);
    });
    m_card->body()->insertWidget(m_card->body()->indexOf(row) + 1, m_detail);
    m_detail->show();
    Q_EMIT brought(row, m_detail);
}

void ReportTable::closeDetail()
{
    if (m_open)
        m_open->setChecked(false);
    m_open = nullptr;
    ReportDetail *closed = m_detail;
    m_detail = nullptr;
    // Not deleted at once: the click that closes it may come from inside.
    if (closed) {
        if (closed->workup())
            closed->workup()->saveRule();
        closed->hide();
        m_card->body()->removeWidget(closed);
        closed->deleteLater();
    }
}

void ReportTable::step(ReportRow *from, int key)
{
    const QList<ReportRow *> rows = shownRows();
    qsizetype to = rows.indexOf(from);
    if (key == Qt::Key_Home)
        to = 0;
    else if (key == Qt::Key_End)
        to = rows.size() - 1;
    else
        to += key == Qt::Key_Down ? 1 : -1;
    if (to < 0 || to >= rows.size())
        return;
    rows.at(to)->setFocus(Qt::OtherFocusReason);
    if (m_open && m_open != rows.at(to))
        openDetail(rows.at(to));
    else
        Q_EMIT brought(rows.at(to), nullptr);
}

} // namespace lectern
