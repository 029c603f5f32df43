// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QHBoxLayout;

namespace lectern
{

class Segments;
class Theme;

/// One choice among a few, side by side where there is room and as a drop-down list where there is not.
class FilterChoice : public QWidget
{
    Q_OBJECT
public:
    FilterChoice(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void setTexts(const QStringList &texts); ///< keeps the current index where there is one still
    int current() const { return m_current; }
    void setCurrent(int index);
    void setRoom(int width); ///< there is for it, in pixels
    QString text(int index) const { return m_texts.value(index); }
    int count() const { return static_cast<int>(m_texts.size()); }

Q_SIGNALS:
    void currentChanged(int index);

private:
    void build();

    const Theme &m_theme;
    QString m_name;
    QHBoxLayout *m_layout;
    Segments *m_segments = nullptr;
    QComboBox *m_box;
    QStringList m_texts;
    int m_current = 0;
    int m_room = 0;
};

} // namespace lectern
