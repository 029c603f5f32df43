// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "disputefile.h"
#include "reportdesk.h"

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

Dispute ReportDesk::disputeOf(const FormItem &seat) const
{
    const auto filed = m_context.disputes.disputes(m_context.certification.id);
    Dispute dispute = m_drafts.value(seat.item, filed ? filed->value(seat.item).dispute : Dispute());
    dispute.pack = m_context.certification.id;
    dispute.packVersion = m_context.certification.version;
    dispute.item = seat.item;
    dispute.revision = seat.revision;
    dispute.date = now().date();
    dispute.language = languageOf(QLocale());
    return dispute;
}

void ReportDesk::keepDraft(const Dispute &draft)
{
    m_drafts.insert(draft.item, draft);
}

bool ReportDesk::disputed(const QString &item) const
{
    const auto filed = m_context.disputes.disputes(m_context.certification.id);
    const auto found = filed ? filed->constFind(item) : QHash<QString, DisputeStore::Filed>::const_iterator();
    return filed && found != filed->cend() && found->open();
}

Outcome ReportDesk::fileDispute(Dispute dispute)
{
    dispute.reason = plainReason(dispute.reason);
    if (flawOf(dispute) != DisputeFlaw::None)
        return Error{ErrorCode::BadInput, {}, dispute.item};
    const Outcome outcome =
        m_context.change(tr("Dispute filed"), [&] { return m_context.disputes.file(dispute, m_context.now().utcMs); });
    if (!outcome)
        return outcome;
    m_drafts.remove(dispute.item);
    Q_EMIT changed();
    return outcome;
}

Outcome ReportDesk::withdrawDispute(const QString &item)
{
    const Outcome outcome = m_context.change(
        tr("Dispute withdrawn"), [&] { return m_context.disputes.withdraw(m_context.certification.id, item); });
    if (outcome)
        Q_EMIT changed();
    return outcome;
}

Outcome ReportDesk::exportDispute(Dispute dispute, const QString &path)
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
