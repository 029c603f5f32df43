// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendaview.h"
#include "monthview.h"
#include "planbench.h"
#include "planpage.h"
#include "settingsdesk.h"
#include "wallview.h"
#include "weekview.h"
#include "widgets.h"

#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>

#include <memory>

#include "runall.h"

using namespace lectern;
using namespace lectern::test;

namespace
{
const QDate monday(2026, 11, 23); ///< the bench's today
}

/// The four views of the plan, and what can be done to blocks in each by mouse and by keys.
class CalendarViewsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanBench> m_bench;
    PlanPage *m_page = nullptr;

    PlanDesk &desk() { return m_bench->workspace->plan(); }
    QString title() { return m_page->findChild<QLabel *>(QStringLiteral("monthTitle"))->text(); }
    Block block(QDate date, int index = 0) { return desk().blocks(date, date).value(index); }
    Block byUuid(const QString &uuid)
    {
        for (const Block &candidate : desk().allBlocks()) {
            if (candidate.uuid == uuid)
                return candidate;
        }
        return {};
    }
    CalendarView *shown()
    {
        for (CalendarView *view : m_page->findChildren<CalendarView *>()) {
            if (view->isVisible())
                return view;
        }
        return nullptr;
    }
    CalendarView *open(const QString &anchor)
    {
        m_page->goTo(anchor);
        QApplication::processEvents();
        shown()->setFocus();
        return shown();
    }
    void undo() { QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Undo")), Qt::LeftButton); }
    /// Selects the block without opening its day.
    void choose(QDate date, int entry)
    {
        shown()->select(date, entry);
        shown()->setFocus();
        QVERIFY(shown()->current());
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}, bool drop = true)
    {
        CalendarView *view = shown();
        QTest::mousePress(view, Qt::LeftButton, keys, from);
        const auto moveTo = [&](QPoint point) {
            QMouseEvent event(QEvent::MouseMove, point, view->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, keys);
            QApplication::sendEvent(view, &event);
        };
        moveTo(from + QPoint(0, 20));
        moveTo(to);
        if (drop)
            QTest::mouseRelease(view, Qt::LeftButton, keys, to);
    }
    QMenu *popup() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    QAction *actionNamed(const QMenu &menu, const QString &text)
    {
        for (QAction *action : menu.actions()) {
            if (action->text().section(u'\t', 0, 0) == text)
                return action;
        }
        return nullptr;
    }
    void addViews()
    {
        QTest::addColumn<QString>("view");
        for (const char *name : {"month", "week", "agenda", "wall"})
            QTest::newRow(name) << QString::fromLatin1(name);
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
    void cleanup()
    {
        if (QMenu *menu = popup())
            menu->close();
        m_bench.reset();
    }

    void switchesByKeysAndKeepsTheDay()
    {
        QVERIFY(qobject_cast<MonthView *>(shown()));
        shown()->select(monday.addDays(3), 1);
        QTest::keyClick(m_page, Qt::Key_2, Qt::AltModifier);
        QVERIFY(qobject_cast<WeekView *>(shown()));
        QCOMPARE(shown()->selectedDate(), monday.addDays(3));
        QCOMPARE(shown()->selectedEntry(), 1);
        QCOMPARE(title(), QStringLiteral("23–29 November 2026"));
        QTest::keyClick(m_page, Qt::Key_3, Qt::AltModifier);
        QVERIFY(qobject_cast<AgendaView *>(shown()));
        QCOMPARE(title(), QStringLiteral("26 October 2026 – 10 January 2027"));
        QVERIFY(!m_bench->button(QStringLiteral("nextMonth")));
        QTest::keyClick(m_page, Qt::Key_4, Qt::AltModifier);
        QVERIFY(qobject_cast<WallView *>(shown()));
        QCOMPARE(shown()->selectedDate(), monday.addDays(3));
        QTest::keyClick(m_page, Qt::Key_1, Qt::AltModifier);
        QVERIFY(qobject_cast<MonthView *>(shown()));
        QVERIFY(m_bench->button(QStringLiteral("nextMonth")));
    }

    void turnsWeeks()
    {
        open(QStringLiteral("week"));
        QTest::mouseClick(m_bench->button(QStringLiteral("nextMonth")), Qt::LeftButton);
        QCOMPARE(title(), QStringLiteral("30 November – 6 December 2026"));
        QTest::keyClick(shown(), Qt::Key_PageUp);
        QTest::keyClick(shown(), Qt::Key_PageUp);
        QCOMPARE(title(), QStringLiteral("16–22 November 2026"));
        QTest::keyClick(shown(), Qt::Key_Home);
        QCOMPARE(shown()->selectedDate(), monday);
    }

    void namesItsPartsToAScreenReader_data() { addViews(); }
    void namesItsPartsToAScreenReader()
    {
        QFETCH(QString, view);
        CalendarView *calendar = open(view);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(calendar);
        QCOMPARE(list->childCount(), int(calendar->data().weeks.size()) * 7);
        QAccessibleInterface *today = list->child(int(calendar->data().firstDay().daysTo(monday)));
        QVERIFY(today->text(QAccessible::Name).startsWith(QStringLiteral("Monday 23 November, today, ")));
        QCOMPARE(today->childCount(), int(desk().blocks(monday, monday).size()));
        QAccessibleInterface *first = today->child(0);
        QVERIFY(today->rect().contains(first->rect()));
        first->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(block(monday).state, BlockState::Done);
        QVERIFY(first->state().checked);
    }

    void dragsToAnotherDay_data() { addViews(); }
    void dragsToAnotherDay()
    {
        QFETCH(QString, view);
        open(view);
        const Block before = block(monday, 1);
        const QDate target = monday.addDays(3);
        drag(shown()->entryRect(monday, 1).center(), shown()->dayRect(target).center());
        QCOMPARE(byUuid(before.uuid).date, target);
        QCOMPARE(byUuid(before.uuid).minutes, before.minutes);
        QVERIFY(m_bench->messages->text().startsWith(QStringLiteral("Block moved to Thu 26 Nov at ")));
        QCOMPARE(shown()->selectedDate(), target);
        QCOMPARE(shown()->current()->block.uuid, before.uuid);
        undo();
        QCOMPARE(byUuid(before.uuid), before);
    }

    void dragsToAnotherHour()
    {
        open(QStringLiteral("week"));
        const Block before = block(monday, 0);
        const QRect box = shown()->entryRect(monday, 0);
        const int hour = box.height() * 60 / before.minutes;
        drag(box.center(), box.center() - QPoint(0, 3 * hour));
        QCOMPARE(byUuid(before.uuid).date, monday);
        QVERIFY2(std::abs(byUuid(before.uuid).startMinute - (before.startMinute - 180)) <= 15,
            qPrintable(QString::number(byUuid(before.uuid).startMinute)));
        QCOMPARE(byUuid(before.uuid).startMinute % 15, 0);
    }

    void theChosenViewIsRemembered()
    {
        open(QStringLiteral("agenda"));
        const PlanPage again(desk(), m_bench->workspace->repair(), m_bench->workspace->history(),
            m_bench->workspace->settings(), m_bench->ui);
        QCOMPARE(again.findChild<Segments *>(QStringLiteral("planView"))->current(), 2);
        open(QStringLiteral("month"));
    }

    void theLowerEdgeChangesTheLength()
    {
        open(QStringLiteral("week"));
        const int last = int(desk().blocks(monday, monday).size()) - 1;
        const Block before = block(monday, last);
        const QRect box = shown()->entryRect(monday, last);
        // A short block is too few pixels to tell an hour by.
        const QRect above = shown()->entryRect(monday, 0);
        const int hour = (box.bottom() - above.top() + 1) * 60 / (before.endMinute() - block(monday, 0).startMinute);
        const QPoint edge(box.center().x(), box.bottom() - 2);
        drag(edge, edge + QPoint(0, hour));
        QCOMPARE(byUuid(before.uuid).minutes, before.minutes + 60);
        QCOMPARE(byUuid(before.uuid).startMinute, before.startMinute);
        undo();
        QCOMPARE(byUuid(before.uuid), before);
    }

    void controlCopies_data() { addViews(); }
    void controlCopies()
    {
        QFETCH(QString, view);
        open(view);
        const Block before = block(monday);
        const QDate target = monday.addDays(4);
        const auto count = desk().blocks(target, target).size();
        drag(shown()->entryRect(monday, 0).center(), shown()->dayRect(target).center(), Qt::ControlModifier);
        QCOMPARE(byUuid(before.uuid), before);
        QCOMPARE(desk().blocks(target, target).size(), count + 1);
        undo();
        QCOMPARE(desk().blocks(target, target).size(), count);
    }

    void nothingIsDroppedIntoThePast()
    {
        open(QStringLiteral("month"));
        const Block before = block(monday);
        drag(shown()->entryRect(monday, 0).center(), shown()->dayRect(monday.addDays(-3)).center());
        QCOMPARE(byUuid(before.uuid), before);
        QVERIFY(m_bench->messages->text().startsWith(QStringLiteral("The past stays as it was.")));
    }

    void escapeGivesADragUp()
    {
        open(QStringLiteral("week"));
        const Block before = block(monday);
        const QPoint target = shown()->dayRect(monday.addDays(3)).center();
        drag(shown()->entryRect(monday, 0).center(), target, {}, false);
        QVERIFY(shown()->dragging());
        QTest::keyClick(shown(), Qt::Key_Escape);
        QVERIFY(!shown()->dragging());
        QTest::mouseRelease(shown(), Qt::LeftButton, {}, target);
        QCOMPARE(byUuid(before.uuid), before);
    }

    void movesByKeys_data() { addViews(); }
    void movesByKeys()
    {
        QFETCH(QString, view);
        open(view);
        const Block before = block(monday, 1);
        choose(monday, 1);
        QTest::keyClick(shown(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(byUuid(before.uuid).date, monday.addDays(1));
        QCOMPARE(shown()->current()->block.uuid, before.uuid);
        QTest::keyClick(shown(), Qt::Key_Down, Qt::AltModifier);
        const bool byWeek = view == QLatin1String("month") || view == QLatin1String("wall");
        QCOMPARE(byUuid(before.uuid).date, monday.addDays(byWeek ? 8 : 1));
        undo();
        QCOMPARE(byUuid(before.uuid).date, monday.addDays(1));
    }

    void changesLengthByKeys()
    {
        open(QStringLiteral("week"));
        const Block before = block(monday);
        choose(monday, 0);
        QTest::keyClick(shown(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(byUuid(before.uuid).minutes, before.minutes - 15);
        QTest::keyClick(shown(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(byUuid(before.uuid).minutes, before.minutes);
    }

    void pinsSplitsAndRemovesByKeys()
    {
        open(QStringLiteral("month"));
        const Block before = block(monday);
        const auto count = desk().blocks(monday, monday).size();
        choose(monday, 0);
        QTest::keyClick(shown(), Qt::Key_K);
        QVERIFY(block(monday).locked);
        QVERIFY(shown()->current()->spoken.endsWith(QStringLiteral("pinned")));
        QTest::keyClick(shown(), Qt::Key_K);
        QVERIFY(!block(monday).locked);
        QTest::keyClick(shown(), Qt::Key_D);
        QCOMPARE(desk().blocks(monday, monday).size(), count + 1);
        QCOMPARE(block(monday, 0).minutes + block(monday, 1).minutes, before.minutes);
        undo();
        QCOMPARE(desk().blocks(monday, monday).size(), count);
        choose(monday, 0);
        QTest::keyClick(shown(), Qt::Key_Delete);
        QCOMPARE(desk().blocks(monday, monday).size(), count - 1);
        QVERIFY(byUuid(before.uuid).uuid.isEmpty());
        undo();
        QCOMPARE(byUuid(before.uuid).date, monday);
    }

    void copiesAndPastesByKeys()
    {
        open(QStringLiteral("agenda"));
        const QDate target = monday.addDays(3);
        const auto count = desk().blocks(target, target).size();
        choose(monday, 0);
        const auto all = desk().allBlocks().size();
        QTest::keyClick(shown(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk().allBlocks().size(), all);
        QVERIFY(m_bench->messages->text().contains(QStringLiteral("copy it first")));
        QTest::keyClick(shown(), Qt::Key_C, Qt::ControlModifier);
        shown()->select(target);
        QTest::keyClick(shown(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk().blocks(target, target).size(), count + 1);
        QCOMPARE(shown()->current()->block.topic, block(monday).topic);
    }

    void marksPartlyDoneByKeys()
    {
        open(QStringLiteral("week"));
        choose(monday, 0);
        QTest::keyClick(shown(), Qt::Key_P);
        QVERIFY(popup());
        QTest::keyClick(popup(), Qt::Key_Down);
        QTest::keyClick(popup(), Qt::Key_Return);
        QCOMPARE(block(monday).state, BlockState::Partly);
        QCOMPARE(block(monday).loggedMinutes, 30);
        QCOMPARE(m_bench->messages->text(), QStringLiteral("Block partly done, 30 min logged."));
        undo();
        QCOMPARE(block(monday).state, BlockState::Planned);
        QCOMPARE(block(monday).loggedMinutes, 0);
    }

    void startsByKey_data() { addViews(); }
    void startsByKey()
    {
        QFETCH(QString, view);
        open(view);
        choose(monday, 0);
        const QSignalSpy wanted(m_page, &PlanPage::startWanted);
        QTest::keyClick(shown(), Qt::Key_S);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<BlockId>(), block(monday).id);
        shown()->select(monday);
        QTest::keyClick(shown(), Qt::Key_S);
        QCOMPARE(wanted.size(), 1);
    }

    void theMenuStartsAndTakesAnyMinutes()
    {
        open(QStringLiteral("week"));
        choose(monday, 0);
        const QSignalSpy wanted(m_page, &PlanPage::startWanted);
        QTest::keyClick(shown(), Qt::Key_F10, Qt::ShiftModifier);
        QAction *start = actionNamed(*popup(), QStringLiteral("Start"));
        QVERIFY(start);
        popup()->setActiveAction(start);
        QTest::keyClick(popup(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QTest::keyClick(shown(), Qt::Key_P);
        QAction *other = actionNamed(*popup(), QStringLiteral("Other minutes…"));
        QVERIFY(other);
        popup()->setActiveAction(other);
        QTest::keyClick(popup(), Qt::Key_Return);
        auto *minutes = qobject_cast<QSpinBox *>(QApplication::focusWidget());
        QVERIFY(minutes);
        QTest::keyClicks(minutes, QStringLiteral("37"));
        QTest::keyClick(minutes, Qt::Key_Return);
        QCOMPARE(block(monday).state, BlockState::Partly);
        QCOMPARE(block(monday).loggedMinutes, 37);
    }

    void theMenuOffersWhatIsPossible_data() { addViews(); }
    void theMenuOffersWhatIsPossible()
    {
        QFETCH(QString, view);
        open(view);
        choose(monday, 0);
        const Block before = block(monday);
        QTest::keyClick(shown(), Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(popup());
        QVERIFY(!actionNamed(*popup(), QStringLiteral("Move a day earlier"))->isEnabled());
        QVERIFY(!actionNamed(*popup(), QStringLiteral("Paste block"))->isEnabled());
        actionNamed(*popup(), QStringLiteral("Move a day later"))->trigger();
        popup()->close();
        QCOMPARE(byUuid(before.uuid).date, monday.addDays(1));
        undo();

        QVERIFY(desk().setDone(before.id, true).ok());
        choose(monday, 0);
        QTest::keyClick(shown(), Qt::Key_Menu);
        QVERIFY(popup());
        for (const char *text :
            {"Move a day later", "Longer by 15 min", "Shorter by 15 min", "Split", "Pin where it is"})
            QVERIFY2(!actionNamed(*popup(), QString::fromLatin1(text))->isEnabled(), text);
        QVERIFY(actionNamed(*popup(), QStringLiteral("Copy block"))->isEnabled());
        actionNamed(*popup(), QStringLiteral("Mark not done"))->trigger();
        QCOMPARE(block(monday).state, BlockState::Planned);
    }

    void saysWhyABlockDoesNotMove()
    {
        open(QStringLiteral("month"));
        QVERIFY(desk().setDone(block(monday).id, true).ok());
        choose(monday, 0);
        QTest::keyClick(shown(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_bench->messages->text(), QStringLiteral("A done block stays as it is. Mark it not done first."));
    }

    void saysWhatComesIntoTheWrongOrder()
    {
        open(QStringLiteral("month"));
        choose(monday, 0);
        // The second half builds on the first.
        QTest::keyClick(shown(), Qt::Key_D);
        QVERIFY(!m_bench->messages->text().contains(QStringLiteral("Mind the order")));
        choose(monday, 0);
        QTest::keyClick(shown(), Qt::Key_Right, Qt::AltModifier);
        QVERIFY2(m_bench->messages->text().contains(QStringLiteral("Mind the order")),
            qPrintable(m_bench->messages->text()));
    }

    void showsBlocksInTheColourOfTheirDomain_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<SchemeChoice>("scheme");
        for (const char *name : {"month", "week", "agenda", "wall"}) {
            QTest::addRow("%s light", name) << QString::fromLatin1(name) << SchemeChoice::Light;
            QTest::addRow("%s dark", name) << QString::fromLatin1(name) << SchemeChoice::Dark;
        }
    }
    void showsBlocksInTheColourOfTheirDomain()
    {
        QFETCH(QString, view);
        QFETCH(SchemeChoice, scheme);
        m_bench->theme.setChoice(scheme);
        CalendarView *calendar = open(view);
        const MonthData::Day &day = *calendar->data().day(monday.addDays(1));
        calendar->select(monday.addDays(5));
        const QImage image = calendar->grab().toImage();
        for (int i = 0; i < day.entries.size(); ++i) {
            const QRect box = calendar->entryRect(day.date, i);
            const QColor color = m_bench->theme.domain(day.entries[i].words.domain);
            int hits = 0;
            for (int x = box.left(); x <= box.right(); ++x)
                hits += image.pixelColor(x, box.center().y()) == color ? 1 : 0;
            QVERIFY2(hits > 0, qPrintable(QStringLiteral("%1 in %2").arg(i).arg(view)));
        }
        m_bench->theme.setChoice(SchemeChoice::System);
    }

    void mirrors_data() { addViews(); }
    void mirrors()
    {
        QFETCH(QString, view);
        CalendarView *calendar = open(view);
        const QRect before = calendar->entryRect(monday, 0);
        calendar->setLayoutDirection(Qt::RightToLeft);
        const QRect after = calendar->entryRect(monday, 0);
        // The line between two days lies before the day in both directions.
        QVERIFY(std::abs(after.left() - (calendar->width() - 1 - before.right())) <= 1);
        calendar->select(monday);
        QTest::keyClick(calendar, Qt::Key_Left);
        QCOMPARE(calendar->selectedDate(), monday.addDays(1));
    }
};

LECTERN_TEST_CLASS(CalendarViewsTest)
#include "calendarviews_test.moc"
