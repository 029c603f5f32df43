// SPDX-License-Identifier: GPL-3.0-or-later
#include "restoredialog.h"

#include "messagebar.h"
#include "widgets.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lectern
{

RestoreDialog::RestoreDialog(
    const QList<BackupFile> &backups, const std::optional<Error> &problem, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Restore a backup"));
    const QLocale locale;
    m_list->setAccessibleName(tr("Backups"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Taken"), tr("Size")});
    for (const BackupFile &backup : backups) {
        auto *row = new QTreeWidgetItem(m_list, {locale.toString(backup.takenAt.toLocalTime(), QLocale::LongFormat),
                                                    locale.formattedDataSize(backup.bytes)});
        row->setData(0, Qt::UserRole, backup.path);
        row->setToolTip(0, backup.path);
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setVisible(!backups.isEmpty());

    auto *what = new TextLabel(theme, Theme::Role::Body,
        backups.isEmpty() ? tr("There is no backup yet. Lectern makes one a day; “Back up now” in the menu makes one "
                               "at once.")
                          : tr("The whole profile goes back to how it was then: plan, answers, notes and settings. The "
                               "profile as it is now becomes a backup itself."),
        this);
    what->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(this);
    if (!backups.isEmpty())
        buttons->addButton(tr("Restore"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    const int margin = theme.px(space::xl);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(theme.px(space::m));
    layout->addWidget(what);
    if (problem) {
        auto *warning =
            new TextLabel(theme, Theme::Role::Body, tr("The last backup failed. %1").arg(sentence(*problem)), this);
        warning->setObjectName(QStringLiteral("backupProblem"));
        warning->setTone(TextLabel::Tone::Warn);
        warning->setWordWrap(true);
        layout->addWidget(warning);
    }
    layout->addWidget(m_list, 1);
    if (backups.isEmpty())
        layout->addStretch(1);
    layout->addWidget(buttons);
    resize(theme.px(520), backups.isEmpty() ? sizeHint().height() : theme.px(420));
}

QString RestoreDialog::chosen() const
{
    const QTreeWidgetItem *row = m_list->currentItem();
    return row ? row->data(0, Qt::UserRole).toString() : QString();
}

} // namespace lectern
