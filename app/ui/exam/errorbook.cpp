// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorbook.h"

#include "certification.h"
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
#include <QTimer>
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
    bind(Qt::Key_I, [this] {
        if (m_detail)
            m_detail->aboutButton()->click();
    });
    for (int i = 0; i < Workup::errors().size(); ++i) {
        bind(Qt::Key(Qt::Key_1 + i), [this, i] {
            if (m_detail && m_detail->workup())
                m_detail->workup()->choose(Workup::errors().at(i));
        });
    }
    bind(Qt::Key_R, [this] {
        if (m_detail && m_detail->workup())
            m_detail->workup()->editRule();
    });
    bind(Qt::Key_Q, [this] {
        if (m_detail && m_detail->workup())
            m_detail->workup()->toggleSibling();
    });
}

void ErrorBook::open()
{
    closeDetail();
    qDeleteAll(m_rows);
    m_rows.clear();
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
    const auto same = std::equal(m_rows.begin(), m_rows.end(), book->begin(), book->end(),
        [](const ErrorBookRow *row, const ReportDesk::ErrorBookEntry &entry) {
            return row->entry().item.id == entry.item.id && row->entry().lastUtcMs == entry.lastUtcMs;
        });
    if (same) {
        // What is open and where the focus is stays.
        for (int i = 0; i < m_rows.size(); ++i)
            m_rows.at(i)->setMiss(book->at(i).miss);
    } else {
        closeDetail();
        qDeleteAll(m_rows);
        m_rows.clear();
        const Certification &certification = m_desks.guide.certification();
        for (const ReportDesk::ErrorBookEntry &entry : *book) {
            const Topic *topic = certification.topic(entry.item.topic);
            auto *row = new ErrorBookRow(m_ui.theme, entry, topic ? topic->title : QString(),
                m_desks.reports.localTime(entry.lastUtcMs), m_card);
            m_card->body()->addWidget(row);
            connect(row, &QAbstractButton::clicked, this, [this, row] { toggle(row); });
            connect(row, &ErrorBookRow::stepPressed, this, [this, row](int key) { step(row, key); });
            m_rows << row;
        }
    }
    if (m_detail) {
        const QString item = m_detail->question().item.id;
        m_detail->update(m_desks.reports.missOf(item), m_desks.reports.disputed(item));
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
    for (const Kind &kind : std::as_const(all)) {
        const auto count = std::count_if(
            m_rows.begin(), m_rows.end(), [&](const ErrorBookRow *row) { return matches(kind, row->entry().miss); });
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
    const Kind kind = m_kinds.value(m_choice->current());
    QList<ErrorBookRow *> rows;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows),
        [&](const ErrorBookRow *row) { return matches(kind, row->entry().miss); });
    return rows;
}

void ErrorBook::applyFilter()
{
    const QList<ErrorBookRow *> shown = shownRows();
    if (m_open && !shown.contains(m_open))
        closeDetail();
    for (ErrorBookRow *row : std::as_const(m_rows))
        row->setVisible(shown.contains(row));
    m_empty->setVisible(m_rows.isEmpty());
    m_choice->setVisible(!m_rows.isEmpty());
    m_none->setVisible(shown.isEmpty() && !m_rows.isEmpty());
    m_card->setVisible(!shown.isEmpty());
    m_drill->setVisible(!shown.isEmpty());
    m_print->setVisible(!m_rows.isEmpty());
}

void ErrorBook::toggle(ErrorBookRow *row)
{
    if (row == m_open)
        closeDetail();
    else
        openDetail(row);
}

void ErrorBook::openDetail(ErrorBookRow *row)
{
    closeDetail();
    m_open = row;
    row->setChecked(true);
    const ReportDesk::ErrorBookEntry &entry = row->entry();
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
    m_detail = new ReportDetail(m_ui.theme, m_desks.settings, question, m_card);
    connect(m_detail, &ReportDetail::linkActivated, this,
        [this](const QString &url) { openSource(m_desks.reports, m_ui, this, url); });
    connect(m_detail, &ReportDetail::said, this, &ErrorBook::say);
    connect(m_detail, &ReportDetail::disputeRequested, this,
        [this, asked = question.item, seat = question.seat] { disputeQuestion(m_desks, m_ui, this, asked, seat); });
    connect(m_detail, &ReportDetail::withdrawRequested, this,
        [this, id = question.item.id] { withdrawDispute(m_desks, m_ui, id); });
    m_card->body()->insertWidget(m_card->body()->indexOf(row) + 1, m_detail);
    m_detail->show();
    QTimer::singleShot(0, this, &ErrorBook::bring);
}

void ErrorBook::bring()
{
    if (!m_open)
        return;
    widget()->layout()->activate();
    if (m_detail)
        ensureWidgetVisible(m_detail, 0, m_ui.theme.px(space::l));
    ensureWidgetVisible(m_open, 0, m_ui.theme.px(space::l));
}

void ErrorBook::closeDetail()
{
    if (m_open)
        m_open->setChecked(false);
    m_open = nullptr;
    ReportDetail *closed = m_detail;
    m_detail = nullptr;
    if (!closed)
        return;
    if (closed->workup())
        closed->workup()->saveRule();
    closed->hide();
    m_card->body()->removeWidget(closed);
    closed->deleteLater(); // the click that closes it may come from inside
}

void ErrorBook::step(ErrorBookRow *from, int key)
{
    const QList<ErrorBookRow *> rows = shownRows();
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
        ensureWidgetVisible(rows.at(to), 0, m_ui.theme.px(space::l));
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
    for (const ErrorBookRow *row : shownRows())
        criteria.items << row->entry().item.id;
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
