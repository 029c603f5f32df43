// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readiness.h"

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace lectern
{

class Theme;
class TopicCell;

/// What stands below the sections, the syllabus' topics or an outline's objectives, each with its expected share and
/// the number of answers behind it.
class TopicGrid : public QWidget
{
    Q_OBJECT
public:
    TopicGrid(const Theme &theme, const Certification &certification, QWidget *parent = nullptr);

    /// `report` must be of `blueprint`.
    void fill(const Blueprint &blueprint, const ReadinessReport &report);

Q_SIGNALS:
    void chosen(const QString &id); ///< a topic or an objective

private:
    void build(const Blueprint &blueprint);

    const Theme &m_theme;
    const Certification &m_certification;
    QString m_blueprint; ///< that the cells are of
    QWidget *m_content = nullptr;
    QHash<QString, TopicCell *> m_cells;
};

} // namespace lectern
