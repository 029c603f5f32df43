// SPDX-License-Identifier: GPL-3.0-or-later
#include "disputedialog.h"
#include "exambench.h"
#include "questionabout.h"
#include "questionwords.h"
#include "reportdetail.h"
#include "runall.h"
#include "safetext.h"

#include <QComboBox>
#include <QFile>
#include <QHostInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTextBrowser>

using namespace lectern;
using namespace lectern::test;

/// What a reader learns of a question, and how they object to it.
class DisputeUiTest : public QObject
{
    Q_OBJECT

private:
    /// A report with its first question open.
    struct Reader {
        ExamBench bench;

        bool open()
        {
            if (!bench.open() || !bench.start(5) || !bench.desk().submit().ok())
                return false;
            QTest::mouseClick(row(0), Qt::LeftButton);
            return detail() != nullptr;
        }
        ReportRow *row(int index) const { return bench.table()->shownRows().at(index); }
        ReportDetail *detail() const { return bench.table()->detail(); }
        Item item(int index)
        {
            const auto report = bench.reports().report(bench.reports().history().constFirst().id);
            return report->items.value(report->attempt.setup().items.at(row(index)->line().position).item);
        }
        QStringList said(const char *name) const
        {
            QStringList texts;
            for (const TextLabel *label : detail()->about()->findChildren<TextLabel *>(QLatin1String(name)))
                texts << label->text();
            return texts;
        }
        QString path(const char *name) const { return bench.workspace.folder() + u'/' + QLatin1String(name); }
    };

    /// What a test does in the dialog while it is open.
    struct Form {
        QDialog &dialog;

        explicit Form(QDialog &shown)
            : dialog(shown)
        {
            dialog.show();
            QApplication::setActiveWindow(&dialog);
            QCoreApplication::processEvents();
        }
        template<typename T>
        T *part(const char *name) const
        {
            return dialog.findChild<T *>(QLatin1String(name));
        }
        QPlainTextEdit *reason() const { return part<QPlainTextEdit>("field"); }
        QLineEdit *source() const { return part<QLineEdit>("source"); }
        QComboBox *option() const { return part<QComboBox>("option"); }
        void choose(DisputeKind kind) const
        {
            auto *choice = dialog.findChild<QRadioButton *>(word(kind));
            QTest::mouseClick(choice, Qt::LeftButton, {}, QPoint(8, choice->height() / 2));
        }
        void send() const
        {
            QTest::mouseClick(part<QPushButton>("export"), Qt::LeftButton);
            QCoreApplication::processEvents();
        }
        QString problem() const
        {
            const auto *label = part<TextLabel>("problem");
            return label->isVisible() ? label->text() : QString();
        }
    };

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void whatIsKnownUnfoldsByMouseAndKey()
    {
        Reader reader;
        QVERIFY(reader.open());
        QVERIFY(!reader.detail()->about());
        QCoreApplication::processEvents();
        const int folded = reader.detail()->sizeHint().height();
        QTest::mouseClick(reader.detail()->aboutButton(), Qt::LeftButton);
        QCoreApplication::processEvents();
        QVERIFY(reader.detail()->about() && reader.detail()->about()->isVisible());
        const Item item = reader.item(0);
        QCOMPARE(reader.said("state"), QStringList(stateWords(item.history.constLast().state)));
        QCOMPARE(reader.said("step").size(), item.history.size());
        for (int i = 0; i < item.history.size(); ++i) {
            const QString step = reader.said("step").at(i);
            QVERIFY2(step.contains(stateWords(item.history.at(i).state)), qPrintable(step));
            QVERIFY2(
                step.contains(QLocale().toString(item.history.at(i).date, QLocale::ShortFormat)), qPrintable(step));
        }
        QVERIFY(revisionHash(item).startsWith(reader.said("revision").constFirst()));
        QCOMPARE(reader.said("since"), QStringList());
        for (const TextLabel *label : reader.detail()->about()->findChildren<TextLabel *>(QStringLiteral("state")))
            QVERIFY(label->accessibleName().contains(label->text()));

        QTest::mouseClick(reader.detail()->aboutButton(), Qt::LeftButton);
        QCoreApplication::processEvents();
        QVERIFY(!reader.detail()->about());
        QCOMPARE(reader.detail()->sizeHint().height(), folded); // no gap stays behind

        // By key, from the row and from within the text; it stays unfolded from one question to the next.
        reader.row(0)->setFocus();
        QTest::keyClick(reader.row(0), Qt::Key_I);
        QVERIFY(reader.detail()->about());
        QTest::keyClick(reader.row(0), Qt::Key_Down);
        QVERIFY(reader.row(1)->isChecked());
        QVERIFY(reader.detail()->about());
        QVERIFY(reader.detail()->aboutButton()->isChecked());
        auto *text = reader.detail()->findChild<QTextBrowser *>(QStringLiteral("rationale"));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_I);
        QVERIFY(!reader.detail()->about());

        const QString keys = reader.bench.page->shortcuts().join(u'\n');
        QVERIFY(keys.contains(QLatin1String("I\t")) && keys.contains(QLatin1String("D\t")));
    }

    void theOldestSourceIsTheAge()
    {
        Item item;
        item.sources = {{QStringLiteral("New"), QStringLiteral("https://a.b"), QDate(2026, 11, 20)},
            {QStringLiteral("Old"), QStringLiteral("https://a.c"), QDate(2026, 3, 4)}};
        item.appliesTo = QStringLiteral("DBR 17.3 LTS");
        const QString seen(64, u'a');
        const auto said = [&](const QString &current, const char *name) {
            const QuestionAbout about(sharedTheme(), item, seen, current);
            const auto *label = about.findChild<TextLabel *>(QLatin1String(name));
            return label ? label->text() : QString();
        };
        QCOMPARE(said(seen, "checked"), QLocale().toString(QDate(2026, 3, 4), QLocale::ShortFormat));
        QCOMPARE(said(seen, "appliesTo"), item.appliesTo);
        QCOMPARE(said(seen, "revision"), QString(12, u'a'));
        QCOMPARE(said(seen, "since"), QString());
        QCOMPARE(said(seen, "state"), QString());
        const QString changed = said(QString(64, u'b'), "since");
        QVERIFY2(
            changed.contains(QLatin1String("has changed")) && changed.contains(QString(12, u'b')), qPrintable(changed));
        QVERIFY(said(QString(), "since").contains(QLatin1String("no longer")));
        for (const char *state :
            {"drafted", "sources-checked", "blind-answered", "reviewed", "revised", "live", "withdrawn"})
            QVERIFY2(stateWords(QLatin1String(state)) != QLatin1String(state), state);
    }

    void aDisputeIsWrittenToAFile()
    {
        Reader reader;
        QVERIFY(reader.open());
        const QString path = reader.path("mine.yaml");
        reader.bench.dialogs.file = reader.path("mine"); // without its suffix
        int opened = 0;
        reader.bench.dialogs.onRun = [&](QDialog &dialog) {
            ++opened;
            const Form form(dialog);
            form.choose(DisputeKind::SecondAnswer);
            QVERIFY(form.option()->isVisible());
            QCOMPARE(form.option()->count(), 3); // all but the key
            form.option()->setCurrentIndex(1);
            const Item asked = reader.item(0);
            const Option *named = asked.option(form.option()->currentData().toString());
            QVERIFY(named);
            QCOMPARE(form.part<TextLabel>("optionText")->text(), inlineRichText(named->text, sharedTheme()));
            QTest::mouseClick(form.reason()->viewport(), Qt::LeftButton);
            QTest::keyClicks(form.reason(), QStringLiteral("Both \"work\" here."));
            QTest::keyClicks(form.source(), QStringLiteral("https://docs.databricks.com/x"));
            form.send();
            QVERIFY(!dialog.isVisible());
            QCOMPARE(dialog.result(), int(QDialog::Accepted));
        };
        QTest::mouseClick(reader.detail()->disputeButton(), Qt::LeftButton);
        QCOMPARE(opened, 1);
        const Item item = reader.item(0);
        QCOMPARE(reader.bench.dialogs.suggested, QStringLiteral("dispute-%1.yaml").arg(item.id));
        const QString written = QString::fromUtf8(bytesOf(path));
        QStringList wrong;
        for (const Option &option : item.options) {
            if (!option.key)
                wrong << option.id;
        }
        for (const QString &part : {QStringLiteral("\nitem: \"%1\"\n").arg(item.id),
                 QStringLiteral("\nrevision: \"%1\"\n").arg(revisionHash(item)),
                 QStringLiteral("\nkind: second-answer\n"), QStringLiteral("\n  Both \"work\" here.\n"),
                 QStringLiteral("\nsource: \"https://docs.databricks.com/x\"\n"),
                 QStringLiteral("\ndate: \"2026-11-23\"\n")})
            QVERIFY2(written.contains(part), qPrintable(part + u'\n' + written));
        static const QRegularExpression chosen(QStringLiteral("\\noption: \"([a-d])\"\\n"));
        QVERIFY(wrong.contains(chosen.match(written).captured(1)));
        // Nothing of the person or the machine.
        for (const QString &own : {qEnvironmentVariable("USER"), qEnvironmentVariable("HOME"),
                 QHostInfo::localHostName(), reader.bench.workspace.folder()})
            QVERIFY2(own.size() < 4 || !written.contains(own), qPrintable(own));
        QVERIFY(reader.bench.messages.text().contains(QStringLiteral("mine.yaml")));
        QVERIFY(reader.bench.dialogs.asked.isEmpty());

        // Its full name was not the one the person was asked about.
        reader.bench.dialogs.agrees = false;
        reader.bench.dialogs.onRun = [&](QDialog &dialog) {
            ++opened;
            const Form form(dialog);
            form.reason()->setPlainText(QStringLiteral("Another reason."));
            form.send();
            QVERIFY(dialog.isVisible());
        };
        QApplication::setActiveWindow(reader.bench.page.get());
        reader.row(0)->setFocus();
        QTest::keyClick(reader.row(0), Qt::Key_D);
        QCOMPARE(opened, 2);
        QCOMPARE(reader.bench.dialogs.asked.size(), 1);
        QCOMPARE(QString::fromUtf8(bytesOf(path)), written);
    }

    void flawsAreSaidWhereTheyAre()
    {
        Reader reader;
        QVERIFY(reader.open());
        reader.bench.dialogs.file = reader.path("mine.yaml");
        reader.bench.dialogs.onRun = [&](QDialog &dialog) {
            const Form form(dialog);
            QVERIFY(!form.option()->isVisible());
            form.send();
            QVERIFY(form.problem().contains(QLatin1String("Say why")));
            QVERIFY(form.reason()->hasFocus());
            QCOMPARE(form.reason()->accessibleDescription(), form.problem());
            form.reason()->setPlainText(QString(Dispute::longestReason + 1, u'x'));
            form.send();
            QVERIFY(form.problem().contains(QLatin1String("too long")));
            QCOMPARE(form.reason()->toPlainText().size(), Dispute::longestReason + 1);
            form.reason()->setPlainText(QStringLiteral("Because."));
            form.source()->setText(QStringLiteral("some page"));
            form.send();
            QVERIFY(form.problem().contains(QLatin1String("https://")));
            QVERIFY(form.source()->hasFocus());
            QVERIFY(form.reason()->accessibleDescription().isEmpty());
            form.source()->clear();
            form.send();
            QVERIFY(!dialog.isVisible());
        };
        QTest::mouseClick(reader.detail()->disputeButton(), Qt::LeftButton);
        QVERIFY(bytesOf(reader.path("mine.yaml")).contains("kind: wrong-key\n"));
    }

    void whatIsSpokenOfIsInSight()
    {
        Reader reader;
        QVERIFY(reader.open());
        reader.bench.dialogs.onRun = [&](QDialog &dialog) {
            const Form form(dialog);
            dialog.setFixedHeight(300); // as little as large text leaves
            QCoreApplication::processEvents();
            QVERIFY(form.source()->visibleRegion().isEmpty());
            QTest::keyClick(&dialog, Qt::Key_S, Qt::AltModifier);
            QVERIFY(form.source()->hasFocus());
            QVERIFY(!form.source()->visibleRegion().isEmpty());
            form.send();
            QCoreApplication::processEvents();
            QVERIFY(!form.part<TextLabel>("problem")->visibleRegion().isEmpty());
            QVERIFY(!form.reason()->visibleRegion().isEmpty());
        };
        QTest::mouseClick(reader.detail()->disputeButton(), Qt::LeftButton);
    }

    void aFailedWriteLosesNothing()
    {
        Reader reader;
        QVERIFY(reader.open());
        const QString path = reader.path("mine.yaml");
        const QByteArray before = "what stood here before\n";
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write(before) == before.size());
        old.close();
        const QString reason = QStringLiteral("A long thought.\nIn two lines.");
        reader.bench.dialogs.onRun = [&](QDialog &dialog) {
            const Form form(dialog);
            form.choose(DisputeKind::OutOfDate);
            form.reason()->setPlainText(reason);
            reader.bench.dialogs.file = reader.path("nowhere/mine.yaml");
            form.send();
            QVERIFY(dialog.isVisible());
            QVERIFY2(form.problem().contains(QLatin1String("nowhere/mine.yaml")), qPrintable(form.problem()));
            QVERIFY(form.problem().contains(QLatin1String("Choose another folder")));
            reader.bench.dialogs.file = path;
            {
                const WritesRefused refused;
                form.send();
            }
            QVERIFY(dialog.isVisible());
            QVERIFY(form.problem().contains(QLatin1String("cannot be written")));
            QCOMPARE(bytesOf(path), before);
            QCOMPARE(form.reason()->toPlainText(), reason);
            reader.bench.dialogs.file.clear(); // the person closes the file dialog
            form.send();
            QVERIFY(dialog.isVisible());
            QTest::mouseClick(form.part<QPushButton>("close"), Qt::LeftButton);
            QVERIFY(!dialog.isVisible());
        };
        QTest::mouseClick(reader.detail()->disputeButton(), Qt::LeftButton);
        QCOMPARE(reader.bench.messages.text(), QString());

        // Opened again, by another page even, it is all there; another question has its own.
        reader.bench.showPage();
        reader.bench.page->goTo(
            QStringLiteral("attempt/%1").arg(raw(reader.bench.reports().history().constFirst().id)));
        int opened = 0;
        reader.bench.dialogs.file = path;
        reader.bench.dialogs.onRun = [&](QDialog &dialog) {
            ++opened;
            const Form form(dialog);
            QCOMPARE(form.reason()->toPlainText(), reason);
            QVERIFY(dialog.findChild<QRadioButton *>(word(DisputeKind::OutOfDate))->isChecked());
            form.send();
            QVERIFY(!dialog.isVisible());
        };
        QTest::mouseClick(reader.row(0), Qt::LeftButton);
        QTest::mouseClick(reader.detail()->disputeButton(), Qt::LeftButton);
        QVERIFY(bytesOf(path).contains("  A long thought.\n  In two lines.\n"));
        reader.bench.dialogs.onRun = [&](QDialog &dialog) {
            ++opened;
            const Form form(dialog);
            QVERIFY(form.reason()->toPlainText().isEmpty());
            QTest::keyClick(&dialog, Qt::Key_Escape);
            QVERIFY(!dialog.isVisible());
        };
        QTest::mouseClick(reader.row(1), Qt::LeftButton);
        QTest::mouseClick(reader.detail()->disputeButton(), Qt::LeftButton);
        QCOMPARE(opened, 2);
    }
};

LECTERN_TEST_CLASS(DisputeUiTest)
#include "dispute_test.moc"
