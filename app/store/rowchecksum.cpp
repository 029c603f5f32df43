// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowchecksum.h"

#include <QString>
#include <array>
#include <charconv>

namespace lectern
{

namespace
{

// The table-driven method of RFC 1952 (GZIP file format specification), section 8, "Appendix: Sample CRC Code".
constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 n = 0; n < 256; ++n) {
        quint32 c = n;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1) ? 0xedb88320U ^ (c >> 1) : c >> 1;
        table[n] = c;
    }
    return table;
}
constexpr std::array<quint32, 256> table = makeTable();

void addNumber(QByteArray &bytes, qint64 number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    bytes.append(digits.data(), end - digits.data());
}

void add(QByteArray &bytes, char type, const QByteArray &text)
{
    bytes += type;
    addNumber(bytes, text.size());
    bytes += ':';
    bytes += text;
}

} // namespace

quint32 crc32(QByteArrayView bytes)
{
    quint32 c = 0xffffffffU;
    for (const char byte : bytes)
        c = table[(c ^ static_cast<quint8>(byte)) & 0xff] ^ (c >> 8);
    return c ^ 0xffffffffU;
}

quint32 rowChecksum(const QVariantList &values)
{
    QByteArray bytes;
    bytes.reserve(256);
    for (const QVariant &value : values) {
        switch (value.typeId()) {
        case QMetaType::Int:
        case QMetaType::LongLong:
            bytes += 'i';
            addNumber(bytes, value.toLongLong());
            bytes += ';';
            break;
        case QMetaType::Double:
            add(bytes, 'r', QByteArray::number(value.toDouble(), 'g', 17));
            break;
        case QMetaType::QByteArray:
            add(bytes, 'b', value.toByteArray());
            break;
        default:
            if (value.isNull())
                add(bytes, 'n', {});
            else
                add(bytes, 's', value.toString().toUtf8());
        }
    }
    return crc32(bytes);
}

} // namespace lectern
