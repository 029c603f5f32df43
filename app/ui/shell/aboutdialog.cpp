// SPDX-License-Identifier: GPL-3.0-or-later
#include "aboutdialog.h"

#include "certification.h"
#include "dialogs.h"
#include "messagebar.h"
#include "widgets.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QVBoxLayout>

namespace lectern
{

AboutDialog::AboutDialog(const Certification &certification, const QString &profilePath, Ui &ui, QWidget *parent)
    : FormDialog(ui.theme, tr("About Lectern"), parent)
{
    const Theme &theme = ui.theme;
    const auto add = [&](Theme::Role role, const QString &text) {
        auto *label = new TextLabel(theme, role, text, this);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        body().addWidget(label);
    };

    add(Theme::Role::Figure, tr("Lectern %1").arg(QCoreApplication::applicationVersion()));
    add(Theme::Role::Body, tr("A study desk for a professional certification: plan, rehearse, know where you stand."));
    add(Theme::Role::Body,
        tr("Lectern is free software under the GNU General Public License, version 3 or later. It comes without any "
           "warranty. It is built with Qt %1, libical, yaml-cpp and KSyntaxHighlighting, each under its own licence.")
            .arg(QString::fromLatin1(qVersion())));
    add(Theme::Role::Body,
        tr("Content: %1, version %2, checked on %3, licence %4.")
            .arg(certification.title, certification.version,
                QLocale().toString(certification.checkedOn, QLocale::LongFormat), certification.licence));
    add(Theme::Role::Body,
        tr("Not affiliated with or endorsed by Databricks. Databricks and the names of its products and exams are "
           "trademarks of their owner. All questions are original and none is taken from a real exam."));
    const QString folder = QFileInfo(profilePath).absolutePath();
    add(Theme::Role::Body, tr("Your data: %1").arg(QDir::toNativeSeparators(profilePath)));

    body().addStretch(1);
    QPushButton *open = buttons().addButton(tr("Open the data folder"), QDialogButtonBox::ActionRole);
    QPushButton *close = buttons().addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    close->setFocus(Qt::OtherFocusReason);
    connect(open, &QPushButton::clicked, this, [&ui, folder] {
        if (!ui.dialogs.openExternally(folder))
            ui.messages.showError(tr("No program is set up to open %1.").arg(QDir::toNativeSeparators(folder)));
    });
}

} // namespace lectern
