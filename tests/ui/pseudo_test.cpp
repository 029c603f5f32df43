// SPDX-License-Identifier: GPL-3.0-or-later
#include "guidedesk.h"
#include "pagebench.h"
#include "runall.h"
#include "tabbar.h"
#include "testworkspace.h"
#include "textaudit.h"
#include "tour.h"
#include "widgets.h"

#include <QLabel>
#include <QScrollArea>
#include <QTranslator>

using namespace lectern;

/// Everything that Lectern shows, in the pseudo-locale (longer, accented, mirrored) and in text of twice the size.
class PseudoTest : public QObject
{
    Q_OBJECT
private:
    class Pseudo
    {
    public:
        bool install()
        {
            return m_translator.load(QStringLiteral(LECTERN_PSEUDO)) &&
                   QCoreApplication::installTranslator(&m_translator);
        }
        ~Pseudo() { QCoreApplication::removeTranslator(&m_translator); }

    private:
        QTranslator m_translator;
    };

    /// A failure's message would be cut after a few lines.
    static void tell(const char *fault, const QStringList &lines)
    {
        for (const QString &line : lines)
            qWarning("%s: %s", fault, qPrintable(line));
    }

    using Finder = std::function<QStringList(QWidget &)>;

    /// Walks on a workspace of its own; returns what the finder found, with the place it was found at.
    static QStringList walk(test::TextAudit &audit, const Finder &find, int *places = nullptr)
    {
        test::TestWorkspace workspace;
        if (!workspace.open())
            return {QStringLiteral("no workspace")};
        QStringList found;
        int count = 0;
        const Outcome walked = walkEverything(
            *workspace, test::sharedTheme(), {SchemeChoice::Light}, [&](qint64 ms) { workspace.clock.advance(ms); },
            [&](QWidget &shown, const QString &name) -> Outcome {
                // A page that is measured again by what it shows needs a round for each layer of layouts.
                for (int round = 0; round < 4; ++round)
                    QCoreApplication::processEvents();
                ++count;
                // To look at what a walk saw: the tour itself has no other language to show.
                if (const QString folder = qEnvironmentVariable("LECTERN_PICTURES"); !folder.isEmpty()) {
                    shown.grab().save(QStringLiteral("%1/%2%3.png")
                                          .arg(folder, name,
                                              QGuiApplication::isRightToLeft() ? QStringLiteral("-mirrored")
                                                                               : QStringLiteral("-twice")));
                }
                // Qt's own dialog; its texts are in Qt's translations.
                if (name.endsWith(QLatin1String("print-preview")))
                    return Done{};
                audit.learn(*workspace);
                const QStringList lines = find(shown);
                for (const QString &line : lines)
                    found.append(name + QStringLiteral(": ") + line);
                return Done{};
            });
        if (!walked)
            found.append(walked.error().detail);
        if (places)
            *places = count;
        found.removeDuplicates();
        return found;
    }

private Q_SLOTS:
    void everythingIsTranslatedMirroredAndHasRoom()
    {
        Pseudo pseudo;
        QVERIFY(pseudo.install());
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        QAccessible::setActive(true);
        test::TextAudit audit;
        QStringList cut;
        QStringList unmirrored;
        int places = 0;
        const QStringList untranslated = walk(
            audit,
            [&](QWidget &shown) {
                if (const auto *tabs = shown.findChild<TabBar *>(); tabs && tabs->isVisible()) {
                    if (tabs->tabRect(0).center().x() < tabs->tabRect(1).center().x())
                        unmirrored.append(QStringLiteral("the first tab is not the rightmost"));
                }
                cut += test::TextAudit::cut(shown);
                unmirrored += test::TextAudit::unmirrored(shown);
                return audit.untranslated(shown);
            },
            &places);
        QVERIFY2(places >= 30 && audit.seen() > 2000, "too little was seen: the test tested nothing");
        cut.removeDuplicates();
        unmirrored.removeDuplicates();
        tell("not translated", untranslated);
        tell("cut", cut);
        tell("not mirrored", unmirrored);
        QVERIFY(untranslated.isEmpty() && cut.isEmpty() && unmirrored.isEmpty());
    }

    void textOfTwiceTheSizeFits()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(2 * before.pointSizeF());
        QApplication::setFont(large);
        test::TextAudit audit;
        const QStringList found = walk(audit, [](QWidget &shown) {
            QStringList lines = test::TextAudit::cut(shown) + test::TextAudit::sideways(shown);
            const QSize least = shown.minimumSizeHint();
            if (least.width() > 1280 || least.height() > 800)
                lines.append(QStringLiteral("needs %1x%2").arg(least.width()).arg(least.height()));
            return lines;
        });
        QApplication::setFont(before);
        tell("at twice the size", found);
        QVERIFY(found.isEmpty());
    }

    // What the audit must find, seeded one fault each.

    void aSeededUntranslatedLabelIsFound()
    {
        Pseudo pseudo;
        QVERIFY(pseudo.install());
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        test::TextAudit audit;
        audit.learn(*workspace);
        QWidget window;
        new QLabel(QStringLiteral("Never translated"), &window);
        auto *named = new QPushButton(&window);
        named->setAccessibleName(QStringLiteral("Spoken only"));
        auto *tip = new QPushButton(&window);
        tip->setToolTip(QStringLiteral("Hidden hint"));
        new QLabel(workspace->guide().certification().title, &window);
        window.show();
        const QString found = audit.untranslated(window).join(u'\n');
        QVERIFY(found.contains(QLatin1String("Never translated")));
        QVERIFY(found.contains(QLatin1String("Spoken only")));
        QVERIFY(found.contains(QLatin1String("Hidden hint")));
        QVERIFY2(!found.contains(workspace->guide().certification().title), "data needs no translation");
    }

    void aSeededCutLabelIsFound()
    {
        QWidget window;
        auto *label = new QLabel(QStringLiteral("Much too long for its room"), &window);
        label->setGeometry(0, 0, 40, 30);
        auto *low = new QLabel(QStringLiteral("Three\nlines of\nwhich one shows"), &window);
        low->setGeometry(0, 40, 300, label->fontMetrics().height() - 2);
        auto *roomy = new QLabel(QStringLiteral("Fits"), &window);
        roomy->setGeometry(0, 80, 300, 40);
        window.resize(400, 200);
        window.show();
        const QString found = test::TextAudit::cut(window).join(u'\n');
        QVERIFY(found.contains(QLatin1String("Much too long")));
        QVERIFY2(found.contains(QLatin1String("which one shows")), qPrintable(found));
        QVERIFY(!found.contains(QLatin1String("Fits")));
    }

    void aSeededAbsoluteAlignmentIsFound()
    {
        Pseudo pseudo;
        QVERIFY(pseudo.install());
        QWidget window;
        auto *stays = new QLabel(QStringLiteral("At the left"), &window);
        stays->setGeometry(0, 0, 300, 30);
        stays->setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
        auto *turns = new QLabel(QStringLiteral(u"\u200fTurns"), &window);
        turns->setGeometry(0, 40, 300, 30);
        window.show();
        QCOMPARE(test::TextAudit::unmirrored(window).size(), 1);
    }

    void aSeededWideAreaIsFound()
    {
        QWidget window;
        auto *area = new QScrollArea(&window);
        auto *wide = new QWidget;
        wide->setFixedSize(500, 20);
        area->setWidget(wide);
        area->setGeometry(0, 0, 200, 100);
        window.show();
        QCOMPARE(test::TextAudit::sideways(window).size(), 1);
    }
};

LECTERN_TEST_CLASS(PseudoTest)
#include "pseudo_test.moc"
