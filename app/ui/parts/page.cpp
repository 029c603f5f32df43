// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.h"

#include <QShowEvent>

namespace lectern
{

void Page::markStale()
{
    if (isVisible())
        reload();
    else
        m_stale = true;
}

void Page::reloadIfStale()
{
    if (!m_stale)
        return;
    m_stale = false;
    reload();
}

void Page::showEvent(QShowEvent *event)
{
    reloadIfStale();
    QWidget::showEvent(event);
}

} // namespace lectern
