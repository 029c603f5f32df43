// SPDX-License-Identifier: GPL-3.0-or-later
#include "formcard.h"

#include "sectionrow.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

/// "Seen by you before      0 of 60"
TextLabel *addFigure(const Theme &theme, QVBoxLayout *body, const QString &what)
{
    auto *figure = new TextLabel(theme, Theme::Role::Body);
    figure->setBold(true);
    auto *line = new QHBoxLayout;
    line->addWidget(new TextLabel(theme, Theme::Role::Body, what), 1);
    line->addWidget(figure);
    body->addLayout(line);
    return figure;
}

} // namespace

FormCard::FormCard(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_size(new TextLabel(theme, Theme::Role::Small))
    , m_drawn(new TextLabel(theme, Theme::Role::Small))
    , m_sections(new QVBoxLayout)
    , m_difficulty(new DifficultyBar(theme))
{
    m_size->setTone(TextLabel::Tone::Muted);
    m_drawn->setTone(TextLabel::Tone::Muted);
    m_drawn->setWordWrap(true);
    m_sections->setSpacing(theme.px(space::m));

    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("Your form")), 1);
    head->addWidget(m_size);
    body()->addLayout(head);
    body()->addWidget(m_drawn);
    body()->addSpacing(theme.px(space::xs));
    body()->addLayout(m_sections);
    body()->addSpacing(theme.px(space::s));
    body()->addWidget(new TextLabel(theme, Theme::Role::Body, tr("Difficulty")));
    body()->addWidget(m_difficulty);
    body()->addSpacing(theme.px(space::xs));
    m_code = addFigure(theme, body(), tr("With code, plan or log"));
    m_seen = addFigure(theme, body(), tr("Seen by you before"));
}

void FormCard::setForm(const Blueprint &blueprint, int questions, const FormPreview &preview)
{
    const QLocale locale;
    m_size->setText(tr("%n question(s)", nullptr, questions));
    m_drawn->setText(blueprint.kind == BlueprintKind::Domains
                         ? tr("Drawn by weight, spread over the topics of each domain")
                         : tr("Drawn by weight, spread over the topics of each section"));
    setSections(blueprint, preview);
    m_difficulty->setSplit(preview.easy, preview.medium, preview.hard);
    const auto share = [&](int part) { return tr("%1 of %2").arg(locale.toString(part), locale.toString(questions)); };
    m_code->setText(share(preview.withCode));
    m_seen->setText(share(preview.seenBefore));
    m_seen->setTone(preview.seenBefore > 0 ? TextLabel::Tone::Warn : TextLabel::Tone::Text);
    m_problem = preview.possible ? QString() : whyNot(blueprint, preview);
}

void FormCard::setSections(const Blueprint &blueprint, const FormPreview &preview)
{
    if (m_blueprint != blueprint.id || m_rows.size() != preview.sections.size()) {
        qDeleteAll(m_rows);
        m_rows.clear();
        m_blueprint = blueprint.id;
        for (const SectionSupply &supply : preview.sections) {
            const auto found = std::find_if(blueprint.sections.begin(), blueprint.sections.end(),
                [&supply](const Section &section) { return section.id == supply.section; });
            if (found == blueprint.sections.end())
                continue;
            auto *row = new SectionRow(m_theme, *found, int(found - blueprint.sections.begin()));
            m_sections->addWidget(row);
            m_rows << row;
        }
    }
    int most = 0;
    for (const SectionSupply &supply : preview.sections)
        most = std::max(most, supply.wanted);
    for (int i = 0; i < m_rows.size() && i < preview.sections.size(); ++i)
        m_rows.at(i)->setSupply(preview.sections.at(i), most);
}

QString FormCard::whyNot(const Blueprint &blueprint, const FormPreview &preview)
{
    for (const SectionSupply &supply : preview.sections) {
        const Section *section = blueprint.section(supply.section);
        if (section && supply.available < supply.wanted)
            return tr("The bank has %1 of the %2 questions needed for %3. Choose a shorter form or another blueprint.")
                .arg(QLocale().toString(supply.available), QLocale().toString(supply.wanted), section->title);
    }
    return tr("The bank cannot fill a form of this length. Choose a shorter one or another blueprint.");
}

} // namespace lectern
