// SPDX-License-Identifier: GPL-3.0-or-later
#include "packinput.h"

#include <cstddef>
#include <cstdint>

// What libFuzzer calls; `lectern-packfuzz tests/data/broken-packs/*/*.yaml` starts from the known cases.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lectern::test::readAsPackFile(
        QByteArray::fromRawData(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
