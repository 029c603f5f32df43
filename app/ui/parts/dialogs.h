// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <memory>

class QDialog;
class QMessageBox;
class QWidget;

namespace lectern
{

/// The seam for whatever stops and asks, so that tests can answer. Pages never call QFileDialog or exec() themselves.
class Dialogs
{
public:
    virtual ~Dialogs() = default;
    virtual QString openFile(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual QString saveFile(
        QWidget *parent, const QString &title, const QString &suggested, const QString &filter) = 0;
    /// True if the person chose the button named by the verb `action`.
    virtual bool confirm(QWidget *parent, const QString &question, const QString &detail, const QString &action) = 0;
    /// Shows a modal dialog; true if it was accepted.
    virtual bool run(QDialog &dialog) = 0;
    /// Opens a web address or file with the desktop's program; returns false if there is none.
    virtual bool openExternally(const QString &url) = 0;
};

/// The dialogs of the running program.
class DesktopDialogs : public Dialogs
{
public:
    QString openFile(QWidget *parent, const QString &title, const QString &filter) override;
    QString saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter) override;
    bool confirm(QWidget *parent, const QString &question, const QString &detail, const QString &action) override;
    bool run(QDialog &dialog) override;
    bool openExternally(const QString &url) override;
};

/// The question that DesktopDialogs::confirm() asks; its first button carries the verb `action`.
std::unique_ptr<QMessageBox> confirmation(
    QWidget *parent, const QString &question, const QString &detail, const QString &action);

} // namespace lectern
