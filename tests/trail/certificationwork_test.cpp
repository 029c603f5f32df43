// SPDX-License-Identifier: GPL-3.0-or-later
#include "certification.h"
#include "certificationrows.h"
#include "guidedesk.h"
#include "planwords.h"
#include "runall.h"
#include "testwindow.h"
#include "windowtree.h"

#include <QDialog>
#include <QSet>

#include <optional>

using namespace lectern;
using test::CertificationRow;

/// What the rows of the certification page that became plan and projects let a person do, held against the real
/// window.
class CertificationWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); } // dates begin with their day
    void cleanupTestCase()
    {
        m_test.reset();
        QLocale::setDefault(QLocale::system());
    }
    void init()
    {
        // The rows of a kind follow each other in one profile.
        const QByteArray function = QTest::currentTestFunction();
        if (m_test && function == m_function)
            return;
        m_function = function;
        m_test = std::make_unique<test::TestWindow>();
        QVERIFY(m_test->open());
    }

    void everyRowIsHeld()
    {
        int rows = 0;
        for (const CertificationRow &row : test::certificationRows()) {
            if (row.page == QLatin1String("Guide") || row.page == QLatin1String("Exam")) // in tests of their own
                continue;
            ++rows;
            QVERIFY2(metaObject()->indexOfSlot(qPrintable(row.slot + QStringLiteral("()"))) >= 0,
                qPrintable(row.id + QStringLiteral(": no test knows this page, control, action or effect")));
        }
        QCOMPARE(rows, 26);
    }

    void stageIsDated_data() { test::addRows("stageIsDated"); }
    void stageIsDated()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(makePlan(row));
        const int first = row.words.value(QStringLiteral("first")).toInt();
        const int last = row.words.value(QStringLiteral("last")).toInt();
        QVERIFY(row.text.startsWith(QStringLiteral("Weeks %1-%2").arg(first).arg(last)));
        QSet<QString> allowed;
        QSet<QString> kinds;
        if (const Domain *domain = domainOf(row)) {
            for (const Topic &topic : domain->topics)
                allowed.insert(topic.shortTitle.isEmpty() ? topic.title : topic.shortTitle);
        } else {
            allowed = {QStringLiteral("Project work"), QStringLiteral("Mixed questions"), QStringLiteral("Rehearsal")};
            kinds = {QStringLiteral("project"), QStringLiteral("rehearsal")};
        }
        for (int week = first; week <= last; ++week) {
            int minutes = 0;
            for (const Entry &entry : entriesOf(week)) {
                QVERIFY2(allowed.contains(entry.what), qPrintable(entry.what));
                kinds.remove(entry.kind);
                minutes += entry.minutes;
            }
            QCOMPARE(minutes, 25 * 60);
        }
        QVERIFY(kinds.isEmpty());
    }

    void weeksAreDated_data() { test::addRows("weeksAreDated"); }
    void weeksAreDated()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(makePlan(row));
        // Two weeks a stage, each with subjects of its own.
        QHash<QString, int> stages;
        for (int week = 1; week <= 12; ++week) {
            QVERIFY(!entriesOf(week).isEmpty());
            for (const Entry &entry : entriesOf(week)) {
                const int stage = stages.value(entry.what, (week - 1) / 2);
                QCOMPARE(stage, (week - 1) / 2);
                stages.insert(entry.what, stage);
            }
        }
        QVERIFY(entriesOf(13).isEmpty());

        QVERIFY(tree().goTo(QStringLiteral("Guide")));
        QVERIFY(tree().click(QStringLiteral("Resources"), QAccessible::RadioButton));
        QVERIFY(tree().click(QStringLiteral("Open ") + row.title()));
        QVERIFY(tree().click(QStringLiteral("Open"), QAccessible::Button));
        QCOMPARE(m_test->dialogs.opened.size(), 1);
        QVERIFY(m_test->dialogs.opened.constFirst().startsWith(QLatin1String("https://")));
    }

    void hoursArePlanned_data() { test::addRows("hoursArePlanned"); }
    void hoursArePlanned()
    {
        QFETCH(CertificationRow, row);
        const QString hours = row.words.value(QStringLiteral("hours"));
        QVERIFY(row.text.contains(hours + u'+'));
        QVERIFY(makePlan(row));
        QVERIFY2(m_preview.contains(QStringLiteral("%1 h of %1 h needed").arg(hours)), qPrintable(m_preview));
        int minutes = 0;
        for (int week = 1; week <= 12; ++week) {
            for (const Entry &entry : entriesOf(week))
                minutes += entry.minutes;
        }
        QCOMPARE(minutes, hours.toInt() * 60);
    }

    void projectIsShown_data() { test::addRows("projectIsShown"); }
    void projectIsShown()
    {
        QFETCH(CertificationRow, row);
        const std::optional<Project> project = projectOf(row);
        QVERIFY(project);
        QVERIFY(tree().goTo(row.page));
        QVERIFY(tree().find(row.control, QAccessible::Client));
        QVERIFY(chooseProject(*project));
        QVERIFY(tree().inSight(project->title));
        QVERIFY(tree().inSight(project->summary));
        if (row.words.contains(QStringLiteral("scope"))) {
            QCOMPARE(row.text, project->scope);
            const QRect scope = tree().placeOf(QStringLiteral("Scope: ") + project->scope);
            const QRect title = tree().placeOf(project->title);
            QVERIFY(tree().inSight(QStringLiteral("Scope: ") + project->scope));
            QVERIFY(scope.top() >= title.bottom() && scope.top() - title.bottom() < title.height());
            return;
        }
        QCOMPARE(row.text, project->title);
        QCOMPARE(project->requirements.size(), 4);
        for (const Requirement &requirement : project->requirements) {
            QVERIFY(!tree().placeOf(requirement.title).isEmpty());
            QCOMPARE(stateOf(requirement.title), QStringLiteral("Open"));
        }
    }

    void requirementIsKept_data() { test::addRows("requirementIsKept"); }
    void requirementIsKept()
    {
        QFETCH(CertificationRow, row);
        const std::optional<Project> project = projectOf(row);
        QVERIFY(project);
        const QString title = row.words.value(QStringLiteral("requirement"));
        QCOMPARE(title, row.text);
        QVERIFY(tree().goTo(row.page));
        QVERIFY(chooseProject(*project));
        const int before = doneOf(*project);
        for (const char *step : {"begun", "done"}) {
            const QString state = row.words.value(QLatin1String(step));
            QVERIFY(setState(title, state));
            QCOMPARE(stateOf(title), state);
        }
        QCOMPARE(doneOf(*project), before + 1);
        const QString evidence = QStringLiteral("https://example.org/") + row.id;
        QVERIFY(tree().write(QStringLiteral("Evidence of ") + title, evidence));
        const QString note = QStringLiteral("measured twice, ") + row.id;
        QVERIFY(tree().write(QStringLiteral("Note on ") + title, note));

        QVERIFY(m_test->restart());
        QVERIFY(tree().goTo(row.page));
        QVERIFY(chooseProject(*project));
        QCOMPARE(doneOf(*project), before + 1);
        QCOMPARE(stateOf(title), row.words.value(QStringLiteral("done")));
        QVERIFY(tree().says(note));
        m_test->dialogs.opened.clear();
        QVERIFY(tree().click(QStringLiteral("Open evidence of ") + title));
        QCOMPARE(m_test->dialogs.opened, QStringList(evidence));
    }

private:
    /// A block of the calendar, as it is announced.
    struct Entry {
        QDate date;
        int minutes = 0;
        QString kind;
        QString what;
    };

    test::WindowTree tree() const { return test::WindowTree(*m_test->window); }

    const Domain *domainOf(const CertificationRow &row)
    {
        for (const Domain &domain : m_test->workspace->guide().certification().domains) {
            if (domain.code == row.words.value(QStringLiteral("domain")))
                return &domain;
        }
        return nullptr;
    }
    std::optional<Project> projectOf(const CertificationRow &row)
    {
        for (const Project &project : m_test->workspace->guide().certification().projects) {
            if (project.title == row.words.value(QStringLiteral("project")))
                return row.file == QStringLiteral("projects/%1.yaml").arg(project.id) ? std::optional(project)
                                                                                      : std::nullopt;
        }
        return std::nullopt;
    }

    bool makePlan(const CertificationRow &row)
    {
        m_start = QDate(2026, 11, 30);
        m_test->dialogs.onRun = [this](QDialog &dialog) {
            dialog.show();
            const test::WindowTree asked(dialog);
            if (!QTest::qWaitForWindowExposed(&dialog) || dialog.windowTitle() != QLatin1String("New plan"))
                return false;
            if (!asked.keys(QStringLiteral("First study day"), {Qt::Key_3, Qt::Key_0, Qt::Key_Tab}))
                return false;
            for (const auto &one : asked.texts()) {
                if (one.text.contains(QLatin1String(" needed, ")))
                    m_preview = one.text;
            }
            return asked.click(QStringLiteral("Make plan"), QAccessible::Button) && !dialog.isVisible() &&
                   dialog.result() == QDialog::Accepted;
        };
        if (!tree().goTo(row.page) || !tree().click(row.control, QAccessible::Button))
            return false;
        m_test->window->activateWindow(); // where no window manager does it
        readCalendar();
        return !m_entries.isEmpty() && m_entries.constFirst().date == m_start;
    }

    /// Month by month, what the calendar says of its days.
    void readCalendar()
    {
        m_entries.clear();
        QSet<QString> read;
        tree().click(QStringLiteral("Today"), QAccessible::Button);
        for (int month = 0; month < 5; ++month) {
            tree().findIf([&](QAccessibleInterface &node) {
                const QString name = node.text(QAccessible::Name);
                if (node.role() != QAccessible::CheckBox || !name.endsWith(QLatin1String(", to do")) ||
                    !node.parent() || node.parent()->role() != QAccessible::ListItem)
                    return false;
                // "Monday 7 December, 90 minutes, read, Catalyst, to do"; the same day may stand in two months.
                const QString place = name + QString::number(node.parent()->indexOfChild(&node));
                if (read.contains(place))
                    return false;
                read.insert(place);
                const QStringList parts = name.split(QStringLiteral(", "));
                m_entries.append({dateOf(parts.at(0)), parts.at(1).section(u' ', 0, 0).toInt(), parts.at(2),
                    parts.mid(3, parts.size() - 4).join(QStringLiteral(", "))});
                return false;
            });
            tree().click(QStringLiteral("Next month"), QAccessible::Button);
        }
    }
    QDate dateOf(const QString &said) const
    {
        const QDate now(2026, 11, 23);
        for (int day = 0; day < 200; ++day) {
            if (dayText(now.addDays(day), now) == said)
                return now.addDays(day);
        }
        return {};
    }
    QList<Entry> entriesOf(int week) const
    {
        QList<Entry> entries;
        for (const Entry &entry : m_entries) {
            if (entry.date.isValid() && m_start.daysTo(entry.date) / 7 == week - 1 && entry.date >= m_start)
                entries.append(entry);
        }
        return entries;
    }

    /// The project's line in the list: "Title, 1 of 4 done".
    QAccessibleInterface *lineOf(const Project &project) const
    {
        return tree().findIf([&](QAccessibleInterface &node) {
            return node.role() == QAccessible::RadioButton &&
                   node.text(QAccessible::Name).startsWith(project.title + QStringLiteral(", "));
        });
    }
    bool chooseProject(const Project &project) const { return tree().click(lineOf(project)); }
    /// As the list and the head of the project say it; -1 if they differ.
    int doneOf(const Project &project) const
    {
        const QAccessibleInterface *line = lineOf(project);
        const QString said = line ? line->text(QAccessible::Name).mid(project.title.size() + 2) : QString();
        return tree().placeOf(said).isEmpty() ? -1 : said.section(u' ', 0, 0).toInt();
    }
    QAccessibleInterface *stateControl(const QString &requirement, const QString &state) const
    {
        const QAccessibleInterface *group = tree().find(QStringLiteral("State of ") + requirement);
        for (int i = 0; group && i < group->childCount(); ++i) {
            if (group->child(i)->text(QAccessible::Name) == state)
                return group->child(i);
        }
        return nullptr;
    }
    bool setState(const QString &requirement, const QString &state) const
    {
        return tree().click(stateControl(requirement, state));
    }
    QString stateOf(const QString &requirement) const
    {
        for (const char *state : {"Open", "In progress", "Done"}) {
            const QAccessibleInterface *control = stateControl(requirement, QLatin1String(state));
            if (control && control->state().checked)
                return QLatin1String(state);
        }
        return {};
    }

    std::unique_ptr<test::TestWindow> m_test;
    QByteArray m_function;
    QDate m_start;
    QString m_preview;
    QList<Entry> m_entries;
};

LECTERN_TEST_CLASS(CertificationWorkTest)
#include "certificationwork_test.moc"
