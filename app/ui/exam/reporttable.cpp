// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporttable.h"

#include "examwords.h"
#include "reportdetail.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace lectern
{

ReportTable::ReportTable(const Theme &theme, const SettingsDesk &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_filter(new Segments(theme, tr("Questions to show")))
    , m_none(new TextLabel(theme, Theme::Role::Body))
    , m_card(new Card(theme))
{
    for (int i = 0; i < 4; ++i)
        m_filter->addSegment({});
    m_none->setTone(TextLabel::Tone::Muted);
    m_card->setPadding({1, 1, 1, 1}, 0);
    m_card->body()->addWidget(new ReportHeading(theme));

    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(space::m));
    head->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("Questions")));
    head->addWidget(m_filter);
    head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    column->addLayout(head);
    column->addWidget(m_none);
    column->addWidget(m_card);
    connect(m_filter, &Segments::currentChanged, this, &ReportTable::applyFilter);
}

bool ReportTable::matches(Filter filter, const ReportLine &line)
{
    switch (filter) {
    case Filter::Wrong:
        return !line.right;
    case Filter::Flagged:
        return line.flagged;
    case Filter::Blank:
        return line.chosen.isEmpty();
    case Filter::All:
        break;
    }
    return true;
}

ReportLine ReportTable::lineOf(const ItemOutcome &outcome, const Certification &certification) const
{
    ReportLine line;
    line.position = outcome.position;
    line.right = outcome.right;
    line.flagged = outcome.flagged;
    line.dwellMs = outcome.dwellMs;
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
    const auto letterOf = [&order](const QStringList &ids) {
        const auto index = ids.isEmpty() ? -1 : order.indexOf(ids.constFirst());
        return index < 0 ? QString() : letter(int(index));
    };
    line.chosen = letterOf(outcome.chosen);
    line.key = letterOf(outcome.key);
    return line;
}

void ReportTable::setReport(const ReportDesk::Report &report, const Certification &certification)
{
    closeDetail();
    m_report = report;
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const ItemOutcome &outcome : report.score.items) {
        auto *row = new ReportRow(m_theme, lineOf(outcome, certification), this);
        m_card->body()->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, [this, row] { toggle(row); });
        connect(row, &ReportRow::stepPressed, this, [this, row](int key) { step(row, key); });
        m_rows << row;
    }
    const auto count = [this](Filter filter) {
        return int(std::count_if(
            m_rows.begin(), m_rows.end(), [filter](const ReportRow *row) { return matches(filter, row->line()); }));
    };
    const QLocale locale;
    const std::array words{tr("All %1"), tr("Wrong %1"), tr("Flagged %1"), tr("Blank %1")};
    for (int i = 0; i < int(words.size()); ++i)
        m_filter->setSegmentText(i, words[size_t(i)].arg(locale.toString(count(Filter(i)))));
    m_filter->setCurrent(int(count(Filter::Wrong) > 0 ? Filter::Wrong : Filter::All));
    applyFilter();
}

QList<ReportRow *> ReportTable::shownRows() const
{
    QList<ReportRow *> rows;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows),
        [this](const ReportRow *row) { return matches(Filter(m_filter->current()), row->line()); });
    return rows;
}

void ReportTable::applyFilter()
{
    const QList<ReportRow *> shown = shownRows();
    if (m_open && !shown.contains(m_open))
        closeDetail();
    for (ReportRow *row : std::as_const(m_rows))
        row->setVisible(shown.contains(row));
    const std::array words{tr("This attempt has no questions."), tr("Nothing is wrong: every answer is right."),
        tr("Nothing was flagged."), tr("Nothing was left blank.")};
    m_none->setText(words[size_t(m_filter->current())]);
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
    const FormItem seat = m_report.attempt.setup().items.at(position);
    m_detail = new ReportDetail(m_theme, m_settings, *item, seat, *outcome, m_report.current.value(seat.item), m_card);
    m_detail->aboutButton()->setChecked(m_unfolded);
    connect(m_detail, &ReportDetail::linkActivated, this, &ReportTable::linkActivated);
    connect(
        m_detail, &ReportDetail::disputeRequested, this, [this, asked = *item, seat] { Q_EMIT disputed(asked, seat); });
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
    // Not deleted at once: the click that closes it may come from inside.
    if (m_detail) {
        m_detail->hide();
        m_card->body()->removeWidget(m_detail);
        m_detail->deleteLater();
    }
    m_detail = nullptr;
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
