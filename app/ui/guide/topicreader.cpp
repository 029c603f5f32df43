// SPDX-License-Identifier: GPL-3.0-or-later
#include "topicreader.h"

#include "safetext.h"
#include "scrollcolumn.h"
#include "ui.h"
#include "widgets.h"

#include <QLocale>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int readingCharacters = 90;

QString bulleted(const QStringList &lines)
{
    return lines.isEmpty() ? QString() : QStringLiteral("• ") + lines.join(QStringLiteral("\n• "));
}

} // namespace

TopicReader::TopicReader(Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_ui(ui)
    , m_column(new ScrollColumn(ui.theme, readingCharacters))
{
    const Theme &theme = ui.theme;
    QVBoxLayout *body = m_column->body();
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(space::s));
    head->addWidget(m_chip = new Chip(theme, QString(), 0));
    head->addWidget(m_context = new TextLabel(theme, Theme::Role::Body), 1);
    m_context->setTone(TextLabel::Tone::Muted);
    m_context->setElided(true);
    head->addWidget(m_weight = new TextLabel(theme, Theme::Role::Small));
    m_weight->setTone(TextLabel::Tone::Muted);
    body->addLayout(head);
    body->addWidget(m_title = new TextLabel(theme, Theme::Role::Figure));
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body->addWidget(m_text = new SafeText(theme));
    m_text->setAccessibleName(tr("What to be able to do"));
    body->addWidget(m_list = new SafeText(theme));
    m_list->setAccessibleName(tr("What belongs to it"));
    body->addWidget(makeResults());
    body->addWidget(
        m_objectivesTitle = new TextLabel(theme, Theme::Role::Heading, tr("Objectives of the vendor's outline")));
    m_objectivesTitle->setWordWrap(true);
    body->addWidget(m_objectives = new SafeText(theme));
    m_objectives->setAccessibleName(tr("Objectives of the vendor's outline"));
    body->addStretch();
    m_column->setRaised(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_column, 1);
    layout->addWidget(hairline());
    layout->addWidget(makeFooter());
}

QWidget *TopicReader::makeResults()
{
    const Theme &theme = m_ui.theme;
    auto *results = new QWidget;
    auto *layout = new QVBoxLayout(results);
    layout->setContentsMargins(0, theme.px(space::s), 0, 0);
    layout->setSpacing(theme.px(space::s));
    layout->addWidget(m_resultsTitle = new TextLabel(theme, Theme::Role::Heading));
    m_resultsTitle->setWordWrap(true);
    layout->addWidget(m_answers = new TextLabel(theme, Theme::Role::Body));
    m_answers->setWordWrap(true);
    layout->addWidget(m_bar = new ShareBar(theme));
    m_bar->setAccessibleName(tr("Share right"));
    layout->addWidget(m_questions = new TextLabel(theme, Theme::Role::Body));
    m_questions->setTone(TextLabel::Tone::Muted);
    return results;
}

QWidget *TopicReader::makeFooter()
{
    const Theme &theme = m_ui.theme;
    auto *footer = new QWidget;
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(theme.px(space::xl), theme.px(space::s), theme.px(space::xl), theme.px(space::s));
    auto *before = plainButton(theme, tr("Previous"), QStringLiteral("go-previous"));
    auto *after = plainButton(theme, tr("Next"), QStringLiteral("go-next"));
    before->setToolTip(tr("The one above in the tree (Ctrl+Up)"));
    after->setToolTip(tr("The one below in the tree (Ctrl+Down)"));
    m_practise = primaryButton(theme, tr("Practise"), QStringLiteral("media-playback-start"));
    layout->addWidget(before);
    layout->addStretch();
    layout->addWidget(m_practise);
    layout->addWidget(after);
    connect(before, &QPushButton::clicked, this, [this] { Q_EMIT step(-1); });
    connect(after, &QPushButton::clicked, this, [this] { Q_EMIT step(+1); });
    connect(m_practise, &QPushButton::clicked, this, [this] { m_ui.go(m_practisePlace); });
    return footer;
}

void TopicReader::showContent(const Content &content)
{
    m_chip->set(content.code, content.color);
    m_context->setText(content.context);
    m_weight->setText(tr("weight %1 %").arg(QLocale().toString(content.weight)));
    m_title->setText(content.title);
    m_text->setSafePlainText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    m_list->setSafePlainText(bulleted(content.list));
    m_list->setVisible(!content.list.isEmpty());
    m_objectives->setSafePlainText(bulleted(content.objectives));
    m_objectives->setVisible(!content.objectives.isEmpty());
    m_objectivesTitle->setVisible(!content.objectives.isEmpty());
    m_practise->setAccessibleName(tr("Practise %1").arg(content.title));
    m_practise->setToolTip(tr("Set up a drill of its questions"));
    m_practisePlace = content.practise;
    fillResults(content);
}

void TopicReader::fillResults(const Content &content)
{
    const QLocale locale;
    const SectionAccuracy &accuracy = content.accuracy;
    const bool known = accuracy.answers > 0;
    m_resultsTitle->setText(
        content.resultsOf.isEmpty() ? tr("Your answers") : tr("Your answers on %1").arg(content.resultsOf));
    if (known) {
        m_answers->setText(
            tr("%1 of %n first-seen answer(s) right, %2 % (80 % interval %3–%4 %)", nullptr, accuracy.answers)
                .arg(locale.toString(accuracy.right), locale.toString(qRound(100 * accuracy.share())),
                    locale.toString(qRound(100 * accuracy.interval.low)),
                    locale.toString(qRound(100 * accuracy.interval.high))));
    } else {
        m_answers->setText(tr("No answers yet. Nothing is known about it, which is not the same as zero."));
    }
    m_bar->setVisible(known);
    m_bar->setShare(accuracy.share());
    m_bar->setDomain(content.color);
    m_questions->setText(tr("%n question(s) in the bank", nullptr, content.questions));
    m_questions->setVisible(content.questions >= 0);
}

} // namespace lectern
