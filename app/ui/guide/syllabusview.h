// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "firstseen.h"
#include "sidedview.h"
#include "syllabustree.h"

namespace lectern
{

class GuideDesk;
class ReadinessDesk;
class TopicReader;
struct Ui;

/// The syllabus: tree and reader, by the page's domains or by one of the vendor's outlines.
class SyllabusView : public SidedView
{
    Q_OBJECT
public:
    SyllabusView(GuideDesk &desk, ReadinessDesk &readiness, Ui &ui, QWidget *parent = nullptr);

    void refresh() override;

    /// By id; unknown ids change nothing.
    void showBlueprint(const QString &blueprint);
    QString shownBlueprint() const { return m_blueprint; }
    /// The blueprint in which an id names a domain, topic, section or objective; empty if none. The page's domains
    /// come first.
    QString blueprintWith(SyllabusTree::Node node, const QString &id) const;
    void enter(SyllabusTree::Node node, const QString &id);
    void step(int by);

private:
    void fill(SyllabusTree::Node node, const QString &id);
    void fillDomain(const Domain &domain, const Topic *topic);
    void fillSection(const Section &section, const Objective *objective);
    SectionAccuracy accuracyOf(const QString &id) const;

    GuideDesk &m_desk;
    ReadinessDesk &m_readiness;
    SyllabusTree *m_tree;
    TopicReader *m_reader;
    QString m_blueprint;
    FirstSeenSummary m_summary;
    QHash<QString, int> m_items;
    QHash<QString, QList<Objective>> m_objectives; ///< by topic
};

} // namespace lectern
