// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern
{

/// What an evidence text points at, as found on this machine now.
struct EvidenceLink {
    enum class Kind {
        None,     ///< nothing was given
        Web,      ///< an http or https address
        File,     ///< a local file or folder that is there
        FileGone, ///< a full local path where nothing is
        Unclear,  ///< neither an address nor a full path
    };
    Kind kind = Kind::None;
    QString target; ///< what to hand to the desktop: an address or an absolute path; empty for None and Unclear
};

/// Reads `text` as typed: surrounding space is dropped, "file://" and a leading "~/" are understood.
EvidenceLink evidenceLink(const QString &text);

} // namespace lectern
