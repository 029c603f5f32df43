// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorbook.h"

#include "certification.h"
#include "detailkeys.h"
#include "examdesk.h"
#include "examreport.h"
#include "filterchoice.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "printjob.h"
#include "reportdetail.h"
#include "reportwords.h"
#include "settingsdesk.h"
#include "ui.h"
#include "widgets.h"
#include "workup.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

ErrorBook::ErrorBook(const ExamDesks &desks, Ui &ui, QWidget *parent)
    : QScrollArea(parent)
    , m_desks(desks)
    , m_ui(ui)
    , m_choice(new FilterChoice(ui.theme, tr("Why they went wrong")))
    , m_empty(
          emptyState(ui.theme, tr("No question is missed. What you get wrong will be kept here, with its rationales."),
              tr("Set up a session"), [this] { Q_EMIT setUpWanted(); }))
    , m_none(new TextLabel(ui.theme, Theme::Role::Body, tr("No question is left here.")))
    , m_card(new Card(ui.theme))
    , m_rows(new QuestionRows(
          m_card, [this](QuestionRow &row) { return makeDetail(static_cast<const ErrorBookRow &>(row)); }))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_none->setTone(TextLabel::Tone::Muted);
    m_card->setPadding({1, 1, 1, 1}, 0);
    const Theme &theme = ui.theme;
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(theme.px(space::xl), theme.px(space::s), theme.px(space::xl), theme.px(space::xl));
    column->setSpacing(theme.px(space::l));
    column->addWidget(makeHead());
    column->addWidget(m_choice);
    column->addWidget(m_empty);
    column->addWidget(m_none);
    column->addWidget(m_card);
    column->addStretch();
    setWidget(page);
    connect(m_choice, &FilterChoice::currentChanged, this, &ErrorBook::applyFilter);
    connect(m_rows, &QuestionRows::brought, this,
        [this](QWidget *row, QWidget *detail) { bringIntoView(*this, row, detail, m_ui.theme.px(space::l)); });
    connect(&desks.reports, &ReportDesk::changed, this, [this] {
        if (isVisible())
            reload();
        else
            m_stale = true;
    });
    addKeys();
}

QWidget *ErrorBook::makeHead()
{
    const Theme &theme = m_ui.theme;
    auto *head = new QWidget;
    QPushButton *back = plainButton(theme, tr("Back"), QStringLiteral("go-previous"), tr("Esc"));
    back->setObjectName(QStringLiteral("leaveBook"));
    connect(back, &QPushButton::clicked, this, &ErrorBook::leave);
    auto *title = new TextLabel(theme, Theme::Role::Heading, tr("Error book"));
    m_drill = plainButton(theme, tr("Drill these"), QStringLiteral("media-playback-start"), tr("S"));
    m_drill->setObjectName(QStringLiteral("drillBook"));
    connect(m_drill, &QPushButton::clicked, this, &ErrorBook::drill);
    m_print = plainButton(theme, tr("Print…"), QStringLiteral("document-print"));
    m_print->setObjectName(QStringLiteral("printBook"));
    connect(m_print, &QPushButton::clicked, this,
        [this] { printErrorBook(m_ui, this, m_desks.reports, m_desks.guide.certification()); });
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(space::m));
    row->addWidget(back);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(m_print);
    row->addWidget(m_drill);
    return head;
}

QStringList ErrorBook::shortcuts()
{
    return {tr("S") + u'\t' + tr("Drill what the error book shows")};
}

void ErrorBook::addKeys()
{
    const auto bind = [this](Qt::Key key, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &ErrorBook::leave);
    bind(Qt::Key_S, [this] { m_drill->click(); });
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, m_print, &QPushButton::click);
    addDetailKeys(this, [this] { return detail(); });
}

void ErrorBook::open()
{
    m_rows->clear();
    m_kinds.clear();
    m_stale = true;
    reload();
    m_choice->setCurrent(0);
    verticalScrollBar()->setValue(0);
    if (const auto rows = shownRows(); !rows.isEmpty())
        rows.constFirst()->setFocus(Qt::OtherFocusReason);
}

void ErrorBook::reload()
{
    m_stale = false;
    const auto book = m_desks.reports.errorBook();
    if (!book) {
        m_ui.messages.showError(book.error());
        return;
    }
    const auto rows = m_rows->all<ErrorBookRow>();
    // What is disputed is in no book, but stays where it was shown: it can be withdrawn there.
    QList<ReportDesk::ErrorBookEntry> entries = *book;
    for (int i = 0; i < rows.size(); ++i) {
        const ReportDesk::ErrorBookEntry &shown = rows.at(i)->entry();
        const bool gone = std::none_of(book->begin(), book->end(),
            [&](const ReportDesk::ErrorBookEntry &entry) { return entry.item.id == shown.item.id; });
        if (gone && m_desks.reports.disputed(shown.item.id)) {
            ReportDesk::ErrorBookEntry kept = shown;
            kept.miss = m_desks.reports.missOf(shown.item.id);
            entries.insert(std::min<qsizetype>(i, entries.size()), kept);
        }
    }
    const auto same = std::equal(rows.begin(), rows.end(), entries.begin(), entries.end(),
        [](const ErrorBookRow *row, const ReportDesk::ErrorBookEntry &entry) {
            return row->entry().item.id == entry.item.id && row->entry().lastUtcMs == entry.lastUtcMs;
        });
    if (same) {
        // What is open and where the focus is stays.
        for (int i = 0; i < rows.size(); ++i)
            rows.at(i)->setState(entries.at(i).miss, m_desks.reports.disputed(entries.at(i).item.id));
    } else {
        m_rows->clear();
        const Certification &certification = m_desks.guide.certification();
        for (const ReportDesk::ErrorBookEntry &entry : std::as_const(entries)) {
            const Topic *topic = certification.topic(entry.item.topic);
            auto *row = new ErrorBookRow(m_ui.theme, entry, topic ? topic->title : QString(),
                m_desks.reports.localTime(entry.lastUtcMs), m_card);
            row->setState(entry.miss, m_desks.reports.disputed(entry.item.id));
            m_rows->add(row);
        }
    }
    if (ReportDetail *shown = detail()) {
        const QString item = shown->question().item.id;
        shown->update(m_desks.reports.missOf(item), m_desks.reports.disputed(item));
    }
    offerKinds();
    applyFilter();
}

bool ErrorBook::matches(const Kind &kind, const Miss &miss) const
{
    return kind.all || kind.error == miss.error;
}

void ErrorBook::offerKinds()
{
    const Kind shown = m_kinds.value(m_choice->current());
    QList<Kind> all{Kind{}, Kind{false, std::nullopt}};
    for (const ErrorType error : Workup::errors())
        all << Kind{false, error};
    QList<Kind> kinds;
    QStringList texts;
    int current = 0;
    const auto rows = m_rows->all<ErrorBookRow>();
    for (const Kind &kind : std::as_const(all)) {
        const auto count = std::count_if(
            rows.begin(), rows.end(), [&](const ErrorBookRow *row) { return matches(kind, row->entry().miss); });
        const bool isShown = kind.all == shown.all && kind.error == shown.error;
        if (count == 0 && !kind.all && !isShown)
            continue;
        if (isShown)
            current = int(kinds.size());
        kinds << kind;
        texts << tr("%1 %2", "why, count")
                     .arg(kind.all     ? tr("All")
                          : kind.error ? errorWords(*kind.error)
                                       : tr("Not worked up"),
                         QLocale().toString(int(count)));
    }
    m_kinds = kinds;
    m_choice->setTexts(texts);
    m_choice->setCurrent(current);
}

QList<ErrorBookRow *> ErrorBook::shownRows() const
{
    return m_rows->shown<ErrorBookRow>();
}

ReportDetail *ErrorBook::detail() const
{
    return m_rows->detail();
}

void ErrorBook::applyFilter()
{
    const Kind kind = m_kinds.value(m_choice->current());
    m_rows->show(
        [&](const QuestionRow &row) { return matches(kind, static_cast<const ErrorBookRow &>(row).entry().miss); });
    const bool any = !m_rows->all<ErrorBookRow>().isEmpty();
    const bool some = !shownRows().isEmpty();
    m_empty->setVisible(!any);
    m_choice->setVisible(any);
    m_none->setVisible(any && !some);
    m_card->setVisible(some);
    m_drill->setVisible(some);
    m_print->setVisible(any);
}

ReportDetail *ErrorBook::makeDetail(const ErrorBookRow &row)
{
    const ReportDesk::ErrorBookEntry &entry = row.entry();
    ReportQuestion question;
    question.item = entry.item;
    question.seat.item = entry.item.id;
    question.seat.revision = revisionHash(entry.item);
    question.seat.optionOrder = entry.optionOrder;
    question.outcome.item = entry.item.id;
    question.outcome.chosen = entry.lastChoice;
    question.outcome.key = entry.item.keyIds();
    question.outcome.right = false; // it is in the book: what was missed can be worked up
    question.current = question.seat.revision;
    question.miss = m_desks.reports.missOf(entry.item.id);
    question.disputed = m_desks.reports.disputed(entry.item.id);
    auto *detail = new ReportDetail(m_ui.theme, m_desks.settings, question, m_card);
    (void)m_desks.reports.rationaleRead(question.item.id);
    connect(detail, &ReportDetail::linkActivated, this,
        [this](const QString &url) { openSource(m_desks.reports, m_ui, this, url); });
    connect(detail, &ReportDetail::said, this, &ErrorBook::say);
    connect(detail, &ReportDetail::disputeRequested, this,
        [this, asked = question.item, seat = question.seat] { disputeQuestion(m_desks, m_ui, this, asked, seat); });
    connect(detail, &ReportDetail::withdrawRequested, this,
        [this, id = question.item.id] { withdrawDispute(m_desks, m_ui, id); });
    return detail;
}

void ErrorBook::say(const Miss &miss)
{
    if (const Outcome kept = m_desks.reports.setMiss(miss); !kept) {
        m_ui.messages.showError(kept.error());
        reload();
    }
}

void ErrorBook::drill()
{
    DrillCriteria criteria;
    for (const ErrorBookRow *row : shownRows()) {
        if (!row->disputed())
            criteria.items << row->entry().item.id;
    }
    if (criteria.items.isEmpty())
        return;
    if (const auto drill = m_desks.exam.startDrill(criteria); !drill) {
        m_ui.messages.showError(drill.error());
        return;
    }
    Q_EMIT started();
}

void ErrorBook::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_choice->setRoom(viewport()->width() - 2 * m_ui.theme.px(space::xl));
}

void ErrorBook::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_stale)
        reload();
}

} // namespace lectern
