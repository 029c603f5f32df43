// SPDX-License-Identifier: GPL-3.0-or-later
#include "printjob.h"

#include "codeview.h"
#include "errorbookprint.h"
#include "pagebench.h"
#include "printbench.h"
#include "runall.h"

#include <QComboBox>
#include <QPrintPreviewWidget>

using namespace lectern;
using namespace lectern::test;

class PrintJobTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrintBench> m_bench;

    static QStringList textOf(const QString &path)
    {
        QPdfDocument pdf;
        return pdf.load(path) == QPdfDocument::Error::None ? pageTexts(pdf) : QStringList();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<PrintBench>();
        QVERIFY(m_bench->open(20));
    }
    void cleanupTestCase() { m_bench.reset(); }
    void cleanup() { qunsetenv("LECTERN_PLAIN_CODE"); }

    void printsTheErrorBookByTopic()
    {
        ReportDesk &desk = m_bench->desk();
        const auto before = desk.errorBook();
        QVERIFY(before.ok());
        QVERIFY(before->size() >= 8);
        Miss miss = desk.missOf(before->constFirst().item.id);
        miss.error = ErrorType::Misread;
        miss.rule = QStringLiteral("Read the last line of the stem first.");
        QVERIFY(desk.setMiss(miss).ok());
        const auto book = desk.errorBook();
        const QString path = m_bench->file(QStringLiteral("book.pdf"));
        QVERIFY(writeSheetPdf(path, errorBookSheet(desk, m_bench->certification(), *book), paperLayout()).ok());
        const QStringList pages = textOf(path);
        const QString text = pages.join(QString());
        for (int page = 0; page < pages.size(); ++page)
            QVERIFY(pages.at(page).contains(QStringLiteral("Page%1of%2").arg(page + 1).arg(pages.size())));
        qsizetype at = 0;
        int number = 0;
        for (const Domain &domain : m_bench->certification().domains) {
            for (const Topic &topic : domain.topics) {
                bool named = false;
                for (const ReportDesk::ErrorBookEntry &entry : *book) {
                    if (entry.item.topic != topic.id)
                        continue;
                    if (!named)
                        at = text.indexOf(squeezed(domain.code + QStringLiteral(": ") + topic.title), at);
                    named = true;
                    QVERIFY2(at >= 0, qPrintable(topic.title));
                    at = text.indexOf(squeezed(QString::number(++number) + domain.code + entry.item.title), at);
                    QVERIFY2(at >= 0, qPrintable(entry.item.title));
                    if (!entry.miss.rule.isEmpty()) {
                        const qsizetype error = text.indexOf(QStringLiteral("wentwrongby:Misread"), at);
                        at = text.indexOf(squeezed(QStringLiteral("Your rule: ") + entry.miss.rule), at);
                        QVERIFY(error >= 0 && error < at);
                    }
                    at = text.indexOf(squeezed(markdownText(entry.item.question)), at);
                    QVERIFY(at >= 0);
                    for (const QString &id : entry.optionOrder) {
                        at = text.indexOf(squeezed(markdownText(entry.item.option(id)->rationale)), at);
                        QVERIFY(at >= 0);
                    }
                }
            }
        }
        QCOMPARE(number, int(book->size()));
        QCOMPARE(text.count(squeezed(miss.rule)), 1);
    }

    void saysThatNothingWasMissed()
    {
        const QString path = m_bench->file(QStringLiteral("none.pdf"));
        QVERIFY(writeSheetPdf(path, errorBookSheet(m_bench->desk(), m_bench->certification(), {}), paperLayout()).ok());
        QVERIFY(textOf(path).value(0).contains(QStringLiteral("Nothingwasmissed")));
    }

    void savesWhatTheDialogAsksFor()
    {
        PageBench page;
        page.dialogs.file = m_bench->file(QStringLiteral("chosen"));
        page.dialogs.onRun = [](QDialog &dialog) {
            auto *wishes = qobject_cast<PrintDialog *>(&dialog);
            QVERIFY(wishes);
            const auto choices = dialog.findChildren<QComboBox *>();
            QCOMPARE(choices.size(), 4);
            for (const QComboBox *choice : choices)
                QVERIFY(!choice->accessibleName().isEmpty());
            dialog.findChild<QComboBox *>(QStringLiteral("questions"))->setCurrentIndex(2);
            dialog.findChild<QComboBox *>(QStringLiteral("textSize"))->setCurrentIndex(2);
            dialog.findChild<QComboBox *>(QStringLiteral("paper"))->setCurrentIndex(1);
            dialog.findChild<QComboBox *>(QStringLiteral("orientation"))->setCurrentIndex(1);
            dialog.findChild<QAbstractButton *>(QStringLiteral("savePdf"))->click();
            QCOMPARE(wishes->wish(), PrintDialog::Wish::Pdf);
            QCOMPARE(wishes->textPercent(), 150);
        };
        printReport(page.ui, page.window.get(), m_bench->desk(), m_bench->certification(), m_bench->report(), 0.7);
        QCOMPARE(page.dialogs.suggested, QStringLiteral("exam-report.pdf"));
        QPdfDocument pdf;
        QCOMPARE(pdf.load(m_bench->file(QStringLiteral("chosen.pdf"))), QPdfDocument::Error::None);
        QVERIFY(pdf.pagePointSize(0).width() > 1180); // A3 across
        QVERIFY(!pageTexts(pdf).join(QString()).contains(QStringLiteral("Everyquestion")));
        QVERIFY(page.messages->text().contains(QStringLiteral("chosen.pdf")));

        page.dialogs.file = m_bench->file(QStringLiteral("nowhere/chosen.pdf"));
        printReport(page.ui, page.window.get(), m_bench->desk(), m_bench->certification(), m_bench->report(), 0.7);
        QVERIFY(!page.messages->text().contains(QStringLiteral("Saved to")));
    }

    void previewsBoth()
    {
        PageBench page;
        QList<int> pages;
        page.dialogs.onRun = [&](QDialog &dialog) {
            if (qobject_cast<PrintDialog *>(&dialog)) {
                dialog.findChild<QAbstractButton *>(QStringLiteral("preview"))->click();
                return;
            }
            dialog.show();
            QApplication::processEvents();
            const auto *preview = dialog.findChild<QPrintPreviewWidget *>();
            pages.append(preview ? preview->pageCount() : 0);
        };
        printReport(page.ui, page.window.get(), m_bench->desk(), m_bench->certification(), m_bench->report(), 0.7);
        printErrorBook(page.ui, page.window.get(), m_bench->desk(), m_bench->certification());
        QCOMPARE(pages.size(), 2);
        QVERIFY(pages.at(0) > 5);
        QVERIFY(pages.at(1) > 2);
    }

    void codeOnPaperIsToldWithoutColour()
    {
        const QString code = QStringLiteral("def f(x):  # why\n    return len('text') + 12");
        const auto lines = CodeView::paperFormats(QStringLiteral("python"), code);
        QCOMPARE(lines.size(), 2);
        if (CodeView::highlightingAvailable()) {
            const auto looks = [&](int line, const QString &word) {
                const auto at = int(code.split(u'\n').at(line).indexOf(word));
                for (const QTextLayout::FormatRange &range : lines.at(line)) {
                    if (range.start <= at && range.start + range.length > at)
                        return range.format;
                }
                return QTextCharFormat();
            };
            QCOMPARE(looks(0, QStringLiteral("def")).fontWeight(), int(QFont::Bold));
            QVERIFY(looks(0, QStringLiteral("why")).fontItalic());
            QVERIFY(looks(1, QStringLiteral("text")).fontItalic());
            QVERIFY(looks(1, QStringLiteral("len")).fontUnderline());
            for (const auto &line : lines) {
                for (const QTextLayout::FormatRange &range : line)
                    QCOMPARE(range.format.foreground().color().saturation(), 0);
            }
        }
        qputenv("LECTERN_PLAIN_CODE", "1");
        for (const auto &line : CodeView::paperFormats(QStringLiteral("python"), code))
            QVERIFY(line.isEmpty());
    }
};

LECTERN_TEST_CLASS(PrintJobTest)
#include "printjob_test.moc"
