// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern
{

struct Tokens;

/// Fills a style sheet's placeholders: `@accent@` becomes the token's colour, `@px(8)@` eight pixels times `scale`.
/// An unknown placeholder stays as it is, where Qt then warns of it.
QString fillStyleSheet(const QString &source, const Tokens &tokens, double scale);

} // namespace lectern
