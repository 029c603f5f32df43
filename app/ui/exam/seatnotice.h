// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets.h"

class QTimer;

namespace lectern
{

/// One short sentence laid over its parent for some seconds, so that nothing has to move for it; a screen reader hears
/// it once as a label that changed its name.
class SeatNotice : public TextLabel
{
    Q_OBJECT
public:
    SeatNotice(const Theme &theme, QWidget *parent);

    void say(const QString &sentence);
    void end();

Q_SIGNALS:
    void shown(); ///< it has another size now

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rescale();

    const Theme &m_theme;
    QTimer *m_timer;
};

} // namespace lectern
