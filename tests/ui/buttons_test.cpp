// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionbutton.h"
#include "runall.h"
#include "widgets.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <memory>

using namespace lectern;

class ButtonsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void primaryIsFilledAndShowsFocus()
    {
        const Theme theme;
        const std::unique_ptr<QPushButton> start(primaryButton(
            theme, QStringLiteral("Start"), QStringLiteral("media-playback-start"), QStringLiteral("Enter")));
        start->resize(start->sizeHint());
        const QPoint edge(1, start->height() / 2);
        const QPoint inside(8, start->height() / 2);
        QCOMPARE(start->grab().toImage().pixelColor(inside), theme.tokens().accent);
        QVERIFY(start->grab().toImage().pixelColor(edge) != theme.tokens().accent);
        start->show();
        start->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(start.get()));
        start->setFocus();
        QCOMPARE(start->grab().toImage().pixelColor(edge), theme.tokens().accent);
    }

    void theHintIsToldToScreenReaders()
    {
        const Theme theme;
        const std::unique_ptr<QPushButton> flag(
            plainButton(theme, QStringLiteral("Flag"), QStringLiteral("flag"), QStringLiteral("F")));
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(flag.get());
        QCOMPARE(heard->text(QAccessible::Name), QStringLiteral("Flag"));
        QVERIFY(heard->text(QAccessible::Description).contains(u'F'));
        QCOMPARE(heard->role(), QAccessible::Button);
    }

    void aLongerTextMakesItWider()
    {
        const Theme theme;
        const std::unique_ptr<QPushButton> button(plainButton(theme, QStringLiteral("A")));
        const int narrow = button->sizeHint().width();
        button->setText(QStringLiteral("A much longer verb"));
        QVERIFY(button->sizeHint().width() > 2 * narrow);
        QVERIFY(button->sizeHint().height() >= theme.px(32));
    }

    void pressesByKeyAndMouse()
    {
        const Theme theme;
        const std::unique_ptr<QPushButton> button(plainButton(theme, QStringLiteral("Go")));
        QSignalSpy clicked(button.get(), &QPushButton::clicked);
        QTest::keyClick(button.get(), Qt::Key_Space);
        QTest::mouseClick(button.get(), Qt::LeftButton);
        QCOMPARE(clicked.count(), 2);
        button->setEnabled(false);
        QTest::mouseClick(button.get(), Qt::LeftButton);
        QCOMPARE(clicked.count(), 2);
    }

    void iconButtonsSayTheirNameAndKey()
    {
        const Theme theme;
        const std::unique_ptr<QAbstractButton> undo(
            iconButton(theme, QStringLiteral("edit-undo"), QStringLiteral("Undo"), QStringLiteral("Ctrl+Z")));
        QCOMPARE(undo->accessibleName(), QStringLiteral("Undo"));
        QVERIFY(undo->toolTip().contains(QLatin1String("Ctrl+Z")));
        QVERIFY(undo->sizeHint().width() >= 24);
        QVERIFY(undo->sizeHint().height() >= 24);
    }

    void emptyStateRunsItsAction()
    {
        const Theme theme;
        int made = 0;
        const std::unique_ptr<QWidget> state(
            emptyState(theme, QStringLiteral("No plan yet."), QStringLiteral("Make a plan"), [&made] { ++made; }));
        state->findChild<QPushButton *>()->click();
        QCOMPARE(made, 1);
        const std::unique_ptr<QWidget> silent(emptyState(theme, QStringLiteral("Nothing."), {}, {}));
        QVERIFY(!silent->findChild<QPushButton *>());
    }

    void linksTakeTheAccent()
    {
        const Theme theme;
        const std::unique_ptr<QPushButton> link(linkButton(theme, QStringLiteral("Readiness")));
        link->resize(link->sizeHint());
        link->ensurePolished();
        const QImage shot = link->grab().toImage();
        bool accent = false;
        for (int y = 0; y < shot.height(); ++y) {
            for (int x = 0; x < shot.width(); ++x)
                accent = accent || shot.pixelColor(x, y) == theme.tokens().accent;
        }
        QVERIFY(accent);
    }
};

LECTERN_TEST_CLASS(ButtonsTest)
#include "buttons_test.moc"
