// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sidedview.h"

#include "certification.h"

namespace lectern
{

class ChecklistRow;
class EntryRow;
class GuideDesk;
class HistoryDesk;
class ProgressList;
class ScrollColumn;
class TextLabel;
struct Ui;

/// All collections of one kind under each other, with a list of them at the side. Checklists stand in the guide and on
/// the Readiness page, in the same rows.
class CollectionView : public SidedView
{
    Q_OBJECT
public:
    CollectionView(GuideDesk &desk, HistoryDesk &history, Ui &ui, CollectionKind kind, QWidget *parent = nullptr);

    void refresh() override;
    /// Shows a collection, and one of its entries if `entry` is not empty.
    void enter(const QString &collection, const QString &entry);

private:
    struct Part {
        const Collection *collection = nullptr;
        TextLabel *title = nullptr;
        TextLabel *progress = nullptr;
        QList<EntryRow *> rows;
        QList<ChecklistRow *> items; ///< of a checklist
    };

    bool counted() const { return m_kind == CollectionKind::Checklist || m_kind == CollectionKind::Resources; }
    QString progress(const Collection &collection) const;
    int staleCount(const Collection &collection) const;
    void addPart(const Collection &collection);
    void revealPart(int index);
    QWidget *addRow(Part &part, const Entry &entry);
    void step(const ChecklistRow *from, int by);

    GuideDesk &m_desk;
    HistoryDesk &m_history;
    Ui &m_ui;
    CollectionKind m_kind;
    ProgressList *m_list;
    ScrollColumn *m_column;
    TextLabel *m_rule = nullptr; ///< above the checklists
    QList<Part> m_parts;
    QList<ChecklistRow *> m_items; ///< of all checklists, for the keyboard
};

} // namespace lectern
