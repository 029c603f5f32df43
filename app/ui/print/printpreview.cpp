// SPDX-License-Identifier: GPL-3.0-or-later
#include "printpreview.h"

#include "dialogs.h"
#include "theme.h"
#include "ui.h"

#include <QAction>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace lectern
{

namespace
{

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

void previewPrint(const Ui &ui, QWidget *parent, const QString &title, const QString &document,
    const QPageLayout &layout, const std::function<void(QPagedPaintDevice &device)> &paint)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageLayout(layout);
    printer.setDocName(document);
    QPrintPreviewDialog preview(&printer, parent);
    preview.setWindowTitle(title);
    if (ui.theme.dark())
        colourIcons(preview, ui.theme.tokens().text);
    QObject::connect(
        &preview, &QPrintPreviewDialog::paintRequested, &preview, [&paint](QPrinter *device) { paint(*device); });
    ui.dialogs.run(preview);
}

} // namespace lectern
