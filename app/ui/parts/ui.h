// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

namespace lectern
{

class Dialogs;
class MessageBar;
class Theme;

enum class PageId { Today, Plan, Exam, Readiness, Projects, Guide };

/// A page and a place in it: `anchor` is a topic id, "attempt/12", "setup", "collection/readiness-checklist",
/// "project/enterprise-lakehouse" …
struct Place {
    PageId page = PageId::Today;
    QString anchor;
};

/// What every page is given beside its desks.
struct Ui {
    Theme &theme;
    MessageBar &messages;
    Dialogs &dialogs;
    std::function<void(const Place &)> go; ///< shows another page
};

} // namespace lectern
