// SPDX-License-Identifier: GPL-3.0-or-later
#include "detailkeys.h"

#include "reportdetail.h"
#include "workup.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QShortcut>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DetailKeys)
};

} // namespace

void addDetailKeys(QWidget *page, const std::function<ReportDetail *()> &open)
{
    const auto inDetail = [&](Qt::Key key, const std::function<void(ReportDetail &)> &act) {
        auto *shortcut = new QShortcut(key, page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, page, [open, act] {
            if (ReportDetail *detail = open())
                act(*detail);
        });
    };
    const auto inWorkup = [&](Qt::Key key, const std::function<void(Workup &)> &act) {
        inDetail(key, [act](ReportDetail &detail) {
            if (detail.workup())
                act(*detail.workup());
        });
    };
    for (int i = 0; i < Workup::errors().size(); ++i)
        inWorkup(Qt::Key(Qt::Key_1 + i), [i](Workup &workup) { workup.choose(Workup::errors().at(i)); });
    inWorkup(Qt::Key_R, [](Workup &workup) { workup.editRule(); });
    inWorkup(Qt::Key_Q, [](Workup &workup) { workup.toggleSibling(); });
    inDetail(Qt::Key_I, [](ReportDetail &detail) { detail.aboutButton()->click(); });
    inDetail(Qt::Key_D, [](ReportDetail &detail) { detail.disputeButton()->click(); });
    inDetail(Qt::Key_W, [](ReportDetail &detail) {
        if (detail.withdrawButton()->isVisible())
            detail.withdrawButton()->click();
    });
}

QStringList detailShortcuts()
{
    return {
        Words::tr("1…6") + u'\t' + Words::tr("Say why the open question went wrong, in a report or the error book"),
        Words::tr("R") + u'\t' + Words::tr("Write your own rule for the open question"),
        Words::tr("Q") + u'\t' + Words::tr("Queue a sibling of the open question"),
        Words::tr("I") + u'\t' + Words::tr("Show what is known of the open question"),
        Words::tr("D") + u'\t' + Words::tr("Dispute the open question"),
        Words::tr("W") + u'\t' + Words::tr("Withdraw the dispute of the open question"),
    };
}

} // namespace lectern
