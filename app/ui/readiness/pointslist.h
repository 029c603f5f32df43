// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readiness.h"

#include <QWidget>

class QVBoxLayout;

namespace lectern
{

class PointsRow;
class Theme;

/// The sections by the points they would cost, dearest first, each with what gains most there. A section without
/// answers is hatched: its value is a guess from the others.
class PointsList : public QWidget
{
    Q_OBJECT
public:
    explicit PointsList(const Theme &theme, QWidget *parent = nullptr);

    /// `report` must be of `blueprint`.
    void fill(const Certification &certification, const Blueprint &blueprint, const ReadinessReport &report);

Q_SIGNALS:
    void chosen(const lectern::ReadinessAction &action);

private:
    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<PointsRow *> m_rows;
};

} // namespace lectern
