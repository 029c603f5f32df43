// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QString>

namespace lectern
{

class HistoryDesk;
struct Ui;

/// Says in the message bar what was done, with Undo, or why it was not. True if it was done.
bool tellChange(Ui &ui, HistoryDesk &history, const Outcome &outcome, const QString &done);

/// Names the host of a pack's link in the message bar and opens it only when asked to: nobody should follow a
/// stranger's address unseen. Anything but http and https is refused.
void offerLink(Ui &ui, const QString &url);

/// Opens the learner's own address or file, and says so if nothing could.
void openOwn(Ui &ui, const QString &target);

/// A tooltip that shows a stranger's text as it is: tooltips guess by themselves whether a text is HTML.
QString plainToolTip(const QString &text);

} // namespace lectern
