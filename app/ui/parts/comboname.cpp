// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets.h"

#include <QComboBox>

namespace lectern
{

void nameComboBox(QComboBox *box, const QString &name)
{
    box->setAccessibleName(name);
    // Qt looks for the label among the siblings; that it is hidden does not keep it from being read out.
    auto *label = new QLabel(name, box->parentWidget());
    label->setBuddy(box);
    label->hide();
}

} // namespace lectern
