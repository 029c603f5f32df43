// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firstseen.h"

#include <QHash>
#include <QWidget>

namespace lectern
{

class Theme;
class TopicCell;

/// The syllabus' topics by domain, each with its share right and the number of answers behind it.
class TopicGrid : public QWidget
{
    Q_OBJECT
public:
    TopicGrid(const Theme &theme, const Certification &certification, QWidget *parent = nullptr);

    void showSummary(const FirstSeenSummary &summary);

Q_SIGNALS:
    void topicChosen(const QString &topic);

private:
    QHash<QString, TopicCell *> m_cells;
};

} // namespace lectern
