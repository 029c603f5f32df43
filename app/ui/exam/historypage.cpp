// SPDX-License-Identifier: GPL-3.0-or-later
#include "historypage.h"

#include "flowlayout.h"
#include "guidedesk.h"
#include "historydelegate.h"
#include "historymodel.h"
#include "messagebar.h"
#include "reportdesk.h"
#include "sessionwords.h"
#include "settingsdesk.h"
#include "trendchart.h"
#include "ui.h"
#include "widgets.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int allColumnsFrom = 900; ///< pixels at 100 % text
constexpr int timeFrom = 700;
constexpr int tableAtLeast = 220;

} // namespace

HistoryPage::HistoryPage(ReportDesk &reports, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_reports(reports)
    , m_guide(guide)
    , m_settings(settings)
    , m_ui(ui)
    , m_model(new HistoryModel(this))
    , m_rows(new HistoryFilter(this))
    , m_delegate(new HistoryDelegate(ui.theme, this))
    , m_count(new TextLabel(ui.theme, Theme::Role::Body))
    , m_mode(new QComboBox)
    , m_period(new QComboBox)
    , m_words(new QLineEdit)
    , m_chart(new TrendChart(ui.theme))
    , m_table(new QTableView)
    , m_nothing(new TextLabel(ui.theme, Theme::Role::Body))
    , m_wayOut(plainButton(ui.theme, QString()))
{
    const Theme &theme = ui.theme;
    m_rows->setSourceModel(m_model);
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(page);
    const int side = theme.px(space::xl);
    column->setContentsMargins(side, theme.px(space::m), side, theme.px(space::l));
    column->setSpacing(theme.px(space::m));
    column->addWidget(makeHead());
    column->addWidget(m_filters = makeFilters());
    column->addWidget(m_results = makeTable(), 1);
    column->addWidget(m_empty = makeNothing(), 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    for (const QKeySequence &keys : {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::ALT | Qt::Key_Left)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &HistoryPage::leave);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_words, [this] {
        m_words->setFocus(Qt::ShortcutFocusReason);
        m_words->selectAll();
    });
    connect(&theme, &Theme::changed, this, &HistoryPage::arrange);
}

QStringList HistoryPage::shortcuts()
{
    return {tr("Ctrl+F") + u'\t' + tr("Search the history of attempts"),
        tr("E") + u'\t' + tr("Open the error book, from the history or a report"),
        tr("Esc") + u'\t' + tr("Back from the history to the set-up")};
}

QWidget *HistoryPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_ui.theme.px(space::s));
    QAbstractButton *back = iconButton(m_ui.theme, QStringLiteral("go-previous"), tr("Back to the set-up"), QString());
    back->setObjectName(QStringLiteral("historyBack"));
    m_count->setTone(TextLabel::Tone::Muted);
    m_count->setObjectName(QStringLiteral("historyCount"));
    row->addWidget(back);
    row->addWidget(new TextLabel(m_ui.theme, Theme::Role::Heading, tr("History")));
    row->addSpacing(m_ui.theme.px(space::s));
    row->addWidget(m_count, 1);
    QPushButton *book = plainButton(m_ui.theme, tr("Error book"), QStringLiteral("documentation"), tr("E"));
    book->setObjectName(QStringLiteral("historyBook"));
    row->addWidget(book);
    connect(book, &QPushButton::clicked, this, &HistoryPage::errorBookWanted);
    auto *bookKey = new QShortcut(Qt::Key_E, this);
    bookKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(bookKey, &QShortcut::activated, book, &QPushButton::click);
    connect(back, &QAbstractButton::clicked, this, &HistoryPage::leave);
    return head;
}

QWidget *HistoryPage::makeFilters()
{
    auto *filters = new QWidget;
    auto *row = new FlowLayout(m_ui.theme.px(space::s), filters);
    m_mode->setObjectName(QStringLiteral("historyMode"));
    m_mode->addItem(tr("All modes"));
    for (const AttemptMode mode : examModes)
        m_mode->addItem(modeName(mode), int(mode));
    m_period->setObjectName(QStringLiteral("historyPeriod"));
    m_period->addItem(tr("At any time"), 0);
    for (const int days : {7, 30, 90, 365})
        m_period->addItem(tr("Last %n day(s)", nullptr, days), days);
    m_words->setObjectName(QStringLiteral("historyWords"));
    m_words->setPlaceholderText(tr("Search the history"));
    m_words->setAccessibleName(tr("Search the history"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumWidth(m_ui.theme.px(200));
    row->addWidget(m_mode);
    row->addWidget(m_period);
    row->addWidget(m_words);
    nameComboBox(m_mode, tr("Mode"));
    nameComboBox(m_period, tr("Period"));
    connect(m_mode, &QComboBox::currentIndexChanged, this, &HistoryPage::filter);
    connect(m_period, &QComboBox::currentIndexChanged, this, &HistoryPage::filter);
    connect(m_words, &QLineEdit::textChanged, this, &HistoryPage::filter);
    return filters;
}

QWidget *HistoryPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("Attempts, newest first"));
    m_table->setModel(m_rows);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setMouseTracking(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(HistoryModel::What, QHeaderView::Stretch);
    connect(m_table, &QTableView::clicked, this, &HistoryPage::open);
    connect(m_table, &QTableView::activated, this, &HistoryPage::open);

    auto *legend = new TextLabel(m_ui.theme, Theme::Role::Small,
        tr("Dots are practice, diamonds rehearsals, hollow ones not sealed. Bars: 80 % interval, from 20 questions on. "
           "Line: mean of the last five. Dashed: practice target."));
    legend->setTone(TextLabel::Tone::Muted);
    legend->setWordWrap(true);
    auto *results = new QWidget;
    auto *column = new QVBoxLayout(results);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_ui.theme.px(space::s));
    column->addWidget(m_chart);
    column->addWidget(legend);
    column->addWidget(m_table, 1);
    return results;
}

QWidget *HistoryPage::makeNothing()
{
    m_nothing->setObjectName(QStringLiteral("historyNothing"));
    m_nothing->setWordWrap(true);
    m_wayOut->setObjectName(QStringLiteral("historyWayOut"));
    auto *empty = new QWidget;
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_ui.theme.px(space::m));
    column->addWidget(m_nothing);
    auto *row = new QHBoxLayout;
    row->addWidget(m_wayOut);
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    connect(m_wayOut, &QPushButton::clicked, this, [this] {
        if (m_model->rowCount() == 0) {
            Q_EMIT leave();
            return;
        }
        m_mode->setCurrentIndex(0);
        m_period->setCurrentIndex(0);
        m_words->clear();
    });
    return empty;
}

void HistoryPage::reload()
{
    const QModelIndex current = m_table->currentIndex();
    const AttemptId before = current.isValid() ? m_rows->row(current.row()).past.id : AttemptId{};
    QList<HistoryModel::Row> attempts;
    const QList<ReportDesk::Past> &all = m_reports.history();
    attempts.reserve(all.size());
    for (const ReportDesk::Past &past : all)
        attempts.append({past, sessionTitle(past.mode, past.criteria, m_guide.certification()),
            m_reports.localTime(past.startedUtcMs)});
    m_model->setRows(attempts);
    filter();
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->row(row).past.id == before)
            m_table->setCurrentIndex(m_rows->index(row, 0));
    }
}

void HistoryPage::filter()
{
    const QVariant mode = m_mode->currentData();
    m_rows->setMode(mode.isValid() ? std::optional(AttemptMode(mode.toInt())) : std::nullopt);
    const int days = m_period->currentData().toInt();
    m_rows->setFrom(days > 0 ? m_reports.now().date().addDays(1 - days) : QDate());
    m_rows->setText(m_words->text());
    showRows();
}

void HistoryPage::showRows()
{
    const int all = m_model->rowCount();
    const int shown = m_rows->rowCount();
    m_count->setText(shown == all ? tr("%n attempt(s)", nullptr, all)
                                  : tr("%1 of %n attempt(s)", nullptr, all).arg(QLocale().toString(shown)));
    m_filters->setVisible(all > 0);
    m_results->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    m_nothing->setText(all == 0 ? tr("No exam finished yet. Its result and every rationale will be kept here.")
                                : tr("No attempt is like that."));
    m_wayOut->setText(all == 0 ? tr("Set up a session") : tr("Show all attempts"));

    QList<TrendChart::Point> points;
    for (int i = shown - 1; i >= 0; --i) {
        const HistoryModel::Row &row = m_rows->row(i);
        if (row.hasResult())
            points.append({row.started, row.past.right, row.past.total, row.past.mode == AttemptMode::Rehearsal,
                row.past.sealed});
    }
    const int own = m_settings.value(Setting::TargetPercent).toInt();
    m_chart->setPoints(points, (own >= 0 ? own : m_guide.certification().exam.targetPercent) / 100.0);
    arrange();
}

void HistoryPage::open(const QModelIndex &index)
{
    // A double click comes as a click first, which has left the page.
    if (!index.isValid() || !isVisible())
        return;
    const ReportDesk::Past &past = m_rows->row(index.row()).past;
    if (past.damaged)
        m_ui.messages.showInfo(
            tr("A stored answer of this attempt does not match its checksum. Restore a backup to see it."));
    else
        Q_EMIT reportChosen(past.id);
}

void HistoryPage::arrange()
{
    const Theme &theme = m_ui.theme;
    m_table->verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    m_table->setMinimumHeight(theme.px(tableAtLeast));
    m_table->setColumnHidden(HistoryModel::Range, width() < theme.px(allColumnsFrom));
    m_table->setColumnHidden(HistoryModel::Extra, width() < theme.px(allColumnsFrom));
    m_table->setColumnHidden(HistoryModel::Used, width() < theme.px(timeFrom));
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_table->currentIndex().isValid() && m_rows->rowCount() > 0)
        m_table->setCurrentIndex(m_rows->index(0, 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern
