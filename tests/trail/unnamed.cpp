// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

/// A window with two faults, a button without a name and a combo box without a label, among controls that have theirs.
/// The walk through the real window must find just these two.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QWidget window;
    window.setWindowTitle(QStringLiteral("Seeded"));
    auto *tools = new QWidget(&window);
    tools->setAccessibleName(QStringLiteral("Tools"));
    auto *save = new QPushButton(QStringLiteral("Save"), tools);
    auto *nameless = new QPushButton(tools);
    nameless->setIcon(QIcon::fromTheme(QStringLiteral("document-open")));
    auto *row = new QVBoxLayout(tools);
    row->addWidget(save);
    row->addWidget(nameless);

    auto *form = new QWidget(&window);
    form->setAccessibleName(QStringLiteral("Form"));
    auto *text = new QLineEdit(form);
    text->setAccessibleName(QStringLiteral("Subject"));
    auto *labelled = new QComboBox(form);
    auto *label = new QLabel(QStringLiteral("Kind"), form);
    label->setBuddy(labelled);
    auto *bare = new QComboBox(form);
    bare->setAccessibleName(QStringLiteral("Size")); // heard nowhere on Linux: a combo box is named after its value
    for (QComboBox *box : {labelled, bare})
        box->addItem(QStringLiteral("One"));
    auto *column = new QVBoxLayout(form);
    for (QWidget *widget : std::initializer_list<QWidget *>{text, label, labelled, bare})
        column->addWidget(widget);

    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(tools);
    layout->addWidget(form);
    window.show();
    return QApplication::exec();
}
