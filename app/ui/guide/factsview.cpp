// SPDX-License-Identifier: GPL-3.0-or-later
#include "factsview.h"

#include "certification.h"
#include "factstable.h"
#include "safetext.h"
#include "scrollcolumn.h"
#include "tell.h"
#include "ui.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>

namespace lectern
{

namespace
{
constexpr int tableCharacters = 150; ///< a table of short cells, not lines to read
constexpr int readingCharacters = 90;
} // namespace

FactsView::FactsView(const Certification &certification, Ui &ui, QWidget *parent)
    : SidedView(ui.theme, parent)
    , m_column(new ScrollColumn(ui.theme, tableCharacters))
    , m_table(new FactsTable(ui, certification, FactsTable::Detail::Full))
{
    const Theme &theme = ui.theme;
    auto *title = new TextLabel(theme, Theme::Role::Figure, certification.title);
    title->setWordWrap(true);
    m_column->body()->addWidget(title);
    auto *overview = new SafeText(theme);
    overview->setAccessibleName(tr("Overview"));
    overview->setSafeMarkdown(certification.overview);
    overview->setMaximumWidth(readingCharacters * QFontMetrics(theme.font(Theme::Role::Reading)).averageCharWidth());
    connect(overview, &SafeText::linkActivated, this, [&ui](const QString &url) { offerLink(ui, url); });
    // In a line of its own, because a column reckons the height of text from its whole width.
    auto *line = new QHBoxLayout;
    line->addWidget(overview, 100);
    line->addStretch(1);
    m_column->body()->addLayout(line);
    m_column->body()->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("What Lectern reckons with")));
    m_column->body()->addWidget(numbers(certification, ui));
    m_column->body()->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("Facts, the page's and the vendor's")));
    m_column->body()->addWidget(m_table);
    m_column->body()->addStretch();
    place(nullptr, m_column);
}

QWidget *FactsView::numbers(const Certification &certification, const Ui &ui) const
{
    const QLocale locale;
    const ExamRules &exam = certification.exam;
    const std::pair<QString, QString> rows[] = {
        {tr("Questions"), locale.toString(exam.questions)},
        {tr("Time"), tr("%1 min").arg(locale.toString(exam.minutes))},
        {tr("Practice target"), tr("%1 %").arg(locale.toString(exam.targetPercent))},
        {tr("Wait before a retake"), tr("%n day(s)", nullptr, exam.retakeWaitDays)},
        {tr("Valid for"), tr("%n year(s)", nullptr, exam.validityYears)},
        {tr("Study"),
            tr("%1 h in %n week(s)", nullptr, certification.weeks()).arg(locale.toString(certification.totalHours))},
    };
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(ui.theme.px(space::xl));
    grid->setVerticalSpacing(ui.theme.px(space::xs));
    int row = 0;
    for (const auto &[label, text] : rows) {
        auto *name = new TextLabel(ui.theme, Theme::Role::Body, label);
        name->setTone(TextLabel::Tone::Muted);
        auto *number = new TextLabel(ui.theme, Theme::Role::Body, text);
        number->setBold(true);
        grid->addWidget(name, row, 0);
        grid->addWidget(number, row, 1);
        ++row;
    }
    grid->setColumnStretch(2, 1);
    return box;
}

void FactsView::enter(const QString &fact)
{
    QWidget *row = m_table->row(fact);
    if (!row)
        return;
    m_column->reveal(row);
    row->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern
