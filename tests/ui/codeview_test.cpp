// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeview.h"

#include "runall.h"
#include "theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextLayout>
#include <QToolButton>

using namespace lectern;

class CodeViewTest : public QObject
{
    Q_OBJECT
private:
    static QTextEdit *text(const CodeView &view) { return view.findChild<QTextEdit *>(); }

    static QToolButton *tool(const CodeView &view, const QString &name)
    {
        const auto tools = view.findChildren<QToolButton *>();
        for (QToolButton *button : tools) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }

    static bool colours(const CodeView &view)
    {
        for (QTextBlock block = text(view)->document()->begin(); block.isValid(); block = block.next()) {
            if (!block.layout()->formats().isEmpty())
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void cleanup() { qunsetenv("LECTERN_PLAIN_CODE"); }

    void everyLanguageIsHighlighted_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::newRow("sql") << "sql"
                             << "SELECT 1 FROM t -- why";
        QTest::newRow("python") << "python"
                                << "def f():\n    return 'x'";
        QTest::newRow("scala") << "scala"
                               << "val x = 1";
        QTest::newRow("yaml") << "yaml"
                              << "a: 1 # why";
        QTest::newRow("json") << "json"
                              << "{\"a\": 1}";
        QTest::newRow("bash") << "bash"
                              << "for f in *; do echo \"$f\"; done";
    }
    void everyLanguageIsHighlighted()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        const Theme theme;
        CodeView view(theme);
        view.setCode(language, code);
        QCOMPARE(text(view)->toPlainText(), code);
        QCOMPARE(view.highlighted(), CodeView::highlightingAvailable());
        QCOMPARE(colours(view), CodeView::highlightingAvailable());
    }

    void theSwitchShowsPlainCode()
    {
        qputenv("LECTERN_PLAIN_CODE", "1");
        const Theme theme;
        CodeView view(theme);
        view.setCode(QStringLiteral("sql"), QStringLiteral("SELECT 1"));
        QVERIFY(!CodeView::highlightingAvailable());
        QVERIFY(!view.highlighted());
        QVERIFY(!colours(view));
        QCOMPARE(text(view)->toPlainText(), QStringLiteral("SELECT 1"));
    }

    void otherTextIsPlain()
    {
        const Theme theme;
        CodeView view(theme);
        view.setCode(QStringLiteral("text"), QStringLiteral("== Physical Plan ==\n<b>\n\n"));
        QVERIFY(!view.highlighted());
        QCOMPARE(text(view)->toPlainText(), QStringLiteral("== Physical Plan ==\n<b>"));
    }

    void zoomStaysInItsRange()
    {
        const Theme theme;
        CodeView view(theme);
        view.setCode(QStringLiteral("text"), QStringLiteral("a"));
        const double before = text(view)->font().pointSizeF();
        QSignalSpy zoomed(&view, &CodeView::zoomChanged);
        QToolButton *larger = tool(view, QStringLiteral("Larger code"));
        larger->click();
        QCOMPARE(view.zoom(), 125);
        QCOMPARE(zoomed.count(), 1);
        QCOMPARE(text(view)->font().pointSizeF(), before * 1.25);
        view.setZoom(1000);
        QCOMPARE(view.zoom(), 300);
        QVERIFY(!larger->isEnabled());
        view.setZoom(1);
        QCOMPARE(view.zoom(), 100);
        QVERIFY(!tool(view, QStringLiteral("Smaller code"))->isEnabled());
        QCOMPARE(zoomed.count(), 1); // only what the person did is told
    }

    void wrapShowsLongLinesWhole()
    {
        const Theme theme;
        CodeView view(theme);
        view.resize(300, 200);
        view.setCode(QStringLiteral("text"), QStringLiteral("word ").repeated(80));
        view.show();
        const int flat = text(view)->height();
        QSignalSpy wrapped(&view, &CodeView::wrapChanged);
        tool(view, QStringLiteral("Wrap long lines"))->click();
        QCOMPARE(wrapped.count(), 1);
        QVERIFY(text(view)->height() > 2 * flat);
        QVERIFY(text(view)->document()->size().width() <= text(view)->viewport()->width());
    }

    void copyTakesTheWholeCode()
    {
        const Theme theme;
        CodeView view(theme);
        view.setCode(QStringLiteral("sql"), QStringLiteral("SELECT 1;\nSELECT 2;"));
        tool(view, QStringLiteral("Copy the code"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("SELECT 1;\nSELECT 2;"));
    }

    void isAsHighAsItsLines()
    {
        const Theme theme;
        CodeView view(theme);
        view.setCode(QStringLiteral("text"), QStringLiteral("a"));
        const int one = text(view)->height();
        view.setCode(QStringLiteral("text"), QStringLiteral("a\n").repeated(30));
        QVERIFY(text(view)->height() > 15 * (one / 2));
    }

    void saysItsLanguage()
    {
        const Theme theme;
        CodeView view(theme);
        view.setCode(QStringLiteral("sql"), QString());
        QCOMPARE(text(view)->accessibleName(), QStringLiteral("Code, SQL"));
    }
};

LECTERN_TEST_CLASS(CodeViewTest)
#include "codeview_test.moc"
