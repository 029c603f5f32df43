// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"

#include <QWidget>

class QGridLayout;

namespace lectern
{

class TextLabel;
class Theme;

/// The sealed rehearsals of a blueprint, newest first: did each score lie in the interval that was shown before it?
class HitList : public QWidget
{
    Q_OBJECT
public:
    explicit HitList(const Theme &theme, QWidget *parent = nullptr);

    /// Oldest first, as the desk gives them.
    void setChecks(const QList<RehearsalCheck> &checks);

Q_SIGNALS:
    void attemptChosen(lectern::AttemptId id);

private:
    void addRow(QGridLayout &grid, const RehearsalCheck &check);

    const Theme &m_theme;
    TextLabel *m_summary;
    QWidget *m_rows = nullptr;
};

} // namespace lectern
