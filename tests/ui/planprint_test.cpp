// SPDX-License-Identifier: GPL-3.0-or-later
#include "plandesk.h"
#include "plansheets.h"
#include "planwords.h"
#include "printbench.h"
#include "runall.h"
#include "samplepaper.h"
#include "scheduleprint.h"
#include "sheetrecorder.h"

#include <QLocale>
#include <QTest>

using namespace lectern;
using namespace lectern::test;

Q_DECLARE_METATYPE(lectern::test::SamplePlan)

namespace
{

using Run = SheetRecorder::Run;

constexpr QPageSize::PageSizeId sizes[] = {QPageSize::A4, QPageSize::A3, QPageSize::Letter};
constexpr QPageLayout::Orientation orientations[] = {QPageLayout::Portrait, QPageLayout::Landscape};
constexpr PlanSheet sheets[] = {
    PlanSheet::Week, PlanSheet::Month, PlanSheet::Wall, PlanSheet::Agenda, PlanSheet::ExamDay};

QList<SheetPage> pagesOf(PlanSheet sheet, const PlanPaper &paper, const PrintMetrics &metrics, QDate from, QDate to)
{
    switch (sheet) {
    case PlanSheet::Week:
        return weekPages(paper, metrics, from, to);
    case PlanSheet::Month:
        return monthPages(paper, metrics, from, to);
    case PlanSheet::Wall:
        return wallPages(paper, metrics, from, to);
    case PlanSheet::Agenda:
        return agendaPages(paper, metrics, from, to);
    case PlanSheet::ExamDay:
        return examDayPages(paper, metrics);
    }
    return {};
}

/// A sheet as it is written on paper: the runs of each page.
struct Written {
    Written(PlanSheet sheet, const PlanPaper &paper, const QPageLayout &layout, int text, QDate from, QDate to)
        : recorder(layout)
    {
        const PrintMetrics metrics(&recorder, text);
        const PlanFrame frame(paper, metrics, sheet != PlanSheet::ExamDay);
        const QList<SheetPage> laid = pagesOf(sheet, paper, metrics, from, to);
        QPainter painter(&recorder);
        for (int page = 0; page < laid.size(); ++page) {
            frame.paint(painter, laid.at(page).head, page, int(laid.size()));
            laid.at(page).body(painter);
            pages.append(recorder.takeRuns());
        }
    }
    Written(PlanSheet sheet, const PlanPaper &paper, const QPageLayout &layout = paperLayout(), int text = 100)
        : Written(sheet, paper, layout, text, paper.first, paper.last)
    {
    }

    QString text(int page) const
    {
        QStringList words;
        for (const Run &run : pages.at(page))
            words.append(run.text);
        return words.join(u' ');
    }
    QString text() const
    {
        QString all;
        for (int page = 0; page < pages.size(); ++page)
            all += text(page) + u'\n';
        return all;
    }
    /// What leaves the page, stands on something else or is too pale.
    QString fault() const
    {
        for (qsizetype page = 0; page < pages.size(); ++page) {
            const QList<Run> &runs = pages.at(page);
            for (qsizetype i = 0; i < runs.size(); ++i) {
                const Run &run = runs.at(i);
                if (!recorder.page().adjusted(-2, -2, 2, 2).contains(run.place))
                    return QStringLiteral("page %1: \"%2\" leaves the paper").arg(page + 1).arg(run.text);
                if (run.ink.saturation() != 0 || run.ink.lightness() > 100)
                    return QStringLiteral("page %1: \"%2\" is pale").arg(page + 1).arg(run.text);
                for (qsizetype j = 0; j < i; ++j) {
                    // Lines may stand closer than the font's own height.
                    const auto core = [](const QRectF &box) {
                        return box.adjusted(3, box.height() * 0.16, -3, -box.height() * 0.16);
                    };
                    if (core(run.place).intersects(core(runs.at(j).place)))
                        return QStringLiteral("page %1: \"%2\" stands on \"%3\"")
                            .arg(page + 1)
                            .arg(run.text, runs.at(j).text);
                }
            }
        }
        return {};
    }

    SheetRecorder recorder;
    QList<QList<Run>> pages;
};

/// Ink outside of the margins, or colour.
QString faultOf(const QImage &image, double dotsPerInch)
{
    const int margin = int(11.5 / 25.4 * dotsPerInch);
    const QRect inside = image.rect().adjusted(margin, margin, -margin, -margin);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qRed(pixel) != qGreen(pixel) || qGreen(pixel) != qBlue(pixel))
                return QStringLiteral("colour at %1, %2").arg(x).arg(y);
            if (qRed(pixel) < 250 && !inside.contains(x, y))
                return QStringLiteral("ink in the margin at %1, %2").arg(x).arg(y);
        }
    }
    return {};
}

} // namespace

class PlanPrintTest : public QObject
{
    Q_OBJECT

private:
    TestWorkspace m_workspace;
    const Certification &certification() { return m_workspace->plan().certification(); }
    QString file(const QString &name) const { return m_workspace.folder() + u'/' + name; }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_workspace.open()); }

    void cutsNothingOnAnyPaper_data()
    {
        QTest::addColumn<SamplePlan>("plan");
        SamplePlan plan;
        QTest::newRow("twelve weeks") << plan;
        plan.longNames = true;
        QTest::newRow("long names") << plan;
        plan = {3, {30, 30, 30, 30, 30, 30, 30, 30}, true, true};
        QTest::newRow("eight blocks a day") << plan;
        plan = {2, {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, true, false};
        QTest::newRow("blocks of ten minutes") << plan;
        plan = {6, {240, 240}, false, false};
        QTest::newRow("no exam") << plan;
        plan = {52, {90}, true, false};
        QTest::newRow("a year") << plan;
    }
    void cutsNothingOnAnyPaper()
    {
        QFETCH(const SamplePlan, plan);
        const PlanPaper paper = samplePaper(certification(), plan);
        const bool longest = plan.weeks > 12; // the pages of a year are as those of a quarter
        for (const QPageSize::PageSizeId size : sizes) {
            if (longest && size != QPageSize::A4)
                continue;
            for (const QPageLayout::Orientation orientation : orientations) {
                for (const int text : {100, 150}) {
                    for (const PlanSheet sheet : sheets) {
                        const Written written(sheet, paper, paperLayout(size, orientation), text);
                        const QString fault = written.fault();
                        QVERIFY2(fault.isEmpty(),
                            qPrintable(QStringLiteral("sheet %1, %2 %3, %4 %: %5")
                                           .arg(int(sheet))
                                           .arg(QPageSize::name(size))
                                           .arg(orientation == QPageLayout::Portrait ? "upright" : "across")
                                           .arg(text)
                                           .arg(fault)));
                        QCOMPARE(written.pages.isEmpty(), sheet == PlanSheet::ExamDay && !plan.exam);
                    }
                }
            }
        }
    }

    void staysWithinTheMarginsInGrey()
    {
        constexpr double dotsPerInch = 50;
        const PlanPaper paper = samplePaper(certification(), {});
        for (const QPageSize::PageSizeId size : sizes) {
            for (const QPageLayout::Orientation orientation : orientations) {
                for (const int text : {100, 150}) {
                    for (const PlanSheet sheet : sheets) {
                        const QString path = file(QStringLiteral("grey.pdf"));
                        const PlanPrint print{sheet, QDate(2026, 11, 16), QDate(2026, 11, 29), text};
                        QVERIFY(writePlanPdf(path, paper, print, paperLayout(size, orientation)).ok());
                        QPdfDocument pdf;
                        QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
                        QVERIFY(pdf.pageCount() > 0);
                        for (int page = 0; page < pdf.pageCount(); ++page) {
                            const QString fault = faultOf(rendered(pdf, page, dotsPerInch), dotsPerInch);
                            QVERIFY2(fault.isEmpty(), qPrintable(fault));
                        }
                    }
                }
            }
        }
    }

    void aWeekTakesAPage()
    {
        const PlanPaper paper = samplePaper(certification(), {});
        const Written written(PlanSheet::Week, paper, paperLayout(QPageSize::A4, QPageLayout::Portrait));
        QCOMPARE(written.pages.size(), 13);
        for (int page = 0; page < 13; ++page) {
            const QString text = written.text(page);
            const QString week = QStringLiteral("Week %1 of 13, ").arg(page + 1);
            QVERIFY2(text.startsWith(week), qPrintable(text.left(80)));
            QVERIFY(text.contains(QStringLiteral("What to repeat next week")));
            QVERIFY(text.contains(QStringLiteral("Milestone")));
        }
        for (const Block &block : paper.blocks) {
            const QString text = squeezed(written.text(paper.week(block.date) - 1));
            QVERIFY(text.contains(squeezed(clockText(block.startMinute) + minutesText(block.minutes))));
            QVERIFY(text.contains(squeezed(wordsOf(paper.certification, block).fullTitle)));
        }
        QVERIFY(written.text(0).contains(QStringLiteral("h of buffer")));
        QVERIFY(written.text(12).contains(QStringLiteral("Exam at %1, Test centre").arg(clockText(600))));
        QVERIFY(written.text(5).contains(QStringLiteral("Day off")));
        QVERIFY(written.text(4).contains(QStringLiteral("(excused)")));
        QVERIFY(written.text().contains(QStringLiteral("min done)")));
    }

    void aFullWeekGoesOnOverThePage()
    {
        const PlanPaper paper =
            samplePaper(certification(), {2, {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, true, false});
        const Written written(PlanSheet::Week, paper, paperLayout(QPageSize::A4, QPageLayout::Landscape), 150);
        QVERIFY(written.pages.size() > 3);
        int rows = 0;
        for (const QList<Run> &page : written.pages) {
            for (const Run &run : page)
                rows += run.text == minutesText(10);
        }
        QCOMPARE(rows, int(paper.blocks.size()));
        QVERIFY(written.text().contains(QStringLiteral("Continued: ")));
    }

    void theWallHoldsTwelveWeeksOnOnePage()
    {
        const PlanPaper paper = samplePaper(certification(), {11, {120, 90, 30}, true, false});
        for (const QPageSize::PageSizeId size : sizes) {
            for (const QPageLayout::Orientation orientation : orientations) {
                const Written written(PlanSheet::Wall, paper, paperLayout(size, orientation));
                QCOMPARE(written.pages.size(), 1);
                const QString text = written.text();
                for (int week = 1; week <= 12; ++week)
                    QVERIFY(text.contains(QStringLiteral("W%1 ").arg(week)));
                QVERIFY(text.contains(QStringLiteral("Weeks 1 to 12, ")));
                QVERIFY(text.contains(QStringLiteral("Exam")));
                // Every block with its minutes.
                for (const int minutes : {120, 90, 30}) {
                    int found = 0;
                    for (const Run &run : written.pages.constFirst())
                        found += run.text == QString::number(minutes) ||
                                 run.text.endsWith(QStringLiteral(" %1").arg(minutes));
                    QVERIFY2(found >= 66, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(minutes)));
                }
            }
        }
    }

    void aLongWallGoesOnByTwelveWeeks()
    {
        QCOMPARE(Written(PlanSheet::Wall, samplePaper(certification(), {13, {60}, true, false})).pages.size(), 1);
        const Written year(PlanSheet::Wall, samplePaper(certification(), {52, {60}, true, false}));
        QCOMPARE(year.pages.size(), 5);
        QVERIFY(year.text(0).startsWith(QStringLiteral("Weeks 1 to 12, ")));
        QVERIFY(year.text(4).startsWith(QStringLiteral("Weeks 49 to 53, ")));
    }

    void theMonthCountsWhatHasNoRoom()
    {
        const PlanPaper paper =
            samplePaper(certification(), {4, {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, true, false});
        const Written written(PlanSheet::Month, paper, paperLayout(QPageSize::A4, QPageLayout::Landscape), 150,
            QDate(2026, 11, 1), QDate(2026, 11, 30));
        QVERIFY(written.pages.size() > 1);
        int shown = 0;
        int left = 0;
        int listed = 0;
        for (const Run &run : written.pages.constFirst()) {
            shown += run.text.contains(minutesText(10));
            if (run.text.startsWith(u'+'))
                left += run.text.mid(1).toInt();
        }
        for (qsizetype page = 1; page < written.pages.size(); ++page) {
            for (const Run &run : written.pages.at(page))
                listed += run.text == minutesText(10);
        }
        QVERIFY(left > 0);
        const auto all = paper.between(QDate(2026, 11, 1), QDate(2026, 11, 30)).size();
        QVERIFY2(shown + left >= all, qPrintable(QString::number(shown)));
        QVERIFY(listed >= left);
        QVERIFY(written.text(0).contains(QStringLiteral("listed behind")));
    }

    void aUsualMonthTakesAPage()
    {
        const PlanPaper paper = samplePaper(certification(), {});
        for (const QPageSize::PageSizeId size : sizes) {
            for (const QPageLayout::Orientation orientation : orientations) {
                const Written written(PlanSheet::Month, paper, paperLayout(size, orientation));
                QCOMPARE(written.pages.size(), 4);
                QVERIFY(!written.text(1).contains(u'+'));
                QVERIFY(written.text(1).contains(QStringLiteral("November 2026")));
                QVERIFY(written.text(1).contains(QStringLiteral("Day off")));
                QVERIFY(written.text(3).contains(QStringLiteral("Exam at")));
            }
        }
    }

    void theAgendaRepeatsItsHead()
    {
        const PlanPaper paper = samplePaper(certification(), {});
        const Written written(PlanSheet::Agenda, paper, paperLayout(QPageSize::A4, QPageLayout::Portrait));
        QVERIFY(written.pages.size() > 4);
        int rows = 0;
        for (int page = 0; page < written.pages.size(); ++page) {
            const QString text = written.text(page);
            QVERIFY(text.startsWith(QStringLiteral("Agenda, 19 October 2026 – 16 January 2027")));
            QCOMPARE(text.count(QStringLiteral("Done, start, length, domain, kind, topic")), 1);
            for (const Run &run : written.pages.at(page)) {
                rows += run.text == minutesText(120) || run.text == minutesText(90) || run.text == minutesText(30);
            }
        }
        QCOMPARE(rows, int(paper.blocks.size()));
    }

    void theExamsDayTellsWhatThePackKnows()
    {
        const PlanPaper paper = samplePaper(certification(), {});
        const Written written(PlanSheet::ExamDay, paper, paperLayout(QPageSize::A4, QPageLayout::Portrait));
        QCOMPARE(written.pages.size(), 1);
        const QString text = squeezed(written.text());
        QVERIFY(text.contains(squeezed(paper.examTime())));
        QVERIFY(text.contains(QStringLiteral("Europe/Berlin")));
        QVERIFY(!paper.certification.examDay.isEmpty());
        for (const ExamDayPart &part : paper.certification.examDay) {
            QVERIFY(text.contains(squeezed(part.title)));
            for (const ExamDayLine &line : part.lines) {
                QVERIFY2(text.contains(squeezed(line.text)), qPrintable(line.text));
                if (line.sourced()) {
                    QVERIFY(line.source.checkedOn.isValid());
                    QVERIFY(text.contains(squeezed(line.source.url)));
                    QVERIFY(text.contains(
                        squeezed(QLocale().toString(line.source.checkedOn, QStringLiteral("d MMMM yyyy")))));
                }
            }
        }
        PlanPaper bare = samplePaper(certification(), {});
        bare.certification.examDay.clear();
        QCOMPARE(Written(PlanSheet::ExamDay, bare).pages.size(), 1);
        QVERIFY(Written(PlanSheet::ExamDay, samplePaper(certification(), {6, {60}, false, false})).pages.isEmpty());
    }

    void textCanBeSearched()
    {
        const PlanPaper paper = samplePaper(certification(), {});
        const QString path = file(QStringLiteral("search.pdf"));
        for (const PlanSheet sheet : sheets) {
            const PlanPrint print{sheet, paper.first, paper.last};
            QVERIFY(writePlanPdf(path, paper, print, paperLayout()).ok());
            QPdfDocument pdf;
            QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
            const QStringList pages = pageTexts(pdf);
            const QString name = squeezed(
                paper.certification.shortTitle.isEmpty() ? paper.certification.title : paper.certification.shortTitle);
            for (int page = 0; page < pages.size(); ++page) {
                const QString &text = pages.at(page);
                QVERIFY2(text.contains(QStringLiteral("Studyschedule,") + name), qPrintable(text.left(400)));
                QVERIFY(text.contains(QStringLiteral("Printed23November2026")));
                QVERIFY(text.contains(QStringLiteral("Page%1of%2").arg(page + 1).arg(pages.size())));
                QVERIFY(text.contains(squeezed(paper.examTime())));
            }
        }
    }

    void refusesWithoutAPlan()
    {
        const QString path = file(QStringLiteral("none.pdf"));
        const Outcome outcome = writeSchedulePdf(path, m_workspace->plan());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(path));
    }

    void theWholeScheduleHoldsEverySheet()
    {
        PlanDesk &desk = m_workspace->plan();
        Appointment appointment;
        appointment.date = QDate(2027, 1, 9);
        appointment.time = QTime(10, 0);
        appointment.place = QStringLiteral("Test centre");
        QVERIFY(desk.setAppointment(appointment).ok());
        PlanInputs inputs = desk.defaultInputs();
        inputs.start = QDate(2026, 11, 23);
        QVERIFY(desk.makePlan(inputs).ok());
        const QString path = file(QStringLiteral("schedule.pdf"));
        QVERIFY(writeSchedulePdf(path, desk).ok());
        QPdfDocument pdf;
        QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
        const QStringList pages = pageTexts(pdf);
        const QString text = pages.join(QString());
        for (const char *part : {"Week1of7,23–29November2026", "November2026", "Weeks1to7,", "Agenda,23November2026",
                 "Thedayoftheexam", "47daystotheexam"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        for (const Block &block : desk.allBlocks())
            QVERIFY(text.contains(squeezed(wordsOf(desk.certification(), block).fullTitle)));
        const QSizeF first = pdf.pagePointSize(0);
        QVERIFY(first.height() > first.width());
        for (int page = 0; page < pages.size(); ++page) {
            QVERIFY(pages.at(page).contains(QStringLiteral("Page%1of%2").arg(page + 1).arg(pages.size())));
            const QString fault = faultOf(rendered(pdf, page, 50), 50);
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
            const QSizeF size = pdf.pagePointSize(page);
            if (pages.at(page).startsWith(QStringLiteral("Weeks1to7,")))
                QVERIFY(size.width() > size.height());
        }
    }

    void keepsTheOldFileWhereTheNewCannotBeWritten()
    {
        const QString path = file(QStringLiteral("nowhere/schedule.pdf"));
        const Outcome outcome = writeSchedulePdf(path, m_workspace->plan());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::FileNotWritable);
    }

    void followsTheLocalesPaper()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(paperLayout().pageSize().id(), QPageSize::Letter);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(paperLayout().pageSize().id(), QPageSize::A4);
        QLocale::setDefault(before);
    }
};

LECTERN_TEST_CLASS(PlanPrintTest)
#include "planprint_test.moc"
