// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "form.h"
#include "readout.h"
#include "widgets.h"

#include <optional>

class QVBoxLayout;

namespace lectern
{

class DifficultyBar;
class SectionRow;

/// What the chosen set-up would seat: items per section, difficulty, code and what was seen before; or how many
/// questions the criteria ask for.
class FormCard : public Card
{
    Q_OBJECT
public:
    explicit FormCard(const Theme &theme, QWidget *parent = nullptr);

    void setForm(const Blueprint &blueprint, int questions, const FormPreview &preview);
    /// Only what the blueprint asks, where there is no form to be drawn.
    void setQuotas(const Blueprint &blueprint, int questions);
    /// Of study and drill.
    struct Choice {
        int matching = 0;
        int asked = 0;       ///< of those
        QString criteria;    ///< in words; empty: all
        QList<int> byDomain; ///< of those that match
    };
    void setChoice(const Choice &choice, const QList<Domain> &domains);
    /// What is expected of a rehearsal, said before it; nothing: nothing is known yet, or it is none.
    void setExpected(const std::optional<Estimate> &share);
    QString reason() const { return m_problem; } ///< why it cannot be started; empty if it can

private:
    void setSections(const Blueprint &blueprint, const FormPreview &preview);
    QWidget *makeForm();
    QWidget *makeChoice();
    static QString whyNot(const Blueprint &blueprint, const FormPreview &preview);

    const Theme &m_theme;
    TextLabel *m_title;
    TextLabel *m_size;
    TextLabel *m_drawn;
    TextLabel *m_expected;
    QWidget *m_figures = nullptr; ///< of a form: difficulty, code, seen before
    QWidget *m_form = nullptr;
    QWidget *m_choice = nullptr;
    QVBoxLayout *m_sections;
    QList<SectionRow *> m_rows;
    QString m_blueprint;
    DifficultyBar *m_difficulty;
    TextLabel *m_code;
    TextLabel *m_seen;
    TextLabel *m_single;
    TextLabel *m_matching;
    TextLabel *m_criteria;
    TextLabel *m_order;
    QVBoxLayout *m_domains;
    QList<SectionRow *> m_domainRows;
    QString m_problem;
};

} // namespace lectern
