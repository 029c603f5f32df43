// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduleprint.h"

#include "planbench.h"
#include "planwords.h"
#include "printsheet.h"
#include "runall.h"

#include <QDebug>
#include <QFile>
#include <QLocale>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QRegularExpression>

using namespace lectern;
using namespace lectern::test;

namespace
{

constexpr double pointsPerMillimetre = 72 / 25.4;

QString allText(QPdfDocument &pdf)
{
    QString text;
    for (int page = 0; page < pdf.pageCount(); ++page)
        text += pdf.getAllText(page).text() + u' ';
    return text.simplified();
}

/// Readers of PDF differ in what they put where a line was broken, and drop a hyphen there.
QString squeezed(QString text)
{
    static const QRegularExpression spaces(QStringLiteral("[\\s\\x{fffe}-]"));
    return text.remove(spaces);
}

QString describe(const QRectF &bounds, const QRectF &inside)
{
    QString text;
    QDebug(&text) << bounds << "is not in" << inside;
    return text;
}

} // namespace

class SchedulePrintTest : public QObject
{
    Q_OBJECT

private:
    TestWorkspace m_workspace;
    QString m_path;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_workspace.open());
        m_path = m_workspace.folder() + QStringLiteral("/schedule.pdf");
    }

    void refusesWithoutAPlan()
    {
        const Outcome outcome = writeSchedulePdf(m_path, m_workspace->plan());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(m_path));
    }

    void printsAWeekAPageWithEveryBlock()
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
        QVERIFY(desk.setDone(desk.allBlocks().constFirst().id, true).ok());
        QVERIFY(writeSchedulePdf(m_path, desk).ok());

        QPdfDocument pdf;
        QCOMPARE(pdf.load(m_path), QPdfDocument::Error::None);
        // Seven weeks; a full one takes two pages.
        const int pages = pdf.pageCount();
        QVERIFY(pages >= 7 && pages <= 14);
        const QString text = allText(pdf);
        for (int page = 1; page <= pages; ++page)
            QVERIFY2(text.contains(QStringLiteral("Page %1 of %2").arg(page).arg(pages)), qPrintable(text.left(400)));
        QVERIFY(text.contains(QStringLiteral("Week 1 of 7, 23 to 29 November 2026")));
        QVERIFY(text.contains(QStringLiteral("47 days to the exam")));
        QVERIFY(text.contains(QStringLiteral("Exam at %1, Test centre").arg(clockText(600))));
        QVERIFY(text.contains(QStringLiteral("Day off")));
        for (const Block &block : desk.allBlocks()) {
            const BlockWords words = wordsOf(desk.certification(), block);
            QVERIFY2(squeezed(text).contains(squeezed(words.fullTitle)), qPrintable(words.fullTitle));
            QVERIFY(text.contains(words.code));
        }
        for (const Domain &domain : desk.certification().domains)
            QVERIFY(text.contains(domain.code + u' '));
    }

    void keepsTextWithinTheMargins()
    {
        QPdfDocument pdf;
        QCOMPARE(pdf.load(m_path), QPdfDocument::Error::None);
        const double margin = 11.5 * pointsPerMillimetre;
        for (int page = 0; page < pdf.pageCount(); ++page) {
            const QRectF inside = QRectF(QPointF(), pdf.pagePointSize(page)).adjusted(margin, margin, -margin, -margin);
            const QPdfSelection selection = pdf.getAllText(page);
            QVERIFY(!selection.text().isEmpty());
            for (const QPolygonF &bounds : selection.bounds()) {
                // A break between lines has a height only.
                const QRectF box = bounds.boundingRect();
                QVERIFY2(box.isEmpty() || inside.contains(box), qPrintable(describe(box, inside)));
            }
        }
    }

    void splitsADayThatIsLongerThanAPage()
    {
        PlanDesk &desk = m_workspace->plan();
        PlanInputs inputs = desk.defaultInputs();
        inputs.start = QDate(2026, 11, 23);
        inputs.examDate = QDate(2026, 11, 24);
        inputs.minutesPerWeekday[0] = 900;
        inputs.startMinute[0] = 60;
        inputs.blockMinutes = 15;
        QVERIFY(desk.makePlan(inputs).ok());
        const QString path = m_workspace.folder() + QStringLiteral("/long.pdf");
        QVERIFY(writeSchedulePdf(path, desk).ok());
        QPdfDocument pdf;
        QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
        const QString text = allText(pdf);
        QVERIFY2(text.contains(QStringLiteral("Continued: ")), qPrintable(text));
        for (const Block &block : desk.allBlocks())
            QVERIFY2(
                text.contains(QStringLiteral("%1 %2").arg(clockText(block.startMinute), minutesText(block.minutes))),
                qPrintable(clockText(block.startMinute)));
        QVERIFY(desk.allBlocks().size() > 40);
        keepsTextWithinTheMargins();
    }

    void keepsTheOldFileWhereTheNewCannotBeWritten()
    {
        const QString path = m_workspace.folder() + QStringLiteral("/nowhere/schedule.pdf");
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

LECTERN_TEST_CLASS(SchedulePrintTest)
#include "scheduleprint_test.moc"
