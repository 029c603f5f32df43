// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "focus.h"
#include "result.h"

#include <optional>

namespace lectern
{

class Profile;

/// The one focus timer, as it was kept last. Never under undo: what it measured comes to the time log by an act of its
/// own.
class FocusStore
{
public:
    explicit FocusStore(Profile &profile);

    Result<std::optional<FocusTimer>> timer() const;
    /// In the place of the one before; returns when it is durable.
    Outcome keep(const FocusTimer &timer);
    /// Inside a transaction it goes with what else is written there.
    Outcome clear();

private:
    Profile &m_profile;
};

} // namespace lectern
