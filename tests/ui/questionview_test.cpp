// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionview.h"

#include "codeview.h"
#include "notepanel.h"
#include "optionlist.h"
#include "pagebench.h"
#include "runall.h"
#include "safetext.h"
#include "settingsdesk.h"
#include "textmarker.h"
#include "widgets.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTimer>

using namespace lectern;
using namespace lectern::test;

namespace
{

Item makeItem(ItemType type = ItemType::Single, int codeLines = 6)
{
    Item item;
    item.id = QStringLiteral("q");
    item.type = type;
    item.stem = QStringLiteral("A job reads `bronze.events` every hour. The last run failed. Nobody changed the code.");
    if (codeLines > 0)
        item.code.language = QStringLiteral("python");
    for (int line = 0; line < codeLines; ++line)
        item.code.text += QStringLiteral("frame_%1 = spark.table(\"bronze.events\")  # step %1\n").arg(line);
    item.question = QStringLiteral("Which change lets it finish?");
    for (const char16_t letter : {u'a', u'b', u'c', u'd'}) {
        Option option;
        option.id = QChar(letter);
        option.text = QStringLiteral("Option text of `%1`").arg(QChar(letter));
        option.rationale = QStringLiteral("Because of **%1**").arg(QChar(letter));
        option.key = letter == u'b' || (type == ItemType::Multiple && letter == u'd');
        item.options << option;
    }
    return item;
}

const QStringList order{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("d")};

/// A question in a window, with a seat that stores what is signalled and tells it back.
struct QuestionBench {
    TestWorkspace workspace;
    Theme &theme = sharedTheme();
    std::unique_ptr<QWidget> window;
    QuestionView *view = nullptr;
    QPushButton *next = nullptr;
    PositionState state;
    QStringList said;
    QStringList notes;
    int ends = 0;

    bool open(int width = 1000, int height = 800)
    {
        if (!workspace.open())
            return false;
        window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(window.get());
        column->setContentsMargins(0, 0, 0, 0);
        view = new QuestionView(theme, workspace->settings());
        next = new QPushButton(QStringLiteral("Next"));
        column->addWidget(view, 1);
        column->addWidget(next);
        QObject::connect(view, &QuestionView::said, view, [this](const QString &sentence) { said << sentence; });
        QObject::connect(view, &QuestionView::choiceMade, view, [this](const QStringList &choice) {
            state.choice = choice;
            view->setChoice(choice);
        });
        QObject::connect(view, &QuestionView::struckChanged, view, [this](const QStringList &struck) {
            state.struck = struck;
            view->setStruck(struck);
        });
        QObject::connect(view, &QuestionView::highlightToggled, view, [this](const Highlight &highlight) {
            state.highlights = withHighlight(state.highlights, highlight);
            view->setHighlights(state.highlights);
        });
        QObject::connect(view, &QuestionView::noteChanged, view, [this](int position, const QString &note) {
            notes << QStringLiteral("%1 %2").arg(position).arg(note);
            state.note = note;
            view->setNote(note);
        });
        QObject::connect(view, &QuestionView::endReached, view, [this] { ++ends; });
        window->resize(width, height);
        window->show();
        QApplication::setActiveWindow(window.get());
        next->setFocus();
        settle();
        return true;
    }
    void show(const Item &item, int position = 0)
    {
        view->setQuestion(position, item, order, state);
        settle();
    }
    static void settle()
    {
        for (int round = 0; round < 3; ++round)
            QCoreApplication::processEvents();
    }
    OptionRow *row(int index) const { return view->options()->row(index); }
    template<typename T = QAbstractButton>
    T *find(const char *name) const
    {
        return view->findChild<T *>(QLatin1String(name));
    }
    QAbstractButton *named(const QString &name) const
    {
        const auto buttons = view->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->accessibleName() == name && button->isVisible())
                return button;
        }
        return nullptr;
    }
    SafeText *stem() const { return view->findChildren<SafeText *>().constFirst(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = window->focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }
    static QAccessibleInterface *accessible(QWidget *widget) { return QAccessible::queryAccessibleInterface(widget); }
};

} // namespace

class QuestionViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneAnswerIsARadioGroup()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        QCOMPARE(bench.find<TextLabel>("task")->text(), QStringLiteral("Choose one answer"));
        QCOMPARE(bench.accessible(bench.row(0))->role(), QAccessible::RadioButton);
        QTest::mouseClick(bench.row(0), Qt::LeftButton);
        QTest::mouseClick(bench.row(2), Qt::LeftButton);
        QCOMPARE(bench.state.choice, QStringList{QStringLiteral("a")});
        QVERIFY(!bench.row(0)->isChecked());
    }

    void twoAnswersAreCheckBoxes()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        bench.show(makeItem(ItemType::Multiple));
        QCOMPARE(bench.find<TextLabel>("task")->text(), QStringLiteral("Choose two answers"));
        for (int index = 0; index < 4; ++index)
            QCOMPARE(bench.accessible(bench.row(index))->role(), QAccessible::CheckBox);
        QTest::mouseClick(bench.row(0), Qt::LeftButton);
        QTest::mouseClick(bench.row(3), Qt::LeftButton);
        QCOMPARE(bench.state.choice, (QStringList{QStringLiteral("c"), QStringLiteral("d")}));
        QVERIFY(bool(bench.accessible(bench.row(3))->state().checked));
        QVERIFY(bench.said.isEmpty());
        QTest::mouseClick(bench.row(1), Qt::LeftButton);
        QVERIFY(!bench.row(1)->isChecked());
        QCOMPARE(bench.state.choice.size(), 2);
        QCOMPARE(bench.said, QStringList{QStringLiteral("Two are chosen already: clear one first")});
        QTest::mouseClick(bench.row(0), Qt::LeftButton);
        QTest::mouseClick(bench.row(1), Qt::LeftButton);
        QCOMPARE(bench.state.choice, (QStringList{QStringLiteral("b"), QStringLiteral("d")}));
        bench.state = {};
        bench.show(makeItem());
        QCOMPARE(bench.accessible(bench.row(0))->role(), QAccessible::RadioButton);
        QCOMPARE(bench.view->options()->chosen(), -1);
    }

    void optionsAreStruckOutByButtonAndByKey()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        QAbstractButton *button = bench.named(QStringLiteral("Strike out B"));
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(bench.state.struck, QStringList{QStringLiteral("b")});
        QCOMPARE(button->accessibleName(), QStringLiteral("Restore B"));
        QVERIFY(button->isChecked());
        QCOMPARE(
            bench.accessible(bench.row(1))->text(QAccessible::Name), QStringLiteral("B, struck out, Option text of b"));
        bench.key(Qt::Key_D, Qt::ShiftModifier);
        bench.key(Qt::Key_1, Qt::ShiftModifier);
        QCOMPARE(bench.state.struck, (QStringList{QStringLiteral("b"), QStringLiteral("d"), QStringLiteral("c")}));
        bench.row(3)->setFocus();
        bench.key(Qt::Key_X);
        QCOMPARE(bench.state.struck, (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(bench.said.constLast(), QStringLiteral("D restored"));
        QVERIFY(bench.state.choice.isEmpty());

        QTest::mouseClick(bench.row(1), Qt::LeftButton); // choosing restores
        QCOMPARE(bench.state.choice, QStringList{QStringLiteral("b")});
        QCOMPARE(bench.state.struck, QStringList{QStringLiteral("c")});
        bench.key(Qt::Key_B, Qt::ShiftModifier); // the answer itself is not struck out
        QCOMPARE(bench.state.struck, QStringList{QStringLiteral("c")});
        QCOMPARE(bench.said.constLast(), QStringLiteral("B is your answer: choose another or clear it first"));
        QVERIFY(!button->isChecked());
        bench.next->setFocus();
        bench.key(Qt::Key_X);
        QVERIFY(bench.said.constLast().startsWith(QStringLiteral("Go to an option")));
    }

    void studyShowsKeysAndRationales()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem(ItemType::Multiple));
        QTest::mouseClick(bench.row(1), Qt::LeftButton);
        QVERIFY(!bench.find<TextLabel>("share")->isVisible());
        bench.view->setRevealed(true);
        QCOMPARE(bench.find<TextLabel>("share")->text(), QStringLiteral("1 of 2, nothing wrong chosen"));
        QCOMPARE(bench.row(3)->verdict(), Verdict::Right);
        QCOMPARE(bench.row(0)->verdict(), Verdict::None);
        QVERIFY(bench.row(1)->accessibleName().startsWith(QStringLiteral("B, Key, ")));
        const auto rationales = bench.view->findChildren<SafeText *>(QStringLiteral("rationale"));
        QCOMPARE(rationales.size(), 4);
        QCOMPARE(rationales.at(0)->toPlainText(), QStringLiteral("Because of c")); // that of the option, not of "A"
        QVERIFY(rationales.at(0)->isVisible());
        QTest::mouseClick(bench.row(0), Qt::LeftButton);
        QCOMPARE(bench.state.choice, QStringList{QStringLiteral("b")});
        QVERIFY(bench.said.constLast().startsWith(QStringLiteral("The key is shown")));
        bench.key(Qt::Key_A, Qt::ShiftModifier);
        QVERIFY(bench.state.struck.isEmpty());

        bench.state = {};
        bench.state.choice = {QStringLiteral("c"), QStringLiteral("d")};
        bench.state.revealed = true;
        bench.show(makeItem(ItemType::Multiple));
        QCOMPARE(bench.find<TextLabel>("share")->text(), QStringLiteral("1 of 2, and 1 wrong chosen"));
        QCOMPARE(bench.row(0)->verdict(), Verdict::Wrong);
        bench.state.choice = {QStringLiteral("b"), QStringLiteral("d")};
        bench.show(makeItem(ItemType::Multiple));
        QCOMPARE(bench.find<TextLabel>("share")->text(), QStringLiteral("Right"));
        bench.state = {};
        bench.show(makeItem(ItemType::Multiple));
        QVERIFY(!bench.find<TextLabel>("share")->isVisible());
        QVERIFY(bench.view->findChildren<SafeText *>(QStringLiteral("rationale")).isEmpty());
        QCOMPARE(bench.row(0)->verdict(), Verdict::None);
    }

    void oneZoomForAllText()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        auto *code = bench.view->findChild<CodeView *>();
        const double stem = bench.stem()->font().pointSizeF();
        const int option = bench.row(0)->textLeft();
        bench.key(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(code->zoom(), 125);
        QCOMPARE(bench.stem()->font().pointSizeF(), stem * 1.25);
        QVERIFY(bench.row(0)->textLeft() > option);
        QCOMPARE(bench.workspace->settings().value(Setting::CodeZoom).toInt(), 125);
        bench.stem()->setFocus();
        bench.key(Qt::Key_Equal, Qt::ControlModifier);
        QCOMPARE(code->zoom(), 150);
        code->text()->setFocus();
        bench.key(Qt::Key_Plus, Qt::ControlModifier); // once: the code has no such keys of its own here
        QCOMPARE(code->zoom(), 175);
        QTest::mouseClick(bench.named(QStringLiteral("Smaller text")), Qt::LeftButton);
        bench.key(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(bench.stem()->font().pointSizeF(), stem * 1.25);
        bench.show(makeItem(ItemType::Single, 0)); // without code the heading has the buttons
        QTest::mouseClick(bench.named(QStringLiteral("Larger text")), Qt::LeftButton);
        QCOMPARE(bench.stem()->font().pointSizeF(), stem * 1.5);
        for (int step = 0; step < 10; ++step)
            bench.key(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(code->zoom(), 300);
        QVERIFY(!bench.named(QStringLiteral("Larger text"))->isEnabled());
        bench.key(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(bench.stem()->font().pointSizeF(), stem);
        QCOMPARE(bench.workspace->settings().value(Setting::CodeZoom).toInt(), 100);
        QCOMPARE(bench.said.constLast(), QStringLiteral("Text at %1").arg(bench.find<TextLabel>("zoom")->text()));
    }

    void optionsAreReachedAtEverySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("zoom");
        for (const QSize size : {QSize(1280, 800), QSize(480, 320), QSize(700, 240)}) {
            for (const int zoom : {100, 200, 300})
                QTest::addRow("%dx%d at %d", size.width(), size.height(), zoom) << size << zoom;
        }
    }
    void optionsAreReachedAtEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(int, zoom);
        QuestionBench bench;
        QVERIFY(bench.open(size.width(), size.height()));
        QVERIFY(bench.workspace->settings().set(Setting::CodeZoom, zoom));
        Item item = makeItem(ItemType::Single, 25);
        item.options[2].text = QStringLiteral("DELTA_MULTIPLE_SOURCE_ROW_MATCHING_TARGET_ROW_IN_MERGE").repeated(3);
        bench.show(item);
        QVERIFY(bench.window->width() <= size.width());
        for (int step = 0; step < 60 && bench.view->revealLastOption(); ++step)
            bench.settle();
        QVERIFY(bench.view->endInView());
        QVERIFY(bench.view->widget()->width() <= bench.view->viewport()->width());
        QCOMPARE(bench.view->horizontalScrollBar()->maximum(), 0);
        for (int index = 0; index < 4; ++index) {
            const OptionRow *row = bench.row(index);
            QVERIFY(row->height() >= row->heightForWidth(row->width()));
            const QRect place(row->mapTo(bench.view->widget(), QPoint()), row->size());
            QVERIFY(place.left() >= 0 && place.right() <= bench.view->viewport()->width());
        }
    }

    void theEndIsToldOnce()
    {
        QuestionBench bench;
        QVERIFY(bench.open(1000, 300));
        bench.show(makeItem(ItemType::Single, 30));
        QVERIFY(!bench.view->endInView());
        QVERIFY(!bench.view->endSeen());
        QCOMPARE(bench.ends, 0);
        bench.view->verticalScrollBar()->setValue(bench.view->verticalScrollBar()->maximum());
        QVERIFY(bench.view->endInView());
        QCOMPARE(bench.ends, 1);
        bench.view->verticalScrollBar()->setValue(0);
        bench.view->verticalScrollBar()->setValue(bench.view->verticalScrollBar()->maximum());
        QCOMPARE(bench.ends, 1);
        bench.view->verticalScrollBar()->setValue(0);
        QVERIFY(bench.view->endSeen());
        bench.window->resize(1000, 900);
        bench.show(makeItem(ItemType::Single, 2), 1); // all of it fits
        QVERIFY(bench.view->endInView());
        QCOMPARE(bench.ends, 2);
        bench.show(makeItem(ItemType::Single, 60), 2);
        QVERIFY(!bench.view->endSeen());
        const int before = bench.view->verticalScrollBar()->value();
        bench.key(Qt::Key_PageDown);
        QVERIFY(bench.view->verticalScrollBar()->value() > before);
    }

    void selectionsAreHighlighted()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        QTextEdit *stem = bench.stem();
        QTextCursor cursor = stem->textCursor();
        cursor.setPosition(2);
        cursor.setPosition(5, QTextCursor::KeepAnchor);
        stem->setTextCursor(cursor);
        QTest::mouseClick(bench.find("highlight"), Qt::LeftButton);
        QCOMPARE(bench.state.highlights, (QList<Highlight>{{Highlight::Part::Stem, 2, 5}}));
        QVERIFY(!bench.find("highlight")->isChecked());
        QCOMPARE(bench.said.constLast(), QStringLiteral("Marked: job"));
        QCOMPARE(stem->accessibleDescription(), QStringLiteral("Marked: “job”"));
        QCOMPARE(stem->extraSelections().size(), 1);
        QCOMPARE(stem->extraSelections().constFirst().format.background().color(), bench.theme.tokens().marked);
        QVERIFY(!stem->textCursor().hasSelection());
        stem->setTextCursor(cursor);
        bench.key(Qt::Key_H); // all of it is marked: unmarked
        QVERIFY(bench.state.highlights.isEmpty());
        QVERIFY(stem->extraSelections().isEmpty());
        QVERIFY(stem->accessibleDescription().isEmpty());
        QCOMPARE(bench.said.constLast(), QStringLiteral("No longer marked: job"));
    }

    void theKeyboardHighlightsToo()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        bench.key(Qt::Key_H);
        QVERIFY(bench.state.highlights.isEmpty());
        QVERIFY(bench.said.constLast().startsWith(QStringLiteral("Select what to highlight")));

        bench.stem()->setFocus(Qt::TabFocusReason);
        for (int step = 0; step < 45; ++step)
            bench.key(Qt::Key_Right);
        bench.key(Qt::Key_H);
        QCOMPARE(bench.said.constLast(), QStringLiteral("Marked: The last run failed."));
        bench.key(Qt::Key_Home, Qt::ControlModifier);
        bench.key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(bench.stem()->textCursor().hasSelection());
        bench.key(Qt::Key_H);
        QCOMPARE(bench.said.constLast(), QStringLiteral("Marked: A"));
        QCOMPARE(bench.state.highlights.size(), 2);

        QTextEdit *code = bench.view->findChild<CodeView *>()->text();
        code->setFocus(Qt::TabFocusReason);
        bench.key(Qt::Key_Down);
        bench.key(Qt::Key_H);
        QCOMPARE(bench.said.constLast(), QStringLiteral("Marked: frame_1 = spark.table(\"bronze.events\") # step 1"));
        QCOMPARE(code->extraSelections().size(), 1);
        QCOMPARE(bench.state.highlights.constLast().part, Highlight::Part::Code);
        bench.show(makeItem(), 0); // as stored
        QCOMPARE(bench.stem()->extraSelections().size(), 2);
        bench.state = {};
        bench.show(makeItem(), 1);
        QVERIFY(bench.stem()->extraSelections().isEmpty());
        QVERIFY(code->extraSelections().isEmpty());
    }

    void thePenMarksWhatTheMouseSelects()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        auto *pen = bench.find("highlight");
        QTest::mouseClick(pen, Qt::LeftButton);
        QVERIFY(pen->isChecked());
        QTest::mouseDClick(bench.stem()->viewport(), Qt::LeftButton, {}, QPoint(30, 10));
        QTest::mouseRelease(bench.stem()->viewport(), Qt::LeftButton, {}, QPoint(30, 10));
        bench.settle();
        QCOMPARE(bench.state.highlights, (QList<Highlight>{{Highlight::Part::Stem, 2, 5}}));
        QTest::mouseClick(pen, Qt::LeftButton);
        QVERIFY(!pen->isChecked());
    }

    void aNoteIsSavedWhileTypingAndWhenLeft()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        auto *button = bench.find("note");
        QCOMPARE(button->accessibleName(), QStringLiteral("Note"));
        bench.row(1)->setFocus();
        bench.key(Qt::Key_O);
        auto *edit = bench.view->findChild<QPlainTextEdit *>();
        QVERIFY(edit->hasFocus());
        QVERIFY(button->isChecked());
        QTest::keyClicks(edit, QStringLiteral("XaH ask")); // letters are letters here
        QVERIFY(bench.state.struck.isEmpty());
        QCOMPARE(button->accessibleName(), QStringLiteral("Note, written"));
        QVERIFY(bench.notes.isEmpty());
        auto *pause = edit->findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(pause && pause->isActive());
        QCOMPARE(pause->interval(), 600);
        QMetaObject::invokeMethod(pause, "timeout");
        QCOMPARE(bench.notes, QStringList{QStringLiteral("0 XaH ask")});
        QTest::keyClicks(edit, QStringLiteral("!"));
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QVERIFY(bench.row(1)->hasFocus());
        QVERIFY(!button->isChecked());
        QCOMPARE(bench.notes.constLast(), QStringLiteral("0 XaH ask!"));
        QCOMPARE(bench.notes.size(), 2);

        QTest::mouseClick(button, Qt::LeftButton);
        QTest::keyClicks(edit, QStringLiteral("?"));
        bench.state = {};
        bench.view->setQuestion(7, makeItem(), order, bench.state); // what was typed belongs to the one before
        QCOMPARE(bench.notes.constLast(), QStringLiteral("0 XaH ask!?"));
        bench.state = {};
        bench.show(makeItem(), 7);
        QCOMPARE(button->accessibleName(), QStringLiteral("Note"));
        QVERIFY(!edit->isVisible());
        bench.key(Qt::Key_O);
        edit->setPlainText(QString(longestNote + 5, u'n'));
        QCOMPARE(edit->toPlainText().size(), longestNote);
        bench.view->saveNote();
        QCOMPARE(bench.notes.constLast().size(), longestNote + 2);
    }

    void everyControlHasANameAndTheKeysAreListed()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        bench.view->setRevealed(true);
        const auto widgets = bench.view->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus)
                QVERIFY2(
                    !bench.accessible(widget)->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
        QCOMPARE(QuestionView::shortcuts().size(), 6);
        bench.view->showProblem(3, QStringLiteral("It is gone."));
        QVERIFY(bench.view->endSeen());
        QCOMPARE(bench.stem()->toPlainText(), QStringLiteral("It is gone."));
    }

    void nothingIsMadeAnewFromQuestionToQuestion()
    {
        QuestionBench bench;
        QVERIFY(bench.open());
        bench.show(makeItem());
        const QRect first(bench.row(0)->mapTo(bench.view, QPoint()), bench.row(0)->size());
        bench.show(makeItem(ItemType::Multiple));
        const auto before = bench.view->findChildren<QWidget *>();
        bench.view->setQuestion(1, makeItem(ItemType::Single, 6), order, PositionState());
        // Laid out before anything is painted: no turn of the event loop was needed.
        QCOMPARE(QRect(bench.row(0)->mapTo(bench.view, QPoint()), bench.row(0)->size()), first);
        bench.settle();
        QCOMPARE(QRect(bench.row(0)->mapTo(bench.view, QPoint()), bench.row(0)->size()), first);
        QCOMPARE(bench.view->findChildren<QWidget *>(), before);
    }
};

LECTERN_TEST_CLASS(QuestionViewTest)
#include "questionview_test.moc"
