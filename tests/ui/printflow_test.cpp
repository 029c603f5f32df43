// SPDX-License-Identifier: GPL-3.0-or-later
#include "printflow.h"

#include "item.h"
#include "printbench.h"
#include "printtable.h"
#include "runall.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTest>

using namespace lectern;
using namespace lectern::test;

namespace
{

/// A page of A4, and what is put on it.
struct Paper {
    QBuffer buffer;
    std::unique_ptr<QPdfWriter> writer;
    std::unique_ptr<PrintFlow> flow;

    explicit Paper(int textPercent = 100, QPageLayout::Orientation orientation = QPageLayout::Portrait)
    {
        buffer.open(QIODevice::WriteOnly);
        writer = std::make_unique<QPdfWriter>(&buffer);
        writer->setPageLayout(paperLayout(QPageSize::A4, orientation));
        flow = std::make_unique<PrintFlow>(PrintMetrics(writer.get(), textPercent));
    }
    double room() const { return flow->metrics().height - flow->headHeight() - flow->footHeight(); }
    PrintRow row(double share) const
    {
        PrintRow row;
        row.height = room() * share;
        row.paint = [](QPainter &, double, double) {};
        return row;
    }
};

CodeBlock codeOf(int columns)
{
    CodeBlock code;
    code.language = QStringLiteral("text");
    code.text = QStringLiteral("short\n") + QString(columns, u'x') + QStringLiteral("\nshort\n");
    return code;
}

} // namespace

class PrintFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsTheHeadOfATableOverThePage_data()
    {
        QTest::addColumn<QPageLayout::Orientation>("orientation");
        QTest::addColumn<int>("text");
        for (const int text : {100, 150}) {
            QTest::addRow("upright %d", text) << QPageLayout::Portrait << text;
            QTest::addRow("across %d", text) << QPageLayout::Landscape << text;
        }
    }
    void repeatsTheHeadOfATableOverThePage()
    {
        QFETCH(const QPageLayout::Orientation, orientation);
        QFETCH(const int, text);
        PrintSheet sheet;
        sheet.furniture = {QStringLiteral("left"), QStringLiteral("%1/%2"), QStringLiteral("foot"), QString()};
        QString markdown = QStringLiteral("Before.\n\n| Naming | Meaning |\n|---|---|\n");
        PrintTable table{{QStringLiteral("Coding"), QStringLiteral("Wording")}, 1, {}};
        for (int i = 0; i < 90; ++i) {
            markdown += QStringLiteral("| first%1x | what it is |\n").arg(i);
            table.rows.append({QStringLiteral("second%1x").arg(i), QString::number(i)});
        }
        int columns = 0;
        int repeated = 0;
        sheet.fill = [&](PrintFlow &flow) {
            PrintPlace place;
            place.continued = QStringLiteral("continued");
            addText(flow, PrintText::Kind::Markdown, markdown, flow.metrics().font(printpoints::body), place);
            addTable(flow, table);
            // The same rows as will be arranged after this.
            PrintFlow copy = flow;
            copy.arrange();
            const QList<PrintFlow::Place> &places = copy.places();
            for (int i = 1; i < places.size(); ++i) {
                const PrintFlow::Place &before = places.at(i - 1);
                const PrintFlow::Place &one = places.at(i);
                const bool top = one.page != before.page || qAbs(one.box.x() - before.box.x()) > 1;
                columns += top;
                repeated += one.repeated > 0;
                QCOMPARE(one.repeated > 0, top && copy.rows().at(one.row).head >= 0);
                QVERIFY(one.box.top() - one.repeated >= copy.headHeight() - 1);
                QVERIFY(one.box.bottom() <= copy.metrics().height - copy.footHeight() + 1);
            }
        };
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("table.pdf"));
        QVERIFY(writeSheetPdf(path, sheet, paperLayout(QPageSize::A4, orientation), text).ok());
        QVERIFY(repeated >= 2);
        QVERIFY(repeated <= columns);

        QPdfDocument pdf;
        QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
        const QStringList pages = pageTexts(pdf);
        QVERIFY(pages.size() > 2);
        for (const QString &page : pages) {
            const qsizetype naming = page.indexOf(QStringLiteral("NamingMeaning"));
            const qsizetype first = page.indexOf(QRegularExpression(QStringLiteral("first\\d+x")));
            QVERIFY2(first < 0 || (naming >= 0 && naming < first), qPrintable(page.left(80)));
            const qsizetype coding = page.indexOf(QStringLiteral("CodingWording"));
            const qsizetype second = page.indexOf(QRegularExpression(QStringLiteral("second\\d+x")));
            QVERIFY2(second < 0 || (coding >= 0 && coding < second), qPrintable(page.left(80)));
        }
        const QString whole = pages.join(QString());
        QCOMPARE(
            whole.count(QStringLiteral("NamingMeaning")) + whole.count(QStringLiteral("CodingWording")), repeated + 2);
        for (int i = 0; i < 90; ++i)
            QCOMPARE(whole.count(QStringLiteral("first%1x").arg(i)), 1);
    }

    void leavesOutAHeadThatWouldFillThePage()
    {
        Paper paper;
        PrintRow head = paper.row(0.5);
        head.heading = true;
        const int index = paper.flow->add(head);
        for (int i = 0; i < 4; ++i) {
            PrintRow row = paper.row(0.4);
            row.head = index;
            paper.flow->add(row);
        }
        paper.flow->arrange();
        QCOMPARE(paper.flow->pages(), 3);
        for (const PrintFlow::Place &place : paper.flow->places())
            QCOMPARE(place.repeated, 0.0);
    }

    void keepsAShortTableWhole()
    {
        Paper paper;
        paper.flow->add(paper.row(0.9));
        addTable(*paper.flow,
            {{QStringLiteral("What"), QStringLiteral("Count")}, 1,
                {{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("b"), QStringLiteral("2")},
                    {QStringLiteral("c"), QStringLiteral("3")}, {QStringLiteral("d"), QStringLiteral("4")},
                    {QStringLiteral("e"), QStringLiteral("5")}, {QStringLiteral("f"), QStringLiteral("6")}}});
        paper.flow->arrange();
        const QList<PrintFlow::Place> places = paper.flow->places();
        QCOMPARE(places.size(), 8);
        QCOMPARE(places.constFirst().page, 0);
        for (int i = 1; i < places.size(); ++i)
            QCOMPARE(places.at(i).page, 1);
    }

    void opensAPartOnANewPageWhereLittleIsLeft()
    {
        for (const double used : {0.3, 0.7}) {
            Paper paper;
            paper.flow->add(paper.row(used));
            PrintRow part = paper.row(0.1);
            part.opensPart = true;
            paper.flow->add(part);
            paper.flow->arrange();
            QCOMPARE(paper.flow->places().constLast().page, used < 0.5 ? 0 : 1);
        }
    }

    void drawsNoRuleBelowThePagesOwn()
    {
        const auto ink = [](bool top) {
            Paper paper;
            if (!top)
                paper.flow->add(paper.row(0.5));
            PrintRow row = paper.row(0.1);
            row.gap = paper.flow->metrics().mm(7);
            row.ruled = true;
            paper.flow->add(row);
            paper.flow->arrange();
            QImage page(paper.writer->width() / 8, paper.writer->height() / 8, QImage::Format_Grayscale8);
            page.fill(Qt::white);
            QPainter painter(&page);
            painter.scale(1 / 8.0, 1 / 8.0);
            paper.flow->paint(painter, 0, {{}, QStringLiteral("%1/%2"), {}, {}});
            painter.end();
            int lines = 0;
            bool before = false;
            for (int y = 0; y < page.height(); ++y) {
                const bool dark = qGray(page.pixel(page.width() / 2, y)) < 250;
                lines += dark && !before;
                before = dark;
            }
            return lines;
        };
        QCOMPARE(ink(true), 2); // of head and foot
        QCOMPARE(ink(false), 3);
    }

    void makesCodeSmallerWhereItThenFits()
    {
        const auto rowsOf = [](int columns) {
            Paper paper(100, QPageLayout::Landscape);
            addCode(*paper.flow, codeOf(columns), {});
            return paper.flow->rows();
        };
        const double lineHeight = rowsOf(10).at(1).height;
        QVERIFY(rowsOf(10).at(1).cuts.isEmpty());
        const auto fitting = rowsOf(78);
        QVERIFY(fitting.at(1).cuts.isEmpty());
        QVERIFY(fitting.at(1).height < lineHeight);
        QVERIFY(fitting.at(1).height > lineHeight * printpoints::smallestCode / printpoints::code * 0.95);
        // What would be too small to read is broken instead, at the usual size.
        const auto broken = rowsOf(150);
        QVERIFY(!broken.at(1).cuts.isEmpty());
        QVERIFY(broken.at(1).height > 2 * lineHeight * 0.95);
    }

    void setsTabsInCodeToColumns()
    {
        const QString path = QTemporaryDir().path() + QStringLiteral(".pdf");
        PrintSheet sheet;
        sheet.furniture.right = QStringLiteral("%1/%2");
        sheet.fill = [](PrintFlow &flow) {
            CodeBlock code;
            code.language = QStringLiteral("text");
            code.text = QStringLiteral("abcdX\n\tY\na\tZ\n");
            addCode(flow, code, {});
        };
        QVERIFY(writeSheetPdf(path, sheet, paperLayout(QPageSize::A4, QPageLayout::Portrait)).ok());
        QPdfDocument pdf;
        QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
        const QString text = pdf.getAllText(0).text();
        const auto left = [&](QChar letter) {
            const int at = int(text.indexOf(letter));
            return at < 0 ? -1 : pdf.getSelectionAtIndex(0, at, 1).boundingRectangle().left();
        };
        QVERIFY(left(u'X') > 0);
        QVERIFY(qAbs(left(u'Y') - left(u'X')) < 2);
        QVERIFY(qAbs(left(u'Z') - left(u'X')) < 2);
        pdf.close();
        QVERIFY(QFile::remove(path));
    }
};

LECTERN_TEST_CLASS(PrintFlowTest)
#include "printflow_test.moc"
