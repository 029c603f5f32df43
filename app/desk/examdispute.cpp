// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "disputefile.h"
#include "examdesk.h"

#include <QLocale>
#include <QSaveFile>

namespace lectern
{

namespace
{

/// The language alone: a country would say where the reader is.
QString languageOf(const QLocale &locale)
{
    return locale.language() == QLocale::C ? QStringLiteral("en") : QLocale::languageToCode(locale.language());
}

} // namespace

Dispute ExamDesk::disputeOf(const FormItem &seat) const
{
    Dispute dispute = m_disputes.value(seat.item);
    dispute.pack = m_context.certification.id;
    dispute.packVersion = m_context.certification.version;
    dispute.item = seat.item;
    dispute.revision = seat.revision;
    dispute.date = now().date();
    dispute.language = languageOf(QLocale());
    return dispute;
}

void ExamDesk::keepDispute(const Dispute &dispute)
{
    m_disputes.insert(dispute.item, dispute);
}

Outcome ExamDesk::exportDispute(Dispute dispute, const QString &path)
{
    dispute.reason = plainReason(dispute.reason);
    if (flawOf(dispute) != DisputeFlaw::None)
        return Error{ErrorCode::BadInput, {}, dispute.item};
    const QByteArray bytes = disputeFile(dispute);
    QSaveFile file(path);
    // commit() alone would put an empty file there if the disk refused what is written last (Qt 6.4).
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return Error{ErrorCode::FileNotWritable, file.errorString(), path};
    return Done{};
}

} // namespace lectern
