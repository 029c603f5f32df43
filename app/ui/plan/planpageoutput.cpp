// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs.h"
#include "messagebar.h"
#include "monthview.h"
#include "plandesk.h"
#include "planpage.h"
#include "scheduleprint.h"
#include "theme.h"
#include "ui.h"

#include <QAction>
#include <QDir>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QSaveFile>

namespace lectern
{

namespace
{

Outcome write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // commit() alone would put an empty file there if the disk refused what is written last (Qt 6.4).
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return Error{ErrorCode::FileNotWritable, file.errorString(), path};
    return Done{};
}

/// Qt's own icons of the preview are black, which a dark scheme swallows.
void colourIcons(const QPrintPreviewDialog &preview, const QColor &color)
{
    constexpr int side = 32;
    const auto actions = preview.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->icon().isNull())
            continue;
        QPixmap picture = action->icon().pixmap(side);
        QPainter painter(&picture);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(picture.rect(), color);
        painter.end();
        action->setIcon(picture);
    }
}

} // namespace

void PlanPage::print()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageLayout(scheduleLayout());
    printer.setDocName(tr("Study schedule"));
    QPrintPreviewDialog preview(&printer, this);
    preview.setWindowTitle(tr("Print the study schedule"));
    if (m_ui.theme.dark())
        colourIcons(preview, m_ui.theme.tokens().text);
    connect(&preview, &QPrintPreviewDialog::paintRequested, this,
        [this](QPrinter *device) { paintSchedule(*device, m_desk); });
    m_ui.dialogs.run(preview);
}

void PlanPage::exportTo(const QString &suffix, const QString &filter)
{
    const QString suggested = tr("study-plan", "file name").append(u'.').append(suffix);
    QString path = m_ui.dialogs.saveFile(this, tr("Export the study plan"), suggested, filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith(u'.' + suffix, Qt::CaseInsensitive))
        path += u'.' + suffix;
    Outcome outcome = Done{};
    if (suffix == QLatin1String("pdf")) {
        outcome = writeSchedulePdf(path, m_desk);
    } else {
        const Result<QByteArray> bytes = m_desk.exportSchedule(suffix);
        outcome = bytes ? write(path, *bytes) : Outcome(bytes.error());
    }
    if (outcome)
        m_ui.messages.showInfo(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
    else
        m_ui.messages.showError(outcome.error());
}

} // namespace lectern
