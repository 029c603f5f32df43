// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificationrows.h"
#include "examdesk.h"
#include "guidedesk.h"
#include "runall.h"
#include "testwindow.h"
#include "timeformats.h"
#include "windowtree.h"

#include <QApplication>
#include <QUrl>

using namespace lectern;
using test::CertificationRow;

/// What the rows of the certification page that became part of the Guide let a person do, held against the real window.
class CertificationGuideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_test.workspace.open());
        sitAForm();
        m_test.workspace.close();
        QVERIFY(m_test.open());
    }

    /// What the rows ticked and wrote is still there when the program comes up again.
    void cleanupTestCase()
    {
        QVERIFY(m_test.restart());
        for (const Kept &kept : std::as_const(m_kept)) {
            QVERIFY(openView(kept.row, kept.view));
            QVERIFY2(kept.note.isEmpty() ? showsToday(kept.box) : isDoneToday(kept.box), qPrintable(kept.row.id));
            QVERIFY2(kept.note.isEmpty() || tree().says(kept.note), qPrintable(kept.row.id));
        }
    }

    void everyRowIsHeld()
    {
        int rows = 0;
        for (const CertificationRow &row : test::certificationRows()) {
            if (row.page != QLatin1String("Guide"))
                continue;
            ++rows;
            QVERIFY2(metaObject()->indexOfSlot(qPrintable(row.slot + QStringLiteral("()"))) >= 0,
                qPrintable(row.id + QStringLiteral(": no test knows this control, action or effect")));
            static const QStringList parts{QString(), QStringLiteral("question bank"), QStringLiteral("exam simulator"),
                QStringLiteral("readiness model"), QStringLiteral("planner"), QStringLiteral("projects and evidence"),
                QStringLiteral("guide and lessons")};
            QVERIFY2(parts.contains(row.later), qPrintable(row.id + QStringLiteral(": ") + row.later));
            // What is only text says who will make it more.
            QVERIFY2(row.slot != QLatin1String("entryIsRead") || !row.later.isEmpty(), qPrintable(row.id));
        }
        QCOMPARE(rows, 94);
    }

    void factsStandSideBySide_data() { test::addRows("factsStandSideBySide"); }
    void factsStandSideBySide()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(openView(row, QStringLiteral("Facts")));
        const Fact *fact = nullptr;
        for (const Fact &one : guide().facts) {
            if (one.label == row.words.value(QStringLiteral("label")))
                fact = &one;
        }
        QVERIFY(fact);
        QCOMPARE(fact->label, row.title());
        QVERIFY(row.detail().contains(fact->page));

        const QString differs = QStringLiteral(", differs from the page");
        const bool same = row.words.contains(QStringLiteral("same"));
        const QRect label = tree().placeOf(fact->label);
        const QRect page = placeInRow(fact->page, label);
        const QRect vendor = placeInRow(same ? fact->vendor : fact->vendor + differs, label, page.right());
        QVERIFY(!label.isEmpty() && !page.isEmpty() && !vendor.isEmpty());
        QVERIFY(label.right() < page.left() && page.right() < vendor.left());
        QCOMPARE(placeInRow(QStringLiteral("differs"), label).isEmpty(), same);
        const QString source =
            QStringLiteral("%1, checked %2")
                .arg(fact->source.title, QLocale().toString(fact->source.checkedOn, QLocale::ShortFormat));
        QVERIFY(placeInRow(source, label).left() > vendor.right());
        QVERIFY(opens(row.control, fact->source.url));
    }

    void topicIsRead_data() { test::addRows("topicIsRead"); }
    void topicIsRead()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(openView(row, QStringLiteral("Syllabus")));
        const QString code = row.words.value(QStringLiteral("domain"));
        const Domain *domain = nullptr;
        for (const Domain &one : guide().domains) {
            if (one.code == code)
                domain = &one;
        }
        QVERIFY(domain);
        const Topic *topic = nullptr;
        for (const Topic &one : domain->topics) {
            if (one.title == row.text)
                topic = &one;
        }
        QVERIFY(topic);
        QVERIFY(tree().find(row.control, QAccessible::Tree));
        const QString branch = QStringLiteral("%1 %2").arg(domain->code, domain->title);
        QVERIFY(tree().click(branch, QAccessible::TreeItem));
        tree().key(Qt::Key_Right);
        QVERIFY(tree().click(row.text, QAccessible::TreeItem));

        QVERIFY(tree().inSight(topic->summary));
        const int questions = m_test.workspace->guide().itemsPerTopic().value(topic->id);
        QVERIFY(questions >= 3);
        QVERIFY(tree().inSight(QStringLiteral("%1 questions in the bank").arg(questions)));
        const auto [right, answers] = m_results.value(topic->id);
        QVERIFY(answers > 0);
        QVERIFY(tree().says(QStringLiteral("%1 of %2 first-seen %3 right")
                                .arg(right)
                                .arg(answers)
                                .arg(answers == 1 ? QStringLiteral("answer") : QStringLiteral("answers"))));
    }

    void linkIsOpenedAndUsed_data() { test::addRows("linkIsOpenedAndUsed"); }
    void linkIsOpenedAndUsed()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(openView(row, QStringLiteral("Resources")));
        const QString title = row.words.value(QStringLiteral("entry"));
        QCOMPARE(title, row.title());
        const Entry *entry = entryOf(row);
        QVERIFY(entry);
        QVERIFY(opens(row.control, entry->url));

        const QString used = row.words.value(QStringLiteral("used"));
        QCOMPARE(used, QStringLiteral("Used: ") + title);
        QVERIFY(tree().click(used, QAccessible::CheckBox));
        QVERIFY(showsToday(used));
        m_kept.append({row, QStringLiteral("Resources"), used, {}});
    }

    void itemIsTickedAndKept_data() { test::addRows("itemIsTickedAndKept"); }
    void itemIsTickedAndKept()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(openView(row, QStringLiteral("Checklists")));
        const QString title = row.words.value(QStringLiteral("entry"));
        QCOMPARE(title, row.title());
        const Entry *entry = entryOf(row);
        QVERIFY(entry);
        QVERIFY(!entry->proof.isEmpty());
        QVERIFY(tree().click(segment(row.control, QStringLiteral("Done"))));
        QVERIFY(isDoneToday(title));
        QVERIFY(tree().inSight(QStringLiteral("What proves it: ") + entry->proof));
        QVERIFY(row.detail().isEmpty() || tree().inSight(row.detail()));
        const QString note = QStringLiteral("seen by two of us, ") + row.id;
        QVERIFY(tree().click(QStringLiteral("Add note on ") + title));
        QVERIFY(tree().write(QStringLiteral("Note on ") + title, note));
        m_kept.append({row, QStringLiteral("Checklists"), title, note});
    }

    void entryIsRead_data() { test::addRows("entryIsRead"); }
    void entryIsRead()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(openView(row, row.words.value(QStringLiteral("view"))));
        QCOMPARE(row.words.value(QStringLiteral("entry")), row.title());
        QVERIFY(tree().click(row.control, QAccessible::RadioButton));
        const Collection *list = nullptr;
        for (const Collection &one : guide().collections) {
            if (one.title == row.control)
                list = &one;
        }
        QVERIFY(list);
        const Entry *entry = entryOf(row);
        QVERIFY(entry);
        QVERIFY(tree().inSight(row.title()));
        QVERIFY(tree().inSight(row.detail()));
        QVERIFY(!entry->note.isEmpty() && tree().inSight(entry->note));
        if (row.words.contains(QStringLiteral("domains")))
            QVERIFY2(entry->note.contains(QLatin1String("domain")), qPrintable(entry->note));
        if (const QString remark = row.words.value(QStringLiteral("remark")); !remark.isEmpty())
            QVERIFY(tree().inSight(list->intro) && list->intro.contains(remark));
    }

private:
    test::WindowTree tree() const { return test::WindowTree(*m_test.window); }
    const Certification &guide() { return m_test.workspace->guide().certification(); }

    /// A full form in which every other question is answered right, so that there are own results to show.
    void sitAForm()
    {
        ExamDesk &exam = m_test.workspace->exam();
        QVERIFY(exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 60, 120}).ok());
        for (int position = 0; position < 60; ++position) {
            const Result<Item> item = exam.item(position);
            QVERIFY(item.ok());
            const QString key = item->keyIds().constFirst();
            QString choice = key;
            for (const Option &option : item->options) {
                if (position % 2 == 1 && option.id != key)
                    choice = option.id;
            }
            QVERIFY(exam.show(position).ok());
            QVERIFY(exam.answer(position, {choice}).ok());
            auto &[right, answers] = m_results[item->topic];
            ++answers;
            right += position % 2 == 0 ? 1 : 0;
        }
        QVERIFY(exam.submit().ok());
    }

    bool openView(const CertificationRow &row, const QString &view)
    {
        return tree().goTo(row.page) && tree().click(view, QAccessible::RadioButton);
    }

    const Entry *entryOf(const CertificationRow &row)
    {
        const QStringList key = row.key.split(u'.');
        const Collection *collection = guide().collection(key.value(1));
        if (!collection)
            return nullptr;
        for (const EntryGroup &group : collection->groups) {
            for (const Entry &entry : group.entries) {
                if (group.id == key.value(2) && entry.id == key.value(3))
                    return &entry;
            }
        }
        return nullptr;
    }

    /// The place of a text that begins about where a row begins.
    QRect placeInRow(const QString &text, const QRect &row, int rightOf = 0) const
    {
        for (const auto &one : tree().texts()) {
            const int distance = std::abs(one.place.top() - row.top());
            if (one.text == text && one.place.left() > rightOf && distance <= 3 * row.height())
                return one.place;
        }
        return {};
    }

    /// Pressing the control names the host, and only then a press on Open asks the desktop for the whole address.
    bool opens(const QString &control, const QString &address)
    {
        m_test.dialogs.opened.clear();
        if (!tree().click(control) || !m_test.dialogs.opened.isEmpty())
            return false;
        if (!tree().says(QStringLiteral("This link leads to %1.").arg(QUrl(address).host())))
            return false;
        return tree().click(QStringLiteral("Open"), QAccessible::Button) &&
               QUrl(address).scheme() == QLatin1String("https") && m_test.dialogs.opened == QStringList(address);
    }

    /// The box is ticked, and the day of today stands beside it.
    bool showsToday(const QString &box) const
    {
        const QAccessibleInterface *tick = tree().find(box, QAccessible::CheckBox);
        if (!tick || !tick->state().checked)
            return false;
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_test.workspace.clock.now.utcMs).date();
        const QString day = QStringLiteral("✓ ") + QLocale().toString(today, QLocale::ShortFormat);
        for (const auto &one : tree().texts()) {
            if (one.text == day && std::abs(one.place.center().y() - tick->rect().center().y()) < tick->rect().height())
                return true;
        }
        return false;
    }

    /// One of the choices of a group.
    QAccessibleInterface *segment(const QString &group, const QString &text) const
    {
        QAccessibleInterface *choices = tree().find(group);
        for (int i = 0; choices && i < choices->childCount(); ++i) {
            if (choices->child(i)->text(QAccessible::Name) == text)
                return choices->child(i);
        }
        return nullptr;
    }

    /// The state is Done, and today stands as the day it was shown.
    bool isDoneToday(const QString &item) const
    {
        QAccessibleInterface *done = segment(QStringLiteral("State of ") + item, QStringLiteral("Done"));
        QAccessibleInterface *day = tree().find(QStringLiteral("Date %1 was shown").arg(item));
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_test.workspace.clock.now.utcMs).date();
        return done && done->state().checked && day &&
               day->text(QAccessible::Value) == QLocale().toString(today, dateEntryFormat());
    }

    struct Kept {
        CertificationRow row;
        QString view;
        QString box;
        QString note;
    };

    test::TestWindow m_test;
    QList<Kept> m_kept;
    QHash<QString, std::pair<int, int>> m_results; ///< right and answered, by topic
};

LECTERN_TEST_CLASS(CertificationGuideTest)
#include "certificationguide_test.moc"
