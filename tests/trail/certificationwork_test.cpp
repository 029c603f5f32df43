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

#include <cstdlib>
#include <optional>

using namespace lectern;
using test::CertificationRow;

namespace
{
constexpr int hoursAWeek = 28;
} // namespace

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
        const Domain *domain = domainOf(row);
        QSet<QString> parts{QStringLiteral("project"), QStringLiteral("preparation")};
        QSet<QString> unread;
        if (domain) {
            for (const Topic &topic : domain->topics)
                unread.insert(shortOf(topic));
        }
        int ofDomain = 0;
        int ofOthers = 0;
        for (int week = first; week <= last; ++week) {
            int minutes = 0;
            for (const Entry &entry : entriesOf(week)) {
                minutes += entry.minutes;
                parts.remove(entry.kind);
                if (entry.kind == QLatin1String("rehearsal") || entry.what == QLatin1String("Timed practice"))
                    parts.remove(QStringLiteral("preparation"));
                if (domain && domainNamed(entry.what) == domain)
                    ofDomain += entry.minutes;
                else if (domainNamed(entry.what))
                    ofOthers += entry.minutes;
                unread.remove(entry.what);
            }
            QVERIFY2(minutes > 0 && minutes <= hoursAWeek * 60, qPrintable(QString::number(minutes)));
        }
        if (domain) {
            // The rest of each evening returns to what was studied before.
            QVERIFY2(ofDomain > 2 * ofOthers, qPrintable(QStringLiteral("%1 of %2").arg(ofDomain).arg(ofOthers)));
            QVERIFY2(unread.isEmpty(), qPrintable(unread.values().join(u',')));
        } else {
            QVERIFY2(parts.isEmpty(), qPrintable(parts.values().join(u',')));
        }
    }

    void weeksAreDated_data() { test::addRows("weeksAreDated"); }
    void weeksAreDated()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(makePlan(row));
        // Two weeks a stage, in which its topics are read for the first time.
        QSet<QString> met;
        for (int week = 1; week <= 12; ++week) {
            QVERIFY(!entriesOf(week).isEmpty());
            for (const Entry &entry : entriesOf(week)) {
                const Domain *domain = domainNamed(entry.what);
                if (!domain || entry.kind != QLatin1String("read") || met.contains(entry.what))
                    continue;
                met.insert(entry.what);
                QCOMPARE((week - 1) / 2, static_cast<int>(domain - certification().domains.constData()));
            }
        }
        QVERIFY(!met.isEmpty());
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
                minutes += entry.kind == QLatin1String("buffer") ? 0 : entry.minutes;
        }
        QVERIFY2(std::abs(minutes - hours.toInt() * 60) < 30, qPrintable(QString::number(minutes)));
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

    const Certification &certification() { return m_test->workspace->guide().certification(); }
    static QString shortOf(const Topic &topic) { return topic.shortTitle.isEmpty() ? topic.title : topic.shortTitle; }
    /// Whose topic has that short title; null for blocks of all domains.
    const Domain *domainNamed(const QString &topic)
    {
        for (const Domain &domain : certification().domains) {
            for (const Topic &candidate : domain.topics) {
                if (shortOf(candidate) == topic)
                    return &domain;
            }
        }
        return nullptr;
    }
    const Domain *domainOf(const CertificationRow &row)
    {
        for (const Domain &domain : certification().domains) {
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
