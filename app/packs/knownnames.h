// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace lectern
{

class Fields;

/// Kinds of names that a question may not make up.
enum class NameKind {
    Setting,  ///< spark.sql.shuffle.partitions, delta.enableChangeDataFeed
    Function, ///< date_trunc, of any language
    Table,    ///< system.billing.usage
    Command,  ///< databricks bundle deploy
};
inline constexpr NameKind nameKinds[]{NameKind::Setting, NameKind::Function, NameKind::Table, NameKind::Command};

/// "settings", as names.yaml has it.
QString wordOf(NameKind kind);

/// The names that the documentation of the subject knows, from names.yaml, each with a page it was seen on.
class KnownNames
{
public:
    void add(NameKind kind, const QStringList &names);
    /// From here on a name of this kind that is not listed is a flaw.
    void setCovered(NameKind kind) { m_covered.insert(static_cast<int>(kind)); }
    bool covers(NameKind kind) const { return m_covered.contains(static_cast<int>(kind)); }
    bool contains(NameKind kind, const QString &name) const;

private:
    QHash<int, QSet<QString>> m_names;
    QSet<int> m_covered;
};

/// The names of a kind that a text uses, in its order, each once. `text` is code or a passage between backticks. Left
/// out: what the text itself defines, and the words and basic types of the languages.
QStringList namesIn(const QString &text, NameKind kind);

} // namespace lectern
