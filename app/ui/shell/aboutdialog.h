// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formdialog.h"
#include "ui.h"

namespace lectern
{

struct Certification;

/// What this is, under which licence, and where the learner's data lies.
class AboutDialog : public FormDialog
{
    Q_OBJECT
public:
    AboutDialog(const Certification &certification, const QString &profilePath, Ui &ui, QWidget *parent = nullptr);
};

} // namespace lectern
