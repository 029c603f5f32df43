// SPDX-License-Identifier: GPL-3.0-or-later
#include "icaltimezone.h"

namespace lectern
{

namespace
{

icaltimetype utcMidnight(QDate date)
{
    icaltimetype time = icaltime_null_time();
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

} // namespace

ComponentPtr timezoneComponent(const QByteArray &zone, QDate first, QDate last)
{
    icaltimezone *builtin = zone.isEmpty() ? nullptr : icaltimezone_get_builtin_timezone(zone.constData());
    icalcomponent *full = builtin ? icaltimezone_get_component(builtin) : nullptr;
    if (!full)
        return {};
    ComponentPtr component(icalcomponent_new_clone(full));
    // A year on both sides, so that whatever observance holds on the first day is still in.
    icaltimezone_truncate_vtimezone(component.get(), utcMidnight(first.addYears(-1)), utcMidnight(last.addYears(1)), 0);
    for (icalproperty *property = icalcomponent_get_first_property(component.get(), ICAL_ANY_PROPERTY); property;) {
        icalproperty *following = icalcomponent_get_next_property(component.get(), ICAL_ANY_PROPERTY);
        if (icalproperty_isa(property) == ICAL_TZID_PROPERTY)
            icalproperty_set_tzid(property, zone.constData());
        if (icalproperty_isa(property) == ICAL_X_PROPERTY) {
            icalcomponent_remove_property(component.get(), property);
            icalproperty_free(property);
        }
        property = following;
    }
    return component;
}

} // namespace lectern
