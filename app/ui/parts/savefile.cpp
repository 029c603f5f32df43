// SPDX-License-Identifier: GPL-3.0-or-later
#include "savefile.h"

#include <QSaveFile>

namespace lectern
{

Outcome saveFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // commit() alone would put an empty file there if the disk refused what is written last (Qt 6.4).
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return Error{ErrorCode::FileNotWritable, file.errorString(), path};
    return Done{};
}

} // namespace lectern
