// SPDX-License-Identifier: GPL-3.0-or-later
#include "troubledialog.h"

#include "dialogs.h"
#include "historydesk.h"
#include "messagebar.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int usualWidth = 640; ///< has room for the path of a profile
}

TroubleDialog::TroubleDialog(
    Theme &theme, Dialogs &dialogs, const QString &profile, const Error &error, QWidget *parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
{
    setWindowTitle(tr("Lectern cannot open this profile"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(space::xl), theme.px(space::xl), theme.px(space::xl), theme.px(space::xl));
    layout->setSpacing(theme.px(space::m));

    auto *what = new TextLabel(theme, Theme::Role::Heading, sentence(error), this);
    what->setWordWrap(true);
    layout->addWidget(what);
    auto *where = new TextLabel(theme, Theme::Role::Body, tr("The file was left as it is: %1").arg(profile), this);
    where->setTone(TextLabel::Tone::Muted);
    where->setWordWrap(true);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(where);

    auto *buttons = new QHBoxLayout;
    auto *other = plainButton(theme, tr("Open another profile…"));
    connect(other, &QPushButton::clicked, this, &TroubleDialog::chooseOther);
    auto *quit = plainButton(theme, tr("Quit"));
    connect(quit, &QPushButton::clicked, this, &QDialog::reject);

    const QList<BackupFile> backups =
        error.code == ErrorCode::ProfileDamaged || error.code == ErrorCode::MigrationFailed ? profileBackups(profile)
                                                                                            : QList<BackupFile>();
    if (!backups.isEmpty()) {
        auto *label = new TextLabel(theme, Theme::Role::Body, tr("Backups of this profile, newest first:"), this);
        layout->addWidget(label);
        m_backups = new QListWidget(this);
        m_backups->setAccessibleName(tr("Backups"));
        for (const BackupFile &backup : backups) {
            auto *row = new QListWidgetItem(
                tr("%1, %2").arg(QLocale().toString(backup.takenAt.toLocalTime(), QLocale::ShortFormat),
                    QLocale().formattedDataSize(backup.bytes)));
            row->setData(Qt::UserRole, backup.path);
            m_backups->addItem(row);
        }
        m_backups->setCurrentRow(0);
        layout->addWidget(m_backups);
        auto *restore = primaryButton(theme, tr("Restore this backup"));
        connect(restore, &QPushButton::clicked, this, [this] {
            if (const QListWidgetItem *row = m_backups->currentItem()) {
                m_backup = row->data(Qt::UserRole).toString();
                accept();
            }
        });
        buttons->addWidget(restore);
    }
    buttons->addWidget(other);
    buttons->addStretch(1);
    buttons->addWidget(quit);
    layout->addLayout(buttons);
    // Wrapped text asks for its height only once there is a width.
    const int width = std::max(theme.px(usualWidth), layout->minimumSize().width());
    resize(width, std::max(layout->totalHeightForWidth(width), layout->minimumSize().height()));
}

void TroubleDialog::chooseOther()
{
    m_other = m_dialogs.openFile(this, tr("Open a profile"), tr("Lectern profiles (*.lectern);;All files (*)"));
    if (!m_other.isEmpty())
        accept();
}

} // namespace lectern
