// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include "runall.h"
#include "theme.h"

#include <QDir>
#include <QImage>
#include <QTest>

using namespace lectern;

class IconsTest : public QObject
{
    Q_OBJECT
private:
    /// The opaque pixels all have this colour, and there are some.
    static bool isTinted(const QIcon &icon, const QColor &color, QIcon::Mode mode = QIcon::Normal)
    {
        const QImage image = icon.pixmap(QSize(32, 32), 1.0, mode).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 255)
                    continue;
                if (pixel != color)
                    return false;
                ++inked;
            }
        }
        return inked > 0;
    }

private Q_SLOTS:
    void everyIconOfOursDraws_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 40);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << QStringLiteral(":/icons/") + file;
    }
    void everyIconOfOursDraws()
    {
        QFETCH(QString, file);
        const QImage image = QIcon(file).pixmap(QSize(16, 16), 1.0).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixelColor(x, y).alpha() > 128;
        }
        QVERIFY2(inked > 5, qPrintable(QString::number(inked)));
        QVERIFY(inked < 200); // not a blot
    }

    void iconsTakeTheTextColour()
    {
        Theme theme;
        theme.setChoice(SchemeChoice::Light);
        const QIcon icon = symbolicIcon(theme, QStringLiteral("window-close"));
        QVERIFY(isTinted(icon, lightTokens().text));
        QVERIFY(isTinted(icon, lightTokens().muted, QIcon::Disabled));
        theme.setChoice(SchemeChoice::Dark);
        QVERIFY(isTinted(icon, darkTokens().text)); // the same icon
        theme.setChoice(SchemeChoice::Light);
    }

    void iconsTakeAGivenColour()
    {
        const Theme theme;
        QVERIFY(isTinted(symbolicIcon(theme, QStringLiteral("dialog-error"), theme.tokens().bad), theme.tokens().bad));
    }

    void anUnknownIconIsEmpty()
    {
        const Theme theme;
        const QIcon icon = symbolicIcon(theme, QStringLiteral("no-such-icon-anywhere"));
        QVERIFY(icon.pixmap(QSize(16, 16)).isNull());
    }
};

LECTERN_TEST_CLASS(IconsTest)
#include "icons_test.moc"
