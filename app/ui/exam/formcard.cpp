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
    , m_title(new TextLabel(theme, Theme::Role::Heading))
    , m_size(new TextLabel(theme, Theme::Role::Small))
    , m_drawn(new TextLabel(theme, Theme::Role::Small))
    , m_expected(new TextLabel(theme, Theme::Role::Body))
    , m_sections(new QVBoxLayout)
    , m_difficulty(new DifficultyBar(theme))
    , m_matching(new TextLabel(theme, Theme::Role::Figure))
    , m_criteria(new TextLabel(theme, Theme::Role::Body))
    , m_order(new TextLabel(theme, Theme::Role::Small))
    , m_domains(new QVBoxLayout)
{
    m_size->setTone(TextLabel::Tone::Muted);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_size);
    body()->addLayout(head);
    body()->addWidget(m_form = makeForm());
    body()->addWidget(m_choice = makeChoice());
}

QWidget *FormCard::makeForm()
{
    m_drawn->setTone(TextLabel::Tone::Muted);
    m_drawn->setWordWrap(true);
    m_sections->setSpacing(m_theme.px(space::m));
    m_figures = new QWidget;
    auto *figures = new QVBoxLayout(m_figures);
    figures->setContentsMargins(0, m_theme.px(space::s), 0, 0);
    figures->setSpacing(m_theme.px(space::s));
    figures->addWidget(new TextLabel(m_theme, Theme::Role::Body, tr("Difficulty")));
    figures->addWidget(m_difficulty);
    figures->addSpacing(m_theme.px(space::xs));
    m_code = addFigure(m_theme, figures, tr("With code, plan or log"));
    m_seen = addFigure(m_theme, figures, tr("Seen by you before"));
    m_single = addFigure(m_theme, figures, tr("Single best answer"));

    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(space::s));
    column->addWidget(m_drawn);
    m_expected->setObjectName(QStringLiteral("expected"));
    m_expected->setWordWrap(true);
    m_expected->hide();
    column->addWidget(m_expected);
    column->addSpacing(m_theme.px(space::xs));
    column->addLayout(m_sections);
    column->addWidget(m_figures);
    return form;
}

QWidget *FormCard::makeChoice()
{
    m_matching->setObjectName(QStringLiteral("matching"));
    m_matching->setWordWrap(true);
    m_criteria->setObjectName(QStringLiteral("criteria"));
    m_criteria->setWordWrap(true);
    m_order->setTone(TextLabel::Tone::Muted);
    m_order->setWordWrap(true);
    auto *choice = new QWidget;
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(space::s));
    m_domains->setSpacing(m_theme.px(space::m));
    column->addWidget(m_matching);
    column->addWidget(m_criteria);
    column->addSpacing(m_theme.px(space::xs));
    column->addLayout(m_domains);
    column->addSpacing(m_theme.px(space::xs));
    column->addWidget(m_order);
    return choice;
}

void FormCard::setForm(const Blueprint &blueprint, int questions, const FormPreview &preview)
{
    const QLocale locale;
    m_form->show();
    m_figures->show();
    m_choice->hide();
    m_title->setText(tr("Your form"));
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
    m_single->setText(share(questions)); // a form of the blueprint seats nothing else
    m_problem = preview.possible ? QString() : whyNot(blueprint, preview);
}

void FormCard::setQuotas(const Blueprint &blueprint, int questions)
{
    FormPreview preview;
    const QList<int> wanted = quotas(blueprint, questions);
    for (qsizetype i = 0; i < wanted.size(); ++i)
        preview.sections.append({blueprint.sections.at(i).id, wanted.at(i), wanted.at(i), wanted.at(i)});
    preview.possible = true;
    setForm(blueprint, questions, preview);
    m_figures->hide();
}

void FormCard::setChoice(const Choice &choice, const QList<Domain> &domains)
{
    m_form->hide();
    m_choice->show();
    m_title->setText(tr("Your questions"));
    m_size->setText(tr("%n question(s)", nullptr, choice.asked));
    m_matching->setText(
        choice.matching == 1 ? tr("1 question matches") : tr("%n question(s) match", nullptr, choice.matching));
    m_matching->setTone(choice.matching > 0 ? TextLabel::Tone::Text : TextLabel::Tone::Bad);
    m_criteria->setText(choice.criteria.isEmpty() ? tr("Every open question") : choice.criteria);
    m_order->setText(tr("The least shown come first, spread over topics. Sealed questions are never among them."));
    if (m_domainRows.size() != domains.size()) {
        qDeleteAll(m_domainRows);
        m_domainRows.clear();
        for (const Domain &domain : domains) {
            const Section whole{domain.id, domain.code, domain.title, {}, 0, {}};
            m_domainRows << new SectionRow(m_theme, whole, int(m_domainRows.size()));
            m_domains->addWidget(m_domainRows.constLast());
        }
    }
    const int most = choice.byDomain.isEmpty() ? 0 : *std::max_element(choice.byDomain.begin(), choice.byDomain.end());
    for (qsizetype i = 0; i < m_domainRows.size(); ++i) {
        const int count = choice.byDomain.value(i);
        m_domainRows.at(i)->setSupply({{}, count, count, count}, most);
    }
    m_problem = choice.matching > 0 ? QString() : tr("No question matches. Take something out of the choice.");
}

void FormCard::setExpected(const std::optional<Estimate> &share)
{
    m_expected->setVisible(share.has_value());
    if (!share)
        return;
    const auto number = [](double value) { return QLocale().toString(qRound(100 * value)); };
    m_expected->setText(tr("Expected of you: %1 %, %2–%3 % (80 %). Your score will be held against it.")
                            .arg(number(share->mean), number(share->low), number(share->high)));
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
