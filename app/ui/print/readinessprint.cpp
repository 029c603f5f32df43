// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinessprint.h"

#include "examwords.h"
#include "figurewords.h"
#include "printpattern.h"
#include "printtable.h"
#include "readinesscharts.h"
#include "readinesswords.h"
#include "reportwords.h"
#include "theme.h"
#include "tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lectern
{

namespace
{

using Kind = PrintText::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReadinessPrint)
};

constexpr int fewestSpokes = 3;
constexpr int topicColumns = 5;
constexpr int objectiveColumns = 6;

/// How much room the parts take.
struct Fit {
    double text = 1;
    double trend = 42; ///< millimetres
    int moves = 8;
};

/// What gives way first: the height of the trend, then the size of text, then older causes. The last one fits whatever
/// a blueprint of nine sections has to say.
constexpr Fit fits[] = {{}, {1, 34, 6}, {0.94, 30, 5}, {0.88, 28, 5}, {0.82, 26, 4}, {0.76, 24, 3}, {0.7, 22, 2},
    {0.64, 20, 0}, {0.58, 18, 0}, {0.5, 16, 0}};

QString gapWords(const OddsGap &gap, const Blueprint &blueprint)
{
    const QLocale locale;
    const QString count = ofTotal(gap.have, gap.need);
    switch (gap.kind) {
    case OddsGap::Kind::SealedAnswers:
        return Words::tr("%1 first-seen answers in sealed rehearsals").arg(count);
    case OddsGap::Kind::RecentSealed:
        return Words::tr("%1 of them in the last %2 days").arg(count, locale.toString(recentDaysForOdds));
    case OddsGap::Kind::SectionAnswers:
        break;
    }
    const Section *section = blueprint.section(gap.section);
    return Words::tr("%1 first-seen answers in %2").arg(count, section ? section->code : gap.section);
}

class ReadinessRows
{
public:
    ReadinessRows(PrintFlow &flow, const ReadinessPaper &paper, const Fit &fit)
        : m_flow(flow)
        , m_metrics(flow.metrics())
        , m_paper(paper)
        , m_report(paper.report)
        , m_fit(fit)
    {
    }

    void addAll()
    {
        const QLocale locale;
        addText(m_flow, Kind::Plain,
            Words::tr("Readiness on %1").arg(locale.toString(m_report.day, QLocale::LongFormat)),
            font(printpoints::title, true), below(m_metrics, 0, true));
        line(m_paper.blueprint.title, 0.3);
        addHead();
        addShape();
        addTrend();
        addTopics();
        addMoves();
    }

private:
    QFont font(double points, bool bold = false) const { return m_metrics.font(points * m_fit.text, bold); }

    void line(const QString &words, double gap = 0.6, bool bold = false)
    {
        addText(m_flow, Kind::Plain, words, font(printpoints::body, bold), below(m_metrics, gap));
    }

    void heading(const QString &words)
    {
        addText(m_flow, Kind::Plain, words, font(printpoints::heading, true), below(m_metrics, 3 * m_fit.text, true));
    }

    void addHead()
    {
        const QLocale locale;
        if (m_report.answers == 0) {
            line(Words::tr("Nothing was tested yet: what follows is what is assumed of anybody."), 2, true);
        } else {
            line(Words::tr("Expected score today: %1 (%2, 80 % interval), target %3.")
                     .arg(percent(m_report.weighted.mean), rangeText(m_report.weighted), percent(m_paper.target)),
                2, true);
        }
        if (m_report.atExam)
            line(Words::tr("On %1, if the plan is followed: %2 (%3).")
                     .arg(locale.toString(m_paper.examDate, QLocale::LongFormat), percent(m_report.atExam->mean),
                         rangeText(*m_report.atExam)));
        QString counted = Words::tr("%n first-seen answer(s) count", nullptr, m_report.answers);
        if (m_report.repeats + m_report.aided > 0)
            counted = Words::tr("%1; %2 given to questions seen before, or with a rationale at hand, do not.")
                          .arg(counted, locale.toString(m_report.repeats + m_report.aided));
        else
            counted = Words::tr("%1.").arg(counted);
        line(counted);
        if (m_report.odds) {
            line(Words::tr("Odds: %1 fresh forms of this blueprint would reach %2.")
                     .arg(oddsWords(*m_report.odds), percent(m_paper.target)));
            return;
        }
        QStringList missing;
        for (const OddsGap &gap : m_report.gaps) {
            if (!gap.met())
                missing << gapWords(gap, m_paper.blueprint);
        }
        line(Words::tr("No odds yet. So far: %1.").arg(missing.join(Words::tr("; "))));
    }

    struct Loss {
        QString title;
        QString points;
        QString detail;
        double share = 0; ///< of the largest
        bool tested = false;
        int pattern = 0;
        double height = 0;
    };

    QList<Loss> losses(double width, const QFont &bold, const QFont &small, double bar) const
    {
        const QLocale locale;
        QList<Loss> list;
        for (int at = 0; at < int(m_report.sections.size()); ++at) {
            const ReadinessRow &row = m_report.sections.at(at);
            const Section &section = m_paper.blueprint.sections.at(at);
            Loss loss;
            loss.title = Words::tr("%1 %2", "code, title").arg(section.code, nameOf(section));
            loss.points = locale.toString(row.pointsLost, 'f', 1);
            const auto action = std::find_if(m_report.actions.begin(), m_report.actions.end(),
                [&](const ReadinessAction &one) { return one.section == row.id; });
            const QString todo = action == m_report.actions.end()
                                     ? QString()
                                     : actionWords(*action, m_paper.certification, m_paper.blueprint);
            loss.detail =
                row.tested()
                    ? Words::tr("%1, %n answer(s). %2", nullptr, row.answers).arg(percent(row.expected.mean), todo)
                    : Words::tr("Not tested yet. %1").arg(todo);
            loss.share = row.pointsLost;
            loss.tested = row.tested();
            loss.pattern = at;
            loss.height = m_metrics.textHeight(bold, loss.title, width - m_metrics.mm(14)) + m_metrics.mm(0.8) + bar +
                          m_metrics.textHeight(small, loss.detail, width) + m_metrics.mm(2.2 * m_fit.text);
            list << loss;
        }
        std::stable_sort(list.begin(), list.end(), [](const Loss &a, const Loss &b) { return a.share > b.share; });
        const double most = list.isEmpty() ? 1 : std::max(list.constFirst().share, 0.001);
        for (Loss &loss : list)
            loss.share /= most;
        return list;
    }

    void addShape()
    {
        heading(Words::tr("Where the points lie"));
        const bool radar = m_report.sections.size() >= fewestSpokes;
        const double width = m_flow.width();
        const double listLeft = radar ? width * 0.5 + m_metrics.mm(3) : 0;
        const double listWidth = width - listLeft;
        const QFont bold = font(printpoints::body, true);
        const QFont small = font(printpoints::small);
        const double bar = m_metrics.mm(3.2 * m_fit.text);
        const QList<Loss> list = losses(listWidth, bold, small, bar);
        double height = m_metrics.lineHeight(small) + m_metrics.mm(1);
        for (const Loss &loss : list)
            height += loss.height;
        PrintRow row;
        row.gap = m_metrics.mm(1);
        row.height = radar ? std::max(height, m_metrics.mm(62 * m_fit.text)) : height;
        row.paint = [metrics = m_metrics, paper = m_paper, points = printpoints::small * m_fit.text, radar, listLeft,
                        listWidth, bold, small, bar, list, whole = row.height](QPainter &painter, double, double) {
            if (radar)
                drawRadar(painter, metrics, {0, 0, listLeft - metrics.mm(6), whole}, points, paper.blueprint,
                    paper.report, paper.target);
            painter.setPen(paperTokens().text);
            painter.setFont(small);
            painter.drawText(QRectF(listLeft, 0, listWidth, metrics.lineHeight(small)),
                int(Qt::AlignRight | Qt::AlignVCenter), Words::tr("points of 100 that would be lost"));
            double y = metrics.lineHeight(small) + metrics.mm(1);
            for (const Loss &loss : list) {
                const double figure = metrics.mm(14);
                const double title = metrics.textHeight(bold, loss.title, listWidth - figure);
                painter.setFont(bold);
                painter.setPen(paperTokens().text);
                painter.drawText(QRectF(listLeft, y, listWidth - figure, title), int(Qt::TextWordWrap), loss.title);
                painter.drawText(
                    QRectF(listLeft + listWidth - figure, y, figure, title), int(Qt::AlignRight), loss.points);
                y += title + metrics.mm(0.8);
                const QRectF box(listLeft, y, std::max(metrics.mm(1), listWidth * loss.share), bar);
                if (loss.tested) {
                    drawPattern(painter, box, Theme::domainPattern(loss.pattern), metrics.mm(1.1), paperTokens().text);
                } else {
                    QPen pen(paperTokens().text, metrics.mm(0.25));
                    pen.setDashPattern({3, 3});
                    painter.setPen(pen);
                    painter.setBrush(Qt::NoBrush);
                    painter.drawRect(box);
                }
                y += bar;
                const double detail = metrics.textHeight(small, loss.detail, listWidth);
                painter.setFont(small);
                painter.setPen(paperTokens().text);
                painter.drawText(QRectF(listLeft, y, listWidth, detail), int(Qt::TextWordWrap), loss.detail);
                y += loss.height - title - bar - metrics.mm(0.8);
            }
        };
        m_flow.add(row);
        addText(m_flow, Kind::Plain,
            radar
                ? Words::tr("Solid line: expected share of right answers. Hatched: its 80 % interval. Dashed ring: the "
                            "target. Open circle: not tested, unknown and not zero.")
                : Words::tr("Dashed bar: not tested, unknown and not zero."),
            font(printpoints::small), below(m_metrics, 0.5));
    }

    void addTrend()
    {
        if (m_report.trend.size() < 2)
            return;
        heading(Words::tr("Trend"));
        PrintRow row;
        row.gap = m_metrics.mm(1);
        row.height = m_metrics.mm(m_fit.trend);
        row.heading = true;
        row.paint = [metrics = m_metrics, paper = m_paper, width = m_flow.width(), height = row.height,
                        points = printpoints::small * m_fit.text](QPainter &painter, double, double) {
            drawTrend(painter, metrics, {0, 0, width, height}, points, paper.report, paper.rehearsals, paper.target);
        };
        m_flow.add(row);
        QString legend = Words::tr("Expected score in percent with its 80 % interval; dashed: the target.");
        if (!m_paper.rehearsals.isEmpty())
            legend +=
                u' ' + Words::tr("Diamonds are rehearsals: filled inside the interval that was shown before, hollow "
                                 "outside it, crossed where none was shown.");
        addText(m_flow, Kind::Plain, legend, font(printpoints::small), below(m_metrics, 0.5));
    }

    void addTopics()
    {
        if (m_report.topics.isEmpty())
            return;
        const bool domains = m_paper.blueprint.kind == BlueprintKind::Domains;
        heading(domains ? Words::tr("Topics: right of first-seen answers")
                        : Words::tr("Objectives: right of first-seen answers"));
        const int columns = domains ? topicColumns : objectiveColumns;
        const double width = m_flow.width() / columns;
        for (qsizetype from = 0; from < m_report.topics.size(); from += columns) {
            QList<PrintCell> names;
            QList<PrintCell> counts;
            for (qsizetype at = from; at < std::min<qsizetype>(from + columns, m_report.topics.size()); ++at) {
                const ReadinessRow &row = m_report.topics.at(at);
                const Topic *topic = domains ? m_paper.certification.topic(row.id) : nullptr;
                const double x = double(at - from) * width;
                const QString count = row.tested() ? ofTotal(row.right, row.answers) : Words::tr("–", "not tested");
                if (topic) {
                    names << PrintCell{topic->shortTitle, x, width - m_metrics.mm(2)};
                    counts << PrintCell{count, x, width - m_metrics.mm(2), Qt::AlignLeft, true};
                } else {
                    names << PrintCell{row.id, x, width * 0.36}
                          << PrintCell{count, x + width * 0.38, width * 0.6, Qt::AlignLeft, true};
                }
            }
            addCells(m_flow, names, printpoints::small * m_fit.text, below(m_metrics, topicGap(domains)));
            if (!counts.isEmpty())
                addCells(m_flow, counts, printpoints::small * m_fit.text, below(m_metrics, 0));
        }
    }

    double topicGap(bool domains) const { return (domains ? 1.2 : 0.6) * m_fit.text; }

    void addMoves()
    {
        const qsizetype shown = std::min<qsizetype>(m_fit.moves, m_report.moves.size());
        if (shown == 0)
            return;
        heading(Words::tr("What moved it"));
        const QLocale locale;
        const double days = m_metrics.mm(24) * m_fit.text * m_metrics.scale;
        const double points = m_metrics.mm(14) * m_fit.text * m_metrics.scale;
        for (const ReadinessMove &move : m_report.moves.first(shown)) {
            addCells(m_flow,
                {{locale.toString(move.day, QLocale::ShortFormat), 0, days},
                    {pointsMoved(move.points), days, points - m_metrics.mm(2), Qt::AlignRight, true},
                    {moveWords(move, m_paper.certification, m_paper.blueprint, m_paper.rehearsals), days + points,
                        m_flow.width() - days - points}},
                printpoints::small * m_fit.text, below(m_metrics, 0.5));
        }
    }

    PrintFlow &m_flow;
    PrintMetrics m_metrics;
    const ReadinessPaper &m_paper;
    const ReadinessReport &m_report;
    Fit m_fit;
};

} // namespace

PrintSheet readinessSheet(const ReadinessPaper &paper)
{
    PrintSheet sheet;
    const QLocale locale;
    const QString day = locale.toString(paper.report.day, QLocale::ShortFormat);
    sheet.title = Words::tr("Readiness: %1, %2", "blueprint, day").arg(paper.blueprint.title, day);
    sheet.furniture.left = Words::tr("Lectern: %1").arg(paper.certification.title);
    sheet.furniture.right = Words::tr("Page %1 of %2");
    sheet.furniture.foot = Words::tr("The vendor publishes no pass mark: the target is one of practice.");
    sheet.furniture.footRight = Words::tr("As of %1").arg(day);
    sheet.fill = [paper](PrintFlow &flow) {
        const Fit *chosen = std::end(fits) - 1;
        for (const Fit &fit : fits) {
            PrintFlow probe(flow.metrics());
            ReadinessRows(probe, paper, fit).addAll();
            probe.arrange();
            if (probe.pages() <= 1) {
                chosen = &fit;
                break;
            }
        }
        ReadinessRows(flow, paper, *chosen).addAll();
    };
    return sheet;
}

} // namespace lectern
