// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <QWidget>

namespace lectern
{

/// One tab of the window. Reloads when shown if something changed meanwhile, at once while visible.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows the place named by an anchor of Place; unknown anchors are ignored.
    virtual void goTo(const QString &anchor) { Q_UNUSED(anchor) }
    /// The page's own shortcuts as "keys\tdescription" lines for the shortcuts sheet.
    virtual QStringList shortcuts() const { return {}; }

    /// To be connected to a desk's changed(): reloads now if visible, else before it is shown next.
    void markStale();

Q_SIGNALS:
    /// The page takes the whole window (an exam is running) or gives it back.
    void immersive(bool on);
    /// A person wants to work on a block now: what it is about opens, the focus timer runs.
    void startWanted(lectern::BlockId block);

protected:
    /// Reads from the desks and fills the widgets.
    virtual void reload() = 0;
    /// For a page that is filled before it is shown, which saves measuring it empty and again full.
    void reloadIfStale();
    void showEvent(QShowEvent *event) override;

private:
    bool m_stale = true;
};

} // namespace lectern
