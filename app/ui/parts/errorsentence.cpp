// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagebar.h"

#include <QCoreApplication>

namespace lectern
{

namespace
{

/// The translation context of the sentences.
struct ErrorSentence {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
public:
    static QString of(const Error &error);
};

QString ErrorSentence::of(const Error &error)
{
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return tr("The file %1 cannot be read. Check that it is there and that you may open it.").arg(error.where);
    case ErrorCode::FileNotWritable:
        return tr("%1 cannot be written. Choose another folder.").arg(error.where);
    case ErrorCode::NotAProfile:
        return tr("%1 is not a Lectern profile and was left as it is. Choose another file.").arg(error.where);
    case ErrorCode::ProfileTooNew:
        return tr("%1 was written by a newer Lectern and was left as it is. Update Lectern to open it.")
            .arg(error.where);
    case ErrorCode::ProfileDamaged:
        return tr("The profile %1 is damaged and was left as it is. Restore a backup.").arg(error.where);
    case ErrorCode::ProfileInUse:
        return tr("The profile %1 is open in another Lectern. Close it first.").arg(error.where);
    case ErrorCode::MigrationFailed:
        return tr("The profile %1 could not be brought up to date and was left as it was. Free some space on the "
                  "disk and start again.")
            .arg(error.where);
    case ErrorCode::DiskFull:
        return tr("Nothing was saved because the disk is full. Free some space and try again.");
    case ErrorCode::ReadOnly:
        return tr(
            "Nothing was saved because the disk or the file refuses writes. Check its permissions and try again.");
    case ErrorCode::StoreFailed:
        return tr("The profile did not take the change. Try again.");
    case ErrorCode::PackInvalid:
        return tr("The content pack %1 has errors and was not installed. Check it with --check-pack.").arg(error.where);
    case ErrorCode::NotEnoughItems:
        return tr("There are not enough questions in %1. Choose fewer questions.").arg(error.where);
    case ErrorCode::NotAllowed:
        return tr("This is not possible right now.");
    case ErrorCode::NotFound:
        return tr("This is no longer there.");
    case ErrorCode::BadInput:
        return tr("This value cannot be used. Change it and try again.");
    }
    return {};
}

} // namespace

QString sentence(const Error &error)
{
    const QString what = ErrorSentence::of(error).simplified();
    return error.detail.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, error.detail);
}

} // namespace lectern
