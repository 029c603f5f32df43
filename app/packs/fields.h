// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "yamltree.h"

#include <QDate>
#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace lectern
{

bool isSlug(const QString &text);
/// In quotation marks, shortened where it is long, for a problem's sentence.
QString quoted(const QString &text);

enum class Presence { Required, Optional };

/// How long a text may be, in characters.
struct Length {
    int least = 1;
    int most = 0; ///< 0: any length
};

/// Reads a map of a content file key by key. Whatever is missing, of the wrong type or out of range goes into the log
/// with its place, and the caller gets an empty value and goes on, so that all problems of a file are found in one run.
/// After the last key, refuseOthers() says which keys nobody asked for.
class Fields
{
public:
    /// Nothing, and a word in the log, where the node is no map. The node and the log must outlive the reader.
    static std::optional<Fields> of(const YamlNode &node, const QString &path, ProblemLog &log);

    QString text(const QString &key, Length length, Presence presence = Presence::Required);
    /// A lower-case slug of at most 80 characters.
    QString slug(const QString &key);
    QString url(const QString &key, Presence presence);
    /// A quoted day, "2026-11-22", from 2000 on. Invalid: not there, or reported.
    QDate date(const QString &key, Presence presence = Presence::Required);
    /// 0: missing or reported.
    int number(const QString &key, int least, int most);
    bool flag(const QString &key, Presence presence);
    QStringList slugs(const QString &key, Presence presence);
    /// A list of texts, none of them twice, each a match of the whole `shape`; `wanted` says what they have to be.
    QStringList texts(const QString &key, const QRegularExpression &shape, const QString &wanted, Presence presence);
    /// The maps of a list of at least one.
    QList<Fields> maps(const QString &key, Presence presence = Presence::Required);
    std::optional<Fields> map(const QString &key, Presence presence = Presence::Required);
    /// The values of a list of exactly `count` whole numbers; empty: reported.
    QList<int> numbers(const QString &key, int count, int least, int most);

    /// One of a set of words; `choices` names them for the message.
    template<typename T>
    T word(const QString &key, std::optional<T> (*fromWord)(QStringView), const QString &choices)
    {
        const QString value = text(key, {});
        if (value.isEmpty())
            return T{};
        if (const auto found = fromWord(value))
            return *found;
        error(ProblemKind::BadValue, key, QStringLiteral("%1 is not one of %2.").arg(quoted(value), choices));
        return T{};
    }

    /// Reports a value that was read already and is not one of `words`. Says nothing of an empty one.
    void checkWord(const QString &key, const QString &value, const QStringList &words) const;

    bool has(const QString &key) const { return m_node->value(key) != nullptr; }
    /// Reports the keys that were never asked for.
    void refuseOthers();

    QString path() const { return m_path; }
    QString path(const QString &key) const;
    FilePlace place() const { return m_node->place; }
    FilePlace place(const QString &key) const;
    /// Of `key` in the entry `index` of `list`, or of what is nearest to it.
    FilePlace place(const QString &list, qsizetype index, const QString &key) const;
    ProblemLog &log() const { return *m_log; }

    void error(ProblemKind kind, const QString &key, const QString &detail) const;
    void warning(ProblemKind kind, const QString &key, const QString &detail) const;

private:
    Fields(const YamlNode &node, QString path, ProblemLog &log);

    const YamlNode *find(const QString &key, Presence presence);
    const YamlNode *findList(const QString &key, Presence presence);
    /// The texts of a list that `fits`; `misfit` makes the sentence for the others.
    QStringList list(const QString &key, Presence presence, const std::function<bool(const QString &)> &fits,
        const std::function<QString(const QString &)> &misfit);
    std::optional<QString> scalarText(const YamlNode &node, const QString &path);
    std::optional<int> wholeNumber(const YamlNode &node, const QString &path, int least, int most);

    const YamlNode *m_node;
    QString m_path;
    ProblemLog *m_log;
    QStringList m_known;
};

} // namespace lectern
