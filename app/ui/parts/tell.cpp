// SPDX-License-Identifier: GPL-3.0-or-later
#include "tell.h"

#include "dialogs.h"
#include "historydesk.h"
#include "messagebar.h"
#include "ui.h"

#include <QCoreApplication>
#include <QUrl>

namespace lectern
{

bool tellChange(Ui &ui, HistoryDesk &history, const Outcome &outcome, const QString &done)
{
    if (!outcome) {
        ui.messages.showError(outcome.error());
        return false;
    }
    ui.messages.showDone(done, [&ui, &history] {
        const Result<QString> undone = history.undo();
        if (!undone)
            ui.messages.showError(undone.error());
    });
    return true;
}

void offerLink(Ui &ui, const QString &url)
{
    const QUrl address(url, QUrl::StrictMode);
    const bool web = address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http");
    if (!address.isValid() || !web || address.host().isEmpty()) {
        ui.messages.showError(
            QCoreApplication::translate("lectern::tell", "This link is not a web address: %1").arg(url));
        return;
    }
    ui.messages.showInfo(QCoreApplication::translate("lectern::tell", "This link leads to %1.").arg(address.host()),
        QCoreApplication::translate("lectern::tell", "Open"), [&ui, url] { openOwn(ui, url); });
}

void openOwn(Ui &ui, const QString &target)
{
    if (!ui.dialogs.openExternally(target))
        ui.messages.showError(
            QCoreApplication::translate("lectern::tell", "No program could open %1. Open it by hand.").arg(target));
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace lectern
