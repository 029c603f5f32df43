// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace lectern
{

namespace
{

// What a YAML reader, of version 1.1 or 1.2, takes for something else than text when it stands without quotes.
bool readsAsOtherThanText(const QString &plain)
{
    static const QRegularExpression other(QRegularExpression::anchoredPattern(
        QStringLiteral("~|null|Null|NULL|true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF"
                       "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?|[-+]?\\.[0-9][0-9_]*([eE][-+]"
                       "[0-9]+)?|[-+]?0[xob][0-9a-fA-F_]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
                       "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?")));
    return other.match(plain).hasMatch();
}

QString nameOf(const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return QStringLiteral("nothing");
    case YamlNode::Kind::List:
        return QStringLiteral("a list");
    case YamlNode::Kind::Map:
        return QStringLiteral("a map");
    case YamlNode::Kind::Plain:
    case YamlNode::Kind::Quoted:
        break;
    }
    return quoted(node.text);
}

QString wanted(const QString &what, const YamlNode &node)
{
    return QStringLiteral("Here stands %1 and not %2.").arg(nameOf(node), what);
}

QString notASlug(const QString &text)
{
    return quoted(text) +
           QStringLiteral(" is not an id. Use lower-case letters and digits, joined by single hyphens or dots.");
}

QString itemPath(const QString &path, size_t index)
{
    return path + u'[' + QString::number(index) + u']';
}

qsizetype characters(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

} // namespace

QString quoted(const QString &text)
{
    constexpr qsizetype shown = 60;
    return u'"' + (text.size() > shown ? text.left(shown) + QStringLiteral("…") : text) + u'"';
}

bool isSlug(const QString &text)
{
    static const QRegularExpression slug(
        QRegularExpression::anchoredPattern(QStringLiteral("[a-z0-9]+([-.][a-z0-9]+)*")));
    return text.size() <= 80 && slug.match(text).hasMatch();
}

Fields::Fields(const YamlNode &node, QString path, ProblemLog &log)
    : m_node(&node)
    , m_path(std::move(path))
    , m_log(&log)
{
}

std::optional<Fields> Fields::of(const YamlNode &node, const QString &path, ProblemLog &log)
{
    if (node.kind == YamlNode::Kind::Map)
        return Fields(node, path, log);
    log.error(ProblemKind::WrongType, node.place, path, wanted(QStringLiteral("a map of keys"), node));
    return std::nullopt;
}

QString Fields::path(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

FilePlace Fields::place(const QString &key) const
{
    const YamlNode *value = m_node->value(key);
    return value ? value->place : m_node->place;
}

FilePlace Fields::place(const QString &list, qsizetype index, const QString &key) const
{
    const YamlNode *entries = m_node->value(list);
    if (!entries || static_cast<size_t>(index) >= entries->nodes.size())
        return place(list);
    const YamlNode &entry = entries->nodes[static_cast<size_t>(index)];
    const YamlNode *value = entry.value(key);
    return value ? value->place : entry.place;
}

void Fields::error(ProblemKind kind, const QString &key, const QString &detail) const
{
    m_log->error(kind, place(key), path(key), detail);
}

void Fields::warning(ProblemKind kind, const QString &key, const QString &detail) const
{
    m_log->warning(kind, place(key), path(key), detail);
}

QString Fields::text(const QString &key, Length length, Presence presence)
{
    const YamlNode *node = find(key, presence);
    if (!node)
        return {};
    const auto value = scalarText(*node, path(key));
    if (!value)
        return {};
    const qsizetype count = characters(*value);
    if (value->trimmed().isEmpty()) {
        error(ProblemKind::BadValue, key, QStringLiteral("The text is empty."));
    } else if (count < length.least) {
        error(ProblemKind::BadValue, key,
            QStringLiteral("The text has %1 characters and needs at least %2.").arg(count).arg(length.least));
    } else if (length.most > 0 && count > length.most) {
        error(ProblemKind::BadValue, key,
            QStringLiteral("The text has %1 characters and may have at most %2.").arg(count).arg(length.most));
    }
    return *value;
}

QString Fields::slug(const QString &key)
{
    const QString value = text(key, {});
    if (value.isEmpty() || isSlug(value))
        return value;
    error(ProblemKind::BadValue, key, notASlug(value));
    return {};
}

QString Fields::url(const QString &key, Presence presence)
{
    const QString value = text(key, {}, presence);
    if (value.isEmpty())
        return {};
    static const QRegularExpression address(QRegularExpression::anchoredPattern(QStringLiteral("https://[^\\s]+")));
    const QUrl parsed(value, QUrl::StrictMode);
    if (address.match(value).hasMatch() && parsed.isValid() && !parsed.host().isEmpty())
        return value;
    error(ProblemKind::BadValue, key, quoted(value) + QStringLiteral(" is not an address that starts with https://."));
    return {};
}

QDate Fields::date(const QString &key, Presence presence)
{
    const QString value = text(key, {}, presence);
    if (value.isEmpty())
        return {};
    static const QRegularExpression day(
        QRegularExpression::anchoredPattern(QStringLiteral("20[0-9]{2}-[0-9]{2}-[0-9]{2}")));
    const QDate parsed = day.match(value).hasMatch() ? QDate::fromString(value, Qt::ISODate) : QDate();
    if (!parsed.isValid())
        error(ProblemKind::BadValue, key, quoted(value) + QStringLiteral(" is not a day. Write it as \"2026-11-22\"."));
    return parsed;
}

int Fields::number(const QString &key, int least, int most)
{
    const YamlNode *node = find(key, Presence::Required);
    return node ? wholeNumber(*node, path(key), least, most).value_or(0) : 0;
}

bool Fields::flag(const QString &key, Presence presence)
{
    const YamlNode *node = find(key, presence);
    if (!node)
        return false;
    if (node->kind == YamlNode::Kind::Plain && (node->text == u"true" || node->text == u"false"))
        return node->text == u"true";
    m_log->error(ProblemKind::WrongType, node->place, path(key), wanted(QStringLiteral("true or false"), *node));
    return false;
}

QStringList Fields::slugs(const QString &key, Presence presence)
{
    return list(key, presence, isSlug, notASlug);
}

QStringList Fields::texts(const QString &key, const QRegularExpression &shape, const QString &wanted, Presence presence)
{
    return list(
        key, presence, [&](const QString &text) { return shape.match(text).hasMatch(); },
        [&](const QString &text) { return QStringLiteral("%1 is not %2.").arg(quoted(text), wanted); });
}

QStringList Fields::list(const QString &key, Presence presence, const std::function<bool(const QString &)> &fits,
    const std::function<QString(const QString &)> &misfit)
{
    QStringList values;
    const YamlNode *list = findList(key, presence);
    for (size_t i = 0; list && i < list->nodes.size(); ++i) {
        const YamlNode &node = list->nodes[i];
        const QString at = itemPath(path(key), i);
        const auto value = scalarText(node, at);
        if (!value)
            continue;
        if (!fits(*value))
            m_log->error(ProblemKind::BadValue, node.place, at, misfit(*value));
        else if (values.contains(*value))
            m_log->error(ProblemKind::DuplicateId, node.place, at,
                quoted(*value) + QStringLiteral(" stands in this list already."));
        else
            values.append(*value);
    }
    return values;
}

QList<Fields> Fields::maps(const QString &key, Presence presence)
{
    QList<Fields> values;
    const YamlNode *list = findList(key, presence);
    if (list && list->nodes.empty())
        error(ProblemKind::BadValue, key, QStringLiteral("The list is empty and needs at least one entry."));
    for (size_t i = 0; list && i < list->nodes.size(); ++i) {
        if (const auto fields = of(list->nodes[i], itemPath(path(key), i), *m_log))
            values.append(*fields);
    }
    return values;
}

std::optional<Fields> Fields::map(const QString &key, Presence presence)
{
    const YamlNode *node = find(key, presence);
    return node ? of(*node, path(key), *m_log) : std::nullopt;
}

QList<int> Fields::numbers(const QString &key, int count, int least, int most)
{
    const YamlNode *list = findList(key, Presence::Required);
    if (!list)
        return {};
    QList<int> values;
    for (size_t i = 0; i < list->nodes.size(); ++i) {
        if (const auto value = wholeNumber(list->nodes[i], itemPath(path(key), i), least, most))
            values.append(*value);
    }
    if (list->nodes.size() == static_cast<size_t>(count))
        return values.size() == count ? values : QList<int>();
    error(ProblemKind::BadValue, key,
        QStringLiteral("The list has %1 numbers and needs %2.").arg(list->nodes.size()).arg(count));
    return {};
}

void Fields::checkWord(const QString &key, const QString &value, const QStringList &words) const
{
    if (!value.isEmpty() && !words.contains(value))
        error(ProblemKind::BadValue, key,
            QStringLiteral("%1 is not one of %2.").arg(quoted(value), words.join(QStringLiteral(", "))));
}

void Fields::refuseOthers()
{
    for (size_t i = 0; i < m_node->keys.size(); ++i) {
        const QString &key = m_node->keys[i];
        if (!m_known.contains(key))
            m_log->error(ProblemKind::UnknownKey, m_node->keyPlaces[i], path(key),
                QStringLiteral("This key is not known here. Known keys: %1.").arg(m_known.join(QStringLiteral(", "))));
    }
}

const YamlNode *Fields::find(const QString &key, Presence presence)
{
    m_known.append(key);
    const YamlNode *node = m_node->value(key);
    if (!node && presence == Presence::Required)
        m_log->error(ProblemKind::MissingKey, m_node->place, path(key), QStringLiteral("This key is missing."));
    return node;
}

const YamlNode *Fields::findList(const QString &key, Presence presence)
{
    const YamlNode *node = find(key, presence);
    if (!node || node->kind == YamlNode::Kind::List)
        return node;
    m_log->error(ProblemKind::WrongType, node->place, path(key), wanted(QStringLiteral("a list"), *node));
    return nullptr;
}

std::optional<QString> Fields::scalarText(const YamlNode &node, const QString &path)
{
    if (node.kind == YamlNode::Kind::Quoted)
        return node.text;
    if (node.kind == YamlNode::Kind::Plain && !readsAsOtherThanText(node.text))
        return node.text;
    const QString remedy = node.kind == YamlNode::Kind::Plain ? QStringLiteral(" Put it in quotes.") : QString();
    m_log->error(ProblemKind::WrongType, node.place, path, wanted(QStringLiteral("text"), node) + remedy);
    return std::nullopt;
}

std::optional<int> Fields::wholeNumber(const YamlNode &node, const QString &path, int least, int most)
{
    static const QRegularExpression digits(QRegularExpression::anchoredPattern(QStringLiteral("-?(0|[1-9][0-9]*)")));
    if (node.kind != YamlNode::Kind::Plain || !digits.match(node.text).hasMatch()) {
        m_log->error(ProblemKind::WrongType, node.place, path, wanted(QStringLiteral("a whole number"), node));
        return std::nullopt;
    }
    bool ok = false;
    const int value = node.text.toInt(&ok);
    if (ok && value >= least && value <= most)
        return value;
    m_log->error(ProblemKind::BadValue, node.place, path,
        QStringLiteral("%1 is not between %2 and %3.").arg(nameOf(node)).arg(least).arg(most));
    return std::nullopt;
}

} // namespace lectern
