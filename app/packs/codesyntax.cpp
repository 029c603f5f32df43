// SPDX-License-Identifier: GPL-3.0-or-later
#include "codesyntax.h"

#include <QJsonDocument>
#include <QList>

#include <yaml-cpp/yaml.h>

namespace lectern
{

namespace
{

/// Brackets as they open and close over the lines of a code.
class Brackets
{
public:
    /// False: `sign` closes what is not open.
    bool take(QChar sign, int line)
    {
        constexpr QStringView opening = u"([{";
        constexpr QStringView closing = u")]}";
        if (opening.contains(sign)) {
            m_open.append({sign, line});
            return true;
        }
        const qsizetype which = closing.indexOf(sign);
        if (which < 0)
            return true;
        if (m_open.isEmpty() || m_open.constLast().sign != opening[which])
            return false;
        m_open.removeLast();
        return true;
    }

    bool none() const { return m_open.isEmpty(); }

    std::optional<SyntaxFault> leftOpen() const
    {
        if (none())
            return std::nullopt;
        return SyntaxFault{
            m_open.constLast().line, QStringLiteral("the bracket %1 is not closed").arg(m_open.constLast().sign)};
    }

private:
    struct Open {
        QChar sign;
        int line = 0;
    };
    QList<Open> m_open;
};

SyntaxFault unmatched(QChar sign, int line)
{
    return {line, QStringLiteral("the bracket %1 closes none that is open").arg(sign)};
}

SyntaxFault unended(int line)
{
    return {line, QStringLiteral("a text in quotes does not end")};
}

/// Where the quoted text that starts at `at` ends, behind its last quote; -1: it does not.
qsizetype endOfQuote(const QString &code, qsizetype at, bool overLines)
{
    const QChar quote = code[at];
    const QString triple(3, quote);
    const bool isTriple = overLines && QStringView(code).mid(at, 3) == triple;
    for (qsizetype i = at + (isTriple ? 3 : 1); i < code.size(); ++i) {
        if (code[i] == u'\\')
            ++i;
        else if (isTriple ? QStringView(code).mid(i, 3) == triple : code[i] == quote)
            return i + (isTriple ? 3 : 1);
        else if (overLines && !isTriple && code[i] == u'\n')
            return -1;
    }
    return -1;
}

class PythonReader
{
public:
    explicit PythonReader(const QString &code)
        : m_code(code)
    {
    }

    std::optional<SyntaxFault> fault()
    {
        while (m_at < m_code.size()) {
            if (m_lineStart && m_brackets.none() && !m_continued) {
                if (auto wrong = indentation())
                    return wrong;
                if (m_at >= m_code.size())
                    break;
            }
            m_lineStart = false;
            if (auto wrong = sign())
                return wrong;
        }
        if (auto open = m_brackets.leftOpen())
            return open;
        if (m_last == u':' || m_blockDue)
            return SyntaxFault{m_line, QStringLiteral("a block is opened and has no lines")};
        return std::nullopt;
    }

private:
    // Reads the spaces before a statement; lines without one are passed over.
    std::optional<SyntaxFault> indentation()
    {
        qsizetype width = 0;
        while (m_at < m_code.size() && m_code[m_at] == u' ') {
            ++width;
            ++m_at;
        }
        if (m_at >= m_code.size() || m_code[m_at] == u'\n' || m_code[m_at] == u'#')
            return std::nullopt;
        const bool due = std::exchange(m_blockDue, false);
        if (due && width <= m_indents.constLast())
            return SyntaxFault{m_line, QStringLiteral("a block is opened and its first line is not indented")};
        if (!due && width > m_indents.constLast())
            return SyntaxFault{m_line, QStringLiteral("the line is indented, and no block was opened")};
        if (due)
            m_indents.append(width);
        while (m_indents.constLast() > width)
            m_indents.removeLast();
        if (m_indents.constLast() != width)
            return SyntaxFault{m_line, QStringLiteral("the indentation is that of no block that is open")};
        return std::nullopt;
    }

    std::optional<SyntaxFault> sign()
    {
        const QChar sign = m_code[m_at];
        if (sign == u'#') {
            while (m_at < m_code.size() && m_code[m_at] != u'\n')
                ++m_at;
            return std::nullopt;
        }
        if (sign == u'\n') {
            endLine();
            return std::nullopt;
        }
        if (sign == u'"' || sign == u'\'') {
            const qsizetype end = endOfQuote(m_code, m_at, true);
            if (end < 0)
                return unended(m_line);
            m_line += static_cast<int>(QStringView(m_code).mid(m_at, end - m_at).count(u'\n'));
            m_at = end;
            m_last = sign;
            return std::nullopt;
        }
        if (!m_brackets.take(sign, m_line))
            return unmatched(sign, m_line);
        if (!sign.isSpace())
            m_last = sign;
        ++m_at;
        return std::nullopt;
    }

    void endLine()
    {
        m_continued = m_last == u'\\';
        if (m_brackets.none() && !m_continued) {
            m_blockDue = m_blockDue || m_last == u':';
            m_last = QChar();
        }
        m_lineStart = true;
        ++m_line;
        ++m_at;
    }

    const QString &m_code;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_lineStart = true;
    bool m_continued = false;
    bool m_blockDue = false;
    QChar m_last;
    QList<qsizetype> m_indents{0};
    Brackets m_brackets;
};

// Where a comment or a text between $$ that starts at `at` ends; `at` where none starts, -1 where it does not end.
qsizetype endOfAside(const QString &code, qsizetype at)
{
    const QStringView rest = QStringView(code).mid(at);
    const auto behind = [&](QLatin1String end, qsizetype from) {
        const qsizetype found = code.indexOf(end, at + from);
        return found < 0 ? qsizetype(-1) : found + end.size();
    };
    if (rest.startsWith(u"--")) {
        const qsizetype end = code.indexOf(u'\n', at);
        return end < 0 ? code.size() : end;
    }
    if (rest.startsWith(u"/*"))
        return behind(QLatin1String("*/"), 2);
    if (rest.startsWith(u"$$"))
        return behind(QLatin1String("$$"), 2);
    return at;
}

std::optional<SyntaxFault> sqlFault(const QString &code)
{
    constexpr QStringView signs = u"+-*/%=<>!|&^~,.;:?@$\\_()[]{}";
    Brackets brackets;
    int line = 1;
    for (qsizetype at = 0; at < code.size();) {
        const QChar sign = code[at];
        qsizetype end = endOfAside(code, at);
        if (end < 0)
            return SyntaxFault{line, QStringLiteral("a comment or a text between $$ does not end")};
        if (end == at && (sign == u'\'' || sign == u'"' || sign == u'`')) {
            end = endOfQuote(code, at, false);
            if (end < 0)
                return unended(line);
        }
        if (end == at) {
            if (!sign.isLetterOrNumber() && !sign.isSpace() && !signs.contains(sign))
                return SyntaxFault{line, QStringLiteral("the sign %1 is none of SQL").arg(sign)};
            if (!brackets.take(sign, line))
                return unmatched(sign, line);
            end = at + 1;
        }
        line += static_cast<int>(QStringView(code).mid(at, end - at).count(u'\n'));
        at = end;
    }
    return brackets.leftOpen();
}

std::optional<SyntaxFault> yamlFault(const QString &code)
{
    try {
        YAML::LoadAll(code.toStdString());
    } catch (const YAML::Exception &exception) {
        return SyntaxFault{
            exception.mark.is_null() ? 1 : exception.mark.line + 1, QString::fromStdString(exception.msg)};
    } catch (const std::exception &exception) {
        return SyntaxFault{1, QString::fromLocal8Bit(exception.what())};
    }
    return std::nullopt;
}

// A log has one document a line.
std::optional<SyntaxFault> jsonFault(const QString &code)
{
    QJsonParseError whole;
    QJsonDocument::fromJson(code.toUtf8(), &whole);
    if (whole.error == QJsonParseError::NoError)
        return std::nullopt;
    const int line = static_cast<int>(code.toUtf8().left(whole.offset).count('\n')) + 1;
    const SyntaxFault fault{line, whole.errorString()};
    const QStringList lines = code.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &document : lines) {
        QJsonParseError single;
        QJsonDocument::fromJson(document.toUtf8(), &single);
        if (lines.size() < 2 || single.error != QJsonParseError::NoError)
            return fault;
    }
    return std::nullopt;
}

} // namespace

std::optional<SyntaxFault> syntaxFault(const QString &language, const QString &code)
{
    if (language == u"python")
        return PythonReader(code).fault();
    if (language == u"sql")
        return sqlFault(code);
    if (language == u"yaml")
        return yamlFault(code);
    if (language == u"json")
        return jsonFault(code);
    return std::nullopt;
}

} // namespace lectern
