// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutsheet.h"

#include "widgets.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lectern
{

ShortcutSheet::ShortcutSheet(
    const QList<QAction *> &actions, const QStringList &page, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *search = new QLineEdit(this);
    search->setPlaceholderText(tr("Find a shortcut"));
    search->setAccessibleName(tr("Find a shortcut"));
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);

    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_list->setHeaderLabels({tr("What"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(theme.px(space::m));
    if (!page.isEmpty()) {
        QTreeWidgetItem *group = addGroup(tr("This page"));
        for (const QString &line : page)
            addKey(group, line.section(u'\t', 0, 0), line.section(u'\t', 1));
    }
    QTreeWidgetItem *everywhere = addGroup(tr("Everywhere"));
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            addKey(everywhere, action->shortcut().toString(QKeySequence::NativeText),
                action->whatsThis().isEmpty() ? action->text() : action->whatsThis());
    }
    QTreeWidgetItem *code = addGroup(tr("In code"));
    addKey(code, QStringLiteral("Alt+Z"), tr("Wrap long lines"));
    addKey(code, QStringLiteral("Ctrl++"), tr("Larger code"));
    addKey(code, QStringLiteral("Ctrl+-"), tr("Smaller code"));
    addKey(code, QStringLiteral("Ctrl+Shift+C"), tr("Copy the code"));
    m_list->expandAll();
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    const int margin = theme.px(space::xl);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(theme.px(space::m));
    layout->addWidget(search);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(theme.px(520), theme.px(560));
}

QTreeWidgetItem *ShortcutSheet::addGroup(const QString &title)
{
    auto *group = new QTreeWidgetItem(m_list, {title});
    QFont bold = m_list->font();
    bold.setBold(true);
    group->setFont(0, bold);
    group->setFlags(Qt::ItemIsEnabled);
    return group;
}

void ShortcutSheet::addKey(QTreeWidgetItem *group, const QString &keys, const QString &what)
{
    new QTreeWidgetItem(group, {what, keys});
}

void ShortcutSheet::filter(const QString &text)
{
    for (int g = 0; g < m_list->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_list->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *item = group->child(i);
            const bool fits =
                item->text(0).contains(text, Qt::CaseInsensitive) || item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

} // namespace lectern
