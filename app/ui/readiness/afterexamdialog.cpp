// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterexamdialog.h"

#include "examresultlist.h"
#include "examwords.h"
#include "widgets.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int textWidth = 640; ///< pixels at 100 % text

QString longDate(QDate date)
{
    return QLocale().toString(date, QLocale::LongFormat);
}

} // namespace

AfterExamDialog::AfterExamDialog(const Facts &facts, const Theme &theme, QWidget *parent)
    : FormDialog(theme, tr("After the exam"), parent)
    , m_theme(theme)
    , m_facts(facts)
{
    setMinimumWidth(theme.px(textWidth));
    body().setSpacing(theme.px(space::s));
    auto *head = new TextLabel(theme, Theme::Role::Heading,
        facts.result.passed ? tr("You passed. Congratulations.") : tr("Not passed this time."), this);
    head->setWordWrap(true);
    body().addWidget(head);
    say(resultWords(facts.result) + u'.');
    if (facts.result.passed)
        buildPass();
    else
        buildFail();
    if (!facts.result.note.isEmpty()) {
        title(tr("Your note"));
        say(facts.result.note);
    }
    body().addStretch(1);
    QPushButton *change = buttons().addButton(tr("Change the result…"), QDialogButtonBox::ActionRole);
    change->setObjectName(QStringLiteral("changeResult"));
    connect(change, &QPushButton::clicked, this, [this] { leave(Wish::Change); });
    buttons().addButton(tr("Close"), QDialogButtonBox::RejectRole);
}

void AfterExamDialog::buildPass()
{
    title(tr("Renewal"));
    const QDate notice = m_facts.renewal.addDays(-renewalNoticeDays);
    say(m_facts.today > m_facts.renewal
            ? tr("It was valid until %1.").arg(longDate(m_facts.renewal))
            : tr("Valid until %1. Today reminds you from %2 on; the exported calendar has the date.")
                  .arg(longDate(m_facts.renewal), longDate(notice)));
    if (const Fact *validity = fact(QStringLiteral("validity")))
        say(validity->note);
    title(tr("What you can show"));
    say(tr("The dossier is one document for an employer: this result, the plan you kept, answers and rehearsals, "
           "projects and checklists with their evidence."));
    offer(tr("Make the dossier…"), Wish::Dossier, "makeDossier");
    title(tr("Put it away"));
    if (m_facts.archived) {
        say(tr("The certification is put away: planning does not remind you of it. Everything stays readable."));
        offer(tr("Take it up again"), Wish::TakeUp, "takeUp");
    } else {
        say(tr("Planning stops reminding you. Everything stays readable, and you can take it up again."));
        offer(tr("Put it away"), Wish::Archive, "archive");
    }
}

void AfterExamDialog::buildFail()
{
    title(tr("The retake"));
    const int wait = m_facts.certification.exam.retakeWaitDays;
    say(m_facts.today < m_facts.earliestRetake
            ? tr("The vendor asks for %n day(s) between two attempts: the earliest retake is on %1.", nullptr, wait)
                  .arg(longDate(m_facts.earliestRetake))
            : tr("The %n day(s) between two attempts are over: a retake is possible since %1.", nullptr, wait)
                  .arg(longDate(m_facts.earliestRetake)));
    if (const Fact *cost = fact(QStringLiteral("cost"))) {
        const QString fee = cost->vendor.isEmpty() ? cost->page : cost->vendor;
        say(tr("The fee is due again: %1, as checked on %2.").arg(fee, longDate(cost->source.checkedOn)));
    }
    offer(tr("Book the retake…"), Wish::Book, "bookRetake");
    addLosses();
    title(tr("A new plan"));
    say(tr("It goes from now to the earliest retake, or to the day you choose."));
    offer(tr("Make a new plan…"), Wish::Plan, "newPlan");
    title(tr("Sealed forms"));
    if (m_facts.sealedForms > 0)
        say(tr("%n form(s) of questions that you have never seen are left. Keep one for the last week.", nullptr,
            m_facts.sealedForms));
    else if (m_facts.hasReserve)
        say(tr("No form of questions that you have never seen is left. Mocks taken elsewhere can stand in; enter them "
               "under Readiness."));
    else
        say(tr("The bank keeps no sealed questions, so no form was ever fresh."));
}

void AfterExamDialog::addLosses()
{
    const Blueprint *blueprint = m_facts.certification.blueprint(m_facts.result.blueprint);
    title(tr("What to do first"));
    const QList<SectionLoss> losses = blueprint ? pointsLost(*blueprint, m_facts.result) : QList<SectionLoss>();
    if (losses.isEmpty()) {
        say(tr("No section bars are entered. With them the points would be shared out here: change the result."));
        return;
    }
    const QHash<QString, double> shares = shareByLoss(*blueprint, m_facts.result);
    const auto name = [](const Section &section) {
        return section.shortTitle.isEmpty() ? section.title : section.shortTitle;
    };
    const SectionLoss &worst = losses.constFirst();
    say(tr("Begin with “%1”: it took %2 of the exam's 100 points. The shares are of the study time, by points lost.")
            .arg(name(*blueprint->section(worst.section)), QLocale().toString(worst.points, 'f', 1)));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(space::m));
    grid->setVerticalSpacing(m_theme.px(space::xs));
    grid->setColumnStretch(1, 1);
    for (const SectionLoss &loss : losses) {
        const auto found = std::find_if(blueprint->sections.cbegin(), blueprint->sections.cend(),
            [&](const Section &section) { return section.id == loss.section; });
        const int index = int(found - blueprint->sections.cbegin());
        const int row = grid->rowCount();
        auto *chip = new Chip(m_theme, found->code, index, this);
        auto *label = new TextLabel(m_theme, Theme::Role::Body, name(*found), this);
        label->setWordWrap(true);
        auto *words = new TextLabel(m_theme, Theme::Role::Small,
            tr("%1, %2 points lost, %3 of the time")
                .arg(percent(loss.percent / 100.0), QLocale().toString(loss.points, 'f', 1),
                    percent(shares.value(loss.section))),
            this);
        words->setTone(TextLabel::Tone::Muted);
        QPushButton *practise = plainButton(m_theme, tr("Practise"));
        practise->setObjectName(QStringLiteral("practise-") + loss.section);
        practise->setAccessibleName(tr("Practise %1").arg(found->title));
        connect(
            practise, &QPushButton::clicked, this, [this, section = loss.section] { leave(Wish::Practise, section); });
        grid->addWidget(chip, row, 0);
        grid->addWidget(label, row, 1);
        grid->addWidget(words, row, 2);
        grid->addWidget(practise, row, 3);
    }
    body().addLayout(grid);
}

void AfterExamDialog::say(const QString &words)
{
    if (words.isEmpty())
        return;
    auto *label = new TextLabel(m_theme, Theme::Role::Body, words, this);
    label->setWordWrap(true);
    body().addWidget(label);
}

void AfterExamDialog::title(const QString &words)
{
    body().addSpacing(m_theme.px(space::s));
    auto *label = new TextLabel(m_theme, Theme::Role::Body, words, this);
    label->setBold(true);
    body().addWidget(label);
}

void AfterExamDialog::offer(const QString &text, Wish wish, const char *name)
{
    QPushButton *button = plainButton(m_theme, text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, wish] { leave(wish); });
    body().addWidget(button, 0, Qt::AlignLeading);
}

void AfterExamDialog::leave(Wish wish, const QString &section)
{
    m_wish = wish;
    m_section = section;
    accept();
}

const Fact *AfterExamDialog::fact(const QString &id) const
{
    const QList<Fact> &facts = m_facts.certification.facts;
    const auto found =
        std::find_if(facts.cbegin(), facts.cend(), [&](const Fact &candidate) { return candidate.id == id; });
    return found == facts.cend() ? nullptr : &*found;
}

} // namespace lectern
