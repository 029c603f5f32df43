// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QVariant>
#include <span>

namespace lectern
{

/// CRC-32 as in ISO-HDLC, IEEE 802.3 and zlib: reflected polynomial 0xEDB88320, start and final value inverted.
quint32 crc32(QByteArrayView bytes);

/// CRC-32 over every value with its type and where it ends, so that no two different rows have the same bytes. SQLite's
/// own checks do not see a changed value that is still well formed; this does. A QByteArray stands for the text whose
/// UTF-8 it is.
quint32 rowChecksum(std::span<const QVariant> values);
inline quint32 rowChecksum(const QVariantList &values)
{
    return rowChecksum(std::span<const QVariant>(values));
}

} // namespace lectern
