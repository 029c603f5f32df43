// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagebar.h"

#include "runall.h"
#include "theme.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace lectern;

namespace
{

/// What a screen reader would read of the bar's label at the moment the bar appears.
class Appearance : public QObject
{
public:
    explicit Appearance(MessageBar &bar)
        : m_label(bar.findChildren<QLabel *>().at(1))
    {
        bar.installEventFilter(this);
    }
    QString whenShown = QStringLiteral("never shown");

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Show)
            whenShown = m_label->text();
        return false;
    }

private:
    QLabel *m_label;
};

} // namespace

class MessageBarTest : public QObject
{
    Q_OBJECT
private:
    static QPushButton *action(const MessageBar &bar) { return bar.findChild<QPushButton *>(); }

private Q_SLOTS:
    /// The label announces itself when its text, which is its name, changes; it must be visible by then.
    void theBarIsShownBeforeItsNameChanges()
    {
        Theme theme;
        QWidget window;
        MessageBar bar(theme, &window);
        Appearance appearance(bar);
        window.show();
        bar.showInfo(QStringLiteral("Block moved."));
        QCOMPARE(appearance.whenShown, QString());
        const QLabel *label = bar.findChildren<QLabel *>().at(1);
        QVERIFY(label->accessibleName().isEmpty()); // or the text's change would not be told
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(bar.findChildren<QLabel *>().at(1));
        QCOMPARE(heard->role(), QAccessible::StaticText);
        QCOMPARE(heard->text(QAccessible::Name), QStringLiteral("Block moved."));
    }

    void undoRunsOnceAndCloses()
    {
        Theme theme;
        MessageBar bar(theme);
        int undone = 0;
        bar.showDone(QStringLiteral("Done."), [&undone] { ++undone; });
        QVERIFY(bar.isVisible());
        QCOMPARE(action(bar)->text(), QStringLiteral("Undo"));
        QTest::keyClick(action(bar), Qt::Key_Space);
        QCOMPARE(undone, 1);
        QVERIFY(!bar.isVisible());
        QVERIFY(bar.text().isEmpty());
    }

    void theActionMayShowTheNextMessage()
    {
        Theme theme;
        MessageBar bar(theme);
        bar.showError(
            QStringLiteral("No."), QStringLiteral("Try again"), [&bar] { bar.showDone(QStringLiteral("Worked.")); });
        action(bar)->click();
        QCOMPARE(bar.text(), QStringLiteral("Worked."));
        QVERIFY(action(bar)->isHidden());
    }

    void doneGoesAwayAndErrorsStay()
    {
        Theme theme;
        MessageBar bar(theme);
        const auto *timer = bar.findChild<QTimer *>();
        bar.showDone(QStringLiteral("Done."));
        QVERIFY(timer->isActive());
        QCOMPARE(timer->interval(), 8000);
        bar.showError(QStringLiteral("No."));
        QVERIFY(!timer->isActive());
    }

    void whatIsDoneCanEndEarly()
    {
        Theme theme;
        MessageBar bar(theme);
        bar.showDone(QStringLiteral("Done."), [] {});
        bar.endDone();
        QVERIFY(!bar.isVisible());
        bar.showError(QStringLiteral("No."));
        bar.endDone();
        QVERIFY(bar.isVisible());
    }

    void escapeDismisses()
    {
        Theme theme;
        MessageBar bar(theme);
        bar.showInfo(QStringLiteral("Hello."), QStringLiteral("Look"), [] {});
        bar.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        action(bar)->setFocus();
        QTest::keyClick(action(bar), Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
    }

    void everyErrorHasASentence()
    {
        for (int code = 0; code <= int(ErrorCode::BadInput); ++code) {
            const QString said = sentence(Error{ErrorCode(code), QStringLiteral("why"), QStringLiteral("/a/profile")});
            QVERIFY2(said.size() > 15, qPrintable(said));
            QVERIFY2(said.contains(QLatin1String("why")), qPrintable(said));
            QVERIFY2(!said.contains(u'%'), qPrintable(said));
        }
    }
};

LECTERN_TEST_CLASS(MessageBarTest)
#include "messagebar_test.moc"
