// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace lectern
{

class SafeText;
class TextLabel;
class Theme;
struct Item;
struct Source;

/// What stays of a question once its answer is known: the rule to take away, and the sources with their hosts.
class Takeaway : public QWidget
{
    Q_OBJECT
public:
    explicit Takeaway(const Theme &theme, QWidget *parent = nullptr);

    void setItem(const Item &item);
    void setZoom(int percent); ///< of the rule's text

Q_SIGNALS:
    void linkActivated(const QString &url);

private:
    void addSource(const Source &source);

    const Theme &m_theme;
    TextLabel *m_heading;
    SafeText *m_rule;
    QWidget *m_sources = nullptr;
    QVBoxLayout *m_column;
};

} // namespace lectern
