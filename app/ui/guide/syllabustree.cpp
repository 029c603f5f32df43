// SPDX-License-Identifier: GPL-3.0-or-later
#include "syllabustree.h"

#include "firstseen.h"
#include "tell.h"
#include "widgets.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>

namespace lectern
{

namespace
{

constexpr int idRole = Qt::UserRole;
constexpr int nodeRole = Qt::UserRole + 1;
constexpr int codeRole = Qt::UserRole + 2;
constexpr int wholeRole = Qt::UserRole + 3;

QString resultText(const SectionAccuracy &accuracy)
{
    if (accuracy.answers == 0)
        return SyllabusTree::tr("–", "no answers yet");
    const QLocale locale;
    return SyllabusTree::tr("%1 of %2").arg(locale.toString(accuracy.right), locale.toString(accuracy.answers));
}

} // namespace

SyllabusTree::SyllabusTree(const Theme &theme, QWidget *parent)
    : QTreeWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Syllabus"));
    setColumnCount(3);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setExpandsOnDoubleClick(true);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionsClickable(false);
    header()->setMinimumSectionSize(m_theme.px(space::xl));
    connect(this, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *now) {
        if (now)
            Q_EMIT selected(nodeOf(now), idOf(now));
    });
    connect(this, &QTreeWidget::itemExpanded, this, &SyllabusTree::tellRows);
    connect(this, &QTreeWidget::itemCollapsed, this, &SyllabusTree::tellRows);
    connect(&m_theme, &Theme::changed, this, &SyllabusTree::restyle);
}

void SyllabusTree::tellRows()
{
    // Qt 6.8 keeps what it announced by the number of the row, also when others move there.
    QAccessibleTableModelChangeEvent rows(this, QAccessibleTableModelChangeEvent::ModelReset);
    if (QAccessibleInterface *announced = QAccessible::queryAccessibleInterface(this))
        announced->tableInterface()->modelChange(&rows);
}

SyllabusTree::Node SyllabusTree::nodeOf(const QTreeWidgetItem *item)
{
    return Node(item->data(Name, nodeRole).toInt());
}

QString SyllabusTree::idOf(const QTreeWidgetItem *item)
{
    return item->data(Name, idRole).toString();
}

void SyllabusTree::start(const QString &nameHead, bool countsQuestions)
{
    const QSignalBlocker quiet(this);
    clear();
    setHeaderLabels({nameHead, tr("Right"), tr("Bank")});
    headerItem()->setToolTip(Right, tr("Right of your first-seen answers"));
    headerItem()->setToolTip(Bank, tr("Questions in the bank"));
    headerItem()->setTextAlignment(Right, Qt::AlignRight | Qt::AlignVCenter);
    headerItem()->setTextAlignment(Bank, Qt::AlignRight | Qt::AlignVCenter);
    setColumnHidden(Bank, !countsQuestions);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Right, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Bank, QHeaderView::ResizeToContents);
}

QTreeWidgetItem *SyllabusTree::add(
    QTreeWidgetItem *parent, Node node, const QString &id, const QString &text, const QString &whole)
{
    auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    item->setText(Name, text);
    item->setData(Name, idRole, id);
    item->setData(Name, nodeRole, int(node));
    item->setData(Name, wholeRole, whole);
    item->setToolTip(Name, plainToolTip(whole));
    item->setTextAlignment(Right, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(Bank, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(Name, Qt::AccessibleTextRole, whole);
    return item;
}

void SyllabusTree::showDomains(const Certification &certification)
{
    start(tr("Domain and topic"), true);
    for (const Domain &domain : certification.domains) {
        QTreeWidgetItem *branch =
            add(nullptr, Node::Domain, domain.id, domain.title, QStringLiteral("%1 %2").arg(domain.code, domain.title));
        branch->setData(Name, codeRole, domain.code);
        for (const Topic &topic : domain.topics)
            add(branch, Node::Topic, topic.id, topic.shortTitle.isEmpty() ? topic.title : topic.shortTitle,
                topic.title);
    }
    restyle();
}

void SyllabusTree::showSections(const Blueprint &blueprint)
{
    start(tr("Section and objective"), false);
    for (const Section &section : blueprint.sections) {
        const QString name = section.shortTitle.isEmpty() ? section.title : section.shortTitle;
        QTreeWidgetItem *branch =
            add(nullptr, Node::Section, section.id, name, QStringLiteral("%1 %2").arg(section.code, section.title));
        branch->setData(Name, codeRole, section.code);
        for (const Objective &objective : section.objectives)
            add(branch, Node::Objective, objective.id, objective.title,
                QStringLiteral("%1 %2").arg(objective.id, objective.title))
                ->setFirstColumnSpanned(true);
    }
    restyle();
}

void SyllabusTree::setResults(const FirstSeenSummary &summary, const QHash<QString, int> &itemsPerTopic)
{
    QHash<QString, SectionAccuracy> results;
    for (const SectionAccuracy &accuracy : summary.sections)
        results.insert(accuracy.section, accuracy);
    for (const SectionAccuracy &accuracy : summary.topics)
        results.insert(accuracy.section, accuracy);
    const QLocale locale;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *branch = topLevelItem(i);
        branch->setText(Right, resultText(results.value(idOf(branch))));
        int questions = 0;
        for (int c = 0; c < branch->childCount(); ++c) {
            QTreeWidgetItem *leaf = branch->child(c);
            if (nodeOf(leaf) != Node::Topic)
                continue;
            const int count = itemsPerTopic.value(idOf(leaf));
            questions += count;
            leaf->setText(Right, resultText(results.value(idOf(leaf))));
            leaf->setText(Bank, locale.toString(count));
        }
        if (nodeOf(branch) == Node::Domain)
            branch->setText(Bank, locale.toString(questions));
    }
}

bool SyllabusTree::select(Node node, const QString &id)
{
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        if (nodeOf(*it) != node || idOf(*it) != id)
            continue;
        setCurrentItem(*it);
        scrollToItem(*it);
        return true;
    }
    return false;
}

void SyllabusTree::step(int by)
{
    QTreeWidgetItemIterator it(this);
    while (*it && *it != currentItem())
        ++it;
    if (*it)
        it += by;
    if (*it)
        setCurrentItem(*it);
}

void SyllabusTree::restyle()
{
    setFont(m_theme.font(Theme::Role::Body));
    setIndentation(m_theme.px(space::l));
    setIconSize({m_theme.px(34), m_theme.px(20)});
    paintChips();
    for (QTreeWidgetItemIterator it(this); *it; ++it)
        (*it)->setSizeHint(Name, {m_theme.px(80), std::max(m_theme.px(30), fontMetrics().height() + m_theme.px(10))});
}

void SyllabusTree::paintChips()
{
    const double ratio = devicePixelRatioF();
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QPixmap pixmap(iconSize() * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.domain(i), 1.5));
        painter.setBrush(m_theme.tokens().raised);
        const QRectF area = QRectF(QPointF(0, 0), iconSize()).adjusted(1, 1, -1, -1);
        painter.drawRoundedRect(area, m_theme.px(3), m_theme.px(3));
        QFont font = m_theme.font(Theme::Role::Chip);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(m_theme.tokens().text);
        painter.drawText(area, Qt::AlignCenter, topLevelItem(i)->data(Name, codeRole).toString());
        painter.end();
        QIcon icon(pixmap);
        // Selected or not, a chip keeps its domain's colour.
        icon.addPixmap(pixmap, QIcon::Selected);
        topLevelItem(i)->setIcon(Name, icon);
    }
}

} // namespace lectern
