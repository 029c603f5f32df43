// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>

#include <libical/ical.h>

#include <memory>

namespace lectern
{

struct FreeComponent {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using ComponentPtr = std::unique_ptr<icalcomponent, FreeComponent>;

/// The rules of an IANA zone from before `first` until after `last`, named by the id itself. libical's own copy carries
/// every change since the 19th century, which other readers refuse, and a vendor prefix in the name. Null for an
/// unknown zone.
ComponentPtr timezoneComponent(const QByteArray &zone, QDate first, QDate last);

} // namespace lectern
