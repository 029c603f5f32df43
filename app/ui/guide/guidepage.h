// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page.h"
#include "ui.h"

#include <array>
#include <optional>

class QBoxLayout;
class QComboBox;
class QStackedWidget;

namespace lectern
{

class CollectionView;
class FactsView;
class GuideDesk;
class HistoryDesk;
class ReadinessDesk;
class ScrollColumn;
class Segments;
class SidedView;
class SyllabusView;
enum class CollectionKind;

/// Everything the certification says, to be looked up, ticked and noted on.
class GuidePage : public Page
{
    Q_OBJECT
public:
    GuidePage(GuideDesk &desk, ReadinessDesk &readiness, HistoryDesk &history, Ui &ui, QWidget *parent = nullptr);

    /// A topic ("d3.2") or domain id, "objective/<id>", "section/<id>", "fact/<id>", "facts", "collection/<id>" or
    /// "collection/<id>/<entry>".
    void goTo(const QString &anchor) override;
    QStringList shortcuts() const override;
    /// Of the narrow arrangement, which the page takes by itself.
    QSize minimumSizeHint() const override;

protected:
    void reload() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Segment { Syllabus, Facts, Resources, Career, Challenges, Checklists, SegmentCount };

    QWidget *makeTools();
    SidedView *make(Segment segment);
    SidedView *view(Segment segment);
    SyllabusView *syllabus();
    void showSegment(int segment);
    void goToFact(const QString &id);
    void goToCollection(const QString &collection, const QString &entry);
    static Segment segmentOf(CollectionKind kind);
    void toggleSide();
    void toggleRail();
    void arrange();

    GuideDesk &m_desk;
    ReadinessDesk &m_readiness;
    HistoryDesk &m_history;
    Ui &m_ui;
    Segments *m_segments = nullptr;
    QComboBox *m_blueprint = nullptr;
    QBoxLayout *m_tools = nullptr;
    QBoxLayout *m_body = nullptr;
    QStackedWidget *m_stack = nullptr;
    ScrollColumn *m_rail = nullptr;
    bool m_sideShown = true;
    std::optional<bool> m_railShown;                 ///< empty until the person says: then the window's width decides
    std::array<SidedView *, SegmentCount> m_views{}; ///< made when first shown
};

} // namespace lectern
