// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QPageLayout>
#include <QString>
#include <functional>

class QPagedPaintDevice;
class QWidget;

namespace lectern
{

struct Ui;

/// Shows what `paint` puts on a printer before it is printed; the preview's own buttons set paper and print.
void previewPrint(const Ui &ui, QWidget *parent, const QString &title, const QString &document,
    const QPageLayout &layout, const std::function<void(QPagedPaintDevice &device)> &paint);

/// Asks for a place, beginning with the name `suggested` (without an ending), and writes there; what came of it stands
/// in the message bar.
void savePdfAs(
    const Ui &ui, QWidget *parent, const QString &suggested, const std::function<Outcome(const QString &path)> &write);

} // namespace lectern
