// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencefield.h"

#include "dialogs.h"
#include "evidencelink.h"
#include "tell.h"
#include "ui.h"
#include "widgets.h"

#include <QDir>
#include <QGridLayout>
#include <QLineEdit>

namespace lectern
{

EvidenceField::EvidenceField(Ui &ui, const QString &subject, QWidget *parent)
    : QWidget(parent)
    , m_ui(ui)
    , m_edit(new QLineEdit(this))
    , m_choose(plainButton(ui.theme, tr("Choose file…"), QStringLiteral("mail-attachment")))
    , m_open(plainButton(ui.theme, tr("Open"), QStringLiteral("link")))
    , m_verdict(new TextLabel(ui.theme, Theme::Role::Small, QString(), this))
{
    m_edit->setAccessibleName(tr("Evidence of %1").arg(subject));
    m_edit->setPlaceholderText(tr("Web address or file"));
    m_edit->setMinimumWidth(ui.theme.px(120));
    m_choose->setAccessibleName(tr("Choose file for %1").arg(subject));
    m_open->setAccessibleName(tr("Open evidence of %1").arg(subject));
    m_verdict->setWordWrap(true);
    m_verdict->setBold(true);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(ui.theme.px(space::s));
    grid->setVerticalSpacing(ui.theme.px(space::xs));
    grid->addWidget(m_edit, 0, 0);
    grid->addWidget(m_choose, 0, 1);
    grid->addWidget(m_open, 0, 2);
    grid->addWidget(m_verdict, 1, 0, 1, 3);
    grid->setColumnStretch(0, 1);

    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_edit->text().trimmed() != m_stored)
            Q_EMIT saveRequested(m_edit->text().trimmed());
    });
    connect(m_edit, &QLineEdit::textChanged, this, &EvidenceField::judge);
    connect(m_choose, &QPushButton::clicked, this, &EvidenceField::choose);
    connect(m_open, &QPushButton::clicked, this, &EvidenceField::open);
    judge();
}

void EvidenceField::setStored(const QString &evidence)
{
    const bool typing = m_edit->hasFocus() && m_edit->text().trimmed() != m_stored;
    m_stored = evidence;
    if (!typing && m_edit->text().trimmed() != evidence)
        m_edit->setText(evidence);
    judge();
}

void EvidenceField::enter()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void EvidenceField::choose()
{
    const QString path = m_ui.dialogs.openFile(this, tr("Choose evidence"), tr("All files (*)"));
    if (path.isEmpty())
        return;
    m_edit->setText(QDir::toNativeSeparators(path));
    Q_EMIT saveRequested(path);
}

void EvidenceField::open()
{
    // The file may have come or gone since it was last looked at.
    judge();
    const EvidenceLink link = evidenceLink(m_edit->text());
    if (link.kind == EvidenceLink::Kind::Web || link.kind == EvidenceLink::Kind::File)
        openOwn(m_ui, link.target);
}

void EvidenceField::judge()
{
    const EvidenceLink link = evidenceLink(m_edit->text());
    QString verdict;
    if (link.kind == EvidenceLink::Kind::FileGone) {
        m_verdict->setTone(TextLabel::Tone::Bad);
        verdict = tr("✗ file is gone");
    } else if (link.kind == EvidenceLink::Kind::Unclear) {
        m_verdict->setTone(TextLabel::Tone::Warn);
        verdict = tr("! neither a web address nor the full path of a file");
    }
    m_verdict->setText(verdict);
    m_verdict->setVisible(!verdict.isEmpty());
    const bool opens = link.kind == EvidenceLink::Kind::Web || link.kind == EvidenceLink::Kind::File;
    m_open->setEnabled(opens);
    m_open->setToolTip(plainToolTip(opens ? link.target : tr("Opens a web address or a file that exists")));
}

} // namespace lectern
