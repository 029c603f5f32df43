// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencetab.h"

#include "evidencedesk.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "outsidemocks.h"
#include "plandesk.h"
#include "planwords.h"
#include "projectdesk.h"
#include "readinessdesk.h"
#include "tell.h"
#include "topicevidencerow.h"
#include "ui.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int wideFrom = 1120;  ///< pixels at 100 % text: the mocks stand beside the topics
constexpr int mediumFrom = 760; ///< a topic in one line
constexpr int twoKindsFrom = 520;
constexpr int sideWidth = 320;

enum KindIndex { Tested, Felt, Worked, Outside };

/// The outline whose sections are the syllabus' domains; null where no blueprint counts by them.
const Blueprint *byDomains(const Certification &certification)
{
    const auto found = std::find_if(certification.blueprints.cbegin(), certification.blueprints.cend(),
        [](const Blueprint &blueprint) { return blueprint.kind == BlueprintKind::Domains; });
    return found == certification.blueprints.cend() ? nullptr : &*found;
}

} // namespace

EvidenceTab::EvidenceTab(const ReadinessDesks &desks, Ui &ui, QWidget *parent)
    : ScrollColumn(ui.theme, 0, parent)
    , m_desks(desks)
    , m_ui(ui)
{
    const Theme &theme = ui.theme;
    setPadding({space::xl, space::xs, space::xl, space::l});
    m_kindGrid = new QGridLayout;
    m_kindGrid->setSpacing(theme.px(space::m));
    m_kinds = {makeKind(tr("Tested"), tr("answers to questions never seen before")),
        makeKind(tr("Felt"), tr("how sure you feel")), makeKind(tr("Done"), tr("what you worked off")),
        makeKind(tr("Outside"), tr("mocks taken elsewhere"))};
    body()->addLayout(m_kindGrid);
    auto *rule =
        new TextLabel(theme, Theme::Role::Body, tr("Only tested answers and outside mocks enter the expected score."));
    rule->setBold(true);
    rule->setWordWrap(true);
    body()->addWidget(rule);

    auto *topics = new QWidget;
    auto *list = new QVBoxLayout(topics);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(theme.px(space::m));
    const QList<Domain> &domains = desks.readiness.certification().domains;
    for (qsizetype i = 0; i < domains.size(); ++i)
        list->addWidget(makeDomain(domains[i], int(i)));
    auto *side = new Card(theme);
    auto *heading = new TextLabel(theme, Theme::Role::Heading, tr("Mocks taken elsewhere"));
    heading->setWordWrap(true);
    side->body()->addWidget(heading);
    side->body()->addWidget(m_mocks = new OutsideMocks(desks.evidence, desks.history, ui));
    m_side = side;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(theme.px(space::m));
    m_columns->addWidget(topics, 1);
    m_columns->addWidget(m_side, 0, Qt::AlignTop);
    body()->addLayout(m_columns);
    body()->addStretch();

    auto *add = new QShortcut(Qt::Key_M, this);
    add->setContext(Qt::WidgetWithChildrenShortcut);
    connect(add, &QShortcut::activated, m_mocks, &OutsideMocks::add);
    connect(&theme, &Theme::changed, this, &EvidenceTab::arrange);
    arrange();
}

EvidenceTab::Kind EvidenceTab::makeKind(const QString &title, const QString &meaning)
{
    const Theme &theme = m_ui.theme;
    auto *card = new Card(theme);
    card->setPadding({space::l, space::m, space::l, space::m}, space::xs);
    card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *heading = new TextLabel(theme, Theme::Role::Heading, title);
    auto *small = new TextLabel(theme, Theme::Role::Small, meaning);
    small->setTone(TextLabel::Tone::Muted);
    auto *words = new TextLabel(theme, Theme::Role::Body);
    for (TextLabel *label : {small, words})
        label->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(heading);
    card->body()->addWidget(small);
    card->body()->addWidget(words);
    card->body()->addStretch();
    return {card, words};
}

QWidget *EvidenceTab::makeDomain(const Domain &domain, int index)
{
    const Theme &theme = m_ui.theme;
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::xs));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(space::s));
    auto *title = new TextLabel(theme, Theme::Role::Heading, domain.title);
    title->setWordWrap(true);
    auto *chip = new Chip(theme, domain.code, index);
    head->addWidget(chip, 0, Qt::AlignVCenter);
    head->addWidget(title, 1);
    m_domains.append({chip, title});
    head->addWidget(makeHeads(), 0, Qt::AlignBottom);
    layout->addLayout(head);
    auto *card = new Card(theme);
    card->setPadding({}, 0);
    for (const Topic &topic : domain.topics) {
        if (card->body()->count() > 0)
            card->body()->addWidget(hairline());
        auto *row = new TopicEvidenceRow(theme, topic, index);
        card->body()->addWidget(row);
        m_topics.append(topic.id);
        m_rows.append(row);
        connect(row, &TopicEvidenceRow::rated, this, [this, topic](int value) { rate(topic, value); });
        connect(row, &TopicEvidenceRow::stepped, this, [this, row](int by) { step(row, by); });
    }
    layout->addWidget(card);
    return box;
}

QWidget *EvidenceTab::makeHeads()
{
    const Theme &theme = m_ui.theme;
    auto *heads = new QWidget;
    auto *line = new QHBoxLayout(heads);
    line->setContentsMargins(0, 0, theme.px(space::l) + 1, 0);
    line->setSpacing(theme.px(space::l));
    for (const QString &text : {tr("Tested"), tr("Felt, 1 to 5"), tr("Done")}) {
        auto *label = new TextLabel(theme, Theme::Role::Small, text);
        label->setTone(TextLabel::Tone::Muted);
        line->addWidget(label);
        m_columnHeads.append(label);
    }
    m_heads.append(heads);
    return heads;
}

/// A wide font needs more than the usual width for a topic in one line.
int EvidenceTab::widthInOneLine() const
{
    if (m_rows.isEmpty())
        return 0;
    int row = 0;
    for (const TopicEvidenceRow *topic : m_rows)
        row = std::max(row, topic->widthInOneLine());
    int heads = m_ui.theme.px(space::l);
    for (const int column : m_rows.constFirst()->columnWidths())
        heads += column + m_ui.theme.px(space::l);
    for (const auto &[chip, title] : m_domains)
        row = std::max(row, chip->sizeHint().width() + title->minimumSizeHint().width() + heads);
    const QMargins margins = body()->contentsMargins();
    return row + margins.left() + margins.right() + verticalScrollBar()->sizeHint().width();
}

void EvidenceTab::fitHeads()
{
    if (m_rows.isEmpty())
        return;
    const QList<int> widths = m_rows.constFirst()->columnWidths();
    for (qsizetype i = 0; i < m_columnHeads.size(); ++i)
        m_columnHeads[i]->setFixedWidth(widths[i % widths.size()]);
}

QStringList EvidenceTab::shortcuts()
{
    return {QStringLiteral("1-5\t%1").arg(tr("Say how sure you feel of the topic")),
        QStringLiteral("Up, Down\t%1").arg(tr("Previous or next topic")),
        QStringLiteral("M\t%1").arg(tr("Add a mock taken elsewhere"))};
}

QHash<QString, TopicWork> EvidenceTab::work() const
{
    QHash<QString, TopicWork> all;
    const QList<Block> blocks = m_desks.plan.allBlocks();
    for (const Block &block : blocks) {
        TopicWork &topic = all[block.topic];
        topic.minutes += block.loggedMinutes;
        if (block.state == BlockState::Done)
            ++(block.kind == BlockKind::Lab ? topic.labs : topic.others);
    }
    return all;
}

void EvidenceTab::refresh()
{
    const Blueprint *blueprint = byDomains(m_desks.readiness.certification());
    if (!blueprint)
        return;
    const Result<ReadinessReport> report = m_desks.readiness.report(blueprint->id);
    const Result<QList<TopicRating>> ratings = m_desks.evidence.ratings();
    if (!report || !ratings) {
        m_ui.messages.showError(report ? ratings.error() : report.error());
        return;
    }
    QHash<QString, TopicRating> felt;
    for (const TopicRating &rating : *ratings)
        felt.insert(rating.topic, rating);
    QHash<QString, ReadinessRow> tested;
    for (const ReadinessRow &row : report->topics)
        tested.insert(row.id, row);
    const QHash<QString, TopicWork> done = work();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QString &topic = m_topics[i];
        m_rows[i]->show(tested.value(topic), felt.contains(topic) ? std::optional(felt.value(topic)) : std::nullopt,
            done.value(topic));
    }
    m_mocks->show(report->shift, report->score.mean, m_desks.readiness.today());
    summarize(*report, felt, done);
}

void EvidenceTab::summarize(
    const ReadinessReport &report, const QHash<QString, TopicRating> &ratings, const QHash<QString, TopicWork> &work)
{
    const QLocale locale;
    const auto tested = std::count_if(
        report.topics.cbegin(), report.topics.cend(), [](const ReadinessRow &row) { return row.tested(); });
    m_kinds[Tested].words->setText(report.answers == 0
                                       ? tr("No answers yet.")
                                       : tr("%n first-seen answer(s) in %1 of %2 topics.", nullptr, report.answers)
                                             .arg(locale.toString(int(tested)), locale.toString(m_rows.size())));
    const auto surer = std::count_if(m_rows.cbegin(), m_rows.cend(),
        [](const TopicEvidenceRow *row) { return row->gap().kind == FeltGap::Kind::Surer; });
    const auto lessSure = std::count_if(m_rows.cbegin(), m_rows.cend(),
        [](const TopicEvidenceRow *row) { return row->gap().kind == FeltGap::Kind::LessSure; });
    QStringList felt{tr("%1 of %2 topics rated.").arg(locale.toString(ratings.size()), locale.toString(m_rows.size()))};
    if (surer > 0)
        felt.append(tr("Surer than your answers in %n.", "topics", int(surer)));
    if (lessSure > 0)
        felt.append(tr("Less sure than your answers in %n.", "topics", int(lessSure)));
    m_kinds[Felt].words->setText(felt.join(u' '));
    m_kinds[Worked].words->setText(doneSummary(work));

    const Result<QList<OutsideMock>> mocks = m_desks.evidence.mocks();
    const int taken = mocks ? int(mocks->size()) : 0;
    const auto fresh = taken == 0 ? 0 : std::count_if(mocks->cbegin(), mocks->cend(), [](const OutsideMock &mock) {
        return !mock.seenBefore;
    });
    m_kinds[Outside].words->setText(taken == 0
                                        ? tr("None recorded.")
                                        : tr("%n mock(s), %1 of them with questions you had not seen.", nullptr, taken)
                                              .arg(locale.toString(int(fresh))));
}

QString EvidenceTab::doneSummary(const QHash<QString, TopicWork> &work) const
{
    const QLocale locale;
    TopicWork all;
    for (const TopicWork &topic : work) {
        all.labs += topic.labs;
        all.others += topic.others;
        all.minutes += topic.minutes;
    }
    int requirements = 0;
    int met = 0;
    for (const Project &project : m_desks.projects.projects()) {
        requirements += int(project.requirements.size());
        met += m_desks.projects.doneCount(project.id);
    }
    int items = 0;
    int checked = 0;
    for (const Collection &collection : m_desks.guide.certification().collections) {
        if (collection.kind != CollectionKind::Checklist)
            continue;
        items += GuideDesk::entryCount(collection);
        checked += m_desks.guide.checkedCount(collection.id);
    }
    return QStringList{evidence::done(all),
        tr("%1 of %2 project requirements").arg(locale.toString(met), locale.toString(requirements)),
        tr("%1 of %2 checklist items").arg(locale.toString(checked), locale.toString(items))}
        .join(QStringLiteral(" · "));
}

void EvidenceTab::rate(const Topic &topic, int value)
{
    const QString said = tr("“%1” rated %2").arg(topic.title, QLocale().toString(value));
    if (!tellChange(m_ui, m_desks.history, m_desks.evidence.setRating(topic.id, value), said))
        refresh();
}

void EvidenceTab::enter(const QString &topic)
{
    const qsizetype at = m_topics.indexOf(topic);
    if (at < 0)
        return;
    m_rows[at]->enter();
    reveal(m_rows[at]);
}

void EvidenceTab::step(const TopicEvidenceRow *from, int by)
{
    const qsizetype to = m_rows.indexOf(from) + by;
    if (to < 0 || to >= m_rows.size())
        return;
    enter(m_topics[to]);
}

void EvidenceTab::resizeEvent(QResizeEvent *event)
{
    ScrollColumn::resizeEvent(event);
    arrange();
}

void EvidenceTab::arrange()
{
    const Theme &theme = m_ui.theme;
    const bool wide = width() >= theme.px(wideFrom);
    const int side = wide ? theme.px(sideWidth) + m_columns->spacing() : 0;
    const bool medium = width() >= std::max(theme.px(mediumFrom), widthInOneLine() + side);
    const int perLine = wide ? int(m_kinds.size()) : width() >= theme.px(twoKindsFrom) ? 2 : 1;
    for (const Kind &kind : std::as_const(m_kinds))
        m_kindGrid->removeWidget(kind.box);
    for (int i = 0; i < m_kinds.size(); ++i) {
        m_kindGrid->addWidget(m_kinds[i].box, i / perLine, i % perLine);
        m_kindGrid->setColumnStretch(i, i < perLine ? 1 : 0);
    }
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
    m_side->setMinimumWidth(wide ? theme.px(sideWidth) : 0);
    m_side->setMaximumWidth(wide ? theme.px(sideWidth) : QWIDGETSIZE_MAX);
    for (TopicEvidenceRow *row : std::as_const(m_rows))
        row->setStacked(!medium);
    for (QWidget *heads : std::as_const(m_heads))
        heads->setVisible(medium);
    fitHeads();
}

} // namespace lectern
