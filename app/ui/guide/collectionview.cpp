// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectionview.h"

#include "entryrow.h"
#include "guidedesk.h"
#include "progresslist.h"
#include "scrollcolumn.h"
#include "ui.h"
#include "widgets.h"

#include <QLocale>
#include <QVBoxLayout>

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
    for (const Collection &collection : desk.certification().collections) {
        if (collection.kind == kind)
            addPart(collection);
    }
    m_column->body()->addStretch();
    auto *side = new ScrollColumn(theme);
    side->setPadding({space::xl, space::m, 0, space::m});
    side->body()->addWidget(m_list);
    m_list->setCurrent(0);
    connect(m_list, &ProgressList::chosen, this,
        [this](int index) { m_column->reveal(m_parts[index].title, ScrollColumn::Reveal::AtTop); });
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
            auto *row = new EntryRow(m_desk, m_history, m_ui, collection, entry);
            part.rows.append(row);
            card->body()->addWidget(row);
        }
        body->addWidget(card);
    }
    m_list->add(collection.title, counted() ? GuideDesk::entryCount(collection) : 0, QString());
    m_parts.append(part);
}

QString CollectionView::progress(const Collection &collection) const
{
    const QLocale locale;
    const QString pattern = m_kind == CollectionKind::Checklist ? tr("%1 of %2 ticked") : tr("%1 of %2 used");
    return pattern.arg(
        locale.toString(m_desk.checkedCount(collection.id)), locale.toString(GuideDesk::entryCount(collection)));
}

void CollectionView::refresh()
{
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        for (EntryRow *row : std::as_const(m_parts[i].rows))
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
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].collection->id != collection)
            continue;
        m_list->setCurrent(int(i));
        if (entry.isEmpty())
            m_column->reveal(m_parts[i].title, ScrollColumn::Reveal::AtTop);
        for (EntryRow *row : std::as_const(m_parts[i].rows)) {
            if (row->entry() != entry)
                continue;
            m_column->reveal(row);
            row->enter();
        }
    }
}

} // namespace lectern
