// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeview.h"
#include "exambench.h"
#include "reportdetail.h"
#include "runall.h"

#include <QTextBrowser>

using namespace lectern;
using namespace lectern::test;

class ExamReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportShowsEveryRationale();
    void reportWalksByKeyboard();
    void reportSaysWhatItCannotSay();
};

void ExamReportTest::reportShowsEveryRationale()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(20));
    // The first right, the second wrong, the rest blank.
    const auto chooseKey = [&](int position, bool key) {
        const Item item = bench.desk().item(position).value();
        const QStringList order = bench.desk().running()->setup().items.at(position).optionOrder;
        for (int i = 0; i < order.size(); ++i) {
            if (item.option(order.at(i))->key == key) {
                QTest::mouseClick(bench.option(i), Qt::LeftButton);
                return;
            }
        }
    };
    chooseKey(0, true);
    bench.workspace.clock.advance(65000);
    QTest::mouseClick(bench.cell(1), Qt::LeftButton);
    chooseKey(1, false);
    QVERIFY(bench.desk().submit().ok());
    QVERIFY(bench.reporting());
    QCOMPARE(bench.find<TextLabel>("percent")->text(), QStringLiteral("5 %"));
    QCOMPARE(bench.find<TextLabel>("count")->text(), QStringLiteral("1 of 20"));
    QVERIFY(bench.find<TextLabel>("meaning")->text().contains(QStringLiteral("80 % interval")));
    QVERIFY(!bench.find<TextLabel>("caveat")->isVisible());

    ReportTable *table = bench.table();
    QCOMPARE(table->shownRows().size(), 19); // wrong ones first
    table->setFilter(ReportTable::Filter::All);
    QCOMPARE(table->shownRows().size(), 20);
    QCOMPARE(table->shownRows().constFirst()->line().dwellMs, 65000);
    table->setFilter(ReportTable::Filter::Blank);
    QCOMPARE(table->shownRows().size(), 18);
    QVERIFY(!table->filters().contains(ReportTable::Filter::Flagged)); // none was
    table->setFilter(ReportTable::Filter::All);

    const auto result = bench.reports().report(bench.reports().history().constFirst().id);
    for (ReportRow *row : table->shownRows()) {
        QTest::mouseClick(row, Qt::LeftButton);
        QVERIFY(row->isChecked());
        QVERIFY(table->detail());
        const QString id = result->attempt.setup().items.at(row->line().position).item;
        const Item item = result->items.value(id);
        const auto rationales = table->detail()->findChildren<QTextBrowser *>(QStringLiteral("rationale"));
        QCOMPARE(rationales.size(), item.options.size());
        for (const QTextBrowser *rationale : rationales)
            QVERIFY(!rationale->toPlainText().isEmpty());
        QCOMPARE(table->detail()->findChildren<CodeView *>().size(), item.code.language.isEmpty() ? 0 : 1);
    }

    const auto said = [&](int position) {
        QTest::mouseClick(table->shownRows().at(position), Qt::LeftButton);
        QStringList words;
        for (const TextLabel *who : table->detail()->findChildren<TextLabel *>(QStringLiteral("who")))
            words << who->text();
        return words;
    };
    QCOMPARE(said(0).filter(QStringLiteral("your answer, key")).size(), 1);
    const QStringList wrong = said(1);
    QCOMPARE(wrong.filter(QStringLiteral("your answer")).size(), 1);
    QCOMPARE(wrong.filter(QStringLiteral(", key")).size(), 1);
    QCOMPARE(wrong.filter(QStringLiteral("your answer, key")).size(), 0);
    QTest::mouseClick(table->shownRows().at(1), Qt::LeftButton); // clicked again: closed
    QVERIFY(!table->detail());
    QVERIFY(!table->shownRows().at(1)->isChecked());
}

void ExamReportTest::reportWalksByKeyboard()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    QVERIFY(bench.desk().submit().ok());
    ReportTable *table = bench.table();
    const QList<ReportRow *> rows = table->shownRows();
    QCOMPARE(rows.size(), 5);
    rows.at(0)->setFocus();
    QTest::keyClick(rows.at(0), Qt::Key_Down);
    QVERIFY(rows.at(1)->hasFocus());
    QVERIFY(!table->detail());
    QTest::keyClick(rows.at(1), Qt::Key_Return);
    QVERIFY(rows.at(1)->isChecked());
    QTest::keyClick(rows.at(1), Qt::Key_Down);
    QVERIFY(rows.at(2)->isChecked());
    QVERIFY(!rows.at(1)->isChecked());
    QTest::keyClick(rows.at(2), Qt::Key_Up);
    QVERIFY(rows.at(1)->isChecked());
    QTest::keyClick(rows.at(1), Qt::Key_Space);
    QVERIFY(!table->detail());

    QTest::keyClick(rows.at(1), Qt::Key_Return);
    QPushButton *link = table->detail()->findChild<QPushButton *>(QStringLiteral("link"));
    QVERIFY(link);
    bench.dialogs.agrees = false;
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(bench.dialogs.asked.size(), 1); // its host is named and asked about
    const QString host = link->text().section(u' ', -1);
    QVERIFY2(bench.dialogs.asked.constLast().contains(host), qPrintable(bench.dialogs.asked.constLast()));
    QVERIFY(bench.dialogs.opened.isEmpty());
    bench.dialogs.agrees = true;
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(bench.dialogs.opened.size(), 1);
    QVERIFY(bench.dialogs.opened.constFirst().startsWith(QStringLiteral("https://")));
    QVERIFY(bench.reports().hostAllowed(host));
    bench.dialogs.opens = false;
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(bench.dialogs.asked.size(), 2); // once for a host
    QVERIFY(bench.messages.text().contains(bench.dialogs.opened.constLast()));

    bench.press("leave");
    QVERIFY(!bench.reporting());
    bench.page->goTo(QStringLiteral("attempt/%1").arg(raw(bench.reports().history().constFirst().id)));
    QVERIFY(bench.reporting());
    bench.key(Qt::Key_Escape);
    QVERIFY(!bench.reporting());
}

void ExamReportTest::reportSaysWhatItCannotSay()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    bench.workspace.clock.reboot(60000);
    QVERIFY(bench.restart());
    QVERIFY(bench.seated());
    QVERIFY(bench.desk().submit().ok());
    QVERIFY(bench.find<TextLabel>("meaning")->text().contains(QStringLiteral("Fewer than 20")));
    QVERIFY(bench.find<TextLabel>("caveat")->isVisible());
    QVERIFY(bench.find<TextLabel>("caveat")->text().contains(QStringLiteral("Clock not verified")));
}

LECTERN_TEST_CLASS(ExamReportTest)

#include "examreport_test.moc"
