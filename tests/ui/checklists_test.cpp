// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklistrow.h"
#include "collectionview.h"

#include "evidencefield.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "noteedit.h"
#include "pagebench.h"
#include "runall.h"
#include "timeformats.h"
#include "widgets.h"
#include "writesrefused.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QRadioButton>

using namespace lectern;

namespace
{

const QString readinessList = QStringLiteral("readiness-checklist");
constexpr qint64 dayMs = 24 * 3600 * 1000LL;

} // namespace

/// The checklists as the Guide and the Readiness page show them.
class ChecklistsTest : public QObject
{
    Q_OBJECT

    struct Lists {
        test::PageBench bench;
        CollectionView *view = nullptr;

        bool open()
        {
            if (!bench.workspace.open())
                return false;
            show();
            return true;
        }
        void show()
        {
            GuideDesk &desk = bench.workspace->guide();
            view =
                &bench.show(new CollectionView(desk, bench.workspace->history(), bench.ui, CollectionKind::Checklist));
            QObject::connect(&desk, &GuideDesk::changed, view, &CollectionView::refresh);
        }
        QList<Entry> entries() const { return entriesOf(readinessList); }
        QList<Entry> entriesOf(const QString &id) const
        {
            QList<Entry> all;
            for (const EntryGroup &group :
                const_cast<test::TestWorkspace &>(bench.workspace)->guide().certification().collection(id)->groups)
                all.append(group.entries);
            return all;
        }
        Entry skill(bool wanted) const
        {
            for (const Entry &entry : entries()) {
                if (entry.skill == wanted)
                    return entry;
            }
            return {};
        }
        CheckRecord record(const Entry &entry) { return bench.workspace->guide().check(readinessList, entry.id); }
        QRadioButton *segment(const Entry &entry, const QString &text) const
        {
            const auto *state = bench.named<Segments>(QStringLiteral("State of ") + entry.title);
            for (QRadioButton *radio : state ? state->findChildren<QRadioButton *>() : QList<QRadioButton *>()) {
                if (radio->text() == text)
                    return radio;
            }
            return nullptr;
        }
        QString focusedState() const
        {
            const QWidget *focused = QApplication::focusWidget();
            const auto *state = focused ? qobject_cast<Segments *>(focused->parentWidget()) : nullptr;
            return state ? state->accessibleName() : QString();
        }
        void enter(const Entry &entry) const { view->enter(readinessList, entry.id); }
        static void press(Qt::Key key) { test::PageBench::key(QApplication::focusWidget(), key); }
    };

private Q_SLOTS:
    void itemIsDoneByAClickKeptAndUndone()
    {
        Lists it;
        QVERIFY(it.open());
        const Entry entry = it.entries().constFirst();
        it.enter(entry);
        it.bench.click(it.segment(entry, QStringLiteral("Done")));
        QCOMPARE(it.record(entry).state, CheckState::Done);
        QCOMPARE(it.record(entry).checkedUtcMs, it.bench.workspace.clock.now.utcMs);
        QVERIFY(it.bench.spoken().contains(QStringLiteral("1 of 15 done")));

        it.bench.hidePage();
        QVERIFY(it.bench.workspace.reopen());
        it.show();
        it.enter(entry);
        QVERIFY(it.segment(entry, QStringLiteral("Done"))->isChecked());
        it.bench.click(it.segment(entry, QStringLiteral("In progress")));
        QVERIFY(it.bench.spoken().contains(QStringLiteral("0 of 15 done")));
        it.bench.click(it.bench.button(QStringLiteral("Undo")));
        QVERIFY(it.segment(entry, QStringLiteral("Done"))->isChecked());
    }

    void spaceGoesThroughTheStates()
    {
        Lists it;
        QVERIFY(it.open());
        const Entry entry = it.entries().at(1);
        it.enter(entry);
        for (const CheckState state : {CheckState::InProgress, CheckState::Done, CheckState::Open}) {
            Lists::press(Qt::Key_Space);
            QCOMPARE(it.record(entry).state, state);
            QCOMPARE(it.focusedState(), QStringLiteral("State of ") + entry.title);
        }
    }

    void upAndDownGoFromItemToItem()
    {
        Lists it;
        QVERIFY(it.open());
        const QList<Entry> entries = it.entries();
        it.enter(entries[0]);
        Lists::press(Qt::Key_Down);
        QCOMPARE(it.focusedState(), QStringLiteral("State of ") + entries[1].title);
        Lists::press(Qt::Key_Up);
        QCOMPARE(it.focusedState(), QStringLiteral("State of ") + entries[0].title);
        // Over the edge of its list to the last of the one above.
        Lists::press(Qt::Key_Up);
        const QString above = it.entriesOf(QStringLiteral("experience-validation")).constLast().title;
        QCOMPARE(it.focusedState(), QStringLiteral("State of ") + above);
        for (const Entry &entry : entries)
            QCOMPARE(it.record(entry).state, CheckState::Open);
    }

    void skillGoesStaleAndIsShownAgain()
    {
        Lists it;
        QVERIFY(it.open());
        const Entry skill = it.skill(true);
        const Entry fact = it.skill(false);
        for (const Entry &entry : {skill, fact})
            QVERIFY(it.bench.workspace->guide().setState(readinessList, entry.id, CheckState::Done).ok());
        const QString name = skill.title + QStringLiteral(": shown again today");
        QVERIFY(!it.bench.named(name));

        it.bench.workspace.clock.advance((staleAfterDays + 1) * dayMs);
        it.view->refresh();
        it.enter(skill);
        const QDate today = it.bench.workspace->guide().today();
        const QString asked = QStringLiteral("Shown on %1, more than 8 weeks ago: show it again")
                                  .arg(QLocale().toString(today.addDays(-staleAfterDays - 1), dateEntryFormat()));
        QVERIFY(it.bench.spoken().contains(asked));
        QVERIFY(it.bench.spoken().contains(QStringLiteral("2 of 15 done, 1 stale")));
        QVERIFY(!it.bench.named(fact.title + QStringLiteral(": shown again today")));

        it.bench.click(it.bench.named(name));
        QCOMPARE(it.record(skill).date, today);
        QVERIFY(!it.bench.named(name));
        QVERIFY(it.bench.spoken().contains(QStringLiteral("2 of 15 done")));
        it.bench.click(it.bench.button(QStringLiteral("Undo")));
        QVERIFY(it.bench.named(name));
        it.enter(skill);
        Lists::press(Qt::Key_R);
        QCOMPARE(it.record(skill).date, today);
    }

    void dateIsTheLearnersToSay()
    {
        Lists it;
        QVERIFY(it.open());
        const Entry entry = it.entries().at(2);
        const QString name = QStringLiteral("Date %1 was shown").arg(entry.title);
        it.enter(entry);
        Lists::press(Qt::Key_D);
        QVERIFY2(!it.bench.named(name), "what is not done was not shown");
        QVERIFY(it.bench.workspace->guide().setState(readinessList, entry.id, CheckState::Done).ok());
        const QDate today = it.bench.workspace->guide().today();
        Lists::press(Qt::Key_D);
        auto *date = it.bench.named<QDateEdit>(name);
        QVERIFY(date);
        QVERIFY(date->hasFocus());
        QCOMPARE(date->date(), today);
        date->setDate(today.addDays(40));
        QCOMPARE(date->date(), today);
        date->setDate(today.addDays(-9));
        QVERIFY2(it.record(entry).date == today, "nothing is kept before the date is left");
        it.bench.key(date, Qt::Key_Return);
        QCOMPARE(it.record(entry).date, today.addDays(-9));
    }

    void evidenceAndNoteComeWhenAskedFor()
    {
        Lists it;
        QVERIFY(it.open());
        const Entry entry = it.entries().at(3);
        const QString evidence = QStringLiteral("Evidence of ") + entry.title;
        const QString note = QStringLiteral("Note on ") + entry.title;
        QVERIFY(!it.bench.named(evidence) && !it.bench.named(note));
        it.enter(entry);
        Lists::press(Qt::Key_E);
        auto *field = it.bench.named<QLineEdit>(evidence);
        QVERIFY(field && field->hasFocus());
        // Letters are letters in a field.
        QTest::keyClicks(field, QStringLiteral("https://example.org/end"));
        it.bench.key(field, Qt::Key_Return);
        QCOMPARE(it.record(entry).evidence, QStringLiteral("https://example.org/end"));
        QVERIFY(!it.bench.named(note));

        it.enter(entry);
        Lists::press(Qt::Key_N);
        auto *text = it.bench.named<NoteEdit>(note);
        QVERIFY(text && text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("three plans, red even"));
        it.bench.key(text, Qt::Key_Tab);
        QCOMPARE(it.record(entry).note, QStringLiteral("three plans, red even"));
        QCOMPARE(it.record(entry).state, CheckState::Open);

        it.bench.hidePage();
        QVERIFY(it.bench.workspace.reopen());
        it.show();
        it.enter(entry);
        field = it.bench.named<QLineEdit>(evidence);
        text = it.bench.named<NoteEdit>(note);
        QVERIFY(field && text);
        QCOMPARE(field->text(), QStringLiteral("https://example.org/end"));
        QCOMPARE(text->toPlainText(), QStringLiteral("three plans, red even"));
    }

    void whatCouldNotBeKeptIsNotShownAsKept()
    {
        Lists it;
        QVERIFY(it.open());
        const Entry entry = it.entries().constFirst();
        it.enter(entry);
        {
            const test::WritesRefused refused;
            it.bench.click(it.segment(entry, QStringLiteral("Done")));
        }
        QCOMPARE(it.record(entry).state, CheckState::Open);
        QVERIFY(it.segment(entry, QStringLiteral("Open"))->isChecked());
        QVERIFY(!it.bench.messages->text().isEmpty());
        QVERIFY(it.bench.spoken().contains(QStringLiteral("0 of 15 done")));
    }

    void onlyAddressesAndFilesAreOpened_data()
    {
        QTest::addColumn<QString>("evidence");
        QTest::addColumn<bool>("opens");
        QTest::newRow("web") << QStringLiteral("https://example.org/a") << true;
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("program") << QStringLiteral("ssh://example.org") << false;
        QTest::newRow("nowhere") << QStringLiteral("http://") << false;
        QTest::newRow("gone") << QStringLiteral("/no/such/file") << false;
    }
    void onlyAddressesAndFilesAreOpened()
    {
        QFETCH(QString, evidence);
        QFETCH(bool, opens);
        Lists it;
        QVERIFY(it.open());
        const Entry entry = it.entries().constFirst();
        QVERIFY(it.bench.workspace->guide().setEvidence(readinessList, entry.id, evidence).ok());
        it.enter(entry);
        auto *open = it.bench.named<QPushButton>(QStringLiteral("Open evidence of ") + entry.title);
        QVERIFY(open);
        QCOMPARE(open->isEnabled(), opens);
        it.bench.click(open);
        QCOMPARE(it.bench.dialogs.opened, opens ? QStringList(evidence) : QStringList());
    }
};

LECTERN_TEST_CLASS(ChecklistsTest)
#include "checklists_test.moc"
