// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blueprint.h"
#include "form.h"
#include "widgets.h"

#include <QPushButton>

class QVBoxLayout;

namespace lectern
{

class DifficultyBar;
class SectionRow;

/// What the chosen set-up would seat: items per section, difficulty, code, and what was seen before. Holds the button
/// that starts it.
class FormCard : public Card
{
    Q_OBJECT
public:
    explicit FormCard(const Theme &theme, QWidget *parent = nullptr);

    void setForm(const Blueprint &blueprint, int questions, const FormPreview &preview);
    void setClosing(const QString &sentence); ///< when it would end, and the target
    QPushButton *startButton() const { return m_start; }
    QString reason() const; ///< why it cannot be started; empty if it can

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
    TextLabel *m_closing;
    TextLabel *m_reason;
    QPushButton *m_start;
};

} // namespace lectern
