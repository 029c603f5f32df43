// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectionview.h"

#include "checklistrow.h"
#include "checklistwords.h"
#include "entryrow.h"
#include "guidedesk.h"
#include "progresslist.h"
#include "scrollcolumn.h"
#include "ui.h"
#include "widgets.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int readingCharacters = 90;
}

CollectionView::CollectionView(GuideDesk &desk, HistoryDesk &history, Ui &ui, CollectionKind kind, QWidget *parent)
    : SidedView(ui.theme, parent)
    , m_desk(desk)
    , m_history(history)
    , m_ui(ui)
    , m_kind(kind)
    , m_list(new ProgressList(ui.theme, tr("Lists")))
    , m_column(new ScrollColumn(ui.theme, readingCharacters))
{
    const Theme &theme = ui.theme;
    if (kind == CollectionKind::Checklist) {
        m_rule = new TextLabel(theme, Theme::Role::Body, checklist::notForTheOdds());
        m_rule->setBold(true);
        m_rule->setWordWrap(true);
        m_column->body()->addWidget(m_rule);
    }
    for (const Collection &collection : desk.certification().collections) {
        if (collection.kind == kind)
            addPart(collection);
    }
    m_column->body()->addStretch();
    auto *side = new ScrollColumn(theme);
    side->setPadding({space::xl, space::m, 0, space::m});
    side->body()->addWidget(m_list);
    m_list->setCurrent(0);
    connect(m_list, &ProgressList::chosen, this, &CollectionView::revealPart);
    place(side, m_column);
    refresh();
}

void CollectionView::addPart(const Collection &collection)
{
    const Theme &theme = m_ui.theme;
    QVBoxLayout *body = m_column->body();
    Part part;
    part.collection = &collection;
    if (!m_parts.isEmpty())
        body->addSpacing(theme.px(space::l));
    auto *head = new QHBoxLayout;
    part.title = new TextLabel(theme, Theme::Role::Figure, collection.title);
    part.title->setWordWrap(true);
    part.progress = new TextLabel(theme, Theme::Role::Body);
    part.progress->setBold(true);
    head->addWidget(part.title, 1);
    head->addWidget(part.progress, 0, Qt::AlignBottom);
    body->addLayout(head);
    if (!collection.intro.isEmpty()) {
        auto *intro = new TextLabel(theme, Theme::Role::Body, collection.intro);
        intro->setTone(TextLabel::Tone::Muted);
        intro->setWordWrap(true);
        intro->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body->addWidget(intro);
    }
    for (const EntryGroup &group : collection.groups) {
        auto *heading = new TextLabel(theme, Theme::Role::Heading, group.title);
        heading->setWordWrap(true);
        body->addWidget(heading);
        auto *card = new Card(theme);
        card->setPadding({}, 0);
        for (const Entry &entry : group.entries) {
            if (card->body()->count() > 0)
                card->body()->addWidget(hairline());
            card->body()->addWidget(addRow(part, entry));
        }
        body->addWidget(card);
    }
    m_list->add(collection.title, counted() ? GuideDesk::entryCount(collection) : 0, QString());
    m_parts.append(part);
}

QWidget *CollectionView::addRow(Part &part, const Entry &entry)
{
    if (m_kind != CollectionKind::Checklist) {
        part.rows.append(new EntryRow(m_desk, m_history, m_ui, *part.collection, entry));
        return part.rows.last();
    }
    auto *row = new ChecklistRow(m_desk, m_history, m_ui, part.collection->id, entry);
    part.items.append(row);
    m_items.append(row);
    connect(row, &ChecklistRow::stepped, this, [this, row](int by) { step(row, by); });
    return row;
}

void CollectionView::revealPart(int index)
{
    m_column->reveal(index == 0 && m_rule ? m_rule : m_parts[index].title, ScrollColumn::Reveal::AtTop);
}

void CollectionView::step(const ChecklistRow *from, int by)
{
    const qsizetype to = m_items.indexOf(from) + by;
    if (to < 0 || to >= m_items.size())
        return;
    m_items[to]->enter();
    m_column->reveal(m_items[to]);
}

int CollectionView::staleCount(const Collection &collection) const
{
    int stale = 0;
    for (const EntryGroup &group : collection.groups) {
        stale += int(std::count_if(group.entries.cbegin(), group.entries.cend(),
            [&](const Entry &entry) { return isStale(m_desk.check(collection.id, entry.id), entry, m_desk.today()); }));
    }
    return stale;
}

QString CollectionView::progress(const Collection &collection) const
{
    const int done = m_desk.checkedCount(collection.id);
    const int total = GuideDesk::entryCount(collection);
    if (m_kind == CollectionKind::Checklist)
        return checklist::progress(done, total, staleCount(collection));
    const QLocale locale;
    return tr("%1 of %2 used").arg(locale.toString(done), locale.toString(total));
}

void CollectionView::refresh()
{
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        for (EntryRow *row : std::as_const(m_parts[i].rows))
            row->refresh();
        for (ChecklistRow *row : std::as_const(m_parts[i].items))
            row->refresh();
        if (!counted())
            continue;
        const Collection &collection = *m_parts[i].collection;
        m_parts[i].progress->setText(progress(collection));
        m_list->setDone(int(i), m_desk.checkedCount(collection.id), progress(collection));
    }
}

void CollectionView::enter(const QString &collection, const QString &entry)
{
    const auto enterIn = [&](const auto &rows) {
        for (auto *row : rows) {
            if (row->entry() != entry)
                continue;
            m_column->reveal(row);
            row->enter();
        }
    };
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].collection->id != collection)
            continue;
        m_list->setCurrent(int(i));
        if (entry.isEmpty())
            revealPart(int(i));
        enterIn(m_parts[i].rows);
        enterIn(m_parts[i].items);
    }
}

} // namespace lectern
