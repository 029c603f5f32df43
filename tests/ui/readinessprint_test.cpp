// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinessprint.h"

#include "printbench.h"
#include "runall.h"

#include <QPdfWriter>
#include <QTest>

using namespace lectern;
using namespace lectern::test;

namespace
{

enum class State { Empty, Half, Rich };

/// What a report of the state might say of a blueprint.
ReadinessPaper paperOf(const Certification &certification, const Blueprint &blueprint, State state, bool wordy)
{
    ReadinessPaper paper;
    paper.certification = certification;
    paper.blueprint = blueprint;
    if (wordy) {
        for (Section &section : paper.blueprint.sections)
            section.title = section.shortTitle =
                QStringLiteral("Leistungsüberwachung und Fehlerbehebung in verteilten Datenverarbeitungsumgebungen");
    }
    ReadinessReport &report = paper.report;
    report.day = QDate(2026, 11, 23);
    const ReadinessShape shape = readinessShape(certification, blueprint);
    for (int at = 0; at < int(blueprint.sections.size()); ++at) {
        ReadinessRow row;
        row.id = blueprint.sections.at(at).id;
        row.weight = blueprint.sections.at(at).weight;
        row.answers = state == State::Empty || (state == State::Half && at == 1) ? 0 : 20 + at;
        row.right = row.answers / 2;
        row.expected = {0.4 + 0.05 * at, 0.3 + 0.05 * at, 0.5 + 0.05 * at};
        row.pointsLost = row.weight * (1 - row.expected.mean);
        report.sections << row;
        report.answers += row.answers;
        report.gaps << OddsGap{OddsGap::Kind::SectionAnswers, row.id, row.answers, 12};
        ReadinessAction action;
        action.section = row.id;
        action.topic = certification.domains.constFirst().topics.constFirst().id;
        action.below = shape.topics.value(at);
        action.pointsPerHour = 0.4;
        report.actions << action;
    }
    for (const QString &topic : shape.topics) {
        ReadinessRow row;
        row.id = topic;
        row.answers = state == State::Empty ? 0 : int(report.topics.size() % 9);
        row.right = row.answers / 2;
        report.topics << row;
    }
    report.weighted = {0.61, 0.54, 0.68};
    ReadinessPoint point;
    for (int day = state == State::Empty ? 0 : 40; day >= 0; day -= 5) {
        point.day = report.day.addDays(-day);
        point.weighted = {0.6 - day * 0.004, 0.5 - day * 0.005, 0.7 - day * 0.003};
        report.trend << point;
    }
    if (state == State::Rich) {
        report.odds = 0.7;
        report.atExam = Estimate{0.71, 0.6, 0.8};
        paper.examDate = report.day.addDays(40);
        for (int i = 0; i < 12; ++i) {
            ReadinessMove move;
            move.day = report.day.addDays(-i);
            move.answers = 20 + i;
            move.right = 10 + i;
            move.points = 1.2 - i * 0.2;
            move.id = shape.topics.value(i);
            report.moves << move;
        }
        RehearsalCheck check;
        check.day = report.day.addDays(-10);
        check.right = 41;
        check.total = 60;
        paper.rehearsals << check;
    }
    return paper;
}

} // namespace

class ReadinessPrintTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrintBench> m_bench;

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<PrintBench>();
        QVERIFY(m_bench->open(5));
    }
    void cleanupTestCase() { m_bench.reset(); }

    void everyStateFitsOneSheet_data()
    {
        QTest::addColumn<int>("blueprint");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("wordy");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("orientation");
        QTest::addColumn<int>("text");
        const char *const states[]{"empty", "half", "rich"};
        for (const int blueprint : {0, 1}) {
            for (const int state : {0, 1, 2}) {
                for (const bool wordy : {false, true}) {
                    for (const auto size : {QPageSize::A4, QPageSize::Letter}) {
                        QTest::addRow("%s, %s%s, %s", blueprint == 0 ? "domains" : "outline", states[state],
                            wordy ? ", long titles" : "", qPrintable(QPageSize::name(size)))
                            << blueprint << state << wordy << int(size) << int(QPageLayout::Portrait) << 100;
                    }
                }
            }
        }
        QTest::newRow("outline, across") << 1 << 2 << false << int(QPageSize::A4) << int(QPageLayout::Landscape) << 100;
        QTest::newRow("outline, large text")
            << 1 << 2 << false << int(QPageSize::A4) << int(QPageLayout::Portrait) << 150;
    }

    void everyStateFitsOneSheet()
    {
        QFETCH(int, blueprint);
        QFETCH(int, state);
        QFETCH(bool, wordy);
        QFETCH(int, size);
        QFETCH(int, orientation);
        QFETCH(int, text);
        const Certification &certification = m_bench->certification();
        const Blueprint &chosen = certification.blueprints.at(blueprint);
        const ReadinessPaper paper = paperOf(certification, chosen, State(state), wordy);
        QString folder = qEnvironmentVariable("LECTERN_PICTURES");
        const QString path =
            folder.isEmpty()
                ? m_bench->file(QStringLiteral("readiness.pdf"))
                : QStringLiteral("%1/readiness-%2-%3-%4.pdf").arg(folder).arg(blueprint).arg(state).arg(wordy);
        QVERIFY(writeSheetPdf(path, readinessSheet(paper),
            paperLayout(QPageSize::PageSizeId(size), QPageLayout::Orientation(orientation)), text)
                    .ok());
        QPdfDocument pdf;
        QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
        QCOMPARE(pdf.pageCount(), 1);

        // Nothing of it is cut: every section, its points and every topic is on it.
        const QString page = pageTexts(pdf).constFirst();
        const QLocale locale;
        for (qsizetype at = 0; at < paper.report.sections.size(); ++at) {
            const Section &section = paper.blueprint.sections.at(at);
            QVERIFY2(page.contains(squeezed(section.code + u' ' + section.shortTitle)), qPrintable(section.shortTitle));
            QVERIFY(page.contains(squeezed(locale.toString(paper.report.sections.at(at).pointsLost, 'f', 1))));
        }
        for (const ReadinessRow &row : paper.report.topics) {
            const Topic *topic = blueprint == 0 ? certification.topic(row.id) : nullptr;
            QVERIFY2(page.contains(squeezed(topic ? topic->shortTitle : row.id)), qPrintable(row.id));
        }
        QVERIFY(page.contains(squeezed(QStringLiteral("publishes no pass mark"))));
        QCOMPARE(page.contains(squeezed(QStringLiteral("No odds yet"))), state != int(State::Rich));
        QCOMPARE(page.contains(squeezed(QStringLiteral("about 7 of 10"))), state == int(State::Rich));
        QCOMPARE(page.contains(squeezed(QStringLiteral("Nothing was tested yet"))), state == int(State::Empty));
    }

    void itIsReadInGrey()
    {
        const Certification &certification = m_bench->certification();
        const ReadinessPaper paper = paperOf(certification, certification.blueprints.constFirst(), State::Rich, false);
        const QString path = m_bench->file(QStringLiteral("grey.pdf"));
        QVERIFY(writeSheetPdf(path, readinessSheet(paper), paperLayout(QPageSize::A4, QPageLayout::Portrait)).ok());
        QPdfDocument pdf;
        QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
        const QImage picture = pdf.render(0, pdf.pagePointSize(0).toSize() * 2);
        qint64 coloured = 0;
        qint64 inked = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor pixel = QColor::fromRgba(picture.pixel(x, y));
                if (pixel.alpha() == 0)
                    continue;
                inked += pixel.lightness() < 128 ? 1 : 0;
                coloured += pixel.hsvSaturation() > 80 && pixel.value() > 90 ? 1 : 0;
            }
        }
        QVERIFY(inked > 5000);
        QVERIFY2(coloured < inked / 100, qPrintable(QString::number(coloured)));
    }
};

LECTERN_TEST_CLASS(ReadinessPrintTest)
#include "readinessprint_test.moc"
