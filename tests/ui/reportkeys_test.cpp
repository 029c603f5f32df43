// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorbook.h"
#include "exambench.h"
#include "examwords.h"
#include "generatedbank.h"
#include "historypage.h"
#include "reportdetail.h"
#include "runall.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace lectern;
using namespace lectern::test;

/// Keys in a report: several of a question, and one that is another since a dispute was settled; sources, each host of
/// which is asked about once; and the way from all attempts to what went wrong.
class ReportKeysTest : public QObject
{
    Q_OBJECT

private:
    /// On a bank of its own that a test may change.
    struct Reader {
        QTemporaryDir packs;
        ExamBench bench{packs.path()};

        bool open() { return QDir().mkpath(folder()) && writeGeneratedPack(folder()) && bench.open(); }
        QString folder() const { return packs.filePath(QStringLiteral("made-up")); }
        /// The question's lines in the pack, changed.
        bool rewrite(const QString &item, const std::function<QString(QString)> &change) const
        {
            QDirIterator files(folder() + QStringLiteral("/questions"), QDir::Files);
            const QString begins = QStringLiteral("  - id: %1\n").arg(item);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadWrite))
                    return false;
                const QString text = QString::fromUtf8(file.readAll());
                const auto from = text.indexOf(begins);
                if (from < 0)
                    continue;
                const auto next = text.indexOf(QStringLiteral("\n  - id: "), from);
                const auto to = next < 0 ? text.size() : next + 1;
                const QByteArray changed =
                    (text.left(from) + change(text.mid(from, to - from)) + text.mid(to)).toUtf8();
                return file.seek(0) && file.write(changed) == changed.size() && file.resize(changed.size());
            }
            return false;
        }
        void show(AttemptId id)
        {
            bench.page->goTo(QStringLiteral("attempt/%1").arg(raw(id)));
            bench.table()->setFilter(ReportTable::Filter::All);
            QCoreApplication::processEvents();
        }
        ReportRow *rowOf(int position) const
        {
            for (ReportRow *row : bench.table()->shownRows()) {
                if (row->line().position == position)
                    return row;
            }
            return nullptr;
        }
        ReportDetail *unfold(int position) const
        {
            QTest::mouseClick(rowOf(position), Qt::LeftButton);
            QCoreApplication::processEvents();
            return bench.table()->detail();
        }
        /// "A, your answer", in the order of display.
        QStringList roles(const ReportDetail *detail) const
        {
            QStringList said;
            for (const TextLabel *who : detail->findChildren<TextLabel *>(QStringLiteral("who")))
                said << who->text();
            return said;
        }
        /// Sits down to a question with several right answers, at position 0 or later; -1: there is none.
        int seatOfSeveral()
        {
            ExamDesk &exam = bench.desk();
            ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Drill);
            setup.questions = 60;
            for (const Domain &domain : bench.workspace->guide().certification().domains) {
                setup.criteria.topics.clear();
                for (const Topic &topic : domain.topics)
                    setup.criteria.topics << topic.id;
                if (!exam.start(setup))
                    continue;
                for (int position = 0; position < exam.running()->size(); ++position) {
                    if (exam.item(position)->type == ItemType::Multiple)
                        return position;
                }
                if (!exam.abandon())
                    return -1;
            }
            return -1;
        }
    };

private Q_SLOTS:
    void theNewerKeyIsShownOnceADisputeIsSettled()
    {
        Reader reader;
        QVERIFY(reader.open());
        ExamDesk &exam = reader.bench.desk();
        const auto id = exam.start(reader.bench.setup(AttemptMode::Timed, 5));
        QVERIFY(id.ok());
        int position = 0;
        while (exam.item(position)->type != ItemType::Single)
            ++position;
        const FormItem seat = exam.running()->setup().items.at(position);
        const QString before = exam.item(position)->keyIds().constFirst();
        const QString now = seat.optionOrder.at(seat.optionOrder.constFirst() == before ? 1 : 0);
        QVERIFY(exam.show(position).ok() && exam.answer(position, {now}).ok() && exam.submit().ok());

        Dispute dispute = reader.bench.reports().disputeOf(seat);
        dispute.reason = QStringLiteral("The manual says otherwise.");
        QVERIFY(reader.bench.reports().fileDispute(dispute).ok());
        reader.show(*id);
        QCOMPARE(reader.bench.find<TextLabel>("count")->text(), QStringLiteral("0 of 4"));

        reader.bench.page.reset();
        reader.bench.workspace.close();
        QVERIFY(reader.rewrite(seat.item, [&](QString text) {
            // The two options change places: what was wrong of one is wrong of the other.
            static const QRegularExpression wrong(QStringLiteral("        misconception: .*\n"));
            const auto lines = [&](const QString &option) {
                return QRegularExpression(
                    QStringLiteral("(      - id: %1\n        text: .*\n)(        (?:key|misconception): .*\n)")
                        .arg(option));
            };
            const QString reason = lines(now).match(text).captured(2);
            text.replace(lines(now), QStringLiteral("\\1        key: true\n"));
            text.replace(lines(before), QStringLiteral("\\1") + reason);
            return text;
        }));
        QVERIFY(reader.bench.restart());

        reader.show(*id);
        QCOMPARE(reader.bench.find<TextLabel>("count")->text(), QStringLiteral("1 of 5"));
        QVERIFY(reader.rowOf(position)->line().right);
        QCOMPARE(reader.rowOf(position)->line().key, letters({now}, seat.optionOrder));
        const ReportDetail *detail = reader.unfold(position);
        const auto *settled = detail->findChild<TextLabel *>(QStringLiteral("newKey"));
        QVERIFY(settled && settled->isVisible());
        QVERIFY2(settled->text().contains(QStringLiteral(" %1 ").arg(letters({now}, seat.optionOrder))),
            qPrintable(settled->text()));
        const QStringList roles = reader.roles(detail);
        QCOMPARE(roles.at(seat.optionOrder.indexOf(now)).section(QStringLiteral(", "), 1),
            QStringLiteral("your answer, key now"));
        QCOMPARE(
            roles.at(seat.optionOrder.indexOf(before)).section(QStringLiteral(", "), 1), QStringLiteral("key then"));
        QVERIFY(!detail->findChild<QPushButton *>(QStringLiteral("withdraw"))->isVisible());
        QVERIFY(!detail->workup()); // right now: nothing to work up
    }

    void severalLettersStandInTheOrderOfDisplay()
    {
        Reader reader;
        QVERIFY(reader.open());
        const int position = reader.seatOfSeveral();
        QVERIFY(position >= 0);
        ExamDesk &exam = reader.bench.desk();
        const AttemptId id = exam.running()->setup().id;
        const Item item = *exam.item(position);
        const QStringList order = exam.running()->setup().items.at(position).optionOrder;
        const QStringList keys = item.keyIds();
        QCOMPARE(keys.size(), 2);
        QString wrong;
        for (const QString &option : order) {
            if (!keys.contains(option))
                wrong = option;
        }
        const QStringList chosen{keys.constFirst(), wrong};
        QVERIFY(exam.show(position).ok() && exam.answer(position, chosen).ok() && exam.submit().ok());
        reader.show(id);
        const auto spelled = [&](const QStringList &options) {
            QStringList found;
            for (int i = 0; i < order.size(); ++i) {
                if (options.contains(order.at(i)))
                    found << QString(QChar(u'A' + char16_t(i)));
            }
            return found.join(QStringLiteral(", "));
        };
        const ReportRow *row = reader.rowOf(position);
        QCOMPARE(row->line().chosen, spelled(chosen));
        QCOMPARE(row->line().key, spelled(keys));
        QVERIFY(!row->line().right); // all or nothing
        QVERIFY2(row->accessibleName().contains(spelled(chosen)), qPrintable(row->accessibleName()));
        QVERIFY2(row->accessibleName().contains(spelled(keys)), qPrintable(row->accessibleName()));
        const QStringList roles = reader.roles(reader.unfold(position));
        QCOMPARE(roles.size(), order.size());
        for (int i = 0; i < order.size(); ++i) {
            QStringList expected{QString(QChar(u'A' + char16_t(i)))};
            if (chosen.contains(order.at(i)))
                expected << QStringLiteral("your answer");
            if (keys.contains(order.at(i)))
                expected << QStringLiteral("key");
            QCOMPARE(roles.at(i), expected.join(QStringLiteral(", ")));
        }
    }

    void theErrorBookOpensFromTheHistoryAndLeadsBack()
    {
        Reader reader;
        QVERIFY(reader.open());
        ExamDesk &exam = reader.bench.desk();
        QVERIFY(exam.start(reader.bench.setup(AttemptMode::Timed, 5)).ok() && exam.show(0).ok() && exam.submit().ok());
        for (const bool byKey : {false, true}) {
            reader.bench.page->goTo(QStringLiteral("history"));
            QCoreApplication::processEvents();
            QVERIFY(reader.bench.shows<HistoryPage>());
            if (byKey)
                reader.bench.key(Qt::Key_E);
            else
                QTest::mouseClick(reader.bench.page->findChild<HistoryPage *>()->findChild<QAbstractButton *>(
                                      QStringLiteral("historyBook")),
                    Qt::LeftButton);
            QVERIFY(reader.bench.shows<ErrorBook>());
            QCOMPARE(reader.bench.page->findChild<ErrorBook *>()->shownRows().size(), 1);
            reader.bench.key(Qt::Key_Escape);
            QVERIFY(reader.bench.shows<HistoryPage>());
        }
    }

    void eachHostIsAskedAboutOnce()
    {
        Reader reader;
        QVERIFY(reader.open());
        ExamDesk &exam = reader.bench.desk();
        const auto id = exam.start(reader.bench.setup(AttemptMode::Timed, 5));
        QVERIFY(id.ok());
        QStringList items;
        for (int position = 0; position < 2; ++position) {
            QVERIFY(exam.show(position).ok());
            items << exam.running()->setup().items.at(position).item;
        }
        QVERIFY(exam.submit().ok());
        reader.bench.page.reset();
        reader.bench.workspace.close();
        // A source is no part of what is asked: the revision stays.
        const QStringList hosts{QStringLiteral("docs.databricks.com"), QStringLiteral("www.databricks.com")};
        for (int i = 0; i < 2; ++i) {
            QVERIFY(reader.rewrite(items.at(i), [&](QString text) {
                static const QRegularExpression url(QStringLiteral("        url: .*\n"));
                return text.replace(url, QStringLiteral("        url: https://%1/page\n").arg(hosts.at(i)));
            }));
        }
        QVERIFY(reader.bench.restart());
        reader.bench.dialogs.agrees = true;
        const auto follow = [&](int position) {
            auto *link = reader.unfold(position)->findChild<QPushButton *>(QStringLiteral("link"));
            QTest::mouseClick(link, Qt::LeftButton);
            return link->text();
        };
        reader.show(*id);
        QCOMPARE(follow(0).section(u' ', -1), hosts.at(0));
        QCOMPARE(reader.bench.dialogs.asked.size(), 1);
        QCOMPARE(follow(1).section(u' ', -1), hosts.at(1)); // another of the same site
        QCOMPARE(reader.bench.dialogs.asked.size(), 2);
        QVERIFY(reader.bench.dialogs.asked.constLast().contains(hosts.at(1)));
        // That they were asked about outlives the window, and holds in the error book.
        QVERIFY(reader.bench.restart());
        reader.show(*id);
        follow(0);
        reader.bench.page->goTo(QStringLiteral("errors"));
        QCoreApplication::processEvents();
        auto *book = reader.bench.page->findChild<ErrorBook *>();
        QTest::mouseClick(book->shownRows().constFirst(), Qt::LeftButton);
        QCoreApplication::processEvents();
        QTest::mouseClick(book->findChild<QPushButton *>(QStringLiteral("link")), Qt::LeftButton);
        QCOMPARE(reader.bench.dialogs.asked.size(), 2);
        QCOMPARE(reader.bench.dialogs.opened.size(), 4);
    }

    void anAbandonedRehearsalKeepsWhatItDidNotShow()
    {
        Reader reader;
        QVERIFY(reader.open());
        ExamDesk &exam = reader.bench.desk();
        const auto id = exam.start(reader.bench.setup(AttemptMode::Rehearsal, 60));
        QVERIFY(id.ok());
        QVERIFY(exam.show(0).ok() && exam.show(41).ok() && exam.abandon().ok());
        reader.show(*id);
        QVERIFY(reader.bench.reporting());
        QList<int> positions;
        for (const ReportRow *row : reader.bench.table()->shownRows())
            positions << row->line().position;
        QCOMPARE(positions, (QList<int>{0, 41}));
        QVERIFY(reader.unfold(41));
    }
};

LECTERN_TEST_CLASS(ReportKeysTest)
#include "reportkeys_test.moc"
