// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs.h"

#include <QStringList>
#include <functional>

class QDialog;

namespace lectern::test
{

/// Answers in place of a person; says what was asked.
class FakeDialogs : public Dialogs
{
public:
    QString openFile(QWidget *, const QString &title, const QString &) override
    {
        asked << title;
        return file;
    }
    QString saveFile(QWidget *, const QString &title, const QString &, const QString &) override
    {
        asked << title;
        return file;
    }
    bool confirm(QWidget *, const QString &question, const QString &, const QString &) override
    {
        asked << question;
        return yes;
    }
    bool run(QDialog &dialog) override { return onRun ? onRun(dialog) : yes; }
    bool openExternally(const QString &url) override
    {
        opened << url;
        return yes;
    }

    QStringList asked;
    QStringList opened;
    QString file;
    bool yes = true;
    std::function<bool(QDialog &)> onRun;
};

} // namespace lectern::test
