// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencestore.h"
#include "profile.h"
#include "query.h"

namespace lectern
{

namespace
{

constexpr qint64 hourMs = 3600000;
constexpr qint64 lastMs = 253402300799999; ///< of the year 9999: from there on differences of times need not fit

ShownForecast forecastOf(const QSqlQuery &row)
{
    ShownForecast forecast;
    forecast.blueprint = row.value(0).toString();
    forecast.utcMs = row.value(1).toLongLong();
    forecast.questions = wholeNumber(row.value(2));
    forecast.model = wholeNumber(row.value(3));
    forecast.mean = row.value(4).toDouble();
    forecast.low = row.value(5).toDouble();
    forecast.high = row.value(6).toDouble();
    if (!row.value(7).isNull())
        forecast.odds = row.value(7).toDouble();
    return forecast;
}

QString forecastColumns()
{
    return QStringLiteral("SELECT blueprint, utc_ms, questions, model, mean, low, high, odds FROM forecast_shown "
                          "WHERE pack = ? AND blueprint = ? ");
}

} // namespace

Result<QList<ShownForecast>> EvidenceStore::shownForecasts(const QString &pack, const QString &blueprint) const
{
    bool readable = true;
    const auto forecasts = collect(m_profile.database(), forecastColumns() + QStringLiteral("ORDER BY id"),
        {pack, blueprint}, [&](const QSqlQuery &row) {
            const ShownForecast forecast = forecastOf(row);
            readable = readable && isSound(forecast);
            return forecast;
        });
    if (forecasts && !readable)
        return Error{
            ErrorCode::ProfileDamaged, QStringLiteral("a forecast out of range"), QStringLiteral("forecast_shown")};
    return forecasts;
}

Outcome EvidenceStore::recordShown(const QString &pack, const ShownForecast &forecast)
{
    if (!isSound(forecast))
        return Error{ErrorCode::BadInput, QStringLiteral("out of range"), forecast.blueprint};
    auto last =
        first(m_profile.database(), forecastColumns() + QStringLiteral("AND questions = ? ORDER BY id DESC LIMIT 1"),
            {pack, forecast.blueprint, forecast.questions}, forecastOf);
    if (!last)
        return last.error();
    if (*last) {
        (*last)->utcMs = forecast.utcMs;
        if (**last == forecast)
            return Done{};
    }
    return execute(m_profile.database(),
        QStringLiteral("INSERT INTO forecast_shown(pack, blueprint, utc_ms, questions, model, mean, low, high, odds) "
                       "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {pack, forecast.blueprint, forecast.utcMs, forecast.questions, forecast.model, forecast.mean, forecast.low,
            forecast.high, forecast.odds ? QVariant(*forecast.odds) : QVariant()});
}

Result<QList<RationaleRead>> EvidenceStore::rationalesRead(const QString &pack) const
{
    bool readable = true;
    const auto read = collect(m_profile.database(),
        QStringLiteral("SELECT item, utc_ms FROM rationale_read WHERE pack = ? ORDER BY utc_ms, item"), {pack},
        [&readable](const QSqlQuery &row) {
            const RationaleRead rationale{row.value(0).toString(), row.value(1).toLongLong()};
            readable = readable && rationale.utcMs >= 0 && rationale.utcMs <= lastMs;
            return rationale;
        });
    if (read && !readable)
        return Error{
            ErrorCode::ProfileDamaged, QStringLiteral("a time out of range"), QStringLiteral("rationale_read")};
    return read;
}

Outcome EvidenceStore::recordRationale(const QString &pack, const QString &item, qint64 utcMs)
{
    return execute(m_profile.database(),
        QStringLiteral("INSERT OR IGNORE INTO rationale_read(pack, item, utc_ms) SELECT ?, ?, ? WHERE NOT EXISTS "
                       "(SELECT 1 FROM rationale_read WHERE pack = ? AND item = ? AND utc_ms > ? AND utc_ms <= ?)"),
        {pack, item, utcMs, pack, item, utcMs - hourMs, utcMs});
}

} // namespace lectern
