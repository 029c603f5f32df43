// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace lectern
{

struct Tokens;

/// Fills a style sheet's placeholders: `@accent@` becomes the token's colour, `@px(8)@` eight pixels times `scale`.
/// An unknown placeholder stays as it is, where Qt then warns of it.
QString fillStyleSheet(const QString &source, const Tokens &tokens, double scale);

/// For the constructor of a widget that no rule applies to, before anyone else knows of it: has the style sheet forget
/// what it keeps of the widget because Qt's own constructor asked it for a measure, 7 KB.
void forgetInStyleSheet(QWidget &made);

} // namespace lectern
