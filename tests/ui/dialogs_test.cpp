// SPDX-License-Identifier: GPL-3.0-or-later
#include "aboutdialog.h"
#include "appointmentdialog.h"
#include "certification.h"
#include "fakedialogs.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "plandesk.h"
#include "restoredialog.h"
#include "runall.h"
#include "settingsdesk.h"
#include "settingsdialog.h"
#include "shortcutsheet.h"
#include "testworkspace.h"
#include "widgets.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>
#include <QTreeWidget>

using namespace lectern;

class DialogsTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<test::TestWorkspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MessageBar> m_messages;
    test::FakeDialogs m_dialogs;
    std::unique_ptr<Ui> m_ui;

    static QString allText(const QWidget &widget)
    {
        QString all;
        const auto labels = widget.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            all += label->text() + u'\n';
        return all;
    }

    static int visibleRows(const QTreeWidget &tree)
    {
        int rows = 0;
        for (int g = 0; g < tree.topLevelItemCount(); ++g) {
            for (int i = 0; i < tree.topLevelItem(g)->childCount(); ++i)
                rows += !tree.topLevelItem(g)->child(i)->isHidden();
        }
        return rows;
    }

private Q_SLOTS:
    void noClockAsksForSeconds_data()
    {
        QTest::addColumn<QLocale>("locale");
        for (const char *name : {"C", "en_US", "de_DE", "da_DK", "fi_FI"})
            QTest::newRow(name) << QLocale(QLatin1String(name));
    }

    void noClockAsksForSeconds()
    {
        QFETCH(QLocale, locale);
        const QLocale before;
        QLocale::setDefault(locale);
        const AppointmentDialog appointment((*m_workspace)->plan(), *m_theme);
        const SettingsDialog settings((*m_workspace)->settings(), (*m_workspace)->guide().certification(), *m_ui);
        QLocale::setDefault(before);
        for (const QDialog *dialog : std::initializer_list<const QDialog *>{&appointment, &settings}) {
            const auto *time = dialog->findChild<QTimeEdit *>();
            QVERIFY(time);
            QVERIFY2(!time->displayFormat().contains(u's'), qPrintable(time->displayFormat()));
            QVERIFY2(time->displayFormat().contains(QLatin1String("mm")), qPrintable(time->displayFormat()));
        }
    }

    void initTestCase()
    {
        m_workspace = std::make_unique<test::TestWorkspace>();
        QVERIFY(m_workspace->open());
        m_theme = std::make_unique<Theme>();
        m_messages = std::make_unique<MessageBar>(*m_theme);
        m_ui.reset(new Ui{*m_theme, *m_messages, m_dialogs, [](const Place &) {}});
    }
    void cleanupTestCase()
    {
        m_ui.reset();
        m_messages.reset();
        m_workspace.reset();
    }

    void aDateIsTypedWithoutItsWeekday_data()
    {
        QTest::addColumn<QLocale>("locale");
        for (const char *name : {"C", "en_US", "de_DE", "ja_JP", "hu_HU", "es_ES"})
            QTest::newRow(name) << QLocale(QLatin1String(name));
    }

    void aDateIsTypedWithoutItsWeekday()
    {
        QFETCH(QLocale, locale);
        const QLocale before;
        QLocale::setDefault(locale);
        const AppointmentDialog dialog((*m_workspace)->plan(), *m_theme);
        QLocale::setDefault(before);
        const QString format = dialog.findChild<QDateEdit *>()->displayFormat();
        QVERIFY2(!format.contains(QLatin1String("ddd")), qPrintable(format));
        for (const char part : {'d', 'M', 'y'})
            QVERIFY2(format.contains(QLatin1Char(part)), qPrintable(format));
        const QDate day(2027, 1, 9);
        QCOMPARE(locale.toDate(locale.toString(day, format), format), day);
    }

    void theDialogGrowsWithWhatItExplains()
    {
        AppointmentDialog dialog((*m_workspace)->plan(), *m_theme);
        dialog.findChildren<QRadioButton *>().at(1)->setChecked(true);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const int before = dialog.height();
        dialog.findChildren<QRadioButton *>().at(0)->setChecked(true);
        QVERIFY(dialog.appointment().booked());
        const auto *scroll = dialog.findChild<QScrollArea *>();
        QTRY_VERIFY(dialog.height() > before);
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
    }

    void theDateRecommendsTheBlueprint()
    {
        const Certification &certification = (*m_workspace)->guide().certification();
        AppointmentDialog dialog((*m_workspace)->plan(), *m_theme);
        dialog.findChildren<QRadioButton *>().at(0)->setChecked(true);
        auto *date = dialog.findChild<QDateEdit *>();
        date->setDate(QDate(2026, 10, 8));
        QCOMPARE(dialog.appointment().blueprint, recommendedBlueprint(certification, QDate(2026, 10, 8))->id);
        date->setDate(QDate(2026, 10, 9));
        const Blueprint *later = recommendedBlueprint(certification, QDate(2026, 10, 9));
        QVERIFY(later->id != certification.blueprints.first().id);
        QCOMPARE(dialog.appointment().blueprint, later->id);
        QVERIFY(!later->leavesOut.isEmpty());
        QVERIFY(allText(dialog).contains(later->leavesOut));
    }

    void aBlueprintChosenByHandStays()
    {
        AppointmentDialog dialog((*m_workspace)->plan(), *m_theme);
        dialog.findChildren<QRadioButton *>().at(0)->setChecked(true);
        auto *date = dialog.findChild<QDateEdit *>();
        date->setDate(QDate(2027, 1, 9));
        const auto combos = dialog.findChildren<QComboBox *>();
        QComboBox *blueprint = combos.last();
        blueprint->setCurrentIndex(0);
        Q_EMIT blueprint->activated(0);
        date->setDate(QDate(2027, 1, 10));
        QCOMPARE(dialog.appointment().blueprint, (*m_workspace)->guide().certification().blueprints.first().id);
    }

    void notBookedHasNoDate()
    {
        AppointmentDialog dialog((*m_workspace)->plan(), *m_theme);
        dialog.findChildren<QRadioButton *>().at(1)->setChecked(true);
        QVERIFY(!dialog.appointment().booked());
        QVERIFY(!dialog.findChild<QDateEdit *>()->isEnabled());
    }

    void whatIsTypedIsTheAppointment()
    {
        AppointmentDialog dialog((*m_workspace)->plan(), *m_theme);
        dialog.findChildren<QRadioButton *>().at(0)->setChecked(true);
        dialog.findChild<QDateEdit *>()->setDate(QDate(2027, 1, 9));
        dialog.findChildren<QComboBox *>().at(0)->setCurrentText(QStringLiteral("Europe/Berlin"));
        const auto edits = dialog.findChildren<QLineEdit *>();
        for (QLineEdit *edit : edits) {
            if (!edit->placeholderText().isEmpty())
                edit->setText(QStringLiteral("  Online   proctored "));
        }
        const Appointment entered = dialog.appointment();
        QCOMPARE(entered.date, QDate(2027, 1, 9));
        QCOMPARE(entered.zone, QByteArray("Europe/Berlin"));
        QCOMPARE(entered.place, QStringLiteral("Online proctored"));
        dialog.findChildren<QComboBox *>().at(0)->setCurrentText(QStringLiteral("Nowhere/At all"));
        QVERIFY(dialog.appointment().zone != QByteArray("Nowhere/At all"));
    }

    void aDialogFitsTheScreenAtTwiceTheText()
    {
        const QFont before = QApplication::font();
        QFont twice = before;
        twice.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(twice);
        const AppointmentDialog dialog((*m_workspace)->plan(), *m_theme);
        const QSize hint = dialog.sizeHint();
        const QSize room = dialog.screen()->availableSize();
        QApplication::setFont(before);
        QVERIFY2(hint.height() <= room.height(), qPrintable(QString::number(hint.height())));
        QVERIFY2(hint.width() <= std::max(room.width(), 2 * 520), qPrintable(QString::number(hint.width())));
    }

    void settingsTakeEffectAtOnce()
    {
        SettingsDesk &desk = (*m_workspace)->settings();
        SettingsDialog dialog(desk, (*m_workspace)->guide().certification(), *m_ui);
        dialog.findChild<Segments *>()->setCurrent(2);
        QCOMPARE(desk.value(Setting::ColorScheme).toString(), QStringLiteral("dark"));
        dialog.findChildren<QSpinBox *>().at(0)->setValue(80);
        QCOMPARE(desk.value(Setting::TargetPercent).toInt(), 80);
        dialog.findChildren<QSpinBox *>().at(0)->setValue(0);
        QCOMPARE(desk.value(Setting::TargetPercent).toInt(), -1);
        dialog.findChildren<QSpinBox *>().at(1)->setValue(150);
        QCOMPARE(desk.value(Setting::CodeZoom).toInt(), 150);
        dialog.findChildren<QCheckBox *>().at(0)->setChecked(true);
        QCOMPARE(desk.value(Setting::CodeWrap).toBool(), true);
        dialog.findChild<Segments *>()->setCurrent(0);
        QVERIFY(m_messages->text().isEmpty());
    }

    void shortcutsAreFoundByWord()
    {
        QAction save(QStringLiteral("Save the world"));
        save.setShortcut(QKeySequence(QStringLiteral("Ctrl+S")));
        QAction silent(QStringLiteral("No key"));
        ShortcutSheet sheet({&save, &silent}, {QStringLiteral("F\tFlag the question")}, *m_theme);
        const auto *tree = sheet.findChild<QTreeWidget *>();
        const int all = visibleRows(*tree);
        QCOMPARE(all, 2 + 4); // and four for code
        sheet.findChild<QLineEdit *>()->setText(QStringLiteral("WORLD"));
        QCOMPARE(visibleRows(*tree), 1);
        sheet.findChild<QLineEdit *>()->setText(QStringLiteral("ctrl+s"));
        QVERIFY(visibleRows(*tree) >= 1);
        sheet.findChild<QLineEdit *>()->clear();
        QCOMPARE(visibleRows(*tree), all);
    }

    void aboutNamesVersionLicenceAndFolder()
    {
        const QString profile = (*m_workspace)->profilePath();
        AboutDialog dialog((*m_workspace)->guide().certification(), profile, *m_ui);
        const QString all = allText(dialog);
        QVERIFY(all.contains(QLatin1String("9.8.7")));
        QVERIFY(all.contains(QLatin1String("GNU General Public License")));
        QVERIFY(all.contains(QLatin1String("Not affiliated")));
        QVERIFY(all.contains(profile));
        dialog.findChildren<QPushButton *>().at(0)->click();
        QCOMPARE(m_dialogs.opened.size(), 1);
        QVERIFY(profile.startsWith(m_dialogs.opened.first()));
    }

    void restoreOffersTheNewestBackup()
    {
        const QDateTime taken(QDate(2026, 11, 22), QTime(20, 0), Qt::UTC);
        const RestoreDialog dialog(
            {{QStringLiteral("/b/new"), taken, 2048}, {QStringLiteral("/b/old"), taken, 1}}, {}, *m_theme);
        QCOMPARE(dialog.chosen(), QStringLiteral("/b/new"));
        const auto *tree = dialog.findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 2);
        QVERIFY(tree->topLevelItem(0)->text(0).contains(QLocale().toString(taken.toLocalTime().time(), "mm")));
    }

    void restoreTellsOfAFailedBackup()
    {
        const Error full{ErrorCode::DiskFull, {}, {}};
        const RestoreDialog dialog({}, full, *m_theme);
        const auto *warning = dialog.findChild<QLabel *>(QStringLiteral("backupProblem"));
        QVERIFY(warning);
        QVERIFY(warning->text().contains(sentence(full)));
    }

    void withoutBackupsThereIsNothingToPress()
    {
        const RestoreDialog dialog({}, {}, *m_theme);
        QVERIFY(dialog.chosen().isEmpty());
        QVERIFY(dialog.findChild<QTreeWidget *>()->isHidden());
        QCOMPARE(dialog.findChildren<QPushButton *>().size(), 1); // to close
    }
};

LECTERN_TEST_CLASS(DialogsTest)
#include "dialogs_test.moc"
