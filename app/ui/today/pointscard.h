// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readiness.h"
#include "widgets.h"

class QGridLayout;

namespace lectern
{

/// Where points would be lost, most first: one row a section with a way into practice.
class PointsCard : public Card
{
    Q_OBJECT
public:
    explicit PointsCard(const Theme &theme, QWidget *parent = nullptr);
    /// `report` must be of `blueprint`.
    void set(const Blueprint &blueprint, const ReadinessReport &report);

Q_SIGNALS:
    void practiceWanted(const QString &section);
    void diagnosticWanted(); ///< there are no answers yet

private:
    void addRow(const Section &section, int domain, const ReadinessRow &row, double most);

    const Theme &m_theme;
    QWidget *m_content = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace lectern
