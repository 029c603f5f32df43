// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportdetail.h"

#include "codeview.h"
#include "examwords.h"
#include "flowlayout.h"
#include "questionabout.h"
#include "reportwords.h"
#include "safetext.h"
#include "seatwords.h"
#include "settingsdesk.h"
#include "takeaway.h"
#include "textmarker.h"
#include "verdictmark.h"
#include "widgets.h"
#include "workup.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QTextEdit>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int columnWidth = 960; ///< pixels at 100 % text: about 90 characters beside the letters
constexpr int indent = 96;
constexpr int narrow = 640;

} // namespace

ReportDetail::ReportDetail(
    const Theme &theme, const SettingsDesk &settings, const ReportQuestion &question, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_question(question)
    , m_column(new QVBoxLayout)
    , m_about(plainButton(theme, tr("About this question"), QStringLiteral("dialog-information"), tr("I")))
    , m_dispute(plainButton(theme, tr("Dispute…"), QStringLiteral("flag"), tr("D")))
    , m_withdraw(plainButton(theme, tr("Withdraw dispute"), QStringLiteral("edit-undo"), tr("W")))
    , m_disputed(new TextLabel(theme, Theme::Role::Body))
{
    // Under the titles: the number and the section's code stand to the left. Lines are kept short enough to read.
    auto *row = new QHBoxLayout(this);
    const bool wide = !parent || parent->width() >= theme.px(narrow);
    row->setContentsMargins(
        theme.px(wide ? indent : space::l), theme.px(space::m), theme.px(space::xl), theme.px(space::l));
    auto *text = new QWidget;
    text->setMaximumWidth(theme.px(columnWidth));
    row->addWidget(text, 1000);
    row->addStretch(1);
    text->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(space::m));
    addWorkup();
    addQuestion();
    addOptions();
    addNote();
    auto *takeaway = new Takeaway(theme);
    takeaway->setItem(m_question.item);
    connect(takeaway, &Takeaway::linkActivated, this, &ReportDetail::linkActivated);
    m_column->addWidget(takeaway);
    addActions();
}

QWidget *ReportDetail::about() const
{
    return m_known;
}

/// First: it is what the person came for, and two clicks away.
void ReportDetail::addWorkup()
{
    if (m_question.outcome.right)
        return;
    m_workup = new Workup(m_theme, m_question.miss);
    connect(m_workup, &Workup::said, this, &ReportDetail::said);
    connect(m_workup, &Workup::disputeWanted, this, &ReportDetail::disputeRequested);
    m_column->addWidget(m_workup);
    m_column->addWidget(hairline());
}

void ReportDetail::addQuestion()
{
    const Item &item = m_question.item;
    auto *marker = new TextMarker(m_theme, this);
    if (auto *stem = qobject_cast<QTextEdit *>(addText(item.stem, tr("Scenario"))))
        marker->watch(Highlight::Part::Stem, stem);
    if (!item.code.language.isEmpty()) {
        auto *code = new CodeView(m_theme);
        code->setZoom(m_settings.value(Setting::CodeZoom).toInt());
        code->setWrap(m_settings.value(Setting::CodeWrap).toBool());
        code->setCode(item.code.language, item.code.text);
        m_column->addWidget(code);
        marker->watch(Highlight::Part::Code, code->text());
    }
    if (auto *asked = qobject_cast<QTextEdit *>(addText(item.question, tr("What was asked"))))
        marker->watch(Highlight::Part::Question, asked);
    marker->setHighlights(m_question.state.highlights);
}

QWidget *ReportDetail::addText(const QString &markdown, const QString &name)
{
    if (markdown.isEmpty())
        return nullptr;
    auto *text = new SafeText(m_theme);
    text->setAccessibleName(name);
    text->setSafeMarkdown(markdown);
    connect(text, &SafeText::linkActivated, this, &ReportDetail::linkActivated);
    m_column->addWidget(text);
    return text;
}

void ReportDetail::addOptions()
{
    const QStringList &order = m_question.seat.optionOrder;
    if (const QString rated = certaintyWords(m_question.outcome.certainty); !rated.isEmpty()) {
        auto *certainty = new TextLabel(m_theme, Theme::Role::Body, tr("Your certainty: %1").arg(rated));
        certainty->setObjectName(QStringLiteral("certaintySaid"));
        m_column->addWidget(certainty);
    }
    if (!m_question.newKey.isEmpty()) {
        auto *settled = new TextLabel(m_theme, Theme::Role::Body,
            tr("A dispute was settled: the installed pack gives %1 as the key, and the score goes by it.")
                .arg(letters(m_question.newKey, order)));
        settled->setObjectName(QStringLiteral("newKey"));
        settled->setTone(TextLabel::Tone::Warn);
        settled->setWordWrap(true);
        m_column->addWidget(settled);
    }
    auto *options = new QGridLayout;
    options->setHorizontalSpacing(m_theme.px(space::s));
    options->setVerticalSpacing(m_theme.px(space::xs));
    options->setColumnStretch(2, 1);
    for (int index = 0; index < order.size(); ++index) {
        if (const Option *option = m_question.item.option(order.at(index)))
            addOption(options, *option, index);
    }
    m_column->addLayout(options);
}

void ReportDetail::addOption(QGridLayout *grid, const Option &option, int index)
{
    const int row = grid->rowCount();
    const bool chosen = m_question.outcome.chosen.contains(option.id);
    const bool now = m_question.newKey.contains(option.id);
    const bool right = m_question.newKey.isEmpty() ? option.key : now;
    const Verdict verdict = right ? Verdict::Right : chosen ? Verdict::Wrong : Verdict::None;
    QStringList role;
    if (chosen)
        role << tr("your answer");
    if (option.key)
        role << (m_question.newKey.isEmpty() ? tr("key") : tr("key then"));
    if (now)
        role << tr("key now");
    auto *mark = new QVBoxLayout;
    mark->addSpacing(m_theme.px(space::xs));
    mark->addWidget(new VerdictMark(m_theme, verdict));
    mark->addStretch();
    grid->addLayout(mark, row, 0);

    auto *who = new TextLabel(m_theme, Theme::Role::Body,
        role.isEmpty() ? letter(index) : tr("%1, %2", "letter, role").arg(letter(index), role.join(tr(", "))));
    who->setObjectName(QStringLiteral("who"));
    who->setBold(!role.isEmpty());
    who->setTone(right ? TextLabel::Tone::Good : chosen ? TextLabel::Tone::Bad : TextLabel::Tone::Muted);
    grid->addWidget(who, row, 1, Qt::AlignTop);

    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(m_theme.px(space::s), 0, 0, m_theme.px(space::s));
    texts->setSpacing(m_theme.px(space::xs));
    auto *words = new TextLabel(m_theme, Theme::Role::Body);
    words->setTextFormat(Qt::RichText);
    words->setText(inlineRichText(option.text, m_theme));
    words->setWordWrap(true);
    words->setBold(true);
    texts->addWidget(words);
    auto *rationale = new SafeText(m_theme);
    rationale->setObjectName(QStringLiteral("rationale"));
    rationale->setAccessibleName(tr("Rationale of %1").arg(letter(index)));
    rationale->setSafeMarkdown(option.rationale);
    connect(rationale, &SafeText::linkActivated, this, &ReportDetail::linkActivated);
    texts->addWidget(rationale);
    grid->addLayout(texts, row, 2);
}

void ReportDetail::addNote()
{
    if (m_question.state.note.isEmpty())
        return;
    auto *heading = new TextLabel(m_theme, Theme::Role::Body, tr("Your note"));
    heading->setBold(true);
    m_column->addWidget(heading);
    auto *note = new SafeText(m_theme);
    note->setObjectName(QStringLiteral("note"));
    note->setAccessibleName(tr("Your note"));
    note->setSafePlainText(m_question.state.note);
    m_column->addWidget(note);
}

void ReportDetail::addActions()
{
    m_about->setObjectName(QStringLiteral("about"));
    m_about->setCheckable(true);
    m_dispute->setObjectName(QStringLiteral("dispute"));
    m_withdraw->setObjectName(QStringLiteral("withdraw"));
    connect(m_about, &QPushButton::toggled, this, &ReportDetail::unfold);
    connect(m_dispute, &QPushButton::clicked, this, &ReportDetail::disputeRequested);
    connect(m_withdraw, &QPushButton::clicked, this, &ReportDetail::withdrawRequested);
    m_disputed->setObjectName(QStringLiteral("disputed"));
    m_disputed->setText(
        tr("You dispute this question: it counts nowhere until you withdraw that or the pack changes it."));
    m_disputed->setTone(TextLabel::Tone::Warn);
    m_disputed->setWordWrap(true);
    m_column->addWidget(m_disputed);
    auto *actions = new QWidget;
    auto *row = new FlowLayout(m_theme.px(space::s), actions);
    for (QPushButton *button : {m_about, m_dispute, m_withdraw})
        row->addWidget(button);
    m_column->addWidget(actions);
    update(m_question.miss, m_question.disputed);
}

void ReportDetail::update(const Miss &miss, bool disputed)
{
    m_question.miss = miss;
    m_question.disputed = disputed;
    if (m_workup)
        m_workup->setMiss(miss);
    m_disputed->setVisible(disputed);
    m_withdraw->setVisible(disputed);
}

void ReportDetail::unfold(bool on)
{
    if (on) {
        m_known = new QuestionAbout(m_theme, m_question.item, m_question.seat.revision, m_question.current);
        m_column->addWidget(m_known);
        m_known->show();
    } else {
        // At once: a hidden one would leave its spacing behind.
        delete m_known;
        m_known = nullptr;
    }
    Q_EMIT aboutToggled(on);
}

} // namespace lectern
