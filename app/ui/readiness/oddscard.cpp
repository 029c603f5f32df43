// SPDX-License-Identifier: GPL-3.0-or-later
#include "oddscard.h"

#include "figurewords.h"
#include "flowlayout.h"
#include "icons.h"
#include "readinesswords.h"

#include <QGridLayout>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int fewSections = 3; ///< that have a line each; more stand side by side
constexpr int iconSide = 16;   ///< pixels at 100 % text

QString haveOfNeed(const OddsGap &gap)
{
    const QLocale locale;
    return OddsCard::tr("%1 of %2", "answers there, answers needed")
        .arg(locale.toString(gap.have), locale.toString(gap.need));
}

QLabel *icon(const Theme &theme, const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    const auto draw = [&theme, label, name] { label->setPixmap(symbolicIcon(theme, name).pixmap(theme.px(iconSide))); };
    QObject::connect(&theme, &Theme::changed, label, draw);
    draw();
    return label;
}

} // namespace

OddsCard::OddsCard(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
{
    setPadding({space::l, space::m, space::l, space::m});
}

void OddsCard::fill(const Facts &facts)
{
    if (m_content) {
        // Not deleted at once: it may be what was clicked.
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(space::s));
    if (facts.report.odds)
        addOdds(facts);
    else
        addSilence(facts);
    addRepeats(facts.report);
    body()->addWidget(m_content);
    if (isVisible())
        m_content->show();
}

TextLabel *OddsCard::add(const QString &text, TextLabel::Tone tone, Theme::Role role)
{
    auto *label = new TextLabel(m_theme, role, text, m_content);
    label->setTone(tone);
    label->setWordWrap(true);
    m_content->layout()->addWidget(label);
    return label;
}

void OddsCard::addOdds(const Facts &facts)
{
    const double odds = *facts.report.odds;
    auto *line = new QHBoxLayout;
    line->setSpacing(m_theme.px(space::m));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *caption = new TextLabel(m_theme, Theme::Role::Small,
        tr("Odds of %1 % or more on a fresh form").arg(QLocale().toString(facts.targetPercent)), m_content);
    caption->setTone(TextLabel::Tone::Muted);
    caption->setWordWrap(true);
    auto *figure = new TextLabel(m_theme, Theme::Role::Figure, oddsWords(odds), m_content);
    figure->setObjectName(QStringLiteral("odds"));
    figure->setWordWrap(true);
    words->addWidget(caption);
    words->addWidget(figure);
    line->addLayout(words, 1);
    auto *ten = new TenFigures(m_theme, m_content);
    ten->setFilled(ofTen(odds));
    line->addWidget(ten);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(line);

    QString sentence = oddsWords(odds);
    sentence[0] = sentence.at(0).toUpper();
    add(tr("%1 fresh forms of this blueprint would reach %2 %. The vendor publishes no pass mark.",
            "about 7 of 10, target")
            .arg(sentence, QLocale().toString(facts.targetPercent)),
        TextLabel::Tone::Text);
    if (facts.report.examOdds && facts.exam.isValid())
        add(tr("On %1, if you follow the plan: %2.", "day, about 8 of 10")
                .arg(chartDay(facts.exam, facts.report.day), oddsWords(*facts.report.examOdds)),
            TextLabel::Tone::Text);

    auto *proof = new QWidget(m_content);
    auto *flow = new FlowLayout(m_theme.px(space::xs), proof);
    const auto shown = std::count_if(facts.rehearsals.begin(), facts.rehearsals.end(),
        [](const RehearsalCheck &check) { return check.before.has_value(); });
    const auto inside = std::count_if(
        facts.rehearsals.begin(), facts.rehearsals.end(), [](const RehearsalCheck &check) { return check.inside(); });
    if (shown > 0) {
        auto *hits = new TextLabel(m_theme, Theme::Role::Small,
            tr("%1 of %n rehearsal(s) scored inside the interval shown before.", nullptr, int(shown)).arg(inside),
            proof);
        hits->setTone(TextLabel::Tone::Muted);
        flow->addWidget(hits);
    }
    if (facts.calibrated) {
        QPushButton *how = linkButton(m_theme, tr("How it is calibrated"));
        how->setParent(proof);
        connect(how, &QPushButton::clicked, this, &OddsCard::calibrationWanted);
        flow->addWidget(how);
    }
    m_content->layout()->addWidget(proof);
    proof->setVisible(flow->count() > 0);
}

void OddsCard::addSilence(const Facts &facts)
{
    auto *title = new QHBoxLayout;
    title->setSpacing(m_theme.px(space::s));
    title->addWidget(icon(m_theme, QStringLiteral("dialog-information"), m_content));
    auto *words = new TextLabel(m_theme, Theme::Role::Heading, tr("No odds yet"), m_content);
    title->addWidget(words, 1);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(title);
    if (facts.report.answers == 0) {
        add(tr("A diagnostic asks 20 questions and shows where your points lie."), TextLabel::Tone::Text);
        QPushButton *start = primaryButton(m_theme, tr("Set up a diagnostic"), QStringLiteral("help-hint"));
        static_cast<QVBoxLayout *>(m_content->layout())->addWidget(start, 0, Qt::AlignLeading);
        connect(start, &QPushButton::clicked, this, &OddsCard::diagnosticWanted);
    }
    add(tr("Odds appear when these are in. Guessing earlier would flatter you."), TextLabel::Tone::Text);

    QList<OddsGap> sections;
    auto *box = new QWidget(m_content);
    auto *rows = new QGridLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(m_theme.px(space::m));
    rows->setVerticalSpacing(m_theme.px(6));
    rows->setColumnStretch(0, 1);
    for (const OddsGap &gap : facts.report.gaps) {
        if (gap.kind == OddsGap::Kind::SectionAnswers && !gap.met())
            sections << gap;
        else if (!gap.met())
            addGap(*rows, gap, facts);
    }
    const bool each = sections.size() <= fewSections;
    for (const OddsGap &gap : std::as_const(sections)) {
        if (each)
            addGap(*rows, gap, facts);
    }
    m_content->layout()->addWidget(box);
    box->setVisible(rows->count() > 0);
    if (!each)
        addSections(sections, facts);
    addMet(facts);
}

void OddsCard::addGap(QGridLayout &rows, const OddsGap &gap, const Facts &facts)
{
    const Section *section = facts.blueprint.section(gap.section);
    QString words;
    switch (gap.kind) {
    case OddsGap::Kind::SealedAnswers:
        words = tr("First-seen answers in sealed rehearsals");
        break;
    case OddsGap::Kind::RecentSealed:
        words = tr("Of these, in the last %n day(s)", nullptr, recentDaysForOdds);
        break;
    case OddsGap::Kind::SectionAnswers:
        words = tr("First-seen answers, %1").arg(section ? nameOf(*section) : gap.section);
        break;
    }
    const int row = rows.rowCount();
    auto *what = new TextLabel(m_theme, Theme::Role::Body, words, m_content);
    what->setWordWrap(true);
    auto *count = new TextLabel(m_theme, Theme::Role::Body, haveOfNeed(gap), m_content);
    count->setBold(true);
    rows.addWidget(what, row, 0);
    rows.addWidget(count, row, 1);
    QPushButton *button = nullptr;
    if (section) {
        button = answerButton(
            gap, *section, tr("Answer %n now", nullptr, gap.need - gap.have), QStringLiteral("media-playback-start"));
    } else {
        button = plainButton(m_theme, tr("Sit rehearsal"), QStringLiteral("chronometer"));
        button->setAccessibleName(
            tr("Sit rehearsal: %1, %2", "what is missing, have of need").arg(words, haveOfNeed(gap)));
        button->setToolTip(tr("Set up a rehearsal of sealed questions"));
        connect(button, &QPushButton::clicked, this, &OddsCard::rehearsalWanted);
    }
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // all as wide as the widest
    rows.addWidget(button, row, 2);
}

QPushButton *OddsCard::answerButton(
    const OddsGap &gap, const Section &section, const QString &text, const QString &icon)
{
    QPushButton *button = plainButton(m_theme, text, icon);
    const QString name = tr("Answer %n question(s) of %1 now", nullptr, gap.need - gap.have).arg(nameOf(section));
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &QPushButton::clicked, this, [this, id = section.id] { Q_EMIT answersWanted(id); });
    return button;
}

void OddsCard::addSections(const QList<OddsGap> &gaps, const Facts &facts)
{
    add(tr("First-seen answers of each section"), TextLabel::Tone::Text);
    auto *box = new QWidget(m_content);
    auto *flow = new FlowLayout(m_theme.px(space::s), box);
    for (const OddsGap &gap : gaps) {
        if (const Section *section = facts.blueprint.section(gap.section))
            flow->addWidget(answerButton(
                gap, *section, tr("%1  %2", "code, have of need").arg(section->code, haveOfNeed(gap)), {}));
    }
    m_content->layout()->addWidget(box);
}

void OddsCard::addMet(const Facts &facts)
{
    QStringList met;
    int sections = 0;
    for (const OddsGap &gap : facts.report.gaps) {
        if (!gap.met())
            continue;
        if (gap.kind == OddsGap::Kind::SectionAnswers)
            ++sections;
        else
            met << (gap.kind == OddsGap::Kind::SealedAnswers
                        ? tr("%1 sealed answers").arg(QLocale().toString(gap.have))
                        : tr("%1 in the last 28 days", "sealed answers").arg(QLocale().toString(gap.have)));
    }
    if (sections > 0)
        met << (sections == facts.blueprint.sections.size() ? tr("enough of every section")
                                                            : tr("enough of %n section(s)", nullptr, sections));
    if (met.isEmpty())
        return;
    auto *line = new QHBoxLayout;
    line->setSpacing(m_theme.px(space::s));
    line->addWidget(icon(m_theme, QStringLiteral("checkmark"), m_content));
    auto *words = new TextLabel(
        m_theme, Theme::Role::Body, tr("Already in: %1", "conditions").arg(met.join(QStringLiteral(", "))), m_content);
    words->setTone(TextLabel::Tone::Muted);
    words->setWordWrap(true);
    line->addWidget(words, 1);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(line);
}

void OddsCard::addRepeats(const ReadinessReport &report)
{
    if (report.repeats > 0)
        add(tr("%n answer(s) to questions seen before are no evidence: they say what you remember.", nullptr,
                report.repeats),
            TextLabel::Tone::Muted, Theme::Role::Small)
            ->setObjectName(QStringLiteral("repeats"));
}

} // namespace lectern
