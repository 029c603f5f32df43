// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace lectern
{

class Theme;
struct Item;

/// How far a question can be trusted: its state, how it came to be, when its sources were checked, what it applies to,
/// and whether it has changed since it was asked.
class QuestionAbout : public QWidget
{
    Q_OBJECT
public:
    /// `current` is the revision in the installed pack, empty where that no longer has the question.
    QuestionAbout(
        const Theme &theme, const Item &item, const QString &seen, const QString &current, QWidget *parent = nullptr);

private:
    void add(const QString &what, const QStringList &values, const char *name, bool warns = false);
    void addHistory(const Item &item);
    void addSources(const Item &item);

    const Theme &m_theme;
    QGridLayout *m_rows;
};

} // namespace lectern
