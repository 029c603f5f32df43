// SPDX-License-Identifier: GPL-3.0-or-later
#include "disputefile.h"

#include "fields.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int disputeFormat = 1;
constexpr qint64 largestDispute = 64'000;

QByteArray inQuotes(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\"));
    text.replace(u'"', QLatin1String("\\\""));
    return '"' + text.toUtf8() + '"';
}

QByteArray line(const char *key, const QByteArray &value)
{
    return QByteArray(key) + ": " + value + '\n';
}

/// A literal block: an author reads the reason as it was typed.
QByteArray block(const char *key, const QString &text)
{
    QByteArray written = QByteArray(key) + ": |-\n";
    const QStringList lines = text.split(u'\n');
    for (const QString &part : lines)
        written += part.isEmpty() ? QByteArray("\n") : "  " + part.toUtf8() + '\n';
    return written;
}

// Escapes in a quoted text can make characters that no file of ours holds and that would drive an author's terminal.
QString cleanText(Fields &fields, const QString &key, Length length, Presence presence = Presence::Required,
    bool severalLines = false)
{
    QString text = fields.text(key, length, presence);
    const bool clean = std::all_of(text.begin(), text.end(),
        [&](QChar c) { return c.category() != QChar::Other_Control || (severalLines && c == u'\n'); });
    if (!clean)
        fields.error(ProblemKind::BadValue, key, QStringLiteral("The text holds a control character. Delete it."));
    return clean ? text : QString();
}

QString matching(Fields &fields, const QString &key, const QString &pattern, const QString &remedy)
{
    QString text = cleanText(fields, key, {});
    if (!text.isEmpty() && !QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch())
        fields.error(ProblemKind::BadValue, key, remedy);
    return text;
}

Dispute readFields(Fields &fields)
{
    Dispute dispute;
    fields.number(QStringLiteral("dispute_format"), disputeFormat, disputeFormat);
    dispute.pack = fields.slug(QStringLiteral("pack"));
    dispute.packVersion = cleanText(fields, QStringLiteral("pack_version"), {1, 40});
    dispute.item = fields.slug(QStringLiteral("item"));
    dispute.revision = matching(fields, QStringLiteral("revision"), QStringLiteral("[0-9a-f]{64}"),
        QStringLiteral("This is not the hash of a revision: 64 lower-case hexadecimal digits."));
    const QString option = QStringLiteral("option");
    dispute.kind = fields.word(QStringLiteral("kind"), disputeKindFromWord,
        QStringLiteral("wrong-key, second-answer, out-of-date, unclear, other"));
    if (dispute.kind == DisputeKind::SecondAnswer)
        dispute.option =
            matching(fields, option, QStringLiteral("[a-f]"), QStringLiteral("This is no letter from a to f."));
    dispute.reason = cleanText(
        fields, QStringLiteral("reason"), {1, Dispute::longestReason}, Presence::Required, /*severalLines=*/true);
    const QString source = QStringLiteral("source");
    if (fields.has(source) && !cleanText(fields, source, {1, Dispute::longestSource}).isEmpty())
        dispute.source = fields.url(source, Presence::Optional);
    dispute.date = fields.date(QStringLiteral("date"));
    dispute.language = matching(fields, QStringLiteral("language"), QStringLiteral("[a-z]{2,3}"),
        QStringLiteral("This is not the code of a language, two or three lower-case letters."));
    fields.refuseOthers();
    return dispute;
}

std::optional<QByteArray> bytesOf(const QString &path, ProblemLog &log)
{
    const QFileInfo info(path);
    const auto refuse = [&log](ProblemKind kind, const QString &why) {
        log.error(kind, {}, {}, why);
        return std::nullopt;
    };
    if (!info.exists())
        return refuse(ProblemKind::Unreadable, QStringLiteral("There is no such file."));
    // Opening a pipe would wait for whoever writes to it.
    if (!info.isFile())
        return refuse(ProblemKind::Unreadable, QStringLiteral("This is no file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(ProblemKind::Unreadable, QStringLiteral("The file cannot be read."));
    const QByteArray bytes = file.read(largestDispute + 1);
    if (file.error() != QFileDevice::NoError)
        return refuse(ProblemKind::Unreadable, QStringLiteral("The file cannot be read."));
    if (bytes.size() > largestDispute)
        return refuse(ProblemKind::TooLarge,
            QStringLiteral("The file has more than %1 bytes; a dispute is a small one.").arg(largestDispute));
    return bytes;
}

} // namespace

QByteArray disputeFile(const Dispute &dispute)
{
    QByteArray file = "# A reader's dispute of a question. Its author takes it in with\n"
                      "# lectern --check-pack FOLDER --dispute THIS-FILE\n";
    file += line("dispute_format", QByteArray::number(disputeFormat));
    file += line("pack", inQuotes(dispute.pack));
    file += line("pack_version", inQuotes(dispute.packVersion));
    file += line("item", inQuotes(dispute.item));
    file += line("revision", inQuotes(dispute.revision));
    file += line("kind", word(dispute.kind).toUtf8());
    if (dispute.kind == DisputeKind::SecondAnswer)
        file += line("option", inQuotes(dispute.option));
    file += block("reason", dispute.reason);
    if (!dispute.source.isEmpty())
        file += line("source", inQuotes(dispute.source));
    file += line("date", inQuotes(dispute.date.toString(Qt::ISODate)));
    file += line("language", inQuotes(dispute.language));
    return file;
}

DisputeReading readDispute(const QString &path)
{
    DisputeReading reading;
    ProblemLog unopened(path, {});
    const auto bytes = bytesOf(path, unopened);
    ProblemLog log = bytes ? ProblemLog(path, *bytes) : unopened;
    if (bytes && textIsClean(*bytes, log)) {
        if (const auto tree = parseYaml(*bytes, log)) {
            if (auto fields = Fields::of(*tree, {}, log))
                reading.dispute = readFields(*fields);
        }
    }
    reading.problems = log.problems();
    return reading;
}

} // namespace lectern
