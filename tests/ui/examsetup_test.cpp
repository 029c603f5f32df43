// SPDX-License-Identifier: GPL-3.0-or-later
#include "exambench.h"
#include "examsetup.h"
#include "formcard.h"
#include "modelist.h"
#include "plandesk.h"
#include "runall.h"
#include "sessionwords.h"
#include "setupform.h"
#include "setupplaces.h"
#include "treepicker.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QRadioButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace lectern;
using namespace lectern::test;

/// The set-up page by clicks and keys: what each mode asks, and what the desk is given for it.
class ExamSetupTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ExamBench> m_bench;

    void open()
    {
        m_bench = std::make_unique<ExamBench>();
        QVERIFY(m_bench->open());
    }
    void choose(const char *mode)
    {
        QTest::mouseClick(m_bench->find<QRadioButton>((QByteArray("mode-") + mode).constData()), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    void tick(const char *name) { QTest::mouseClick(m_bench->find<QCheckBox>(name), Qt::LeftButton, {}, {8, 12}); }
    template<typename W = QWidget>
    bool shown(const char *name) const
    {
        const W *widget = m_bench->find<W>(name);
        return widget && widget->isVisible();
    }
    QString text(const char *name) const { return m_bench->find<TextLabel>(name)->text(); }
    QAbstractButton *startButton() const { return m_bench->find<QAbstractButton>("start"); }
    int matching() const
    {
        static const QRegularExpression number(QStringLiteral("^\\d+"));
        return number.match(text("matching")).captured().toInt();
    }
    QRadioButton *segment(const char *group, int index) const
    {
        return m_bench->find<Segments>(group)->findChildren<QRadioButton *>().at(index);
    }
    /// What is shown of a field at the start of its first line: the target of its label's key, or what stands for it.
    static const QWidget *firstShown(const QWidget &target, const QWidget &form)
    {
        if (target.isVisible() || target.parentWidget() == &form)
            return &target;
        const QWidget *first = nullptr;
        for (const QWidget *part :
            target.parentWidget()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (part->isVisible() && (!first || part->y() < first->y()))
                first = part;
        }
        return first;
    }
    static int middle(const QWidget &widget, const QWidget &form)
    {
        return widget.mapTo(&form, widget.rect().center()).y();
    }
    /// Called as the style sheet knows links.
    QPushButton *leavesOutLink() const
    {
        return m_bench->page->findChild<SetupForm *>()->findChild<QPushButton *>(QStringLiteral("link"));
    }
    const Attempt *sitting() const { return m_bench->desk().running(); }

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }

    void fiveModesAreOneGroup()
    {
        open();
        auto *modes = m_bench->page->findChild<ModeList *>();
        QCOMPARE(modes->current(), AttemptMode::Timed);
        const auto rows = modes->findChildren<QRadioButton *>();
        QCOMPARE(rows.size(), 5);
        for (QRadioButton *row : rows) {
            QVERIFY(!row->accessibleName().isEmpty());
            QVERIFY(!row->accessibleDescription().isEmpty());
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(row);
            QCOMPARE(spoken->role(), QAccessible::RadioButton);
        }
        rows.at(1)->setFocus();
        for (const AttemptMode mode : {AttemptMode::Study, AttemptMode::Drill, AttemptMode::Diagnostic}) {
            QTest::keyClick(m_bench->page->focusWidget(), Qt::Key_Down);
            QCOMPARE(modes->current(), mode);
        }
    }

    void tabGoesFromTheChosenModeToStart()
    {
        open();
        const auto *modes = m_bench->page->findChild<ModeList *>();
        choose("study");
        auto *study = m_bench->find<QRadioButton>("mode-study");
        for (QRadioButton *row : modes->findChildren<QRadioButton *>())
            QCOMPARE(bool(row->focusPolicy() & Qt::TabFocus), row == study);
        startButton()->setFocus();
        m_bench->key(Qt::Key_Tab);
        QVERIFY(study->hasFocus());
        m_bench->key(Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(startButton()->hasFocus());
    }

    void whoComesBackIsAtTheChosenMode()
    {
        open();
        choose("study");
        m_bench->key(Qt::Key_H, Qt::ControlModifier);
        QVERIFY(m_bench->find<QWidget>("historyCount")->isVisible());
        m_bench->key(Qt::Key_Escape);
        QVERIFY(m_bench->find<QRadioButton>("mode-study")->hasFocus());
        m_bench->page->goTo(QStringLiteral("setup/drill"));
        QVERIFY(m_bench->find<QRadioButton>("mode-drill")->hasFocus());
    }

    void theLastModeComesBack()
    {
        open();
        choose("study");
        QVERIFY(m_bench->restart());
        QCOMPARE(m_bench->page->findChild<ModeList *>()->current(), AttemptMode::Study);
    }

    void withoutAReserveARehearsalLeadsToPractice()
    {
        open();
        m_bench->find<QComboBox>("blueprint")->setCurrentIndex(1);
        choose("rehearsal");
        QVERIFY(!startButton()->isEnabled());
        QVERIFY(startButton()->toolTip().contains(QStringLiteral("no sealed form yet")));
        QCOMPARE(text("sealed"), QStringLiteral("No sealed form yet"));
        QVERIFY(shown<QComboBox>("breaks"));
        const auto labels =
            QAccessible::queryAccessibleInterface(m_bench->find<QComboBox>("breaks"))->relations(QAccessible::Label);
        QVERIFY(!labels.isEmpty());
        QCOMPARE(labels.constFirst().first->text(QAccessible::Name), QStringLiteral("Breaks"));
        QVERIFY(shown<QCheckBox>("fixed"));
        QVERIFY(!m_bench->find<QCheckBox>("fixed")->isEnabled());
        QVERIFY(m_bench->find<QCheckBox>("fixed")->isChecked());
        QVERIFY(!shown<QCheckBox>("rateAnswers"));
        m_bench->key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!sitting());

        m_bench->press("practise");
        QCOMPARE(m_bench->page->findChild<ModeList *>()->current(), AttemptMode::Timed);
        QCOMPARE(m_bench->find<QComboBox>("blueprint")->currentIndex(), 1);
        QVERIFY(!shown<QComboBox>("breaks"));
        m_bench->press("start");
        QVERIFY(sitting());
        QCOMPARE(sitting()->setup().mode, AttemptMode::Timed);
    }

    void extraTimeIsKept()
    {
        open();
        QTest::mouseClick(segment("extraTime", 1), Qt::LeftButton);
        QVERIFY(!shown<QSpinBox>("customTime"));
        QCOMPARE(m_bench->workspace->settings().value(Setting::ExtraTimePercent).toInt(), 125);
        QTest::mouseClick(segment("extraTime", 4), Qt::LeftButton);
        QVERIFY(shown<QSpinBox>("customTime"));
        m_bench->find<QSpinBox>("customTime")->setValue(175);
        choose("rehearsal");
        m_bench->find<QComboBox>("breaks")->setCurrentIndex(2);
        QVERIFY(m_bench->restart());
        choose("timed");
        QCOMPARE(m_bench->find<Segments>("extraTime")->current(), 4);
        QCOMPARE(m_bench->find<QSpinBox>("customTime")->value(), 175);
        tick("rateAnswers");
        tick("sleepCounts");
        QVERIFY(m_bench->start(10));
        QCOMPARE(sitting()->setup().minutes, 35); // 20 at three quarters more
        QCOMPARE(sitting()->setup().rules.timePercent, 175);
        QVERIFY(sitting()->setup().rules.certainty);
        QVERIFY(!sitting()->setup().rules.sleepCounts);
        QVERIFY(sitting()->setup().rules.crashCounts);
        const ExamDesk::Setup next = m_bench->desk().defaultSetup(AttemptMode::Rehearsal);
        QCOMPARE(next.rules.breaks, 1);
        QVERIFY(next.rules.breaksStopClock);
    }

    void aDrillCountsWhatMatches()
    {
        open();
        choose("drill");
        QVERIFY(!shown<QComboBox>("blueprint"));
        QVERIFY(!shown("extraTime"));
        const int all = matching();
        QVERIFY(all > 100);
        tick("difficulty-2");
        const int hard = matching();
        QVERIFY(hard > 0 && hard < all);
        tick("difficulty-0");
        QVERIFY(matching() > hard);
        tick("unseen");
        QVERIFY(startButton()->isEnabled());
        tick("unseen");
        tick("missed");
        QCOMPARE(matching(), 0);
        QVERIFY(!startButton()->isEnabled());
        QVERIFY(startButton()->toolTip().contains(QStringLiteral("No question matches")));
        tick("missed");
        m_bench->find<QSpinBox>("length")->setValue(3);
        QCOMPARE(text("lengthNote"), QStringLiteral("of %1 matching").arg(matching()));
        tick("feedback");
        m_bench->press("start");
        QVERIFY(sitting());
        QCOMPARE(sitting()->setup().mode, AttemptMode::Drill);
        QCOMPARE(sitting()->size(), 3);
        QVERIFY(!sitting()->timed());
        QVERIFY(!sitting()->setup().rules.feedback);
        QCOMPARE(sitting()->setup().criteria.difficulties, (QList<Difficulty>{Difficulty::Easy, Difficulty::Hard}));
    }

    void aLimitOnStudyGoesWithItsLength()
    {
        open();
        choose("study");
        QVERIFY(!shown<QSpinBox>("time"));
        QVERIFY(!m_bench->find<QCheckBox>("feedback")->isEnabled());
        QVERIFY(m_bench->find<QCheckBox>("feedback")->isChecked());
        tick("limit");
        QVERIFY(shown<QSpinBox>("time"));
        QVERIFY(shown("extraTime"));
        m_bench->find<QSpinBox>("length")->setValue(10);
        QCOMPARE(m_bench->find<QSpinBox>("time")->value(), 20);
        m_bench->press("start");
        QVERIFY(sitting());
        QCOMPARE(sitting()->setup().minutes, 20);
        QVERIFY(sitting()->setup().rules.feedback);
    }

    void topicsAreTickedInATree()
    {
        open();
        choose("drill");
        const int all = matching();
        auto *topics = m_bench->find<TreePicker>("topics");
        QTest::mouseClick(topics->button(), Qt::LeftButton);
        auto *popup = qobject_cast<PickerPopup *>(QApplication::activePopupWidget());
        QVERIFY(popup);
        auto *tree = popup->findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 5);
        // Down to the first topic, tick, and out: all by keys.
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Space);
        const Topic &first = m_bench->workspace->guide().certification().domains.constFirst().topics.constFirst();
        QCOMPARE(topics->chosen(), QStringList{first.id});
        QVERIFY(matching() > 0 && matching() < all);
        const int one = matching();
        QTest::keyClick(tree, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());

        // A click on a domain's words ticks all of it.
        QTest::mouseClick(topics->button(), Qt::LeftButton);
        const QRect row = tree->visualItemRect(tree->topLevelItem(1));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(matching() > one);
        QCOMPARE(tree->topLevelItem(0)->checkState(0), Qt::PartiallyChecked);
        QCOMPARE(tree->topLevelItem(1)->checkState(0), Qt::Checked);
        QTest::mouseClick(popup->findChild<QAbstractButton *>(QStringLiteral("pickerDone")), Qt::LeftButton);
        QVERIFY(!popup->isVisible());

        QList<QPushButton *> chips = topics->findChildren<QPushButton *>();
        chips.removeIf([](const QPushButton *chip) {
            return chip->isHidden() || !chip->accessibleName().startsWith(QLatin1String("Take out"));
        });
        QCOMPARE(chips.size(), topics->chosen().size());
        QVERIFY(chips.constFirst()->accessibleName().contains(first.title));
        QTest::mouseClick(chips.constFirst(), Qt::LeftButton);
        QVERIFY(!topics->chosen().contains(first.id));
    }

    void placesLeadToTheirMode()
    {
        open();
        const Topic &topic = m_bench->workspace->guide().certification().domains.at(2).topics.at(1);
        m_bench->page->goTo(QStringLiteral("setup/topic/") + topic.id);
        auto *modes = m_bench->page->findChild<ModeList *>();
        QCOMPARE(modes->current(), AttemptMode::Drill);
        QCOMPARE(m_bench->find<TreePicker>("topics")->chosen(), QStringList{topic.id});
        QVERIFY(text("criteria").contains(topic.title));
        m_bench->page->goTo(QStringLiteral("setup/due"));
        QVERIFY(m_bench->find<TreePicker>("topics")->chosen().isEmpty());
        QVERIFY(m_bench->find<QCheckBox>("due")->isChecked());
        QCOMPARE(matching(), 0);
        for (const AttemptMode mode : examModes) {
            m_bench->page->goTo(QStringLiteral("setup/") + word(mode));
            QCOMPARE(modes->current(), mode);
        }
        for (const char *nonsense :
            {"nonsense", "topic/d9.9", "section/none/d1", "section/DEP-2026-10/S99", "objective/x/y/z"})
            m_bench->page->goTo(QStringLiteral("setup/") + QLatin1String(nonsense));
        QCOMPARE(modes->current(), AttemptMode::Diagnostic);
    }

    void aSectionIsDrilledByWhatItAsks()
    {
        open();
        const Certification &certification = m_bench->workspace->guide().certification();
        for (const Blueprint &blueprint : certification.blueprints) {
            const Section &section = blueprint.sections.at(1);
            m_bench->page->goTo(setUpSection(blueprint.id, section.id).anchor);
            QCOMPARE(m_bench->page->findChild<ModeList *>()->current(), AttemptMode::Drill);
            QCOMPARE(text("criteria"), section.title);
            QVERIFY(matching() > 0);
            m_bench->find<QSpinBox>("length")->setValue(5);
            m_bench->press("start");
            QVERIFY(sitting());
            for (const FormItem &item : sitting()->setup().items) {
                const auto seated = m_bench->desk().item(int(&item - sitting()->setup().items.constData()));
                QVERIFY(seated.ok());
                QCOMPARE(sectionOf(blueprint, seated->topic, seated->objective), section.id);
            }
            QVERIFY(m_bench->desk().abandon().ok());
        }
        for (const Section &section : certification.blueprints.constLast().sections) {
            if (section.objectives.isEmpty())
                continue;
            m_bench->page->goTo(
                setUpObjective(certification.blueprints.constLast().id, section.objectives.constFirst().id).anchor);
            QCOMPARE(text("criteria"), section.objectives.constFirst().id);
        }
    }

    void whatABlueprintLeavesOutIsToldOnRequest()
    {
        open();
        const Blueprint &outline = m_bench->workspace->guide().certification().blueprints.constLast();
        const QString whole = outline.leavesOut;
        QVERIFY(!whole.isEmpty());
        Appointment booked;
        booked.date = outline.recommendedFrom.addDays(60);
        booked.time = QTime(9, 0);
        booked.zone = "Europe/Berlin";
        booked.blueprint = outline.id;
        QVERIFY(m_bench->workspace->plan().setAppointment(booked).ok());
        QCoreApplication::processEvents();
        for (const int index : {0, 1}) {
            m_bench->find<QComboBox>("blueprint")->setCurrentIndex(index);
            QVERIFY(!shown<TextLabel>("leavesOut"));
            QTest::mouseClick(leavesOutLink(), Qt::LeftButton);
            QVERIFY(shown<TextLabel>("leavesOut"));
            QCOMPARE(text("leavesOut"), whole);
            QTest::mouseClick(leavesOutLink(), Qt::LeftButton);
        }
        QTest::mouseClick(leavesOutLink(), Qt::LeftButton);
        choose("drill");
        QVERIFY(!shown<TextLabel>("leavesOut"));
        QVERIFY(!leavesOutLink()->isVisible());
    }

    void aDiagnosticHasNoLimit()
    {
        open();
        choose("diagnostic");
        QVERIFY(!shown<QSpinBox>("length"));
        m_bench->press("start");
        QVERIFY(sitting());
        QCOMPARE(sitting()->size(), 20);
        QVERIFY(!sitting()->timed());
    }

    void whatWasLeftCanBeGoneOnWith()
    {
        open();
        choose("diagnostic");
        m_bench->press("start");
        QVERIFY(m_bench->desk().show(0).ok());
        QVERIFY(m_bench->desk().answer(0, {m_bench->optionId(0, 0)}).ok());
        QVERIFY(m_bench->desk().pause().ok());
        QVERIFY(m_bench->desk().park().ok());
        QVERIFY(m_bench->restart());
        auto *on = m_bench->find<QAbstractButton>("goOn");
        QVERIFY(on && on->isVisible());
        QVERIFY(on->accessibleName().contains(QStringLiteral("Diagnostic")));
        QTest::mouseClick(on, Qt::LeftButton);
        QVERIFY(sitting());
        QVERIFY(m_bench->seated());

        QVERIFY(m_bench->desk().park().ok());
        QVERIFY(m_bench->restart());
        auto *menu = m_bench->find<QToolButton>("parkedMenu")->menu();
        m_bench->dialogs.agrees = false;
        menu->actions().constFirst()->trigger();
        QCOMPARE(m_bench->desk().parked().size(), 1);
        QCOMPARE(m_bench->dialogs.actions, QStringList{QStringLiteral("Abandon")});
        m_bench->dialogs.agrees = true;
        menu->actions().constFirst()->trigger();
        QVERIFY(m_bench->desk().parked().isEmpty());
        QVERIFY(!shown<QAbstractButton>("goOn"));
    }

    void labelsStandBesideTheirFields_data()
    {
        QTest::addColumn<QStringList>("modes");
        QTest::addColumn<int>("width");
        // The order matters: what the mode before showed in a row must leave no trace.
        QTest::newRow("down the list") << QStringList{"rehearsal", "timed", "study", "drill", "diagnostic"} << 1280;
        QTest::newRow("up the list") << QStringList{"diagnostic", "drill", "study", "timed", "rehearsal"} << 1280;
        QTest::newRow("to and fro") << QStringList{"rehearsal", "diagnostic", "rehearsal", "drill", "timed", "study"}
                                    << 1280;
        QTest::newRow("in lines that wrap") << QStringList{"drill", "timed", "rehearsal", "study", "diagnostic"} << 480;
    }
    void labelsStandBesideTheirFields()
    {
        QFETCH(QStringList, modes);
        QFETCH(int, width);
        open();
        m_bench->page->resize(width, 752);
        const auto *form = m_bench->page->findChild<SetupForm *>();
        for (const QString &mode : modes) {
            choose(mode.toLatin1().constData());
            int measured = 0;
            for (const QLabel *label : form->findChildren<QLabel *>()) {
                if (!label->isVisible() || !label->buddy())
                    continue;
                ++measured;
                const int off = middle(*label, *form) - middle(*firstShown(*label->buddy(), *form), *form);
                QVERIFY2(std::abs(off) <= 1,
                    qPrintable(QStringLiteral("%1: %2 stands %3 px low").arg(mode, label->text()).arg(off)));
            }
            QVERIFY(measured >= 3);
        }
    }

    void words()
    {
        open();
        const Certification &certification = m_bench->workspace->guide().certification();
        DrillCriteria criteria;
        QCOMPARE(sessionTitle(AttemptMode::Drill, criteria, certification), QStringLiteral("Drill"));
        criteria.missed = true;
        const Topic &topic = certification.domains.constFirst().topics.constFirst();
        criteria.topics = QStringList{topic.id};
        QCOMPARE(
            sessionTitle(AttemptMode::Drill, criteria, certification), QStringLiteral("Drill: missed, ") + topic.title);
        criteria.topics = QStringList{topic.id, topic.id, topic.id};
        criteria.difficulties = {Difficulty::Hard};
        criteria.notInLast = 2;
        QCOMPARE(criteriaWords(criteria, certification),
            QStringLiteral("missed, 3 topics, harder, not in the last 2 attempts"));
        criteria.items = QStringList{QStringLiteral("a")};
        QCOMPARE(criteriaWords(criteria, certification), QStringLiteral("1 chosen question"));
        QVERIFY(objectiveOf(certification, QStringLiteral("DEP-2026-10/S5.2")));
        QVERIFY(!objectiveOf(certification, QStringLiteral("ENR")));
    }
};

LECTERN_TEST_CLASS(ExamSetupTest)

#include "examsetup_test.moc"
