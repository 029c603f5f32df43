// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QDialog>

class QAction;
class QTreeWidget;
class QTreeWidgetItem;

namespace lectern
{

/// Every key that works now, found by word: the window's actions, then those of the page that is shown.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    /// `page`: lines of "keys\tdescription" as Page::shortcuts gives them.
    ShortcutSheet(
        const QList<QAction *> &actions, const QStringList &page, const Theme &theme, QWidget *parent = nullptr);

private:
    QTreeWidgetItem *addGroup(const QString &title);
    static void addKey(QTreeWidgetItem *group, const QString &keys, const QString &what);
    void filter(const QString &text);

    QTreeWidget *m_list;
};

} // namespace lectern
