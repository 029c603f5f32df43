// SPDX-License-Identifier: GPL-3.0-or-later
#include "certification.h"
#include "certificationrows.h"
#include "guidedesk.h"
#include "runall.h"
#include "testwindow.h"
#include "windowtree.h"

#include <QImage>

using namespace lectern;
using test::CertificationRow;

/// What the rows of the certification page that became the exam let a person do, held against the real window.
class CertificationExamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_test = std::make_unique<test::TestWindow>();
        QVERIFY(m_test->open());
    }
    void cleanup() { m_test.reset(); }

    void everyRowIsHeld()
    {
        int rows = 0;
        for (const CertificationRow &row : test::certificationRows()) {
            if (row.page != QLatin1String("Exam"))
                continue;
            ++rows;
            QVERIFY2(metaObject()->indexOfSlot(qPrintable(row.slot + QStringLiteral("()"))) >= 0,
                qPrintable(row.id + QStringLiteral(": no test knows this control, action or effect")));
        }
        QCOMPARE(rows, 8);
    }

    void clockRunsOut_data() { test::addRows("clockRunsOut"); }
    void clockRunsOut()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(startFullForm());
        QVERIFY(tree().says(QStringLiteral("left of ") + row.words.value(QStringLiteral("clock"))));
        tree().key(Qt::Key_T);
        QVERIFY(tree().says(QStringLiteral("2 hours left")));
        m_test->workspace.clock.advance((120 * 60 - 1) * 1000);
        tree().key(Qt::Key_T);
        QVERIFY(tree().says(QStringLiteral("1 second left")));
        QVERIFY(!tree().says(QStringLiteral("Time ran out")));
        m_test->workspace.clock.advance(1000);
        QTRY_VERIFY(tree().says(QStringLiteral("Time ran out: what was answered counts.")));
    }

    void questionsAreNumbered_data() { test::addRows("questionsAreNumbered"); }
    void questionsAreNumbered()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(startFullForm());
        const int count = row.words.value(QStringLiteral("questions")).toInt();
        QCOMPARE(row.words.value(QStringLiteral("last")).toInt(), count);
        QVERIFY(tree().says(QStringLiteral("Question 1 of %1").arg(count)));
        QStringList numbers;
        tree().findIf([&](QAccessibleInterface &node) {
            const QString name = node.text(QAccessible::Name);
            if (node.role() == QAccessible::Button && name.startsWith(QLatin1String("Question ")))
                numbers.append(name.section(u' ', 1, 1).remove(u','));
            return false;
        });
        QCOMPARE(numbers.size(), count);
        for (int number = 1; number <= count; ++number)
            QCOMPARE(numbers.at(number - 1).toInt(), number);
    }

    void targetIsDrawn_data() { test::addRows("targetIsDrawn"); }
    void targetIsDrawn()
    {
        QFETCH(CertificationRow, row);
        QVERIFY(startFullForm());
        QVERIFY(submit());
        const int target = row.words.value(QStringLiteral("target")).toInt();
        QVERIFY(row.text.contains(QStringLiteral("%1%").arg(target)));
        QVERIFY(tree().says(QStringLiteral("Practice target %1 %: the vendor publishes no pass mark.").arg(target)));
        const QAccessibleInterface *bar = tree().find(row.control);
        QVERIFY(bar);
        const QRect score = tree().placeOf(QStringLiteral("0 of 60"));
        QVERIFY(score.right() < bar->rect().left());
        // The target is a line from the top of the bar to its bottom; right of it there is nothing as high.
        const QRect area(m_test->window->mapFromGlobal(bar->rect().topLeft()), bar->rect().size());
        const QImage image = m_test->window->grab(area).toImage();
        const int top = 1;
        const QColor ground = image.pixelColor(image.width() - 1, top);
        int first = -1;
        for (int x = image.width() - 1; x > 0 && first < 0; --x) {
            if (image.pixelColor(x, top) != ground)
                first = x;
        }
        QVERIFY2(std::abs(first - image.width() * target / 100.0) <= 2, qPrintable(QString::number(first)));
        const int line = first - 1; // the last column of the line may be a mixture
        for (int y = top; y < image.height() - 1; ++y)
            QCOMPARE(image.pixelColor(line, y), image.pixelColor(line, top));
    }

    void formFollowsTheWeights_data() { test::addRows("formFollowsTheWeights"); }
    void formFollowsTheWeights()
    {
        QFETCH(CertificationRow, row);
        const QString quota = row.words.value(QStringLiteral("quota"));
        const Domain *domain = domainOf(row);
        QVERIFY(domain);
        QVERIFY(row.text.contains(domain->title, Qt::CaseInsensitive));
        QCOMPARE(row.words.value(QStringLiteral("of")), row.words.value(QStringLiteral("questions")));
        QCOMPARE(quota.toInt() * 100, domain->weight * row.words.value(QStringLiteral("of")).toInt());

        QVERIFY(tree().goTo(row.page));
        // From the last blueprint to the first, so that something is chosen.
        QVERIFY(tree().keys(row.control, {Qt::Key_End}, QAccessible::ComboBox));
        QVERIFY(!tree().says(domain->title + QStringLiteral(": ") + quota));
        QVERIFY(tree().keys(row.control, {Qt::Key_Home}, QAccessible::ComboBox));
        QCOMPARE(tree().find(row.control, QAccessible::ComboBox)->text(QAccessible::Value),
            row.words.value(QStringLiteral("blueprint")));
        QVERIFY(tree().write(QStringLiteral("Length in questions"), row.words.value(QStringLiteral("questions"))));
        QVERIFY(tree().find(domain->title + QStringLiteral(": ") + quota));
        QVERIFY(tree().click(QStringLiteral("Start exam"), QAccessible::Button));
        QVERIFY(submit());
        QVERIFY(tree().says(QStringLiteral("%1: 0 of %2 right").arg(domain->title, quota)));

        QVERIFY(tree().goTo(QStringLiteral("Readiness")));
        const QAccessibleInterface *radar = tree().find(QStringLiteral("Radar of the expected score"));
        QVERIFY(radar);
        const QString spokes = radar->text(QAccessible::Description);
        QVERIFY2(spokes.contains(domain->title + QStringLiteral(": ")), qPrintable(spokes));
    }

private:
    test::WindowTree tree() const { return test::WindowTree(*m_test->window); }

    const Domain *domainOf(const CertificationRow &row)
    {
        for (const Domain &domain : m_test->workspace->guide().certification().domains) {
            if (domain.code == row.words.value(QStringLiteral("domain")))
                return &domain;
        }
        return nullptr;
    }
    bool startFullForm()
    {
        return tree().goTo(QStringLiteral("Exam")) &&
               tree().write(QStringLiteral("Length in questions"), QStringLiteral("60")) &&
               tree().click(QStringLiteral("Start exam"), QAccessible::Button);
    }
    bool submit()
    {
        tree().key(Qt::Key_R);
        return tree().click(QStringLiteral("Submit exam"), QAccessible::Button) && m_test->dialogs.asked.size() == 1 &&
               tree().says(QStringLiteral("Practice target"));
    }

    std::unique_ptr<test::TestWindow> m_test;
};

LECTERN_TEST_CLASS(CertificationExamTest)
#include "certificationexam_test.moc"
