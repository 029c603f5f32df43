// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysisprint.h"

#include "examwords.h"
#include "printtable.h"
#include "reportwords.h"
#include "sessionwords.h"
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
    Q_DECLARE_TR_FUNCTIONS(AnalysisPrint)
};

constexpr double chartMillimetres = 45;

class AnalysisRows
{
public:
    AnalysisRows(PrintFlow &flow, const Certification &certification, const ReportDesk::Report &report)
        : m_flow(flow)
        , m_metrics(flow.metrics())
        , m_certification(certification)
        , m_report(report)
    {
    }

    void addAll()
    {
        addPace();
        addStays();
        addChanges();
        addCertainty();
        addStamina();
        addObjectives();
    }

private:
    void line(const QString &words, int together = 0)
    {
        PrintPlace place = below(m_metrics, 0.8);
        place.together = together;
        addText(m_flow, Kind::Plain, words, m_metrics.font(printpoints::body), place);
    }

    void addPace()
    {
        const QList<Analysis::Pace> pace = m_report.analysis.pace;
        const qint64 limit = m_report.attempt.setup().minutes * 60000LL;
        const qint64 end = std::max({limit, m_report.score.usedMs, qint64(1)});
        const int total = m_report.attempt.size();
        if (pace.size() < 2 || total == 0)
            return;
        addHeading(m_flow, Words::tr("Pace"));
        const QFont small = m_metrics.font(printpoints::small);
        const double text = m_metrics.lineHeight(small);
        const QString most = QLocale().toString(total);
        const double left = m_metrics.textWidth(small, most) + m_metrics.mm(1.5);
        PrintRow chart;
        chart.height = m_metrics.mm(chartMillimetres) + text + m_metrics.mm(2);
        chart.gap = m_metrics.mm(1.5);
        chart.heading = true; // its legend stands below
        chart.paint = [metrics = m_metrics, width = std::min(m_flow.width(), m_metrics.mm(150)), small, text, most,
                          left, pace, end, limit, total](QPainter &painter, double, double) {
            const QRectF area(left, metrics.mm(1), width - left - metrics.mm(1), metrics.mm(chartMillimetres));
            const auto at = [&](qint64 ms, double answered) {
                return QPointF(area.x() + area.width() * double(ms) / double(end),
                    area.bottom() - area.height() * answered / total);
            };
            const Tokens &paper = paperTokens();
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(paper.edge, metrics.mm(0.25)));
            painter.drawRect(area);
            if (limit > 0) {
                QPen dashed(paper.text, metrics.mm(0.35));
                dashed.setDashPattern({5, 3});
                painter.setPen(dashed);
                painter.drawLine(at(0, 0), at(limit, total));
            }
            QPolygonF steps;
            for (const Analysis::Pace &point : pace) {
                if (!steps.isEmpty())
                    steps.append(QPointF(at(point.usedMs, 0).x(), steps.constLast().y()));
                steps.append(at(point.usedMs, point.answered));
            }
            painter.setPen(QPen(paper.text, metrics.mm(0.7)));
            painter.drawPolyline(steps);
            painter.setFont(small);
            painter.setPen(paper.text);
            painter.drawText(
                QRectF(0, area.top(), left - metrics.mm(1), text), int(Qt::AlignRight | Qt::AlignTop), most);
            painter.drawText(QRectF(0, area.bottom() - text, left - metrics.mm(1), text),
                int(Qt::AlignRight | Qt::AlignBottom), QLocale().toString(0));
            const double under = area.bottom() + metrics.mm(0.5);
            painter.drawText(
                QRectF(area.left(), under, area.width() / 2, text), int(Qt::AlignLeft | Qt::AlignTop), lasted(0));
            painter.drawText(QRectF(area.center().x(), under, area.width() / 2, text),
                int(Qt::AlignRight | Qt::AlignTop), lasted(end));
        };
        m_flow.add(chart);
        addText(m_flow, Kind::Plain,
            limit > 0 ? Words::tr("Questions answered over time. Solid: you. Dashed: the even pace.")
                      : Words::tr("Questions answered over time."),
            small, below(m_metrics, 0.5));
    }

    void addStays()
    {
        const Analysis &analysis = m_report.analysis;
        if (analysis.longestDwells.isEmpty())
            return;
        addHeading(m_flow, Words::tr("Longest on one question"));
        const int group = m_flow.newGroup();
        for (const int position : analysis.longestDwells) {
            const FormItem &seat = m_report.attempt.setup().items.at(position);
            line(Words::tr("%1 on question %2: %3")
                     .arg(lasted(m_report.attempt.at(position).dwellMs), QLocale().toString(position + 1),
                         m_report.items.value(seat.item).title),
                group);
        }
    }

    void addChanges()
    {
        const Analysis &analysis = m_report.analysis;
        if (analysis.rightToWrong + analysis.wrongToRight + analysis.wrongToWrong == 0)
            return;
        addHeading(m_flow, Words::tr("Answers changed"));
        const QLocale locale;
        line(Words::tr("Wrong to right: %1. Right to wrong: %2. Wrong to wrong: %3.")
                 .arg(locale.toString(analysis.wrongToRight), locale.toString(analysis.rightToWrong),
                     locale.toString(analysis.wrongToWrong)));
    }

    void addCertainty()
    {
        const Analysis &analysis = m_report.analysis;
        if (analysis.certainties.isEmpty())
            return;
        addHeading(m_flow, Words::tr("Certainty"));
        const QLocale locale;
        PrintTable table{{Words::tr("Rated"), Words::tr("Right"), Words::tr("Wrong")}, 1, {}};
        for (const Analysis::CertaintyRow &row : analysis.certainties)
            table.rows.append(
                {row.certainty == Certainty::None ? Words::tr("Not rated") : certaintyWords(row.certainty),
                    locale.toString(row.right), locale.toString(row.wrong)});
        addTable(m_flow, table);
        QStringList numbers;
        for (const int position : analysis.confidentWrong)
            numbers.append(locale.toString(position + 1));
        if (!numbers.isEmpty())
            line(Words::tr("Sure and wrong: %1.", "numbers of questions").arg(numbers.join(Words::tr(", "))));
    }

    void addStamina()
    {
        const QList<Analysis::Count> quarters = m_report.analysis.quarters;
        if (quarters.isEmpty())
            return;
        addHeading(m_flow, Words::tr("Stamina"));
        QStringList counts;
        for (const Analysis::Count &quarter : quarters)
            counts.append(ofTotal(quarter.right, quarter.total));
        line(Words::tr("Right from the first quarter to the last: %1.").arg(counts.join(Words::tr(", "))));
    }

    void addObjectives()
    {
        const QList<Analysis::Count> counts = objectivesInOrder(m_report.analysis.objectives);
        if (counts.isEmpty())
            return;
        addHeading(m_flow, Words::tr("Objectives"));
        PrintTable table{{Words::tr("Code"), Words::tr("Objective"), Words::tr("Right"), QString()}, 2, {}};
        for (const Analysis::Count &count : counts) {
            const Objective *objective = objectiveOf(m_certification, count.id);
            table.rows.append({objective ? objective->id : QString(),
                objective ? objective->title : objectiveCode(count.id), ofTotal(count.right, count.total),
                count.total < fewestForPercent ? QString() : percent(double(count.right) / count.total)});
        }
        addTable(m_flow, table);
    }

    PrintFlow &m_flow;
    PrintMetrics m_metrics;
    const Certification &m_certification;
    const ReportDesk::Report &m_report;
};

} // namespace

void addAnalysis(PrintFlow &flow, const Certification &certification, const ReportDesk::Report &report)
{
    AnalysisRows(flow, certification, report).addAll();
}

} // namespace lectern
