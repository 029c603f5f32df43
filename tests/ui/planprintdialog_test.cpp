// SPDX-License-Identifier: GPL-3.0-or-later
#include "planprintdialog.h"

#include "planbench.h"
#include "planpage.h"
#include "printbench.h"
#include "printsheet.h"
#include "runall.h"

#include <QComboBox>
#include <QLabel>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>

using namespace lectern;
using namespace lectern::test;

namespace
{

constexpr double dotsPerInch = 80;

QList<QImage> picturesOf(const QString &path)
{
    QPdfDocument pdf;
    QList<QImage> pictures;
    if (pdf.load(path) == QPdfDocument::Error::None) {
        for (int page = 0; page < pdf.pageCount(); ++page)
            pictures.append(rendered(pdf, page, dotsPerInch));
    }
    return pictures;
}

/// Share of the pixels that differ by more than the ways of two writers to round.
double difference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return 1;
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            different += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 96;
    }
    return double(different) / (double(one.width()) * one.height());
}

} // namespace

class PlanPrintDialogTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanBench> m_bench;
    PlanPage *m_page = nullptr;

    PlanDesk &desk() { return m_bench->workspace->plan(); }
    QString file(const char *name) { return m_bench->workspace.folder() + u'/' + QLatin1String(name); }

    static QComboBox *choice(const QDialog &dialog, const char *name)
    {
        return dialog.findChild<QComboBox *>(QLatin1String(name));
    }
    static void choose(const QDialog &dialog, const char *name, const QVariant &data)
    {
        QComboBox *box = choice(dialog, name);
        box->setCurrentIndex(box->findData(data));
    }
    static void press(const QDialog &dialog, const char *name)
    {
        QTest::mouseClick(dialog.findChild<QAbstractButton *>(QLatin1String(name)), Qt::LeftButton);
    }

    /// Between what the preview paints and the PDF.
    QStringList differencesOf(const PlanPrintDialog &wishes)
    {
        auto *preview = wishes.findChild<QPrintPreviewWidget *>();
        const QString path = file("paper.pdf");
        const QString shown = file("preview.pdf");
        if (!writePlanPdf(path, PlanPaper(desk()), wishes.print(), wishes.pageLayout()))
            return {QStringLiteral("not written")};
        {
            // One that was painted on before keeps the colour of its pen.
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(shown);
            printer.setResolution(wishes.printer().resolution());
            printer.setPageLayout(wishes.printer().pageLayout());
            Q_EMIT preview->paintRequested(&printer);
        }
        const QString sheet = word(wishes.print().sheet);
        const QList<QImage> papers = picturesOf(path);
        const QList<QImage> previews = picturesOf(shown);
        if (papers.isEmpty() || papers.size() != previews.size() || papers.size() != preview->pageCount())
            return {QStringLiteral("%1: %2 pages of paper, %3 painted, %4 shown")
                        .arg(sheet)
                        .arg(papers.size())
                        .arg(previews.size())
                        .arg(preview->pageCount())};
        QStringList faults;
        for (qsizetype page = 0; page < papers.size(); ++page) {
            const double different = difference(papers.at(page), previews.at(page));
            if (different > 0.002)
                faults.append(QStringLiteral("%1, page %2: %3 differ").arg(sheet).arg(page + 1).arg(different));
        }
        return faults;
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<PlanBench>();
        QVERIFY(m_bench->workspace.open());
        QVERIFY(m_bench->makePlan());
        m_page = new PlanPage(desk(), m_bench->workspace->repair(), m_bench->workspace->history(),
            m_bench->workspace->settings(), m_bench->ui);
        m_bench->show(m_page);
    }
    void cleanup() { m_bench.reset(); }

    void beginsWithWhatIsShown_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<PlanSheet>("sheet");
        QTest::newRow("month") << QStringLiteral("month") << PlanSheet::Month;
        QTest::newRow("week") << QStringLiteral("week") << PlanSheet::Week;
        QTest::newRow("agenda") << QStringLiteral("agenda") << PlanSheet::Agenda;
        QTest::newRow("wall") << QStringLiteral("wall") << PlanSheet::Wall;
    }
    void beginsWithWhatIsShown()
    {
        QFETCH(const QString, view);
        QFETCH(const PlanSheet, sheet);
        m_page->goTo(view);
        PlanPrint print;
        int pages = 0;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            dialog.show();
            print = static_cast<PlanPrintDialog &>(dialog).print();
            pages = dialog.findChild<QPrintPreviewWidget *>()->pageCount();
            return false;
        };
        QTest::mouseClick(m_bench->button(QStringLiteral("printPlan")), Qt::LeftButton);
        QCOMPARE(print.sheet, sheet);
        QVERIFY(print.from <= desk().today() && desk().today() <= print.to);
        const PlanPaper paper(desk());
        const QString path = file("begin.pdf");
        QVERIFY(
            writePlanPdf(path, paper, print, paperLayout(paperLayout().pageSize().id(), usualOrientation(sheet))).ok());
        QVERIFY(pages > 0);
        QCOMPARE(pages, int(picturesOf(path).size()));
    }

    void thePreviewIsThePaper()
    {
        QStringList faults;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            dialog.show();
            const QComboBox *sheets = choice(dialog, "sheet");
            for (int index = 0; index < sheets->count(); ++index) {
                choose(dialog, "sheet", sheets->itemData(index));
                choose(dialog, "textSize", index % 2 == 0 ? 100 : 150);
                choose(dialog, "paper", int(index % 2 == 0 ? QPageSize::A4 : QPageSize::Letter));
                faults += differencesOf(static_cast<PlanPrintDialog &>(dialog));
            }
            faults.removeAll(QString());
            press(dialog, "savePdf");
            return sheets->count() == 5 && dialog.result() == QDialog::Accepted;
        };
        m_bench->dialogs.file = file("saved");
        QTest::mouseClick(m_bench->button(QStringLiteral("printPlan")), Qt::LeftButton);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QCOMPARE(m_bench->dialogs.suggestions, QStringList{QStringLiteral("study-plan.pdf")});
        QVERIFY(!picturesOf(file("saved.pdf")).isEmpty());
        QVERIFY2(
            m_bench->messages->text().contains(QStringLiteral("saved.pdf")), qPrintable(m_bench->messages->text()));
    }

    void stretchesStayInOrder()
    {
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            dialog.show();
            choose(dialog, "sheet", int(PlanSheet::Week));
            QComboBox *from = choice(dialog, "from");
            QComboBox *to = choice(dialog, "to");
            from->setCurrentIndex(6);
            if (to->currentIndex() < 6)
                return false;
            to->setCurrentIndex(2);
            return from->currentIndex() == 2;
        };
        bool kept = false;
        const auto asked = m_bench->dialogs.onRun;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            kept = asked(dialog);
            return false;
        };
        QTest::mouseClick(m_bench->button(QStringLiteral("printPlan")), Qt::LeftButton);
        QVERIFY(kept);
    }

    void pagesAreTurnedByKeys()
    {
        QStringList texts;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            dialog.show();
            QApplication::setActiveWindow(&dialog);
            choose(dialog, "sheet", int(PlanSheet::Agenda));
            const auto *text = dialog.findChild<QLabel *>(QStringLiteral("pageText"));
            auto *preview = dialog.findChild<QPrintPreviewWidget *>();
            texts << text->text();
            QTest::keyClick(&dialog, Qt::Key_PageDown, Qt::AltModifier);
            (void)QTest::qWaitFor([&] { return preview->currentPage() == 2; }, 2000);
            texts << text->text();
            QTest::keyClick(&dialog, Qt::Key_PageUp, Qt::AltModifier);
            (void)QTest::qWaitFor([&] { return preview->currentPage() == 1; }, 2000);
            texts << text->text();
            return false;
        };
        QTest::mouseClick(m_bench->button(QStringLiteral("printPlan")), Qt::LeftButton);
        QCOMPARE(texts.size(), 3);
        QVERIFY2(texts.at(0).startsWith(QStringLiteral("Page 1 of ")), qPrintable(texts.at(0)));
        QVERIFY2(texts.at(1).startsWith(QStringLiteral("Page 2 of ")), qPrintable(texts.at(1)));
        QCOMPARE(texts.at(2), texts.at(0));
    }

    void printsToAFile()
    {
        const QString path = file("printed.pdf");
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            dialog.show();
            if (auto *printing = qobject_cast<QPrintDialog *>(&dialog)) {
                printing->printer()->setOutputFormat(QPrinter::PdfFormat);
                printing->printer()->setOutputFileName(path);
                return true;
            }
            press(dialog, "printSheet");
            return dialog.result() == QDialog::Accepted;
        };
        QTest::mouseClick(m_bench->button(QStringLiteral("printPlan")), Qt::LeftButton);
        QVERIFY(!picturesOf(path).isEmpty());
        QVERIFY2(
            m_bench->messages->text().contains(QStringLiteral("printed.pdf")), qPrintable(m_bench->messages->text()));
    }

    void thereIsNoSheetOfAnExamThatIsNotBooked()
    {
        QVERIFY(desk().setAppointment({}).ok());
        int sheets = 0;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            sheets = choice(dialog, "sheet")->count();
            return false;
        };
        QTest::mouseClick(m_bench->button(QStringLiteral("printPlan")), Qt::LeftButton);
        QCOMPARE(sheets, 4);
    }

    void saysWhereItCouldNotSave()
    {
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            dialog.show();
            press(dialog, "savePdf");
            return dialog.result() == QDialog::Accepted;
        };
        m_bench->dialogs.file = file("nowhere/plan.pdf");
        QTest::mouseClick(m_bench->button(QStringLiteral("printPlan")), Qt::LeftButton);
        QVERIFY2(m_bench->messages->text().contains(QStringLiteral("plan.pdf")), qPrintable(m_bench->messages->text()));
        QVERIFY(!QFile::exists(m_bench->dialogs.file));
    }
};

LECTERN_TEST_CLASS(PlanPrintDialogTest)
#include "planprintdialog_test.moc"
