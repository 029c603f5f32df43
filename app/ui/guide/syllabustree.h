// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

namespace lectern
{

class Theme;
struct Blueprint;
struct Certification;
struct FirstSeenSummary;

/// The syllabus as a tree: the page's domains with their topics, or a blueprint's sections with their objectives.
/// Beside each the learner's own first-seen results and the questions in the bank, where they are known.
class SyllabusTree : public QTreeWidget
{
    Q_OBJECT
public:
    enum class Node { Domain, Topic, Section, Objective };

    explicit SyllabusTree(const Theme &theme, QWidget *parent = nullptr);

    void showDomains(const Certification &certification);
    void showSections(const Blueprint &blueprint);
    /// Writes results and question counts beside what is shown; `summary` must be of the blueprint shown.
    void setResults(const FirstSeenSummary &summary, const QHash<QString, int> &itemsPerTopic);

    /// False if there is no such node in the tree as it stands.
    bool select(Node node, const QString &id);
    /// To the node above or below, over closed branches too.
    void step(int by);

    static Node nodeOf(const QTreeWidgetItem *item);
    static QString idOf(const QTreeWidgetItem *item);

Q_SIGNALS:
    void selected(lectern::SyllabusTree::Node node, const QString &id);

private:
    enum Column { Name, Right, Bank };

    void start(const QString &nameHead, bool countsQuestions);
    QTreeWidgetItem *add(
        QTreeWidgetItem *parent, Node node, const QString &id, const QString &text, const QString &whole);
    void tellRows();
    void paintChips();
    void restyle();

    const Theme &m_theme;
};

} // namespace lectern
