// SPDX-License-Identifier: GPL-3.0-or-later
// Time of moving from question to question in a form of 60 whose code has 25 lines, until it is painted, against plain
// labels and an unhighlighted text field that are given the same texts, in turns. Prints "move <us>" and "bare <us>".
#include "examdesk.h"
#include "generatedbank.h"
#include "item.h"
#include "questionview.h"
#include "settingsdesk.h"
#include "testworkspace.h"
#include "theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollArea>
#include <QTextEdit>
#include <QVBoxLayout>

#include <cstdio>

using namespace lectern;

namespace
{

constexpr int passes = 10;
constexpr QSize windowSize(1032, 690); // what a window of 1280 x 800 leaves for the question

/// The least that shows a question.
class Bare : public QScrollArea
{
public:
    Bare()
        : m_code(new QTextEdit)
    {
        auto *page = new QWidget;
        auto *column = new QVBoxLayout(page);
        const auto add = [this, column] {
            auto *label = new QLabel;
            label->setWordWrap(true);
            column->addWidget(label);
            m_labels << label;
        };
        add();
        m_code->setReadOnly(true);
        m_code->setMinimumHeight(25 * 20);
        column->addWidget(m_code);
        for (int label = 0; label < 5; ++label)
            add();
        column->addStretch();
        setWidget(page);
        setWidgetResizable(true);
    }

    void setQuestion(const Item &item)
    {
        m_labels.at(0)->setText(item.stem);
        m_code->setPlainText(item.code.text);
        m_labels.at(1)->setText(item.question);
        for (int option = 0; option < 4; ++option)
            m_labels.at(2 + option)->setText(item.options.value(option).text);
    }

private:
    QList<QLabel *> m_labels;
    QTextEdit *m_code;
};

/// Until nothing waits to be laid out or painted.
template<typename Act>
qint64 timed(const Act &act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::processEvents();
    return timer.nsecsElapsed() / 1000;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc < 2)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    Environment environment;
    environment.packsFolder = folder + QStringLiteral("/packs");
    environment.backups = false;
    if (!test::writeGeneratedPack(environment.packsFolder + QStringLiteral("/bank"), {450, 1, 25}))
        return 1;
    auto opened = Workspace::open(folder + QStringLiteral("/move.lectern"), environment);
    if (!opened)
        return 1;
    ExamDesk &exam = (*opened)->exam();
    if (!exam.start(exam.defaultSetup()).ok() || exam.running()->size() != 60)
        return 1;
    QList<Item> items;
    for (int position = 0; position < 60; ++position) {
        const auto item = exam.item(position);
        if (!item.ok() || item->code.text.count(u'\n') < 24)
            return 1;
        items << *item;
    }

    const Theme theme;
    QuestionView view(theme, (*opened)->settings());
    Bare bare;
    for (QWidget *window : std::initializer_list<QWidget *>{&view, &bare}) {
        window->resize(windowSize);
        window->show();
    }
    const auto move = [&](int position) {
        const QStringList &order = exam.running()->setup().items.at(position).optionOrder;
        return timed([&] { view.setQuestion(position, items.at(position), order, PositionState()); });
    };
    // What is loaded once, before the first question, is no move.
    move(59);
    timed([&] { bare.setQuestion(items.at(59)); });
    for (int pass = 0; pass < passes; ++pass) {
        for (int step = 0; step < 60; ++step) {
            // Onward, back, and then to and fro by way of the grid.
            const int position = pass % 3 == 0 ? step : pass % 3 == 1 ? 59 - step : step * 37 % 60;
            std::printf("move %lld\n", move(position));
            std::printf("bare %lld\n", timed([&] { bare.setQuestion(items.at(position)); }));
        }
    }
    return 0;
}
