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

void Page::showEvent(QShowEvent *event)
{
    if (m_stale) {
        m_stale = false;
        reload();
    }
    QWidget::showEvent(event);
}

} // namespace lectern
