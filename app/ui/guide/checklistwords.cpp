// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklistwords.h"

#include "timeformats.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace lectern
{

namespace
{
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChecklistWords)
};
} // namespace

QString checklist::state(CheckState state)
{
    switch (state) {
    case CheckState::InProgress:
        return Words::tr("In progress");
    case CheckState::Done:
        return Words::tr("Done");
    case CheckState::Open:
        break;
    }
    return Words::tr("Open");
}

QString checklist::progress(int done, int total, int stale)
{
    const QLocale locale;
    const QString counted = Words::tr("%1 of %2 done").arg(locale.toString(done), locale.toString(total));
    return stale == 0 ? counted : Words::tr("%1, %2 stale").arg(counted, locale.toString(stale));
}

QString checklist::stale(QDate shown)
{
    return Words::tr("Shown on %1, more than 8 weeks ago: show it again")
        .arg(QLocale().toString(shown, dateEntryFormat()));
}

QString checklist::notForTheOdds()
{
    return Words::tr("Checklists never enter the odds.");
}

QStringList checklist::shortcuts()
{
    return {QStringLiteral("Up, Down\t%1").arg(Words::tr("Previous or next item of the checklists")),
        QStringLiteral("Space\t%1").arg(Words::tr("Next state of the item: open, in progress, done")),
        QStringLiteral("D\t%1").arg(Words::tr("Date of the item's proof")),
        QStringLiteral("E\t%1").arg(Words::tr("Evidence of the item")),
        QStringLiteral("N\t%1").arg(Words::tr("Note on the item")),
        QStringLiteral("R\t%1").arg(Words::tr("A stale skill was shown again today"))};
}

} // namespace lectern
