// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lectern
{

class TextLabel;
class Theme;

/// What a TreePicker offers.
struct PickerGroup {
    struct Entry {
        QString id;
        QString title;
        QString shortTitle; ///< on its chip; empty: the title
    };
    QString title;
    QList<Entry> entries;
};

/// The tree of a TreePicker as it drops down: Space ticks, Enter and Escape close.
class PickerPopup : public QFrame
{
    Q_OBJECT
public:
    PickerPopup(const Theme &theme, const QString &name, QWidget *parent);

    void setGroups(const QList<PickerGroup> &groups);
    void setChosen(const QStringList &ids);
    QStringList chosen() const; ///< in the order of the groups
    void openBelow(const QWidget &anchor);

Q_SIGNALS:
    void changed(); ///< the person ticked something

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void toggle(QTreeWidgetItem *item);

    const Theme &m_theme;
    QTreeWidget *m_tree;
    bool m_toggled = false; ///< by the press under way, so that its release on the text does not toggle back
};

/// Chooses any number of grouped things in little room: a button that drops down a tree, and a chip for each of them
/// that takes it out again.
class TreePicker : public QWidget
{
    Q_OBJECT
public:
    /// `name` is what is chosen ("Topics"); `none` is said while nothing is ("any").
    TreePicker(const Theme &theme, const QString &name, const QString &none, QWidget *parent = nullptr);

    void setGroups(const QList<PickerGroup> &groups);
    QStringList chosen() const { return m_chosen; }
    /// What is not offered is left out. Says nothing.
    void setChosen(const QStringList &ids);
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void changed(); ///< by the person

private:
    void open();
    void showChips();

    const Theme &m_theme;
    QString m_name;
    QList<PickerGroup> m_groups;
    QStringList m_chosen;
    QPushButton *m_button;
    TextLabel *m_none;
    QList<QWidget *> m_chips;
    PickerPopup *m_popup = nullptr; ///< made when first opened
};

} // namespace lectern
