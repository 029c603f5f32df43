// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartexport.h"

#include "copytable.h"
#include "expectedtrend.h"
#include "pagebench.h"
#include "radarpanel.h"
#include "runall.h"
#include "samplereport.h"
#include "trendpanel.h"
#include "writesrefused.h"

#include <QClipboard>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace lectern;
using namespace lectern::test;

namespace
{

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The texts of a drawing, and how many lines and shapes it has.
struct Drawing {
    QStringList texts;
    int paths = 0;
    QString title;
    QString description;
};

Drawing parsed(const QByteArray &svg)
{
    Drawing drawing;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("text"))
            drawing.texts.append(reader.readElementText().trimmed());
        else if (reader.name() == QLatin1String("title"))
            drawing.title = reader.readElementText();
        else if (reader.name() == QLatin1String("desc"))
            drawing.description = reader.readElementText();
        else if (reader.name() == QLatin1String("path") || reader.name() == QLatin1String("polyline"))
            ++drawing.paths;
    }
    return drawing;
}

bool painted(const QImage &image, const QColor &ground)
{
    int other = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            other += image.pixelColor(x, y) != ground ? 1 : 0;
    }
    return other > image.width();
}

} // namespace

class ChartExportTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageBench> m_bench;
    QTemporaryDir m_folder;
    RadarPanel *m_radar = nullptr;
    TrendPanel *m_trend = nullptr;
    ChartExport *m_export = nullptr;

    QAction *action(const QString &text) const
    {
        for (QAction *candidate : m_export->menu()->actions()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<PageBench>();
        auto *page = new QWidget;
        m_radar = new RadarPanel(m_bench->theme, page);
        m_trend = new TrendPanel(m_bench->theme, page);
        const ReadinessReport report = sampleReport({64, 41, 52, 23, 0});
        m_radar->showReport(sampleBlueprint(5), report, 70);
        m_trend->showReport(report, {rehearsal(report.day, 45, 60, 0.6, 0.8)}, 70);
        m_export = new ChartExport(m_bench->ui, page);
        m_export->setTables([]() -> Result<QByteArray> { return QByteArray("row\r\n"); });
        m_export->addChart(
            ChartExport::Chart::Radar, [this] { return m_radar->isHidden() ? nullptr : m_radar->figure(); });
        m_export->addChart(ChartExport::Chart::Trend, [this] { return m_trend; });
        m_bench->show(page);
    }
    void cleanup() { m_bench.reset(); }

    void drawingsHoldWhatTheChartsSay()
    {
        const Drawing radar = parsed(svgOf(*m_radar->figure(), m_bench->theme));
        for (const char *text : {"64", "50 %", "no answers", "today", "80 % interval", "5 November", "target 70"}) {
            QVERIFY2(radar.texts.join(u'\n').contains(QString::fromLatin1(text)), qPrintable(radar.texts.join(u'\n')));
        }
        QVERIFY(radar.paths > 5);
        QVERIFY(radar.title.contains(QStringLiteral("Radar")));
        QVERIFY(radar.description.contains(QStringLiteral("Title of section 5: no answers")));

        const QByteArray svg = svgOf(*m_trend, m_bench->theme);
        const Drawing trend = parsed(svg);
        for (const char *text : {"22 Oct", "19 Nov", "80", "rehearsal inside the interval shown before"})
            QVERIFY2(trend.texts.contains(QString::fromLatin1(text)), qPrintable(trend.texts.join(u'\n')));
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox(), m_trend->rect());
    }

    void picturesHaveTwiceTheDots()
    {
        for (QWidget *chart : {m_radar->figure(), static_cast<QWidget *>(m_trend)}) {
            const QImage image = QImage::fromData(pngOf(*chart, m_bench->theme), "PNG");
            QVERIFY(image.width() >= 2 * chart->width() && image.height() >= 2 * chart->height());
            QVERIFY(painted(image, m_bench->theme.tokens().surface));
            QVERIFY(!image.text(QStringLiteral("Description")).isEmpty());
        }
    }

    void chartsThatWereNeverShownHaveASize()
    {
        TrendPanel panel(m_bench->theme);
        panel.showReport(sampleReport({3, 4, 5}), {}, 70);
        const QImage image = QImage::fromData(pngOf(panel, m_bench->theme), "PNG");
        QVERIFY(image.width() > 600);
        QVERIFY(painted(image, m_bench->theme.tokens().surface));
    }

    void eachIsSavedWhereItIsAskedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("suggested");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("tables") << QStringLiteral("Tables as CSV…") << QStringLiteral("readiness.csv")
                                << QByteArray("row");
        QTest::newRow("radar svg") << QStringLiteral("Radar as SVG…") << QStringLiteral("radar.svg")
                                   << QByteArray("<?xml");
        QTest::newRow("radar png") << QStringLiteral("Radar as PNG…") << QStringLiteral("radar.png")
                                   << QByteArray("\x89PNG");
        QTest::newRow("trend svg") << QStringLiteral("Trend as SVG…") << QStringLiteral("trend.svg")
                                   << QByteArray("<?xml");
        QTest::newRow("trend png") << QStringLiteral("Trend as PNG…") << QStringLiteral("trend.png")
                                   << QByteArray("\x89PNG");
    }
    void eachIsSavedWhereItIsAskedFor()
    {
        QFETCH(QString, text);
        QFETCH(QString, suggested);
        QFETCH(QByteArray, begins);
        QAction *chosen = action(text);
        QVERIFY(chosen);
        // The dialog was left: nothing is written, and nothing said.
        m_bench->dialogs.file.clear();
        chosen->trigger();
        QVERIFY(!m_bench->messages->isVisible());
        QCOMPARE(m_bench->dialogs.suggested, suggested);

        const QString suffix = suggested.right(4);
        m_bench->dialogs.file = m_folder.filePath(QStringLiteral("mine"));
        chosen->trigger();
        QVERIFY(read(m_bench->dialogs.file + suffix).startsWith(begins));
        QVERIFY(m_bench->spoken().join(u'\n').contains(QStringLiteral("Exported to ")));
    }

    void diskThatRefusesIsToldAndLeavesTheOldFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("kept.csv"));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("before");
        before.close();
        m_bench->dialogs.file = path;
        {
            const WritesRefused refused;
            action(QStringLiteral("Tables as CSV…"))->trigger();
        }
        QCOMPARE(read(path), QByteArray("before"));
        QVERIFY(m_bench->messages->isVisible());
        QVERIFY(!m_bench->spoken().join(u'\n').contains(QStringLiteral("Exported to ")));
    }

    void chartsThatAreNotThereAreNotOffered()
    {
        m_radar->showReport(sampleBlueprint(2), sampleReport({4, 4}), 70);
        m_bench->click(m_export->button());
        QVERIFY(m_export->menu()->isVisible());
        QVERIFY(!action(QStringLiteral("Radar as SVG…"))->isEnabled());
        QVERIFY(action(QStringLiteral("Trend as PNG…"))->isEnabled());
        m_export->menu()->close();
    }

    void tablesAreCopied()
    {
        QStandardItemModel model(3, 3);
        model.setHorizontalHeaderLabels({QStringLiteral("Code"), QStringLiteral("Name"), QStringLiteral("Hidden")});
        for (int row = 0; row < 3; ++row) {
            model.setItem(row, 0, new QStandardItem(QStringLiteral("D%1").arg(row)));
            model.setItem(row, 1, new QStandardItem(row == 2 ? QStringLiteral("=1") : QStringLiteral("a\tb")));
            model.setItem(row, 2, new QStandardItem(QStringLiteral("x")));
        }
        CopyTable table(QStringLiteral("Sections"), 1);
        table.setModel(&model);
        table.setColumnHidden(2, true);
        table.resize(400, 300);
        table.show();
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        PageBench::key(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        table.selectRow(2);
        table.selectionModel()->select(model.index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        PageBench::key(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("D0\ta b\nD2\t'=1"));
        table.copyWhole();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Code\tName\nD0\ta b\nD1\ta b\nD2\t'=1"));
        // As high as its rows: nothing in it scrolls.
        QVERIFY(table.sizeHint().height() > 3 * table.rowHeight(0));
    }
};

LECTERN_TEST_CLASS(ChartExportTest)

#include "chartexport_test.moc"
