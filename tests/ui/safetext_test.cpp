// SPDX-License-Identifier: GPL-3.0-or-later
#include "safetext.h"

#include "pagebench.h"
#include "runall.h"
#include "theme.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTextTable>
#include <QVBoxLayout>

using namespace lectern;

class SafeTextTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString m_image;

    /// Whether anything of the seeded image's colour is on the widget.
    static bool showsMagenta(QWidget &widget)
    {
        const QImage shot = widget.grab().toImage();
        for (int y = 0; y < shot.height(); ++y) {
            for (int x = 0; x < shot.width(); ++x) {
                if (shot.pixelColor(x, y) == QColor(Qt::magenta))
                    return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void aTablesHeadStandsOverItsColumns()
    {
        SafeDocument document;
        document.setSafeMarkdown(
            QStringLiteral("| Name | Rows |\n|:---|---:|\n| a long name of a thing | 1234567 |\n"));
        document.dress(test::sharedTheme());
        document.setTextWidth(600);
        QVERIFY(document.size().isValid()); // lays it out
        const QTextTable *table = nullptr;
        for (QTextFrame *frame : document.rootFrame()->childFrames())
            table = qobject_cast<QTextTable *>(frame);
        QVERIFY(table);
        const auto line = [&](int row, int column) {
            const QTextBlock block = table->cellAt(row, column).firstCursorPosition().block();
            return block.layout()->lineAt(0).naturalTextRect().translated(
                document.documentLayout()->blockBoundingRect(block).topLeft());
        };
        QVERIFY(std::abs(line(0, 0).left() - line(1, 0).left()) < 1);
        QVERIFY(std::abs(line(0, 1).right() - line(1, 1).right()) < 1);
        const QTextBlock cell = table->cellAt(1, 0).firstCursorPosition().block();
        QVERIFY2(document.documentLayout()->blockBoundingRect(cell).height() < 1.2 * line(1, 0).height(),
            "no empty space below the text of a cell");
    }

    void initTestCase()
    {
        m_image = m_folder.filePath(QStringLiteral("seeded.png"));
        QImage image(60, 60, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QVERIFY(image.save(m_image));
    }

    void theSeedWouldShowInAnOrdinaryView()
    {
        QTextBrowser ordinary;
        ordinary.resize(300, 200);
        ordinary.setMarkdown(QStringLiteral("![x](%1)").arg(m_image));
        QVERIFY(showsMagenta(ordinary));
    }

    void noFileIsLoaded_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("path") << m_image;
        QTest::newRow("file url") << QStringLiteral("file://") + m_image;
        QTest::newRow("resource") << QStringLiteral(":/icons/flag.svg");
    }
    void noFileIsLoaded()
    {
        QFETCH(QString, url);
        const Theme theme;
        SafeText text(theme);
        text.resize(300, 200);
        text.setSafeMarkdown(QStringLiteral("before ![x](%1) <img src=\"%1\"> after").arg(url));
        QVERIFY(!showsMagenta(text));
        const QVariant loaded = text.document()->resource(QTextDocument::ImageResource, QUrl(url));
        QCOMPARE(loaded.value<QImage>().size(), QSize(1, 1));
    }

    void nothingIsFetched()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const Theme theme;
        SafeText text(theme);
        text.resize(300, 200);
        text.setSafeMarkdown(
            QStringLiteral("![x](http://127.0.0.1:%1/a.png) <link rel=stylesheet href=\"http://127.0.0.1:%1/a.css\">")
                .arg(server.serverPort()));
        text.grab();
        // If the view had asked, its connection would come before this one.
        QTcpSocket last;
        last.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QVERIFY(last.waitForConnected());
        QVERIFY(server.waitForNewConnection(5000));
        const QTcpSocket *first = server.nextPendingConnection();
        QCOMPARE(first->peerPort(), last.localPort());
        QVERIFY(!server.hasPendingConnections());
    }

    void comparisonsStayText()
    {
        const Theme theme;
        SafeText text(theme);
        text.setSafeMarkdown(QStringLiteral("a < b and c > d & <b>e</b>"));
        QCOMPARE(text.toPlainText(), QStringLiteral("a < b and c > d & <b>e</b>"));
        text.setSafePlainText(QStringLiteral("<b>*x*</b>"));
        QCOMPARE(text.toPlainText(), QStringLiteral("<b>*x*</b>"));
    }

    void inlineText_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("plain");
        QTest::newRow("html") << "a < b <img src=x> & c"
                              << "a < b <img src=x> & c";
        QTest::newRow("code") << "call `f(\"<a>\")` now"
                              << "call f(\"<a>\") now";
        QTest::newRow("double ticks") << "``a ` b``"
                                      << "a ` b";
        QTest::newRow("emphasis") << "**bold** and *slanted*"
                                  << "bold and slanted";
        QTest::newRow("arithmetic") << "2 * 3 * 4 ** 5"
                                    << "2 * 3 * 4 ** 5";
        QTest::newRow("open tick") << "a ` b"
                                   << "a ` b";
        QTest::newRow("escaped") << "\\*not\\*"
                                 << "*not*";
        QTest::newRow("nested") << "**a `b*c*` d**"
                                << "a b*c* d";
    }
    void inlineText()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, plain);
        const Theme theme;
        const QString rich = inlineRichText(markdown, theme);
        QTextDocument document;
        document.setHtml(rich);
        QCOMPARE(document.toPlainText(), plain);
        QVERIFY(!rich.contains(QLatin1String("<img")));
    }

    void onlyWebLinksAreTold()
    {
        const Theme theme;
        SafeText text(theme);
        QSignalSpy activated(&text, &SafeText::linkActivated);
        Q_EMIT text.anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
        Q_EMIT text.anchorClicked(QUrl(QStringLiteral("javascript:alert(1)")));
        QCOMPARE(activated.count(), 0);
        Q_EMIT text.anchorClicked(QUrl(QStringLiteral("https://example.org/a b")));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).toString(), QStringLiteral("https://example.org/a%20b"));
    }

    void isAsHighAsItsText()
    {
        const Theme theme;
        QWidget around;
        auto *layout = new QVBoxLayout(&around);
        auto *text = new SafeText(theme);
        layout->addWidget(text);
        layout->addStretch(1);
        text->setSafeMarkdown(QStringLiteral("word ").repeated(200));
        const int wide = text->heightForWidth(800);
        const int narrow = text->heightForWidth(300);
        QVERIFY(narrow > 2 * wide);
        around.resize(500, 900);
        around.show();
        QTRY_COMPARE(text->height(), text->heightForWidth(text->width()));
        QVERIFY(text->document()->size().height() <= text->viewport()->height() + 1);
    }

    void keysForThePageArePassedOn()
    {
        const Theme theme;
        SafeText text(theme);
        QKeyEvent down(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
        QCoreApplication::sendEvent(&text, &down);
        QVERIFY(!down.isAccepted());
    }
};

LECTERN_TEST_CLASS(SafeTextTest)
#include "safetext_test.moc"
