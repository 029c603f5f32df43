// SPDX-License-Identifier: GPL-3.0-or-later
#include "codesyntax.h"
#include "itemrules.h"

#include <QRegularExpression>

namespace lectern
{

void inspectCode(const Item &item, Fields &fields)
{
    if (item.code.text.isEmpty())
        return;
    static const QRegularExpression placeholder(QStringLiteral("\\b(TODO|TBD|FIXME)\\b"));
    if (const auto match = placeholder.match(item.code.text); match.hasMatch())
        fields.error(ProblemKind::ItemFlaw, QStringLiteral("code"),
            QStringLiteral("%1 stands for text that is still to come.").arg(quoted(match.captured())));
    if (const auto fault = syntaxFault(item.code.language, item.code.text))
        fields.error(ProblemKind::ItemFlaw, QStringLiteral("code"),
            QStringLiteral("Line %1 of the code is no %2: %3.")
                .arg(QString::number(fault->line), item.code.language, fault->detail));
}

} // namespace lectern
