// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QWidget>

class QButtonGroup;

namespace lectern
{

class Theme;

/// The five ways to sit questions, each with what it is for: one radio group, arrows move.
class ModeList : public QWidget
{
    Q_OBJECT
public:
    explicit ModeList(const Theme &theme, QWidget *parent = nullptr);

    AttemptMode current() const;
    void setCurrent(AttemptMode mode); ///< says nothing
    void takeFocus();                  ///< to the current one

Q_SIGNALS:
    void chosen(lectern::AttemptMode mode);

private:
    QButtonGroup *m_group;
};

} // namespace lectern
