// SPDX-License-Identifier: GPL-3.0-or-later
#include "printpreview.h"

#include "dialogs.h"
#include "messagebar.h"
#include "printsheet.h"
#include "theme.h"
#include "ui.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QScreen>
#include <QToolBar>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrintJob)
};

constexpr double shareOfScreen = 0.95;

/// Qt's own icons of the preview are black on white, which a dark scheme swallows: what was dark in them is drawn in
/// `color`.
void colourIcons(const QPrintPreviewDialog &preview, const QColor &color)
{
    constexpr int side = 32;
    const auto actions = preview.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->icon().isNull())
            continue;
        QImage picture = action->icon().pixmap(side).toImage().convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor was = picture.pixelColor(x, y);
                QColor now = color;
                now.setAlphaF(was.alphaF() * float(1 - was.lightnessF()));
                picture.setPixelColor(x, y, now);
            }
        }
        action->setIcon(QPixmap::fromImage(picture));
    }
}

} // namespace

void previewPrint(const Ui &ui, QWidget *parent, const QString &title, const QString &document,
    const QPageLayout &layout, const std::function<void(QPagedPaintDevice &device)> &paint)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setResolution(paperResolution);
    printer.setPageLayout(layout);
    printer.setDocName(document);
    QPrintPreviewDialog preview(&printer, parent);
    preview.setWindowTitle(title);
    if (ui.theme.dark())
        colourIcons(preview, ui.theme.tokens().text);
    QObject::connect(
        &preview, &QPrintPreviewDialog::paintRequested, &preview, [&paint](QPrinter *device) { paint(*device); });
    // Large enough for a page that can be read, with all of the buttons beside each other.
    const QSize screen = parent->screen()->availableSize() * shareOfScreen;
    const auto *buttons = preview.findChild<QToolBar *>();
    const QSize wanted(buttons ? buttons->sizeHint().width() : 0, 0);
    preview.resize(parent->window()->size().expandedTo(preview.sizeHint()).expandedTo(wanted).boundedTo(screen));
    ui.dialogs.run(preview);
}

void savePdfAs(
    const Ui &ui, QWidget *parent, const QString &suggested, const std::function<Outcome(const QString &path)> &write)
{
    QString path = ui.dialogs.saveFile(
        parent, Words::tr("Save as PDF"), suggested + QStringLiteral(".pdf"), Words::tr("PDF files (*.pdf)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        path += QStringLiteral(".pdf");
    if (const Outcome written = write(path); !written)
        ui.messages.showError(written.error());
    else
        ui.messages.showInfo(Words::tr("Saved to %1.").arg(QDir::toNativeSeparators(path)));
}

} // namespace lectern
