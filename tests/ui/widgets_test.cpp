// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets.h"

#include "page.h"
#include "runall.h"

#include <QAccessible>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace lectern;

namespace
{

class CountingPage : public Page
{
public:
    int reloads = 0;

protected:
    void reload() override { ++reloads; }
};

int count(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == color;
    }
    return found;
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void segmentsWorkByKeyboard()
    {
        const Theme theme;
        Segments segments(theme, QStringLiteral("View"));
        segments.addSegment(QStringLiteral("Month"), QStringLiteral("Alt+M"));
        segments.addSegment(QStringLiteral("Week"));
        segments.addSegment(QStringLiteral("Agenda"));
        QSignalSpy changed(&segments, &Segments::currentChanged);
        QCOMPARE(segments.current(), 0);
        segments.show();
        segments.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&segments));
        const auto buttons = segments.findChildren<QAbstractButton *>();
        buttons.at(0)->setFocus();
        QTest::keyClick(buttons.at(0), Qt::Key_Right);
        QCOMPARE(segments.current(), 1);
        QTest::keyClick(buttons.at(1), Qt::Key_Right);
        QCOMPARE(segments.current(), 2);
        QTest::keyClick(buttons.at(2), Qt::Key_Left);
        QCOMPARE(segments.current(), 1);
        QCOMPARE(changed.count(), 3);
        QTest::keyClick(&segments, Qt::Key_M, Qt::AltModifier);
        QCOMPARE(segments.current(), 0);
    }

    void tabComesToTheChosenSegment()
    {
        const Theme theme;
        Segments segments(theme, QStringLiteral("View"));
        for (const char *text : {"Month", "Week", "Agenda"})
            segments.addSegment(QLatin1String(text));
        const auto reached = [&segments] {
            QStringList texts;
            for (const QAbstractButton *button : segments.findChildren<QAbstractButton *>()) {
                if (button->focusPolicy() & Qt::TabFocus)
                    texts << button->text();
            }
            return texts;
        };
        QCOMPARE(reached(), QStringList{QStringLiteral("Month")});
        segments.setCurrent(2);
        QCOMPARE(reached(), QStringList{QStringLiteral("Agenda")});
        segments.setCurrent(-1);
        QCOMPARE(reached().size(), 3);
        segments.setCurrent(1);
        QCOMPARE(reached(), QStringList{QStringLiteral("Week")});
    }

    void segmentsAreRadioButtonsToAScreenReader()
    {
        const Theme theme;
        Segments segments(theme, QStringLiteral("View"));
        segments.addSegment(QStringLiteral("Month"));
        segments.addSegment(QStringLiteral("Week"));
        segments.setCurrent(1);
        QAccessibleInterface *week =
            QAccessible::queryAccessibleInterface(segments.findChildren<QAbstractButton *>().at(1));
        QCOMPARE(week->role(), QAccessible::RadioButton);
        QCOMPARE(week->text(QAccessible::Name), QStringLiteral("Week"));
        QVERIFY(week->state().checked);
    }

    void segmentsAnswerAClickAnywhereOnThem()
    {
        const Theme theme;
        Segments segments(theme, QStringLiteral("View"));
        segments.addSegment(QStringLiteral("Month"));
        segments.addSegment(QStringLiteral("Week"));
        segments.show();
        QAbstractButton *week = segments.findChildren<QAbstractButton *>().at(1);
        QTest::mouseClick(week, Qt::LeftButton, {}, QPoint(week->width() - 2, 2));
        QCOMPARE(segments.current(), 1);
    }

    void barIsAsLongAsItsShare()
    {
        const Theme theme;
        ShareBar bar(theme);
        bar.resize(200, 8);
        bar.setShare(0.5);
        const QImage half = bar.grab().toImage();
        QCOMPARE(half.pixelColor(50, 4), theme.tokens().accent);
        QCOMPARE(half.pixelColor(150, 4), theme.tokens().track);
        bar.setShare(7);
        QCOMPARE(bar.grab().toImage().pixelColor(195, 4), theme.tokens().accent);
        bar.setDomain(2);
        QCOMPARE(bar.grab().toImage().pixelColor(50, 4), theme.domain(2));
    }

    void barWithoutEvidenceIsHatched()
    {
        const Theme theme;
        ShareBar bar(theme);
        bar.resize(200, 8);
        bar.setShare(1);
        const int solid = count(bar.grab().toImage(), theme.tokens().accent);
        bar.setHollow(true);
        const int hatched = count(bar.grab().toImage(), theme.tokens().accent);
        QVERIFY(hatched > 0);
        QVERIFY(hatched < solid / 2);
    }

    void barShowsTargetAndInterval()
    {
        const Theme theme;
        ShareBar bar(theme);
        bar.setTarget(0.7);
        bar.resize(200, bar.sizeHint().height());
        QCOMPARE(bar.grab().toImage().pixelColor(140, 0), theme.tokens().text);
        bar.setShare(0.5);
        bar.setInterval(0.4, 0.6);
        const QImage shot = bar.grab().toImage();
        const QColor band = shot.pixelColor(85, shot.height() / 2);
        QVERIFY(band != theme.tokens().track);
        QVERIFY(band != theme.tokens().accent);
        QCOMPARE(shot.pixelColor(20, shot.height() / 2), theme.tokens().track);
    }

    void chipNamesItsDomain()
    {
        const Theme theme;
        Chip chip(theme, QStringLiteral("D3"), 2);
        QCOMPARE(chip.accessibleName(), QStringLiteral("D3"));
        chip.resize(chip.sizeHint());
        QVERIFY(count(chip.grab().toImage(), theme.domain(2)) > 10);
        chip.set(QStringLiteral("Mix"), -1);
        QCOMPARE(chip.accessibleName(), QStringLiteral("Mix"));
        QCOMPARE(count(chip.grab().toImage(), theme.domain(2)), 0);
    }

    void labelsArePlainUnlessToldOtherwise()
    {
        const Theme theme;
        TextLabel label(theme, Theme::Role::Body, QStringLiteral("<b>a</b> < b"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void labelsFollowTheTheme()
    {
        Theme theme;
        theme.setChoice(SchemeChoice::Light);
        TextLabel label(theme, Theme::Role::Heading, QStringLiteral("a"));
        label.setTone(TextLabel::Tone::Warn);
        QCOMPARE(label.palette().color(QPalette::WindowText), lightTokens().warn);
        theme.setChoice(SchemeChoice::Dark);
        QCOMPARE(label.palette().color(QPalette::WindowText), darkTokens().warn);
        QCOMPARE(label.font().pointSizeF(), theme.font(Theme::Role::Heading).pointSizeF());
        theme.setChoice(SchemeChoice::Light);
    }

    void elidedLabelsKeepTheirName()
    {
        const Theme theme;
        const QString whole = QStringLiteral("A title much longer than the room it gets");
        TextLabel label(theme, Theme::Role::Body, whole);
        const int wide = label.minimumSizeHint().width();
        label.setElided(true);
        QVERIFY(label.minimumSizeHint().width() < wide / 2);
        QCOMPARE(QAccessible::queryAccessibleInterface(&label)->text(QAccessible::Name), whole);
    }

    void aPageReloadsWhenShownAndThenAtOnce()
    {
        CountingPage page;
        page.markStale();
        QCOMPARE(page.reloads, 0);
        page.show();
        QCOMPARE(page.reloads, 1);
        page.markStale();
        QCOMPARE(page.reloads, 2);
        page.hide();
        page.show();
        QCOMPARE(page.reloads, 2);
        page.hide();
        page.markStale();
        page.markStale();
        QCOMPARE(page.reloads, 2);
        page.show();
        QCOMPARE(page.reloads, 3);
    }
};

LECTERN_TEST_CLASS(WidgetsTest)
#include "widgets_test.moc"
