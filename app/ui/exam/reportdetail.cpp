// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportdetail.h"

#include "codeview.h"
#include "examwords.h"
#include "form.h"
#include "questionabout.h"
#include "safetext.h"
#include "score.h"
#include "settingsdesk.h"
#include "verdictmark.h"
#include "widgets.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int columnWidth = 960; ///< pixels at 100 % text: about 90 characters beside the letters

} // namespace

ReportDetail::ReportDetail(const Theme &theme, const SettingsDesk &settings, const Item &item, const FormItem &seat,
    const ItemOutcome &outcome, const QString &current, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_item(item)
    , m_seen(seat.revision)
    , m_current(current)
    , m_column(new QVBoxLayout)
    , m_about(plainButton(theme, tr("About this question"), QStringLiteral("dialog-information"), tr("I")))
    , m_dispute(plainButton(theme, tr("Dispute…"), QStringLiteral("flag"), tr("D")))
{
    // Under the titles: the number and the section's code stand to the left. Lines are kept short enough to read.
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(96), theme.px(space::m), theme.px(space::xl), theme.px(space::l));
    auto *text = new QWidget;
    text->setMaximumWidth(theme.px(columnWidth));
    row->addWidget(text, 1000);
    row->addStretch(1);
    QVBoxLayout *column = m_column;
    text->setLayout(column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::m));
    addText(column, item.stem, tr("Scenario"));
    if (!item.code.language.isEmpty()) {
        auto *code = new CodeView(theme);
        code->setZoom(settings.value(Setting::CodeZoom).toInt());
        code->setWrap(settings.value(Setting::CodeWrap).toBool());
        code->setCode(item.code.language, item.code.text);
        column->addWidget(code);
    }
    addText(column, item.question, tr("What was asked"));

    auto *options = new QGridLayout;
    options->setHorizontalSpacing(theme.px(space::s));
    options->setVerticalSpacing(theme.px(space::xs));
    options->setColumnStretch(2, 1);
    for (int index = 0; index < seat.optionOrder.size(); ++index) {
        if (const Option *option = item.option(seat.optionOrder.at(index)))
            addOption(options, *option, index, outcome.chosen.contains(option->id));
    }
    column->addLayout(options);

    if (!item.takeaway.isEmpty()) {
        auto *heading = new TextLabel(theme, Theme::Role::Body, tr("To take away"));
        heading->setBold(true);
        column->addWidget(heading);
        addText(column, item.takeaway, tr("To take away"));
    }
    auto *sources = new QVBoxLayout;
    sources->setSpacing(theme.px(space::xs));
    for (const Source &source : item.sources)
        addSource(sources, source);
    column->addLayout(sources);
    addActions(column);
}

QWidget *ReportDetail::about() const
{
    return m_known;
}

void ReportDetail::addText(QVBoxLayout *column, const QString &markdown, const QString &name)
{
    if (markdown.isEmpty())
        return;
    auto *text = new SafeText(m_theme);
    text->setAccessibleName(name);
    text->setSafeMarkdown(markdown);
    connect(text, &SafeText::linkActivated, this, &ReportDetail::linkActivated);
    column->addWidget(text);
}

void ReportDetail::addOption(QGridLayout *grid, const Option &option, int index, bool chosen)
{
    const int row = grid->rowCount();
    const Verdict verdict = option.key ? Verdict::Right : chosen ? Verdict::Wrong : Verdict::None;
    const QString role = option.key && chosen ? tr("your answer, key")
                         : option.key         ? tr("key")
                         : chosen             ? tr("your answer")
                                              : QString();
    auto *mark = new QVBoxLayout;
    mark->addSpacing(m_theme.px(space::xs));
    mark->addWidget(new VerdictMark(m_theme, verdict));
    mark->addStretch();
    grid->addLayout(mark, row, 0);

    auto *who = new TextLabel(m_theme, Theme::Role::Body,
        role.isEmpty() ? letter(index) : tr("%1, %2", "letter, role").arg(letter(index), role));
    who->setObjectName(QStringLiteral("who"));
    who->setBold(!role.isEmpty());
    who->setTone(option.key ? TextLabel::Tone::Good : chosen ? TextLabel::Tone::Bad : TextLabel::Tone::Muted);
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

void ReportDetail::addSource(QVBoxLayout *column, const Source &source)
{
    auto *what = new TextLabel(m_theme, Theme::Role::Small,
        tr("%1, checked %2").arg(source.title, QLocale().toString(source.checkedOn, QLocale::ShortFormat)));
    what->setTone(TextLabel::Tone::Muted);
    what->setWordWrap(true);
    column->addWidget(what);
    if (source.url.isEmpty())
        return;
    QPushButton *link = linkButton(m_theme, tr("Open source"));
    link->setToolTip(source.url);
    link->setAccessibleName(tr("Source: %1, on %2").arg(source.title, QUrl(source.url).host()));
    connect(link, &QPushButton::clicked, this, [this, url = source.url] { Q_EMIT linkActivated(url); });
    column->addWidget(link, 0, Qt::AlignLeading);
}

void ReportDetail::addActions(QVBoxLayout *column)
{
    m_about->setObjectName(QStringLiteral("about"));
    m_about->setCheckable(true);
    m_dispute->setObjectName(QStringLiteral("dispute"));
    connect(m_about, &QPushButton::toggled, this, &ReportDetail::unfold);
    connect(m_dispute, &QPushButton::clicked, this, &ReportDetail::disputeRequested);
    auto *row = new QHBoxLayout;
    row->setSpacing(m_theme.px(space::s));
    row->addWidget(m_about);
    row->addWidget(m_dispute);
    row->addStretch();
    column->addLayout(row);
}

void ReportDetail::unfold(bool on)
{
    if (on) {
        m_known = new QuestionAbout(m_theme, m_item, m_seen, m_current);
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
