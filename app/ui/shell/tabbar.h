// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTabBar>

namespace lectern
{

class Theme;

/// The six tabs: icon and label, the current one bold with an accent line. Labels give way to icons from the right
/// where there is little room; names stay in tooltips and for screen readers.
class TabBar : public QTabBar
{
    Q_OBJECT
public:
    explicit TabBar(const Theme &theme, QWidget *parent = nullptr);

    void addPage(const QString &icon, const QString &name, const QString &keys);
    void setLabelled(int count); ///< so many tabs from the left show their label
    int labelled() const { return m_labelled; }
    int widthWith(int labels) const; ///< of the whole bar

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QSize tabSizeHint(int index) const override { return tabSize(index, m_labelled); }
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int textWidth(const QString &text) const;
    QSize tabSize(int index, int labels) const;
    int iconSize(int labels) const;

    const Theme &m_theme;
    QStringList m_icons;
    mutable QHash<QString, int> m_textWidths; ///< by text: a bar asks for each tab's size many times
    int m_labelled = 0;
    int m_hovered = -1;
};

} // namespace lectern
