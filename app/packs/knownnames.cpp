// SPDX-License-Identifier: GPL-3.0-or-later
#include "knownnames.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern
{

namespace
{

// Word before a bracket that calls nothing.
const QSet<QString> &languageWords()
{
    static const QStringList words = QStringLiteral(
        "if in and or not is as on by for while return with lambda assert else elif yield del print range "
        "len str bytes int float bool list dict set tuple sorted sum min max any all isinstance super "
        "enumerate zip map filter open type getattr values into table over using exists between then "
        "when case end select from where group order partition cluster having join union all distinct "
        "decimal varchar char numeric array struct options tblproperties columns filter columns key "
        "references unique check default files within rows interval pivot unpivot")
                                         .split(u' ');
    static const QSet<QString> set(words.cbegin(), words.cend());
    return set;
}

const QRegularExpression &shapeOf(NameKind kind)
{
    // `spark` is the session as well: what is called on it is no setting, nor are its readers and writers.
    static const QRegularExpression setting(
        QStringLiteral("(?<![\\w.$])(?:spark\\.(?!read\\b|readStream\\b|table\\b|conf\\b|udf\\b|createDataFrame\\b|"
                       "range\\b|streams\\b|"
                       "catalog\\b|sparkContext\\b|sql\\b(?!\\.))|delta\\.(?!tables\\b)|pipelines\\.)[A-Za-z]\\w*(?:\\."
                       "\\w+)*\\b(?![\\w(/])"));
    static const QRegularExpression function(QStringLiteral("(?<![\\w`])([A-Za-z_]\\w*)\\("));
    static const QRegularExpression table(QStringLiteral("(?<![\\w.])system\\.[a-z_]+\\.[a-z_]+"));
    static const QRegularExpression command(
        QStringLiteral("(?<![\\w.-])databricks(?: [a-z][a-z-]+){1,2}(?![\\w./=:])"));
    switch (kind) {
    case NameKind::Setting:
        return setting;
    case NameKind::Function:
        return function;
    case NameKind::Table:
        return table;
    case NameKind::Command:
        break;
    }
    return command;
}

QSet<QString> definedIn(const QString &text)
{
    static const QRegularExpression definition(
        QStringLiteral("\\b(?:def|class|FUNCTION(?:\\s+IF NOT EXISTS)?|INTO|TABLE|VIEW|WITH|AS|CONSTRAINT)\\s+"
                       "(?!def\\b)(?:\\w+\\.)*(\\w+)|\\b(\\w+)\\s*=\\s*(?:lambda|udf)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QSet<QString> names;
    for (auto matches = definition.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        names.insert(match.captured(1).isEmpty() ? match.captured(2) : match.captured(1));
    }
    // What comes from a library of the scenario's own is nobody's documentation.
    static const QRegularExpression foreign(QStringLiteral(
        "\\bfrom\\s+(?!pyspark\\b|delta\\b|databricks\\b)[\\w.]+\\s+import\\s+(\\w+(?:\\s*,\\s*\\w+)*)"));
    static const QRegularExpression between(QStringLiteral("\\s*,\\s*"));
    for (auto matches = foreign.globalMatch(text); matches.hasNext();) {
        for (const QString &name : matches.next().captured(1).split(between))
            names.insert(name);
    }
    return names;
}

} // namespace

QString wordOf(NameKind kind)
{
    switch (kind) {
    case NameKind::Setting:
        return QStringLiteral("settings");
    case NameKind::Function:
        return QStringLiteral("functions");
    case NameKind::Table:
        return QStringLiteral("tables");
    case NameKind::Command:
        break;
    }
    return QStringLiteral("commands");
}

void KnownNames::add(NameKind kind, const QStringList &names)
{
    // SQL does not tell FIRST from first.
    for (const QString &name : names)
        m_names[static_cast<int>(kind)].insert(kind == NameKind::Function ? name.toLower() : name);
}

bool KnownNames::contains(NameKind kind, const QString &name) const
{
    const auto known = m_names.constFind(static_cast<int>(kind));
    if (known == m_names.cend())
        return false;
    if (kind == NameKind::Function)
        return known->contains(name.toLower());
    if (kind != NameKind::Command)
        return known->contains(name);
    // The last word may be an argument: databricks bundle run nightly.
    return known->contains(name) || known->contains(name.left(name.lastIndexOf(u' ')));
}

QStringList namesIn(const QString &text, NameKind kind)
{
    const QSet<QString> defined = kind == NameKind::Function ? definedIn(text) : QSet<QString>();
    QStringList names;
    for (auto matches = shapeOf(kind).globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString name = match.captured(kind == NameKind::Function ? 1 : 0);
        const bool own = kind == NameKind::Function &&
                         (defined.contains(name) || languageWords().contains(name.toLower()) || name.startsWith(u"__"));
        if (!own && !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace lectern
