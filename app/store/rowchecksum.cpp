// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowchecksum.h"

#include <QString>
#include <QVarLengthArray>
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

// A row rarely takes more: every start checks hundreds of them.
using Bytes = QVarLengthArray<char, 512>;

void addNumber(Bytes &bytes, qint64 number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    bytes.append(digits.data(), end - digits.data());
}

void add(Bytes &bytes, char type, QByteArrayView text)
{
    bytes.append(type);
    addNumber(bytes, text.size());
    bytes.append(':');
    bytes.append(text.data(), text.size());
}

} // namespace

quint32 crc32(QByteArrayView bytes)
{
    quint32 c = 0xffffffffU;
    for (const char byte : bytes)
        c = table[(c ^ static_cast<quint8>(byte)) & 0xff] ^ (c >> 8);
    return c ^ 0xffffffffU;
}

quint32 rowChecksum(std::span<const QVariant> values)
{
    Bytes bytes;
    for (const QVariant &value : values) {
        switch (value.typeId()) {
        case QMetaType::Int:
        case QMetaType::LongLong:
            bytes.append('i');
            addNumber(bytes, value.toLongLong());
            bytes.append(';');
            break;
        case QMetaType::Double:
            add(bytes, 'r', QByteArray::number(value.toDouble(), 'g', 17));
            break;
        case QMetaType::QByteArray:
            add(bytes, 's', value.toByteArray());
            break;
        default:
            if (value.isNull())
                add(bytes, 'n', {});
            else
                add(bytes, 's', value.toString().toUtf8());
        }
    }
    return crc32(QByteArrayView(bytes.constData(), bytes.size()));
}

} // namespace lectern
