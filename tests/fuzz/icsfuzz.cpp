// SPDX-License-Identifier: GPL-3.0-or-later
#include "icsinput.h"

#include <cstddef>
#include <cstdint>

// What libFuzzer calls; `lectern-icsfuzz` on a folder of calendars starts from those.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lectern::test::readAsCalendar(
        QByteArray::fromRawData(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
