// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blueprint.h"
#include "form.h"
#include "widgets.h"

class QVBoxLayout;

namespace lectern
{

class DifficultyBar;
class SectionRow;

/// What the chosen set-up would seat: items per section, difficulty, code, and what was seen before.
class FormCard : public Card
{
    Q_OBJECT
public:
    explicit FormCard(const Theme &theme, QWidget *parent = nullptr);

    void setForm(const Blueprint &blueprint, int questions, const FormPreview &preview);
    QString reason() const { return m_problem; } ///< why it cannot be started; empty if it can

private:
    void setSections(const Blueprint &blueprint, const FormPreview &preview);
    static QString whyNot(const Blueprint &blueprint, const FormPreview &preview);

    const Theme &m_theme;
    TextLabel *m_size;
    TextLabel *m_drawn;
    QVBoxLayout *m_sections;
    QList<SectionRow *> m_rows;
    QString m_blueprint;
    DifficultyBar *m_difficulty;
    TextLabel *m_code;
    TextLabel *m_seen;
    QString m_problem;
};

} // namespace lectern
