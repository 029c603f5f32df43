// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blueprint.h"
#include "firstseen.h"

#include <QWidget>

class QVBoxLayout;

namespace lectern
{

class PointsRow;
class Theme;

/// The sections by the points they would cost, dearest first. A section without answers is hatched: its value is a
/// guess from the others.
class PointsList : public QWidget
{
    Q_OBJECT
public:
    explicit PointsList(const Theme &theme, QWidget *parent = nullptr);

    void showSummary(const Blueprint &blueprint, const FirstSeenSummary &summary);

Q_SIGNALS:
    void practise(const QString &section);

private:
    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<PointsRow *> m_rows;
};

} // namespace lectern
