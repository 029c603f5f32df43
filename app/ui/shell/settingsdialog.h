// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formdialog.h"
#include "settings.h"
#include "ui.h"

class QFormLayout;

namespace lectern
{

struct Certification;
class SettingsDesk;

/// Every setting a person may change; each takes effect at once.
class SettingsDialog : public FormDialog
{
    Q_OBJECT
public:
    SettingsDialog(SettingsDesk &desk, const Certification &certification, Ui &ui, QWidget *parent = nullptr);

private:
    void addScheme(QFormLayout &form);
    void addTarget(QFormLayout &form, int certificationTarget);
    void addDayEnd(QFormLayout &form);
    void addCode(QFormLayout &form);
    void addCheck(QFormLayout &form, Setting setting, const QString &text);
    void store(Setting setting, const QVariant &value);

    SettingsDesk &m_desk;
    Ui &m_ui;
};

} // namespace lectern
