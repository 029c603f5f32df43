// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs.h"

#include <QDesktopServices>
#include <QDialog>
#include <QFileDialog>
#include <QGridLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace lectern
{

namespace
{
constexpr int questionCharacters = 60;
} // namespace

QString DesktopDialogs::openFile(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString DesktopDialogs::saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, title, suggested, filter);
}

std::unique_ptr<QMessageBox> confirmation(
    QWidget *parent, const QString &question, const QString &detail, const QString &action)
{
    auto box = std::make_unique<QMessageBox>(parent);
    box->setWindowTitle(action);
    box->setTextFormat(Qt::PlainText);
    box->setText(question);
    box->setInformativeText(detail);
    box->addButton(action, QMessageBox::AcceptRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    cancel->setIcon(QIcon());
    // By itself the box is as narrow as the question, and its detail a column of single words.
    if (auto *grid = qobject_cast<QGridLayout *>(box->layout())) {
        const int width = box->fontMetrics().averageCharWidth() * questionCharacters;
        grid->addItem(new QSpacerItem(width, 0), grid->rowCount(), 0, 1, grid->columnCount());
    }
    return box;
}

bool DesktopDialogs::confirm(QWidget *parent, const QString &question, const QString &detail, const QString &action)
{
    const auto box = confirmation(parent, question, detail, action);
    box->exec();
    return box->buttonRole(box->clickedButton()) == QMessageBox::AcceptRole;
}

bool DesktopDialogs::run(QDialog &dialog)
{
    return dialog.exec() == QDialog::Accepted;
}

bool DesktopDialogs::openExternally(const QString &url)
{
    const QUrl target = QUrl::fromUserInput(url);
    // Other schemes would let a content pack start any program that registered one.
    const bool known =
        target.scheme() == QLatin1String("https") || target.scheme() == QLatin1String("http") || target.isLocalFile();
    return known && QDesktopServices::openUrl(target);
}

} // namespace lectern
