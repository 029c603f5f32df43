// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drillcriteria.h"

#include <QList>
#include <QObject>
#include <utility>

class QCheckBox;
class QSpinBox;

namespace lectern
{

class FormGrid;
class Theme;
class TreePicker;
struct Certification;

/// The rows of a form that say which questions study and drill ask: what became of them, topic, objective, difficulty,
/// and how long ago they were shown.
class CriteriaRows : public QObject
{
    Q_OBJECT
public:
    CriteriaRows(const Theme &theme, FormGrid &form, QObject *parent = nullptr);

    void setCertification(const Certification &certification);
    void setShown(bool shown);
    DrillCriteria criteria() const;
    void setCriteria(const DrillCriteria &criteria);

Q_SIGNALS:
    void changed();

private:
    QCheckBox *makeCheck(const QString &text, const QString &name);

    FormGrid &m_form;
    QList<std::pair<bool DrillCriteria::*, QCheckBox *>> m_states;
    QList<std::pair<Difficulty, QCheckBox *>> m_difficulties;
    TreePicker *m_topics;
    TreePicker *m_objectives;
    QSpinBox *m_notInLast;
    QList<int> m_rows;
};

} // namespace lectern
