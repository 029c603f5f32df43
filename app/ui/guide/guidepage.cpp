// SPDX-License-Identifier: GPL-3.0-or-later
#include "guidepage.h"

#include "checklistwords.h"
#include "collectionview.h"
#include "factstable.h"
#include "factsview.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "readinessdesk.h"
#include "scrollcolumn.h"
#include "syllabusview.h"
#include "widgets.h"

#include <QComboBox>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int narrowBelow = 1100; ///< pixels at 100 % text
constexpr int toolsNarrowBelow = 860;
constexpr int railWidth = 336;
constexpr int leastHeight = 320;
} // namespace

GuidePage::GuidePage(GuideDesk &desk, ReadinessDesk &readiness, HistoryDesk &history, Ui &ui, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_readiness(readiness)
    , m_history(history)
    , m_ui(ui)
{
    const Theme &theme = ui.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(0);
    m_stack = new QStackedWidget(this);
    m_body->addWidget(m_stack, 1);
    auto *rail = new ScrollColumn(theme);
    rail->body()->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("Certification facts")));
    rail->body()->addWidget(new FactsTable(ui, desk.certification(), FactsTable::Detail::Compact));
    rail->body()->addStretch();
    rail->setPadding({space::m, space::m, space::m, space::m});
    m_rail = rail;
    m_body->addWidget(m_rail);
    layout->addLayout(m_body, 1);

    connect(&theme, &Theme::changed, this, &GuidePage::arrange);
    connect(m_segments, &Segments::currentChanged, this, &GuidePage::showSegment);
    connect(m_blueprint, &QComboBox::activated, this,
        [this] { syllabus()->showBlueprint(m_blueprint->currentData().toString()); });
    connect(&m_desk, &GuideDesk::changed, this, &Page::markStale);
    connect(&m_readiness, &ReadinessDesk::changed, this, &Page::markStale);
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F9, [this] { toggleSide(); });
    key(Qt::SHIFT | Qt::Key_F9, [this] { toggleRail(); });
    const auto stepBy = [this](int by) {
        if (m_segments->current() == Syllabus)
            syllabus()->step(by);
    };
    key(Qt::CTRL | Qt::Key_Up, [stepBy] { stepBy(-1); });
    key(Qt::CTRL | Qt::Key_Down, [stepBy] { stepBy(+1); });
}

QWidget *GuidePage::makeTools()
{
    const Theme &theme = m_ui.theme;
    auto *tools = new QWidget;
    auto *layout = m_tools = new QBoxLayout(QBoxLayout::LeftToRight, tools);
    layout->setContentsMargins(theme.px(space::xl), theme.px(space::s), theme.px(space::xl), theme.px(space::s));
    layout->setSpacing(theme.px(space::s));
    m_segments = new Segments(theme, tr("Part of the guide"), tools);
    for (const QString &name :
        {tr("Syllabus"), tr("Facts"), tr("Resources"), tr("Career"), tr("Challenges"), tr("Checklists")})
        m_segments->addSegment(name);
    m_blueprint = new QComboBox(tools);
    nameComboBox(m_blueprint, tr("Syllabus by"));
    m_blueprint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_blueprint->setMinimumContentsLength(12);
    for (const Blueprint &blueprint : m_desk.certification().blueprints)
        m_blueprint->addItem(blueprint.title, blueprint.id);
    m_blueprint->setMaximumWidth(theme.px(420));
    // May shrink, so that large text never widens the window.
    m_blueprint->setMinimumWidth(theme.px(100));
    layout->addWidget(m_segments);
    layout->addWidget(m_blueprint, 1);
    layout->addStretch();
    return tools;
}

SidedView *GuidePage::make(Segment segment)
{
    switch (segment) {
    case Syllabus:
        return new SyllabusView(m_desk, m_readiness, m_ui);
    case Facts:
        return new FactsView(m_desk.certification(), m_ui);
    case Resources:
        return new CollectionView(m_desk, m_history, m_ui, CollectionKind::Resources);
    case Career:
        return new CollectionView(m_desk, m_history, m_ui, CollectionKind::Career);
    case Challenges:
        return new CollectionView(m_desk, m_history, m_ui, CollectionKind::Challenges);
    case Checklists:
    case SegmentCount:
        break;
    }
    return new CollectionView(m_desk, m_history, m_ui, CollectionKind::Checklist);
}

SidedView *GuidePage::view(Segment segment)
{
    if (!m_views[segment]) {
        m_views[segment] = make(segment);
        m_stack->addWidget(m_views[segment]);
    }
    return m_views[segment];
}

SyllabusView *GuidePage::syllabus()
{
    return static_cast<SyllabusView *>(view(Syllabus));
}

GuidePage::Segment GuidePage::segmentOf(CollectionKind kind)
{
    switch (kind) {
    case CollectionKind::Resources:
        return Resources;
    case CollectionKind::Career:
        return Career;
    case CollectionKind::Challenges:
        return Challenges;
    case CollectionKind::Checklist:
        break;
    }
    return Checklists;
}

void GuidePage::showSegment(int segment)
{
    SidedView *shown = view(Segment(segment));
    shown->setSideShown(m_sideShown);
    shown->refresh();
    m_stack->setCurrentWidget(shown);
    m_blueprint->setVisible(segment == Syllabus);
    arrange();
}

void GuidePage::goTo(const QString &anchor)
{
    using Node = SyllabusTree::Node;
    const QStringList parts = anchor.split(u'/');
    const QString &first = parts.first();
    if (anchor == QLatin1String("facts")) {
        m_segments->setCurrent(Facts);
    } else if (first == QLatin1String("fact") && parts.size() > 1) {
        goToFact(parts[1]);
    } else if (first == QLatin1String("collection") && parts.size() > 1) {
        goToCollection(parts[1], parts.value(2));
    } else {
        // An objective may come with its blueprint before it ("DEP-2026-10/S5.2").
        const bool objective = first == QLatin1String("objective");
        const bool section = first == QLatin1String("section");
        const QString &id = parts.last();
        const Node node = objective                           ? Node::Objective
                          : section                           ? Node::Section
                          : m_desk.certification().domain(id) ? Node::Domain
                                                              : Node::Topic;
        if (syllabus()->blueprintWith(node, id).isEmpty())
            return;
        m_segments->setCurrent(Syllabus);
        showSegment(Syllabus);
        syllabus()->enter(node, id);
        m_blueprint->setCurrentIndex(m_blueprint->findData(syllabus()->shownBlueprint()));
    }
}

void GuidePage::goToFact(const QString &id)
{
    for (const Fact &fact : m_desk.certification().facts) {
        if (fact.id != id)
            continue;
        m_segments->setCurrent(Facts);
        showSegment(Facts);
        static_cast<FactsView *>(view(Facts))->enter(id);
    }
}

void GuidePage::goToCollection(const QString &collection, const QString &entry)
{
    const Collection *known = m_desk.certification().collection(collection);
    if (!known)
        return;
    const Segment segment = segmentOf(known->kind);
    m_segments->setCurrent(segment);
    showSegment(segment);
    static_cast<CollectionView *>(view(segment))->enter(collection, entry);
}

QStringList GuidePage::shortcuts() const
{
    return QStringList{QStringLiteral("F9\t%1").arg(tr("Show or hide the tree and the lists")),
               QStringLiteral("Shift+F9\t%1").arg(tr("Show or hide the facts")),
               QStringLiteral("Ctrl+Up\t%1").arg(tr("Previous topic")),
               QStringLiteral("Ctrl+Down\t%1").arg(tr("Next topic"))} +
           checklist::shortcuts();
}

void GuidePage::reload()
{
    if (m_stack->count() == 0 || !m_views[m_segments->current()]) {
        showSegment(m_segments->current());
        return;
    }
    for (SidedView *made : m_views) {
        if (made)
            made->refresh();
    }
    if (m_stack->currentWidget() != m_views[m_segments->current()])
        showSegment(m_segments->current());
}

void GuidePage::toggleSide()
{
    m_sideShown = !m_sideShown;
    for (SidedView *made : m_views) {
        if (made)
            made->setSideShown(m_sideShown);
    }
}

void GuidePage::toggleRail()
{
    m_railShown = !m_rail->isVisible();
    arrange();
}

void GuidePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

QSize GuidePage::minimumSizeHint() const
{
    const QMargins margins = m_tools->contentsMargins();
    return {m_segments->minimumSizeHint().width() + margins.left() + margins.right(), m_ui.theme.px(leastHeight)};
}

void GuidePage::arrange()
{
    const Theme &theme = m_ui.theme;
    const bool narrow = width() < theme.px(narrowBelow);
    // The facts have a view of their own.
    m_rail->setVisible(m_railShown.value_or(!narrow) && m_segments->current() != Facts);
    m_tools->setDirection(width() < theme.px(toolsNarrowBelow) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // Long words in another font may ask for more than was drawn.
    const int needed = m_rail->widget()->minimumSizeHint().width() + m_rail->verticalScrollBar()->sizeHint().width();
    const int rail = std::max(theme.px(railWidth), needed);
    m_rail->setMinimumWidth(narrow ? 0 : rail);
    m_rail->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : rail);
    m_rail->setMaximumHeight(narrow ? height() / 2 : QWIDGETSIZE_MAX);
}

} // namespace lectern
