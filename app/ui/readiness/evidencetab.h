// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "evidencewords.h"
#include "readinessdesks.h"
#include "scrollcolumn.h"

#include <QHash>

class QBoxLayout;
class QGridLayout;

namespace lectern
{

class Chip;
class OutsideMocks;
class TextLabel;
class TopicEvidenceRow;
struct ReadinessReport;
struct Ui;

/// What was tested, felt, done and taken elsewhere, kept apart: a summary of each, every topic of the syllabus, and the
/// mocks from elsewhere.
class EvidenceTab : public ScrollColumn
{
    Q_OBJECT
public:
    EvidenceTab(const ReadinessDesks &desks, Ui &ui, QWidget *parent = nullptr);

    /// Reads the desks anew. Topics are the syllabus', whatever blueprint is looked at.
    void refresh();
    void enter(const QString &topic); ///< takes the keyboard to a topic
    static QStringList shortcuts();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Kind {
        QWidget *box = nullptr;
        TextLabel *words = nullptr;
    };
    Kind makeKind(const QString &title, const QString &meaning);
    QWidget *makeDomain(const Domain &domain, int index);
    QWidget *makeHeads();
    int widthInOneLine() const;
    void fitHeads();
    QHash<QString, TopicWork> work() const;
    void summarize(const ReadinessReport &report, const QHash<QString, TopicRating> &ratings,
        const QHash<QString, TopicWork> &work);
    QString doneSummary(const QHash<QString, TopicWork> &work) const;
    void rate(const Topic &topic, int value);
    void step(const TopicEvidenceRow *from, int by);
    void arrange();

    ReadinessDesks m_desks;
    Ui &m_ui;
    QGridLayout *m_kindGrid = nullptr;
    QList<Kind> m_kinds; ///< tested, felt, done, outside
    QBoxLayout *m_columns = nullptr;
    QWidget *m_side = nullptr;
    QStringList m_topics; ///< of the rows
    QList<TopicEvidenceRow *> m_rows;
    QList<std::pair<Chip *, TextLabel *>> m_domains; ///< heads of the domains
    QList<QWidget *> m_heads;                        ///< above the columns of each domain
    QList<TextLabel *> m_columnHeads;                ///< three in each of them
    OutsideMocks *m_mocks = nullptr;
};

} // namespace lectern
