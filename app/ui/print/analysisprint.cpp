// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysisprint.h"

#include "examwords.h"
#include "printtext.h"
#include "printwords.h"
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
constexpr int enoughForPercent = 20;

QString titleOfObjective(const Certification &certification, const QString &id)
{
    if (id == enrichmentObjective)
        return Words::tr("Beyond the outline");
    const QString bare = id.section(u'/', -1);
    for (const Blueprint &blueprint : certification.blueprints) {
        if (id.contains(u'/') && id.section(u'/', 0, 0) != blueprint.id)
            continue;
        for (const Section &section : blueprint.sections) {
            for (const Objective &objective : section.objectives) {
                if (objective.id == bare)
                    return objective.title;
            }
        }
    }
    return {};
}

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
        addObjectives();
    }

private:
    PrintPlace gap(double millimetres, bool heading = false) const
    {
        PrintPlace place;
        place.gap = m_metrics.mm(millimetres);
        place.heading = heading;
        return place;
    }

    void heading(const QString &words)
    {
        addText(m_flow, Kind::Plain, words, m_metrics.font(printpoints::heading, true), gap(6, true));
    }

    void line(const QString &words)
    {
        addText(m_flow, Kind::Plain, words, m_metrics.font(printpoints::body), gap(0.8));
    }

    void addPace()
    {
        const QList<Analysis::Pace> pace = m_report.analysis.pace;
        const qint64 limit = m_report.attempt.setup().minutes * 60000LL;
        const qint64 end = std::max({limit, m_report.score.usedMs, qint64(1)});
        const int total = m_report.attempt.size();
        if (pace.size() < 2 || total == 0)
            return;
        heading(Words::tr("Pace"));
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
            const double below = area.bottom() + metrics.mm(0.5);
            painter.drawText(
                QRectF(area.left(), below, area.width() / 2, text), int(Qt::AlignLeft | Qt::AlignTop), lasted(0));
            painter.drawText(QRectF(area.center().x(), below, area.width() / 2, text),
                int(Qt::AlignRight | Qt::AlignTop), lasted(end));
        };
        m_flow.add(chart);
        addText(m_flow, Kind::Plain,
            limit > 0 ? Words::tr("Questions answered over time. Solid: you. Dashed: the even pace.")
                      : Words::tr("Questions answered over time."),
            small, gap(0.5));
    }

    void addStays()
    {
        const Analysis &analysis = m_report.analysis;
        if (analysis.longestDwells.isEmpty())
            return;
        heading(Words::tr("Longest on one question"));
        for (const int position : analysis.longestDwells) {
            const FormItem &seat = m_report.attempt.setup().items.at(position);
            line(Words::tr("%1 on question %2: %3")
                     .arg(lasted(m_report.attempt.at(position).dwellMs), QLocale().toString(position + 1),
                         m_report.items.value(seat.item).title));
        }
    }

    void addChanges()
    {
        const Analysis &analysis = m_report.analysis;
        if (analysis.rightToWrong + analysis.wrongToRight + analysis.wrongToWrong == 0)
            return;
        heading(Words::tr("Answers changed"));
        const QLocale locale;
        line(Words::tr("Wrong to right: %1. Right to wrong: %2. Wrong to wrong: %3.")
                 .arg(locale.toString(analysis.wrongToRight), locale.toString(analysis.rightToWrong),
                     locale.toString(analysis.wrongToWrong)));
    }

    /// A table of names with two counts each.
    void addCounts(const QStringList &head, const QList<std::array<QString, 3>> &rows)
    {
        const QFont bold = m_metrics.font(printpoints::body, true);
        double figure = 0;
        for (int column : {1, 2})
            figure = std::max(figure, m_metrics.textWidth(bold, head.at(column)));
        figure = std::min(figure + m_metrics.mm(3), m_flow.width() * 0.25);
        const double second = m_flow.width() - figure;
        const double first = second - figure;
        const auto add = [&](const QString &name, const QString &a, const QString &b, bool strong) {
            addCells(m_flow,
                {{name, 0, first - m_metrics.mm(2), Qt::AlignLeft, strong}, {a, first, figure, Qt::AlignRight, strong},
                    {b, second, figure, Qt::AlignRight, strong}},
                printpoints::body, gap(0.8, strong));
        };
        add(head.at(0), head.at(1), head.at(2), true);
        for (const auto &row : rows)
            add(row[0], row[1], row[2], false);
    }

    void addCertainty()
    {
        const Analysis &analysis = m_report.analysis;
        if (analysis.certainties.isEmpty())
            return;
        heading(Words::tr("Certainty"));
        const QLocale locale;
        QList<std::array<QString, 3>> rows;
        for (const Analysis::CertaintyRow &row : analysis.certainties)
            rows.append({printedCertainty(row.certainty), locale.toString(row.right), locale.toString(row.wrong)});
        addCounts({Words::tr("Rated"), Words::tr("Right"), Words::tr("Wrong")}, rows);
        QStringList numbers;
        for (const int position : analysis.confidentWrong)
            numbers.append(locale.toString(position + 1));
        if (!numbers.isEmpty())
            line(Words::tr("Sure and wrong: question %1.", "numbers").arg(numbers.join(Words::tr(", "))));
    }

    void addObjectives()
    {
        const QList<Analysis::Count> &counts = m_report.analysis.objectives;
        if (counts.isEmpty())
            return;
        heading(Words::tr("Objectives"));
        const QLocale locale;
        QList<std::array<QString, 3>> rows;
        for (const Analysis::Count &count : counts) {
            const QString title = titleOfObjective(m_certification, count.id);
            const QString code = count.id.section(u'/', -1);
            const QString name = title.isEmpty() ? code : Words::tr("%1 %2", "code, title").arg(code, title);
            QString figure = Words::tr("%1 of %2").arg(locale.toString(count.right), locale.toString(count.total));
            rows.append({name, figure,
                count.total >= enoughForPercent ? percent(double(count.right) / count.total) : QString()});
        }
        addCounts({Words::tr("Objective"), Words::tr("Right"), QString()}, rows);
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
