// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include "desktopscheme.h"
#include "runall.h"
#include "stylesheet.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace lectern;

namespace
{

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

/// Stands where the desktop's settings portal would.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        asked = group + u'/' + key;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

public:
    QString asked;

    void change(uint to)
    {
        scheme = to;
        auto signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
            QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
        signal << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme")
               << QVariant::fromValue(QDBusVariant(to));
        QDBusConnection::sessionBus().send(signal);
    }
};

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrast_data()
    {
        QTest::addColumn<QColor>("color");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const bool dark : {false, true}) {
            const Tokens &t = dark ? darkTokens() : lightTokens();
            const char *mode = dark ? "dark" : "light";
            const std::pair<const char *, QColor> grounds[] = {
                {"surface", t.surface}, {"raised", t.raised}, {"sunken", t.sunken}, {"accentSoft", t.accentSoft}};
            const std::pair<const char *, QColor> texts[] = {{"text", t.text}, {"muted", t.muted}, {"accent", t.accent},
                {"good", t.good}, {"warn", t.warn}, {"bad", t.bad}};
            for (const auto &[groundName, ground] : grounds) {
                for (const auto &[name, color] : texts)
                    QTest::addRow("%s %s on %s", mode, name, groundName) << color << ground << 7.0;
                QTest::addRow("%s edge on %s", mode, groundName) << t.edge << ground << 3.0;
            }
            QTest::addRow("%s text on track", mode) << t.text << t.track << 7.0;
            QTest::addRow("%s text on marked", mode) << t.text << t.marked << 7.0;
            QTest::addRow("%s line under marked", mode) << t.warn << t.marked << 3.0;
            QTest::addRow("%s text on accent", mode) << t.onAccent << t.accent << 7.0;
            const QColor code[] = {t.codeKeyword, t.codeString, t.codeFunction, t.codeNumber, t.codeComment, t.text};
            for (size_t i = 0; i < std::size(code); ++i)
                QTest::addRow("%s code colour %zu", mode, i) << code[i] << t.code << 6.95;
            for (size_t i = 0; i < t.domain.size(); ++i) {
                QTest::addRow("%s domain %zu on surface", mode, i) << t.domain[i] << t.surface << 3.0;
                QTest::addRow("%s domain %zu on raised", mode, i) << t.domain[i] << t.raised << 3.0;
                QTest::addRow("%s text on tint %zu", mode, i) << t.text << t.domainTint[i] << 7.0;
            }
        }
    }
    void contrast()
    {
        QFETCH(QColor, color);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        QVERIFY2(::contrast(color, ground) >= least, qPrintable(QString::number(::contrast(color, ground))));
    }

    void placeholdersAreFilled()
    {
        const QString filled = fillStyleSheet(
            QStringLiteral("a { color: @text@; margin: @px(8)@ } b@c { @nonsense@ }"), lightTokens(), 2.0);
        QCOMPARE(filled, QStringLiteral("a { color: rgba(26, 29, 33, 255); margin: 16px } b@c { @nonsense@ }"));
    }

    void theSheetHasNoUnknownPlaceholder()
    {
        const Theme theme;
        QVERIFY(!qApp->styleSheet().isEmpty());
        QVERIFY(!qApp->styleSheet().contains(u'@'));
    }

    void choiceChangesPaletteAndTells()
    {
        Theme theme;
        theme.setChoice(SchemeChoice::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), lightTokens().surface);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(SchemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(theme.dark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().surface);
        QCOMPARE(theme.domain(4), darkTokens().domain[4]);
        theme.setChoice(SchemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
        theme.setChoice(SchemeChoice::Light);
    }

    void lengthsFollowTheFont()
    {
        const QFont before = QApplication::font();
        Theme theme;
        const int small = theme.px(48);
        QSignalSpy changed(&theme, &Theme::changed);
        QFont twice = before;
        twice.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(twice);
        QVERIFY(changed.count() >= 1);
        QVERIFY(theme.px(48) > small * 3 / 2);
        QCOMPARE(theme.font(Theme::Role::Figure).pointSizeF(), before.pointSizeF() * 2 * 1.6);
        QApplication::setFont(before);
        QCOMPARE(theme.px(48), small);
    }

    void smallTextStaysReadable()
    {
        const Theme theme;
        QVERIFY(theme.font(Theme::Role::Chip).pointSizeF() >= std::min(8.5, QApplication::font().pointSizeF()));
        QVERIFY(theme.font(Theme::Role::Chip).bold());
    }

    void outsideTheDomainsIsNeutral()
    {
        const Theme theme;
        QCOMPARE(theme.domain(-1), theme.tokens().edge);
        QCOMPARE(theme.domain(9), theme.tokens().edge);
        QCOMPARE(Theme::domainPattern(9), Qt::NoBrush);
        QCOMPARE(Theme::domainPattern(8), Qt::SolidPattern);
    }

    void followsTheDesktopLive()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY2(bus.isConnected(), "dbus-daemon is needed for this test");
        FakePortal portal;
        portal.scheme = 1;
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        QVERIFY(bus.registerObject(
            QStringLiteral("/org/freedesktop/portal/desktop"), &portal, QDBusConnection::ExportAllSlots));

        Theme theme;
        QTRY_VERIFY(theme.dark());
        QCOMPARE(portal.asked, QStringLiteral("org.freedesktop.appearance/color-scheme"));
        portal.change(2);
        QTRY_VERIFY(!theme.dark());
        theme.setChoice(SchemeChoice::Dark);
        portal.change(0);
        QVERIFY(theme.dark());
        theme.setChoice(SchemeChoice::System);
        portal.change(1);
        QTRY_COMPARE(QApplication::palette().color(QPalette::Window), darkTokens().surface);

        bus.unregisterObject(QStringLiteral("/org/freedesktop/portal/desktop"));
        bus.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
        theme.setChoice(SchemeChoice::Light);
    }
};

LECTERN_TEST_CLASS(ThemeTest)
#include "theme_test.moc"
