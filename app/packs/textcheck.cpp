// SPDX-License-Identifier: GPL-3.0-or-later
#include "yamltree.h"

namespace lectern
{

namespace
{

// The length of the UTF-8 sequence at `at`, 0 where there is none (RFC 3629, table 3-7 of the Unicode standard).
int sequenceLength(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&](qsizetype offset) {
        return at + offset < bytes.size() ? static_cast<unsigned char>(bytes[at + offset]) : 0U;
    };
    const auto tail = [&](qsizetype offset, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(offset) >= low && byte(offset) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return tail(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF)
        return tail(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && tail(2) ? 3 : 0;
    if (first >= 0xF0 && first <= 0xF4)
        return tail(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && tail(2) && tail(3) ? 4 : 0;
    return 0;
}

struct Refusal {
    ProblemKind kind;
    QString detail;
};

std::optional<Refusal> refusalOf(const QByteArray &bytes, qsizetype at, int length)
{
    const auto first = static_cast<unsigned char>(bytes[at]);
    if (length == 0)
        return Refusal{ProblemKind::BadEncoding, QStringLiteral("This is not UTF-8. Save the file as UTF-8.")};
    if (at == 0 && bytes.startsWith("\xEF\xBB\xBF"))
        return Refusal{ProblemKind::BadEncoding,
            QStringLiteral("The file starts with a byte order mark. Save it as UTF-8 without one.")};
    if (first == 0)
        return Refusal{ProblemKind::BadEncoding,
            QStringLiteral("The file holds a NUL byte, so it is not text. Save it as UTF-8.")};
    if (first == '\t')
        return Refusal{ProblemKind::Syntax, QStringLiteral("The file holds a tab. Indent with two spaces.")};
    if (first == '\r')
        return Refusal{ProblemKind::Syntax,
            QStringLiteral("A line ends with a carriage return. Save the file with LF line ends.")};
    const bool secondRange = length == 2 && first == 0xC2 && static_cast<unsigned char>(bytes[at + 1]) < 0xA0;
    if ((first < 0x20 && first != '\n') || first == 0x7F || secondRange)
        return Refusal{ProblemKind::Syntax, QStringLiteral("The file holds a control character. Delete it.")};
    return std::nullopt;
}

// The parser looks ahead to the end of a line of brackets and keeps all of them.
constexpr int longestLine = 10'000;

// It also keeps all brackets that are open, a few hundred bytes for each. No text has as many more open than closed
// ones.
constexpr int mostOpenBrackets = 1'000;

} // namespace

bool textIsClean(const QByteArray &bytes, ProblemLog &log)
{
    FilePlace place{1, 1};
    int openBrackets = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const int length = sequenceLength(bytes, at);
        if (const auto refusal = refusalOf(bytes, at, length)) {
            log.error(refusal->kind, place, {}, refusal->detail);
            return false;
        }
        if (bytes[at] == '[' || bytes[at] == '{')
            ++openBrackets;
        else if ((bytes[at] == ']' || bytes[at] == '}') && openBrackets > 0)
            --openBrackets;
        if (openBrackets > mostOpenBrackets) {
            log.error(ProblemKind::TooDeep, place, {},
                QStringLiteral("More than %1 brackets are open here. Close them.").arg(mostOpenBrackets));
            return false;
        }
        place = bytes[at] == '\n' ? FilePlace{place.line + 1, 1} : FilePlace{place.line, place.byte + length};
        at += length;
        if (place.byte > longestLine + 1) {
            log.error(ProblemKind::TooLarge, {place.line, 1}, {},
                QStringLiteral("The line has more than %1 bytes. Break it.").arg(longestLine));
            return false;
        }
    }
    return true;
}

} // namespace lectern
