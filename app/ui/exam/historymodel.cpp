// SPDX-License-Identifier: GPL-3.0-or-later
#include "historymodel.h"

#include "examwords.h"
#include "tell.h"

#include <QLocale>

namespace lectern
{

namespace
{

constexpr int fewestForRange = 20; ///< questions under which an interval says nothing

/// Of a damaged attempt it may be lost.
bool hasDay(const HistoryModel::Row &row)
{
    return row.past.startedUtcMs > 0;
}

QString dayText(const HistoryModel::Row &row)
{
    return hasDay(row) ? QLocale().toString(row.started.date(), HistoryModel::tr("ddd d MMM yyyy"))
                       : HistoryModel::tr("day unknown");
}

QString momentText(const HistoryModel::Row &row)
{
    return hasDay(row) ? HistoryModel::tr("%1 %2", "date, time").arg(dayText(row), shortTime(row.started.time()))
                       : dayText(row);
}

QString markText(const ReportDesk::Past &past)
{
    if (past.damaged)
        return HistoryModel::tr("damaged");
    if (past.abandoned)
        return HistoryModel::tr("abandoned");
    return past.sealed ? HistoryModel::tr("sealed") : QString();
}

QString resultText(const HistoryModel::Row &row)
{
    const QLocale locale;
    return row.hasResult() ? HistoryModel::tr("%1 of %2", "right answers, questions")
                                 .arg(locale.toString(row.past.right), locale.toString(row.past.total))
                           : HistoryModel::tr("–", "no result");
}

QString rangeText(const HistoryModel::Row &row)
{
    if (!row.hasResult() || row.past.total < fewestForRange)
        return {};
    const Interval interval = wilson(row.past.right, row.past.total);
    const QLocale locale;
    return HistoryModel::tr("%1–%2 %").arg(
        locale.toString(qRound(100 * interval.low)), locale.toString(qRound(100 * interval.high)));
}

QString usedText(const ReportDesk::Past &past)
{
    return HistoryModel::tr("%n min", nullptr, int((past.usedMs + 30000) / 60000));
}

QString extraText(const ReportDesk::Past &past)
{
    return past.timePercent > 100
               ? HistoryModel::tr("%1 ×", "times as long").arg(QLocale().toString(past.timePercent / 100.0))
               : QString();
}

} // namespace

void HistoryModel::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::ToolTipRole)
        return plainToolTip(sentence(row));
    if (role == ShareRole)
        return index.column() == Result && row.hasResult() ? QVariant(row.share()) : QVariant();
    if (role == Qt::AccessibleTextRole && index.column() == Result && row.hasResult())
        return tr("%1, %2", "result as a count, as a share").arg(resultText(row), percent(row.share()));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When:
        return dayText(row);
    case What:
        return row.title;
    case Result:
        return resultText(row);
    case Range:
        return rangeText(row);
    case Used:
        return row.past.damaged ? QString() : usedText(row.past);
    case Extra:
        return extraText(row.past);
    case Mark:
        return markText(row.past);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case What:
        return tr("What");
    case Result:
        return tr("Result");
    case Range:
        return tr("80 % interval");
    case Used:
        return tr("Time");
    case Extra:
        return tr("Extra time");
    case Mark:
        return tr("Kind", "of an attempt: sealed, abandoned, damaged");
    default:
        return {};
    }
}

QString HistoryModel::sentence(const Row &row)
{
    QStringList parts{row.title, momentText(row)};
    if (row.hasResult())
        parts << tr("%1, %2", "result as a count, as a share").arg(resultText(row), percent(row.share()));
    if (const QString range = rangeText(row); !range.isEmpty())
        parts << tr("80 % interval %1").arg(range);
    if (!row.past.damaged)
        parts << usedText(row.past);
    if (row.past.timePercent > 100)
        parts << tr("extra time %1").arg(extraText(row.past));
    parts << markText(row.past);
    parts.removeAll(QString());
    return parts.join(tr(", "));
}

void HistoryFilter::setMode(std::optional<AttemptMode> mode)
{
    m_mode = mode;
    invalidateFilter();
}

void HistoryFilter::setFrom(QDate from)
{
    m_from = from;
    invalidateFilter();
}

void HistoryFilter::setText(const QString &text)
{
    m_text = text.simplified();
    invalidateFilter();
}

const HistoryModel::Row &HistoryFilter::row(int index) const
{
    const auto *model = static_cast<const HistoryModel *>(sourceModel());
    return model->row(mapToSource(this->index(index, 0)).row());
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    const HistoryModel::Row &attempt = static_cast<const HistoryModel *>(sourceModel())->row(row);
    if (m_mode && attempt.past.mode != *m_mode)
        return false;
    if (m_from.isValid() && attempt.started.date() < m_from)
        return false;
    return m_text.isEmpty() || HistoryModel::sentence(attempt).contains(m_text, Qt::CaseInsensitive);
}

} // namespace lectern
