// SPDX-License-Identifier: GPL-3.0-or-later
#include "comingup.h"
#include "figuretile.h"
#include "loadstrip.h"
#include "monthview.h"
#include "planbench.h"
#include "printpattern.h"
#include "weekstrip.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>

#include "runall.h"

using namespace lectern;
using namespace lectern::test;

namespace
{

const QDate monday(2026, 11, 23); ///< the bench's today

bool near(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) <= 6;
}

int countOf(const QImage &image, const QRect &area, const QColor &color)
{
    int count = 0;
    const QRect inside = area & image.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            count += near(image.pixelColor(x, y), color) ? 1 : 0;
    }
    return count;
}

Block sample(QDate date, BlockState state)
{
    Block block;
    block.date = date;
    block.minutes = 90;
    block.topic = QStringLiteral("d3.2");
    block.state = state;
    return block;
}

} // namespace

/// What the painted widgets put on the screen, in both schemes.
class PlanPaintTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanBench> m_bench;
    Block m_done;
    Block m_missed;

    void addSchemes()
    {
        QTest::addColumn<SchemeChoice>("scheme");
        QTest::newRow("light") << SchemeChoice::Light;
        QTest::newRow("dark") << SchemeChoice::Dark;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<PlanBench>();
        QVERIFY(m_bench->workspace.open());
        QVERIFY(m_bench->makePlan());
        PlanDesk &desk = m_bench->workspace->plan();
        m_done = desk.blocks(QDate(2026, 11, 19), QDate(2026, 11, 19)).constFirst();
        m_missed = desk.blocks(QDate(2026, 11, 20), QDate(2026, 11, 20)).constFirst();
        QVERIFY(desk.setDone(m_done.id, true).ok());
    }
    void cleanup() { m_bench->theme.setChoice(SchemeChoice::System); }
    void cleanupTestCase() { m_bench.reset(); }

    void monthTellsStatesApart_data() { addSchemes(); }
    void monthTellsStatesApart()
    {
        QFETCH(SchemeChoice, scheme);
        m_bench->theme.setChoice(scheme);
        const Theme &theme = m_bench->theme;
        const Tokens &tokens = theme.tokens();
        MonthView view(theme);
        view.resize(1232, 640);
        view.setData(monthData(m_bench->workspace->plan(), monday));
        view.select(QDate(2026, 11, 2));
        const QImage image = view.grab().toImage();

        const auto entryAt = [&](QDate date) { return view.entryRect(date, 0); };
        const auto domainOf = [&](QDate date) { return view.data().day(date)->entries.constFirst().words.domain; };
        const auto half = [](const QRect &box) { return box.width() * box.height() / 2; };
        // To come: tinted. Done: no fill, a tick. Missed: no fill, dashed outline.
        const QRect coming = entryAt(monday);
        QVERIFY(countOf(image, coming, theme.domainTint(domainOf(monday))) > half(coming));
        const QRect done = entryAt(m_done.date);
        QCOMPARE(countOf(image, done, theme.domainTint(domainOf(m_done.date))), 0);
        QVERIFY(countOf(image, done, tokens.raised) > half(done));
        const QRect missed = entryAt(m_missed.date);
        QVERIFY(countOf(image, missed, tokens.raised) > half(missed));
        const QColor color = theme.domain(domainOf(m_missed.date));
        const QRect edge(missed.left() + 20, missed.top(), missed.width() - 40, 1);
        const int dashes = countOf(image, edge, color);
        QVERIFY2(dashes > edge.width() / 4 && dashes < edge.width(), qPrintable(QString::number(dashes)));
        // Every block has its bar in the domain's colour.
        for (const QDate date : {monday, m_done.date, m_missed.date}) {
            const QRect box = entryAt(date);
            QVERIFY(countOf(image, QRect(box.left(), box.center().y(), 5, 1), theme.domain(domainOf(date))) > 0);
        }
    }

    void monthMarksDays_data() { addSchemes(); }
    void monthMarksDays()
    {
        QFETCH(SchemeChoice, scheme);
        m_bench->theme.setChoice(scheme);
        const Tokens &tokens = m_bench->theme.tokens();
        MonthView view(m_bench->theme);
        view.resize(1232, 640);
        view.setData(monthData(m_bench->workspace->plan(), monday));
        view.select(QDate(2026, 11, 2));
        const QImage image = view.grab().toImage();

        const QRect today = view.dayRect(monday);
        QVERIFY(near(image.pixelColor(today.left() + 1, today.center().y()), tokens.accent));
        QVERIFY(near(image.pixelColor(today.right() - 1, today.center().y()), tokens.accent));
        const QRect off = view.dayRect(QDate(2026, 11, 18));
        const QRect inside = off.adjusted(4, 30, -4, -4);
        QVERIFY(countOf(image, inside, tokens.raised) < inside.width() * inside.height());
        const QRect stranger = view.dayRect(QDate(2026, 12, 3));
        QVERIFY(near(image.pixelColor(stranger.left() + 10, stranger.bottom() - 3), tokens.sunken));
        const QRect chosen = view.dayRect(QDate(2026, 11, 2));
        QVERIFY(near(image.pixelColor(chosen.left() + 10, chosen.bottom() - 3), tokens.accentSoft));
        const QRect plain = view.dayRect(QDate(2026, 11, 3));
        QVERIFY(near(image.pixelColor(plain.left() + 10, plain.bottom() - 3), tokens.raised));
    }

    void monthMirrors()
    {
        MonthView view(m_bench->theme);
        view.resize(1232, 640);
        view.setData(monthData(m_bench->workspace->plan(), monday));
        const QRect left = view.dayRect(monday);
        QVERIFY(left.left() < view.dayRect(monday.addDays(1)).left());
        view.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(view.dayRect(monday).left() > view.dayRect(monday.addDays(1)).left());
        view.select(monday);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.selectedDate(), monday.addDays(1));
    }

    void monthTilesItsDays()
    {
        MonthView view(m_bench->theme);
        view.setData(monthData(m_bench->workspace->plan(), monday));
        for (const int width : {700, 1001, 1280}) {
            view.resize(width, 600);
            for (int i = 0; i + 1 < 7; ++i)
                QCOMPARE(view.dayRect(monday.addDays(i)).right() + 1, view.dayRect(monday.addDays(i + 1)).left());
            QVERIFY(view.dayRect(monday.addDays(6)).right() < width);
        }
    }

    void stripShowsWhatDoesNotFit()
    {
        const Tokens &tokens = m_bench->theme.tokens();
        LoadStrip strip(m_bench->theme);
        strip.resize(1000, strip.sizeHint().height());
        WeekLoad fits{monday, 1500, 1200, 300};
        WeekLoad full{monday.addDays(7), 780, 1200, 0};
        strip.setWeeks({fits, fits}, 2400, monday);
        QCOMPARE(countOf(strip.grab().toImage(), strip.rect(), tokens.bad), 0);
        strip.setWeeks({fits, full}, 2400, monday);
        const QImage image = strip.grab().toImage();
        QVERIFY(countOf(image, QRect(569, 0, 431, strip.height()), tokens.bad) > 50);
        QCOMPARE(countOf(image, QRect(0, 0, 560, strip.height()), tokens.bad), 0);
        QVERIFY(
            strip.accessibleDescription().contains(QStringLiteral("Week 2: 20 h planned, 13 h available, 0 h done")));
    }

    void tileTellsAndLeads()
    {
        FigureTile tile(m_bench->theme);
        FigureTile::Content content;
        content.caption = QStringLiteral("Study time");
        content.figure = QStringLiteral("112");
        content.unit = QStringLiteral("of 300 h");
        content.note = QStringLiteral("Plan to date: 114 h");
        content.share = 0.5;
        content.target = 0.75;
        tile.set(content);
        tile.resize(tile.sizeHint());
        QCOMPARE(tile.accessibleName(), QStringLiteral("Study time, 112 of 300 h, Plan to date: 114 h"));
        const QSignalSpy clicked(&tile, &QAbstractButton::clicked);
        QTest::keyClick(&tile, Qt::Key_Return);
        QTest::keyClick(&tile, Qt::Key_Space);
        QTest::mouseClick(&tile, Qt::LeftButton);
        QCOMPARE(clicked.size(), 3);

        const Tokens &tokens = m_bench->theme.tokens();
        const int before = countOf(tile.grab().toImage(), tile.rect(), tokens.accent);
        content.share = 0.25;
        tile.set(content);
        const int after = countOf(tile.grab().toImage(), tile.rect(), tokens.accent);
        QVERIFY2(after > 0 && std::abs(2 * after - before) < before / 5,
            qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
    }

    void weekDayPilesItsBlocks_data()
    {
        QTest::addColumn<BlockState>("state");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<bool>("solid");
        QTest::addColumn<bool>("tinted");
        QTest::addColumn<QString>("summary");
        QTest::newRow("done") << BlockState::Done << monday.addDays(-1) << true << false << QStringLiteral("3 h done");
        QTest::newRow("missed") << BlockState::Planned << monday.addDays(-1) << false << false
                                << QStringLiteral("0 of 3 h");
        QTest::newRow("to come") << BlockState::Planned << monday.addDays(1) << false << true << QStringLiteral("3 h");
        QTest::newRow("today") << BlockState::Planned << monday << false << true << QStringLiteral("3 h today");
    }
    void weekDayPilesItsBlocks()
    {
        QFETCH(BlockState, state);
        QFETCH(QDate, date);
        QFETCH(bool, solid);
        QFETCH(bool, tinted);
        QFETCH(QString, summary);
        WeekDay day(m_bench->theme);
        WeekDay::Content content;
        content.date = date;
        content.today = monday;
        content.inPlan = true;
        content.blocks = {sample(date, state), sample(date, state)};
        content.domains = {2, 2};
        content.fullMinutes = 180;
        day.set(content);
        day.resize(day.sizeHint());
        QCOMPARE(day.summary(), summary);
        const QImage image = day.grab().toImage();
        const int area = day.width() * day.height();
        QCOMPARE(countOf(image, day.rect(), m_bench->theme.domain(2)) > area / 6, solid);
        QCOMPARE(countOf(image, day.rect(), m_bench->theme.domainTint(2)) > area / 6, tinted);
    }

    void comingRowsAreByDate()
    {
        ComingUp coming(m_bench->theme);
        coming.set({{QStringLiteral("flag"), monday.addDays(9), QStringLiteral("Exam")},
            {QStringLiteral("chronometer"), monday.addDays(3), QStringLiteral("Rehearsal")}});
        coming.resize(coming.sizeHint());
        coming.show();
        const QList<ComingRow *> rows = coming.findChildren<ComingRow *>();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0]->text(), QStringLiteral("Rehearsal"));
        const QSignalSpy clicked(&coming, &ComingUp::dateClicked);
        QTest::keyClick(rows[1], Qt::Key_Return);
        QCOMPARE(clicked.value(0).value(0).toDate(), monday.addDays(9));
    }

    void patternsDifferWithoutColour()
    {
        QList<QImage> drawn;
        for (int index = 0; index <= 9; ++index) {
            QImage image(140, 68, QImage::Format_Grayscale8);
            image.fill(255);
            QPainter painter(&image);
            drawPattern(painter, QRectF(2, 2, 136, 64), Theme::domainPattern(index), 16, lightTokens().text);
            painter.end();
            drawn.append(image);
        }
        for (int a = 0; a < drawn.size(); ++a) {
            for (int b = a + 1; b < drawn.size(); ++b) {
                int differing = 0;
                for (int y = 0; y < drawn[a].height(); ++y) {
                    for (int x = 0; x < drawn[a].width(); ++x)
                        differing += std::abs(qGray(drawn[a].pixel(x, y)) - qGray(drawn[b].pixel(x, y))) > 100 ? 1 : 0;
                }
                QVERIFY2(differing > drawn[a].width() * drawn[a].height() / 20,
                    qPrintable(QStringLiteral("%1 and %2: %3").arg(a).arg(b).arg(differing)));
            }
        }
    }
};

LECTERN_TEST_CLASS(PlanPaintTest)
#include "planpaint_test.moc"
