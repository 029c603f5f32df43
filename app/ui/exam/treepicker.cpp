// SPDX-License-Identifier: GPL-3.0-or-later
#include "treepicker.h"

#include "flowlayout.h"
#include "icons.h"
#include "tell.h"
#include "widgets.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int idRole = Qt::UserRole;
constexpr int popupWidth = 380; ///< pixels at 100 % text
constexpr int popupHeight = 420;
constexpr int chipWidth = 200; ///< of its text, at most
} // namespace

PickerPopup::PickerPopup(const Theme &theme, const QString &name, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(name);
    setAccessibleName(name);
    m_tree->setAccessibleName(name);
    m_tree->setObjectName(QStringLiteral("pickerTree"));
    m_tree->setHeaderHidden(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(theme.px(space::l));
    m_tree->installEventFilter(this);
    auto *clear = plainButton(theme, tr("Clear"));
    clear->setAccessibleName(tr("Clear: %1").arg(name));
    auto *done = plainButton(theme, tr("Done"), QStringLiteral("checkmark"));
    done->setObjectName(QStringLiteral("pickerDone"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(clear);
    buttons->addStretch();
    buttons->addWidget(done);
    auto *column = new QVBoxLayout(this);
    const int side = theme.px(space::s);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(side);
    column->addWidget(m_tree);
    column->addLayout(buttons);

    connect(clear, &QPushButton::clicked, this, [this] {
        setChosen({});
        Q_EMIT changed();
    });
    connect(done, &QPushButton::clicked, this, &QWidget::close);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this] {
        m_toggled = true;
        Q_EMIT changed();
    });
    connect(m_tree, &QTreeWidget::itemPressed, this, [this] { m_toggled = false; });
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        if (!m_toggled)
            toggle(item);
    });
}

void PickerPopup::setGroups(const QList<PickerGroup> &groups)
{
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    for (const PickerGroup &group : groups) {
        auto *top = new QTreeWidgetItem(m_tree, {group.title});
        top->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        top->setToolTip(0, plainToolTip(group.title));
        for (const PickerGroup::Entry &entry : group.entries) {
            auto *row = new QTreeWidgetItem(top, {entry.title});
            row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            row->setData(0, idRole, entry.id);
            row->setToolTip(0, plainToolTip(entry.title));
            row->setCheckState(0, Qt::Unchecked);
        }
    }
    m_tree->expandAll();
}

void PickerPopup::setChosen(const QStringList &ids)
{
    const QSignalBlocker quiet(m_tree);
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem *row = group->child(j);
            row->setCheckState(0, ids.contains(row->data(0, idRole).toString()) ? Qt::Checked : Qt::Unchecked);
        }
    }
}

QStringList PickerPopup::chosen() const
{
    QStringList ids;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *group = m_tree->topLevelItem(i);
        for (int j = 0; j < group->childCount(); ++j) {
            if (group->child(j)->checkState(0) == Qt::Checked)
                ids << group->child(j)->data(0, idRole).toString();
        }
    }
    return ids;
}

void PickerPopup::openBelow(const QWidget &anchor)
{
    const QRect screen = anchor.screen()->availableGeometry();
    const QSize size(
        std::min(m_theme.px(popupWidth), screen.width()), std::min(m_theme.px(popupHeight), screen.height()));
    QPoint at = anchor.mapToGlobal(QPoint(isRightToLeft() ? anchor.width() - size.width() : 0, anchor.height()));
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - size.width())));
    at.setY(std::clamp(at.y(), screen.top(), std::max(screen.top(), screen.bottom() - size.height())));
    setGeometry(QRect(at, size));
    show();
    if (!m_tree->currentItem())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->setFocus(Qt::PopupFocusReason);
}

void PickerPopup::toggle(QTreeWidgetItem *item)
{
    item->setCheckState(0, item->checkState(0) == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

bool PickerPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

TreePicker::TreePicker(const Theme &theme, const QString &name, const QString &none, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(name)
    , m_button(plainButton(theme, tr("Choose…")))
    , m_none(new TextLabel(theme, Theme::Role::Body, none))
{
    m_button->setAccessibleName(tr("Choose: %1").arg(name));
    m_none->setTone(TextLabel::Tone::Muted);
    m_none->setMinimumHeight(m_button->sizeHint().height());
    auto *row = new FlowLayout(theme.px(space::s), this);
    row->addWidget(m_button);
    row->addWidget(m_none);
    connect(m_button, &QPushButton::clicked, this, &TreePicker::open);
}

void TreePicker::setGroups(const QList<PickerGroup> &groups)
{
    m_groups = groups;
    delete m_popup;
    m_popup = nullptr;
    setChosen(m_chosen);
}

void TreePicker::setChosen(const QStringList &ids)
{
    m_chosen.clear();
    for (const PickerGroup &group : std::as_const(m_groups)) {
        for (const PickerGroup::Entry &entry : group.entries) {
            if (ids.contains(entry.id))
                m_chosen << entry.id;
        }
    }
    showChips();
}

void TreePicker::open()
{
    if (!m_popup) {
        m_popup = new PickerPopup(m_theme, m_name, this);
        m_popup->setGroups(m_groups);
        connect(m_popup, &PickerPopup::changed, this, [this] {
            setChosen(m_popup->chosen());
            Q_EMIT changed();
        });
    }
    m_popup->setChosen(m_chosen);
    m_popup->openBelow(*m_button);
}

void TreePicker::showChips()
{
    for (QWidget *chip : std::as_const(m_chips)) {
        // One of them may be what was clicked.
        chip->hide();
        chip->deleteLater();
        layout()->removeWidget(chip);
    }
    m_chips.clear();
    for (const PickerGroup &group : std::as_const(m_groups)) {
        for (const PickerGroup::Entry &entry : group.entries) {
            if (!m_chosen.contains(entry.id))
                continue;
            const QString text = entry.shortTitle.isEmpty() ? entry.title : entry.shortTitle;
            QPushButton *chip = plainButton(m_theme,
                fontMetrics().elidedText(text, Qt::ElideRight, m_theme.px(chipWidth)), QStringLiteral("window-close"));
            chip->setParent(this);
            chip->setToolTip(plainToolTip(entry.title));
            chip->setAccessibleName(tr("Take out: %1").arg(entry.title));
            connect(chip, &QPushButton::clicked, this, [this, id = entry.id] {
                m_button->setFocus(Qt::OtherFocusReason);
                QStringList rest = m_chosen;
                rest.removeAll(id);
                setChosen(rest);
                Q_EMIT changed();
            });
            layout()->addWidget(chip);
            m_chips << chip;
            if (isVisible())
                chip->show();
        }
    }
    m_none->setVisible(m_chosen.isEmpty());
    updateGeometry();
}

} // namespace lectern
