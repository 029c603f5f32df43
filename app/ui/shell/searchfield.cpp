// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchfield.h"

#include "guidedesk.h"
#include "icons.h"
#include "theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QScrollBar>

namespace lectern
{

namespace
{

constexpr int mostHits = 50;
constexpr int mostRows = 10;
constexpr int fewestLetters = 2;
constexpr int iconRoom = 56; ///< for the magnifier and margins
enum ItemRole { PageRole = Qt::UserRole, AnchorRole };

QString kindName(GuideDesk::Hit::Kind kind)
{
    switch (kind) {
    case GuideDesk::Hit::Kind::Topic:
        return SearchField::tr("Topic");
    case GuideDesk::Hit::Kind::Fact:
        return SearchField::tr("Fact");
    case GuideDesk::Hit::Kind::Entry:
        return SearchField::tr("Guide");
    case GuideDesk::Hit::Kind::Project:
        return SearchField::tr("Project");
    case GuideDesk::Hit::Kind::Requirement:
        return SearchField::tr("Requirement");
    case GuideDesk::Hit::Kind::Objective:
        return SearchField::tr("Objective");
    case GuideDesk::Hit::Kind::Item:
        return SearchField::tr("Question");
    }
    return {};
}

Place placeOf(const GuideDesk::Hit &hit)
{
    switch (hit.kind) {
    case GuideDesk::Hit::Kind::Topic:
        return {PageId::Guide, hit.id};
    case GuideDesk::Hit::Kind::Fact:
        return {PageId::Guide, QStringLiteral("fact/") + hit.id};
    case GuideDesk::Hit::Kind::Entry:
        return {PageId::Guide, QStringLiteral("collection/") + hit.id};
    case GuideDesk::Hit::Kind::Objective:
        return {PageId::Guide, QStringLiteral("objective/") + hit.id};
    case GuideDesk::Hit::Kind::Project:
        return {PageId::Projects, QStringLiteral("project/") + hit.id};
    case GuideDesk::Hit::Kind::Requirement:
        return {PageId::Projects, hit.id};
    case GuideDesk::Hit::Kind::Item:
        return {PageId::Exam, QStringLiteral("item/") + hit.id};
    }
    return {};
}

QString searchKeys()
{
    return QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
}

} // namespace

SearchField::SearchField(GuideDesk &desk, const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_desk(desk)
    , m_theme(theme)
{
    setPlaceholderText(tr("Search"));
    setToolTip(tr("Search everything (%1)").arg(searchKeys()));
    setAccessibleName(tr("Search everything"));
    addAction(symbolicIcon(theme, QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(this, &QLineEdit::textEdited, this, &SearchField::find);
    const auto restyle = [this] { setFont(m_theme.font(Theme::Role::Body)); };
    connect(&m_theme, &Theme::changed, this, restyle);
    restyle();
}

void SearchField::find(const QString &text)
{
    const QString words = text.simplified();
    if (words.size() < fewestLetters) {
        if (m_list)
            m_list->hide();
        return;
    }
    if (!m_list) {
        m_list = new QListWidget(window());
        m_list->setAccessibleName(tr("Search results"));
        m_list->setUniformItemSizes(true);
        m_list->setSpacing(m_theme.px(2));
        m_list->setTextElideMode(Qt::ElideRight);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->installEventFilter(this);
        installEventFilter(this);
        connect(m_list, &QListWidget::itemActivated, this, &SearchField::choose);
        connect(m_list, &QListWidget::itemClicked, this, &SearchField::choose);
    }
    m_list->clear();
    const auto hits = m_desk.search(words, mostHits);
    for (const GuideDesk::Hit &hit : hits) {
        const Place place = placeOf(hit);
        const QString detail = hit.detail.isEmpty() ? QString() : QStringLiteral(" · ") + hit.detail.simplified();
        auto *item = new QListWidgetItem(QStringLiteral("%1\n%2%3").arg(hit.title, kindName(hit.kind), detail));
        item->setToolTip(hit.title);
        item->setData(PageRole, int(place.page));
        item->setData(AnchorRole, place.anchor);
        m_list->addItem(item);
    }
    if (hits.isEmpty()) {
        auto *none = new QListWidgetItem(tr("Nothing holds “%1”. Try fewer or shorter words.").arg(words));
        none->setFlags(Qt::NoItemFlags);
        m_list->addItem(none);
    } else {
        m_list->setCurrentRow(0);
    }
    showList();
}

void SearchField::showList()
{
    const int room = window()->width() - 2 * m_theme.px(space::m);
    const int wide = std::min(std::max(width(), m_theme.px(480)), room);
    const int rows = std::min(m_list->count(), mostRows);
    const QPoint below = mapTo(window(), QPoint(0, height() + m_theme.px(space::xs)));
    const int tall = std::min(rows * (m_list->sizeHintForRow(0) + 2 * m_list->spacing()) + 2 * m_list->frameWidth() + 4,
        window()->height() - below.y() - m_theme.px(space::m));
    const int left = isRightToLeft() ? below.x() : below.x() + width() - wide;
    m_list->setGeometry(std::clamp(left, m_theme.px(space::m), window()->width() - wide), below.y(), wide, tall);
    m_list->show();
    m_list->raise();
}

void SearchField::choose(const QListWidgetItem *item)
{
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const Place place{PageId(item->data(PageRole).toInt()), item->data(AnchorRole).toString()};
    m_list->hide();
    clear();
    Q_EMIT chosen(place);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool listed = m_list && m_list->isVisible();
    if (event->key() == Qt::Key_Escape) {
        if (listed)
            m_list->hide();
        else
            clear();
        return;
    }
    if (listed && event->key() == Qt::Key_Down) {
        m_list->setFocus(Qt::TabFocusReason);
        return;
    }
    if (listed && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        choose(m_list->currentItem());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const QString whole = tr("Search everything");
    const bool fits = fontMetrics().horizontalAdvance(whole) + m_theme.px(iconRoom) <= width();
    setPlaceholderText(fits ? whole : tr("Search"));
}

bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || (key == Qt::Key_Up && m_list->currentRow() == 0)) {
            if (key == Qt::Key_Escape)
                m_list->hide();
            setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut && m_list) {
        // Focus moving between field and list keeps the list.
        QMetaObject::invokeMethod(
            m_list,
            [this] {
                if (!hasFocus() && !m_list->hasFocus())
                    m_list->hide();
            },
            Qt::QueuedConnection);
    }
    return QLineEdit::eventFilter(watched, event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (hasFocus() || !text().isEmpty())
        return;
    const QString keys = searchKeys();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Theme::Role::Small));
    const QSize size(
        painter.fontMetrics().horizontalAdvance(keys) + 2 * m_theme.px(5), painter.fontMetrics().height() + 2);
    const int wanted = fontMetrics().horizontalAdvance(placeholderText()) + size.width() + m_theme.px(iconRoom);
    if (wanted > width())
        return;
    QRect box(QPoint(width() - size.width() - m_theme.px(space::s), (height() - size.height()) / 2), size);
    box = QStyle::visualRect(layoutDirection(), rect(), box);
    painter.setPen(QPen(m_theme.tokens().line, 1));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(3), m_theme.px(3));
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(box, Qt::AlignCenter, keys);
}

} // namespace lectern
