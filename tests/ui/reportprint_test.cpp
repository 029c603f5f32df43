// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportprint.h"

#include "printbench.h"
#include "questionprint.h"
#include "runall.h"

#include <QBuffer>
#include <QDebug>
#include <QElapsedTimer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace lectern;
using namespace lectern::test;

class ReportPrintTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrintBench> m_bench;

    PrintSheet sheet(const ReportDesk::Report &report, ReportPaper::Questions questions = ReportPaper::Questions::All)
    {
        return reportSheet(m_bench->desk(), m_bench->certification(), report, {questions, 0.7});
    }
    QString write(const PrintSheet &sheet, const QPageLayout &layout = paperLayout(), int textPercent = 100)
    {
        const QString path = m_bench->file(QStringLiteral("report.pdf"));
        return writeSheetPdf(path, sheet, layout, textPercent) ? path : QString();
    }
    /// Where the text is from `from` on; fails the test's check with -1.
    static qsizetype after(const QString &text, const QString &wanted, qsizetype from)
    {
        const qsizetype at = text.indexOf(squeezed(wanted), from);
        if (at < 0)
            qWarning() << "not found:" << wanted << "in" << text.mid(std::max<qsizetype>(0, from), 300);
        return at;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<PrintBench>();
        QVERIFY(m_bench->open(60));
    }
    void cleanupTestCase() { m_bench.reset(); }
    void cleanup() { qunsetenv("LECTERN_PLAIN_CODE"); }

    void printsEveryQuestionInOrder()
    {
        const ReportDesk::Report report = m_bench->report();
        QElapsedTimer timer;
        timer.start();
        const QString path = write(sheet(report));
        qInfo("60 questions to PDF: %lld ms", timer.elapsed());
        QPdfDocument pdf;
        QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
        QVERIFY(pdf.metaData(QPdfDocument::MetaDataField::Title).toString().contains(QStringLiteral("Timed practice")));
        QCOMPARE(pdf.metaData(QPdfDocument::MetaDataField::Creator).toString(), QStringLiteral("Lectern"));
        const QStringList pages = pageTexts(pdf);
        for (int page = 0; page < pages.size(); ++page) {
            QVERIFY(pages.at(page).contains(QStringLiteral("Lectern:")));
            QVERIFY(pages.at(page).contains(QStringLiteral("Page%1of%2").arg(page + 1).arg(pages.size())));
        }
        const QString text = pages.join(QString());
        qsizetype at = after(text, QStringLiteral("Every question"), 0);
        for (const ItemOutcome &outcome : report.score.items) {
            const Item item = report.items.value(outcome.item);
            const QStringList order = report.attempt.setup().items.at(outcome.position).optionOrder;
            QVERIFY((at = after(text, QString::number(outcome.position + 1), at)) >= 0);
            QVERIFY((at = after(text, item.title, at)) >= 0);
            QVERIFY((at = after(text, markdownText(item.stem).section(u'\n', 0, 0), at)) >= 0);
            for (const QString &line : item.code.text.split(u'\n', Qt::SkipEmptyParts))
                QVERIFY((at = after(text, line, at)) >= 0);
            QVERIFY((at = after(text, markdownText(item.question), at)) >= 0);
            for (const QString &id : order) {
                const Option &option = *item.option(id);
                QVERIFY((at = after(text, inlineText(option.text), at)) >= 0);
                QVERIFY((at = after(text, markdownText(option.rationale), at)) >= 0);
            }
            QVERIFY((at = after(text, markdownText(item.takeaway), at)) >= 0);
            for (const Source &source : item.sources)
                QVERIFY((at = after(text, source.title, at)) >= 0);
        }
    }

    void saysHowItWasSat()
    {
        QPdfDocument pdf;
        const ReportDesk::Report report = m_bench->report();
        QCOMPARE(pdf.load(write(sheet(report, ReportPaper::Questions::None))), QPdfDocument::Error::None);
        const QString text = pageTexts(pdf).join(QString());
        for (const char *words : {"Report: Timed practice", "Blueprint", "60, open", "125 % of the exam's time",
                 "Breaks", "verified", "Your target", "80 % interval", "By section", "What to do next", "Pace",
                 "Longest on one", "Certainty", "Sure and wrong", "Stamina", "Objectives"}) {
            const QString wanted =
                QString::fromLatin1(words).replace(QLatin1String("Your target"), QLatin1String("your target"));
            QVERIFY2(text.contains(squeezed(wanted)), words);
        }
        QVERIFY(
            text.contains(squeezed(QStringLiteral("%1 of %2 right").arg(report.score.right).arg(report.score.total))));
        for (const Section &section : report.blueprint.sections)
            QVERIFY(text.contains(squeezed(section.title)));
    }

    void listsObjectivesByTheirNumbers()
    {
        const ReportDesk::Report report = m_bench->report();
        QPdfDocument pdf;
        QCOMPARE(pdf.load(write(sheet(report, ReportPaper::Questions::None))), QPdfDocument::Error::None);
        const QString text = pageTexts(pdf).join(QString());
        QList<std::pair<int, int>> numbers;
        qsizetype at = text.indexOf(QStringLiteral("CodeObjectiveRight"));
        QVERIFY(at >= 0);
        QRegularExpressionMatchIterator codes =
            QRegularExpression(QStringLiteral("of\\d+S(\\d+)\\.(\\d+)[A-Z]")).globalMatch(text, at);
        while (codes.hasNext()) {
            const QRegularExpressionMatch code = codes.next();
            numbers.append({code.captured(1).toInt(), code.captured(2).toInt()});
        }
        QVERIFY(numbers.size() > 10);
        QVERIFY(std::is_sorted(numbers.cbegin(), numbers.cend()));
    }

    void printsTheQuestionsWanted()
    {
        const ReportDesk::Report report = m_bench->report();
        for (const auto questions : {ReportPaper::Questions::Wrong, ReportPaper::Questions::None}) {
            QPdfDocument pdf;
            QCOMPARE(pdf.load(write(sheet(report, questions))), QPdfDocument::Error::None);
            const QString text = pageTexts(pdf).join(QString());
            for (const ItemOutcome &outcome : report.score.items) {
                const Item item = report.items.value(outcome.item);
                const bool wanted = questions == ReportPaper::Questions::Wrong && !outcome.right;
                QCOMPARE(text.contains(squeezed(markdownText(item.question))) &&
                             text.contains(squeezed(markdownText(item.takeaway))) &&
                             text.contains(squeezed(inlineText(item.options.constFirst().text))),
                    wanted);
            }
        }
    }

    void fitsEveryPaper_data()
    {
        QTest::addColumn<QPageSize::PageSizeId>("size");
        QTest::addColumn<bool>("across");
        QTest::addColumn<int>("text");
        for (const auto size : {QPageSize::A4, QPageSize::A3, QPageSize::Letter}) {
            for (const bool across : {false, true}) {
                for (const int text : {100, 150})
                    QTest::addRow("%s %s %d", qPrintable(QPageSize::key(size)), across ? "across" : "upright", text)
                        << size << across << text;
            }
        }
    }
    void fitsEveryPaper()
    {
        QFETCH(const QPageSize::PageSizeId, size);
        QFETCH(const bool, across);
        QFETCH(const int, text);
        const ReportDesk::Report report = m_bench->report();
        const QPageLayout layout = paperLayout(size, across ? QPageLayout::Landscape : QPageLayout::Portrait);
        QPdfDocument pdf;
        QCOMPARE(
            pdf.load(write(sheet(report, ReportPaper::Questions::Wrong), layout, text)), QPdfDocument::Error::None);
        const double margin = 11.5 * pointsPerMillimetre;
        const QStringList pages = pageTexts(pdf);
        for (int page = 0; page < pdf.pageCount(); ++page) {
            const QRectF inside = QRectF(QPointF(), pdf.pagePointSize(page)).adjusted(margin, margin, -margin, -margin);
            const QPdfSelection selection = pdf.getAllText(page);
            for (const QPolygonF &bounds : selection.bounds()) {
                const QRectF box = bounds.boundingRect();
                QVERIFY2(box.isEmpty() || inside.contains(box), qPrintable(selection.text().left(80)));
            }
            // Nothing else is painted there either, and nothing that paper without colour would lose.
            const double dots = 40;
            const QImage image = rendered(pdf, page, dots);
            const int band = int(10.5 / 25.4 * dots);
            const QRect kept = image.rect().adjusted(band, band, -band, -band);
            int coloured = 0;
            int outside = 0;
            for (int y = 0; y < image.height(); ++y) {
                const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
                for (int x = 0; x < image.width(); ++x) {
                    const int red = qRed(line[x]);
                    coloured += qAbs(red - qGreen(line[x])) > 2 || qAbs(red - qBlue(line[x])) > 2;
                    outside += red < 250 && !kept.contains(x, y);
                }
            }
            QCOMPARE(coloured, 0);
            QCOMPARE(outside, 0);
        }
        // An option with its rationale is on one page, and so is all of it.
        for (const ItemOutcome &outcome : report.score.items) {
            if (outcome.right)
                continue;
            const QList<Option> options = report.items.value(outcome.item).options;
            for (const Option &option : options) {
                const QString said = squeezed(inlineText(option.text));
                const QString why = squeezed(markdownText(option.rationale));
                QVERIFY2(std::any_of(pages.cbegin(), pages.cend(),
                             [&](const QString &one) { return one.contains(said) && one.contains(why); }),
                    qPrintable(option.text));
            }
        }
    }

    void splitsNoRow_data() { fitsEveryPaper_data(); }
    void splitsNoRow()
    {
        QFETCH(const QPageSize::PageSizeId, size);
        QFETCH(const bool, across);
        QFETCH(const int, text);
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QPdfWriter writer(&buffer);
        writer.setPageLayout(paperLayout(size, across ? QPageLayout::Landscape : QPageLayout::Portrait));
        const PrintMetrics metrics(&writer, text);
        PrintFlow flow(metrics);
        sheet(m_bench->report()).fill(flow);
        flow.arrange();
        QVERIFY(flow.pages() > 1);
        QCOMPARE(flow.places().size(), flow.rows().size());
        const QList<PrintFlow::Place> &places = flow.places();
        for (int i = 0; i < places.size(); ++i) {
            const PrintFlow::Place &place = places.at(i);
            QCOMPARE(place.row, i);
            QVERIFY(place.box.left() >= 0 && place.box.right() <= metrics.width + 1);
            QVERIFY(place.box.top() >= flow.headHeight() - 1);
            QVERIFY(place.box.bottom() <= metrics.height - flow.footHeight() + 1);
            QVERIFY(qAbs(place.box.height() - flow.rows().at(i).height) < 1);
            if (i + 1 == places.size())
                continue;
            const PrintFlow::Place &next = places.at(i + 1);
            const bool sameColumn = next.page == place.page && qAbs(next.box.x() - place.box.x()) < 1;
            if (sameColumn)
                QVERIFY(next.box.top() >= place.box.bottom() - 1);
            else
                QVERIFY2(!flow.rows().at(i).heading, qPrintable(QString::number(i)));
        }
    }

    void continuesCodeThatIsLongerThanAPage()
    {
        ReportDesk::Report report = m_bench->report();
        Item &item = report.items[report.score.items.at(1).item];
        item.code.language = QStringLiteral("python");
        item.code.text.clear();
        for (int line = 1; line <= 170; ++line)
            item.code.text += QStringLiteral("value_%1 = compute(%1)  # step %1\n").arg(line);
        QPdfDocument pdf;
        QCOMPARE(pdf.load(write(sheet(report))), QPdfDocument::Error::None);
        const QStringList pages = pageTexts(pdf);
        const QString text = pages.join(QString());
        QVERIFY(text.count(QStringLiteral("Question2,codecontinued")) >= 2);
        qsizetype at = 0;
        for (int line = 1; line <= 170; ++line) {
            const QString wanted = QStringLiteral("value_%1 = compute(%1)  # step %1").arg(line);
            QVERIFY((at = after(text, wanted, at)) >= 0);
            QVERIFY(std::any_of(
                pages.cbegin(), pages.cend(), [&](const QString &page) { return page.contains(squeezed(wanted)); }));
        }
    }

    void cutsAParagraphLongerThanAPageBetweenLines()
    {
        ReportDesk::Report report = m_bench->report();
        Item &item = report.items[report.score.items.at(1).item];
        QStringList words;
        for (int word = 0; word < 3000; ++word)
            words.append(QStringLiteral("word%1x").arg(word));
        item.options.first().rationale = words.join(u' ');
        QPdfDocument pdf;
        QCOMPARE(pdf.load(write(sheet(report))), QPdfDocument::Error::None);
        const QString text = pageTexts(pdf).join(QString());
        // Qt draws the line before the first one again, which the clip hides but a search finds.
        for (const QString &word : std::as_const(words))
            QVERIFY(text.contains(word));
    }

    void marksAreToldWithoutColour()
    {
        using Verdict = PrintedQuestion::Verdict;
        QList<QImage> marks;
        for (const Verdict verdict : {Verdict::Right, Verdict::Wrong, Verdict::Blank}) {
            QImage mark(40, 40, QImage::Format_Grayscale8);
            mark.fill(Qt::white);
            QPainter painter(&mark);
            drawVerdict(painter, {2, 2, 36, 36}, verdict);
            painter.end();
            marks.append(mark);
        }
        const auto differing = [](const QImage &a, const QImage &b) {
            int count = 0;
            for (int y = 0; y < a.height(); ++y) {
                for (int x = 0; x < a.width(); ++x)
                    count += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 100;
            }
            return count;
        };
        QVERIFY(differing(marks.at(0), marks.at(1)) > 300);
        QVERIFY(differing(marks.at(1), marks.at(2)) > 150);
        QVERIFY(differing(marks.at(0), marks.at(2)) > 300);

        QPdfDocument pdf;
        QCOMPARE(pdf.load(write(sheet(m_bench->report()))), QPdfDocument::Error::None);
        const QString text = pageTexts(pdf).join(QString());
        const ReportDesk::Report report = m_bench->report();
        int right = 0;
        int wrong = 0;
        for (const ItemOutcome &outcome : report.score.items) {
            right += outcome.right;
            wrong += !outcome.right && !outcome.chosen.isEmpty();
        }
        QCOMPARE(text.count(QStringLiteral("Youranswer,key")), right);
        QVERIFY(text.count(QStringLiteral("Youranswer")) >= right + wrong);
        QCOMPARE(text.count(QStringLiteral("Wrong;youranswer")), wrong);
    }

    void printsPlainCodeWhereNothingHighlights()
    {
        QPdfDocument coloured;
        QCOMPARE(coloured.load(write(sheet(m_bench->report()))), QPdfDocument::Error::None);
        const QStringList with = pageTexts(coloured);
        coloured.close();
        qputenv("LECTERN_PLAIN_CODE", "1");
        QPdfDocument plain;
        QCOMPARE(plain.load(write(sheet(m_bench->report()))), QPdfDocument::Error::None);
        QCOMPARE(pageTexts(plain), with);
    }

    void loadsNothingThatStrangersName()
    {
        const QString secret = m_bench->file(QStringLiteral("secret.png"));
        QImage picture(64, 64, QImage::Format_RGB32);
        picture.fill(Qt::black);
        QVERIFY(picture.save(secret));
        ReportDesk::Report report = m_bench->report();
        Item &item = report.items[report.score.items.at(1).item];
        const QString address = QUrl::fromLocalFile(secret).toString();
        item.stem = QStringLiteral("![pic](%1)\n\n<img src=\"%1\"> and %2").arg(address, QString(6000, u'W'));
        item.title = QStringLiteral("<b>Title</b> <img src='%1'>").arg(address);
        item.options.first().text = QStringLiteral("<img src='%1'> ![x](%1)").arg(address);
        item.options.first().rationale = QStringLiteral("<object data='%1'> ![x](%1)").arg(address);
        const QString path = write(sheet(report));
        QPdfDocument pdf;
        QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
        const QString text = pageTexts(pdf).join(QString());
        QVERIFY(text.contains(squeezed(item.title)));
        QVERIFY(text.count(u'W') >= 6000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("/Width 64"));
    }

    void keepsTheOldFileWhereTheNewCannotBeWritten()
    {
        const Outcome outcome =
            writeSheetPdf(m_bench->file(QStringLiteral("nowhere/report.pdf")), sheet(m_bench->report()), paperLayout());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::FileNotWritable);
    }
};

LECTERN_TEST_CLASS(ReportPrintTest)
#include "reportprint_test.moc"
