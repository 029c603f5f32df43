// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartexport.h"

#include "dialogs.h"
#include "messagebar.h"
#include "savefile.h"
#include "widgets.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QLayout>
#include <QMenu>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr double leastDots = 2; ///< of a picture for each of the screen at 100 %

/// A chart that was never shown has not been given its size.
QSize drawnSize(QWidget &chart)
{
    if (!chart.testAttribute(Qt::WA_WState_Created) || chart.size().isEmpty())
        chart.resize(chart.sizeHint().expandedTo(chart.minimumSizeHint()));
    if (QLayout *layout = chart.layout())
        layout->activate();
    return chart.size();
}

void draw(QWidget &chart, const Theme &theme, QPainter &painter)
{
    painter.fillRect(chart.rect(), theme.tokens().surface);
    chart.render(&painter, {}, {}, QWidget::DrawChildren);
}

QString said(const QWidget &chart, QString (QWidget::*what)() const)
{
    QStringList all{(chart.*what)()};
    for (const QWidget *part : chart.findChildren<QWidget *>())
        all.append((part->*what)());
    all.removeAll(QString());
    return all.join(QStringLiteral(". "));
}

} // namespace

QByteArray svgOf(QWidget &chart, const Theme &theme)
{
    const QSize size = drawnSize(chart);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    // Texts are measured in the dots of the screen, and are to be as large in the drawing.
    generator.setResolution(chart.logicalDpiX());
    generator.setTitle(said(chart, &QWidget::accessibleName));
    generator.setDescription(said(chart, &QWidget::accessibleDescription));
    QPainter painter(&generator);
    draw(chart, theme, painter);
    painter.end();
    return bytes;
}

QByteArray pngOf(QWidget &chart, const Theme &theme)
{
    const QSize size = drawnSize(chart);
    const double dots = std::max(leastDots, chart.devicePixelRatioF());
    QImage image(size * dots, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dots);
    image.setText(QStringLiteral("Title"), said(chart, &QWidget::accessibleName));
    image.setText(QStringLiteral("Description"), said(chart, &QWidget::accessibleDescription));
    QPainter painter(&image);
    draw(chart, theme, painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

ChartExport::ChartExport(Ui &ui, QWidget *page)
    : QObject(page)
    , m_ui(ui)
    , m_page(page)
    , m_button(plainButton(ui.theme, tr("Export"), QStringLiteral("document-export")))
    , m_menu(new QMenu(page))
{
    m_button->setToolTip(tr("Save the charts or the tables behind them as files"));
    connect(m_button, &QPushButton::clicked, m_menu,
        [this] { m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        for (const auto &[action, possible] : std::as_const(m_possible))
            action->setEnabled(possible());
    });
}

void ChartExport::setTables(std::function<Result<QByteArray>()> tables)
{
    offer(tr("Tables as CSV…"), tr("readiness", "file name") + QStringLiteral(".csv"), tr("Table (*.csv)"),
        std::move(tables), [] { return true; });
}

void ChartExport::addChart(Chart chart, const std::function<QWidget *()> &widget)
{
    const bool radar = chart == Chart::Radar;
    const QString name = radar ? tr("radar", "file name") : tr("trend", "file name");
    const auto drawn = [this, widget](QByteArray (*draw)(QWidget &, const Theme &)) {
        return [this, widget, draw]() -> Result<QByteArray> {
            QWidget *shown = widget();
            if (!shown)
                return Error{ErrorCode::NotFound, QStringLiteral("no such chart"), {}};
            return draw(*shown, m_ui.theme);
        };
    };
    const auto possible = [widget] { return widget() != nullptr; };
    offer(radar ? tr("Radar as SVG…") : tr("Trend as SVG…"), name + QStringLiteral(".svg"), tr("Drawing (*.svg)"),
        drawn(svgOf), possible);
    offer(radar ? tr("Radar as PNG…") : tr("Trend as PNG…"), name + QStringLiteral(".png"), tr("Image (*.png)"),
        drawn(pngOf), possible);
}

void ChartExport::offer(const QString &text, const QString &name, const QString &filter,
    std::function<Result<QByteArray>()> bytes, std::function<bool()> possible)
{
    QAction *action =
        m_menu->addAction(text, this, [this, name, filter, bytes = std::move(bytes)] { save(name, filter, bytes); });
    m_possible.append({action, std::move(possible)});
}

void ChartExport::save(const QString &name, const QString &filter, const std::function<Result<QByteArray>()> &bytes)
{
    QString path = m_ui.dialogs.saveFile(m_page, tr("Export"), name, filter);
    if (path.isEmpty())
        return;
    const QString suffix = u'.' + QFileInfo(name).suffix();
    if (!path.endsWith(suffix, Qt::CaseInsensitive))
        path += suffix;
    const Result<QByteArray> made = bytes();
    const Outcome outcome = made ? saveFile(path, *made) : Outcome(made.error());
    if (outcome)
        m_ui.messages.showInfo(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
    else
        m_ui.messages.showError(outcome.error());
}

} // namespace lectern
