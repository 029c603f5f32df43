// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificationreader.h"
#include "itemrules.h"
#include "knownnames.h"
#include "wording.h"

#include <QRegularExpression>

namespace lectern
{

namespace
{

struct Shape {
    NameKind kind;
    const char *pattern;
    const char *wanted;
};

constexpr Shape shapes[]{
    {NameKind::Setting, "[A-Za-z]\\w*(\\.\\w+)+", "a setting, words joined by dots"},
    {NameKind::Function, "[A-Za-z_]\\w*", "the name of a function, without what comes before it and brackets"},
    {NameKind::Table, "system\\.[a-z_]+\\.[a-z_]+", "a system table, system.schema.table"},
    {NameKind::Command, "[a-z]+( [a-z][a-z-]*)+", "a command in lower-case words, without arguments"},
};

std::optional<NameKind> kindFromWord(const QString &word)
{
    for (const NameKind kind : nameKinds) {
        if (wordOf(kind) == word)
            return kind;
    }
    return std::nullopt;
}

void readPage(Fields &fields, PackIndex &index)
{
    fields.text(QStringLiteral("title"), {3, 160});
    fields.url(QStringLiteral("url"), Presence::Required);
    index.pastDate(fields, QStringLiteral("checked_on"));
    for (const Shape &shape : shapes) {
        const QRegularExpression whole(QRegularExpression::anchoredPattern(QLatin1String(shape.pattern)));
        index.names.add(
            shape.kind, fields.texts(wordOf(shape.kind), whole, QString::fromLatin1(shape.wanted), Presence::Optional));
    }
    fields.refuseOthers();
}

// A made-up name may be a wrong option if its rationale says that it is made up.
bool saysInvented(const QString &rationale)
{
    static const QRegularExpression invented(
        QStringLiteral(
            "\\b(do(es)? not exist|is not (a|an) (\\w+ ){0,2}(setting|property|function|table|command|option|"
            "key)|no such|there is no|has no|exists in no|made up|invented)\\b|doesn't exist"),
        QRegularExpression::CaseInsensitiveOption);
    return invented.match(rationale).hasMatch();
}

class NameCheck
{
public:
    NameCheck(const KnownNames &names, const QString &whole)
        : m_names(names)
        , m_whole(whole)
    {
    }

    /// What the names in `text` that nobody knows are, as a sentence; empty: none, or told before.
    QString unknownIn(const QString &text)
    {
        QStringList unknown;
        for (const NameKind kind : nameKinds) {
            if (!m_names.covers(kind))
                continue;
            const QStringList all = namesIn(m_whole, kind); // knows what the whole text defines
            for (const QString &name : namesIn(text, kind)) {
                if (m_names.contains(kind, name) || m_told.contains(name) || !all.contains(name))
                    continue;
                m_told.append(name);
                unknown.append(name);
            }
        }
        if (unknown.isEmpty())
            return {};
        return QStringLiteral("names.yaml does not know %1. Add it with the page it stands on, or correct it.")
            .arg(unknown.join(QStringLiteral(", ")));
    }

private:
    const KnownNames &m_names;
    const QString &m_whole;
    QStringList m_told;
};

QString passagesOf(const QString &text)
{
    return codePassages(text).join(u'\n');
}

} // namespace

void readNames(Fields &fields, Certification &, PackIndex &index)
{
    const QString covered = QStringLiteral("covers");
    static const QRegularExpression kind(
        QRegularExpression::anchoredPattern(QStringLiteral("settings|functions|tables|commands")));
    const QStringList words =
        fields.texts(covered, kind, QStringLiteral("one of settings, functions, tables, commands"), Presence::Optional);
    for (const QString &word : words) {
        if (const auto found = kindFromWord(word))
            index.names.setCovered(*found);
    }
    for (Fields &page : fields.maps(QStringLiteral("pages")))
        readPage(page, index);
    fields.refuseOthers();
}

void inspectNames(const Item &item, Fields &fields, const KnownNames &names)
{
    // Plans and logs name operators in the same way as functions.
    const QString code = item.code.language == u"text" ? QString() : item.code.text;
    QString whole = code + u'\n' + passagesOf(item.stem) + u'\n' + passagesOf(item.question);
    for (const Option &option : item.options)
        whole += u'\n' + passagesOf(option.text);
    NameCheck check(names, whole);
    for (const auto &[field, text] :
        {std::pair(QStringLiteral("stem"), passagesOf(item.stem)), std::pair(QStringLiteral("code"), code),
            std::pair(QStringLiteral("question"), passagesOf(item.question))}) {
        if (const QString unknown = check.unknownIn(text); !unknown.isEmpty())
            fields.warning(ProblemKind::ItemFlaw, field, unknown);
    }
    for (qsizetype i = 0; i < item.options.size(); ++i) {
        const Option &option = item.options[i];
        if (!option.key && saysInvented(option.rationale))
            continue;
        if (const QString unknown = check.unknownIn(passagesOf(option.text)); !unknown.isEmpty())
            flaw(fields, i, u"text", unknown, Severity::Warning);
    }
}

} // namespace lectern
