// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportprint.h"

#include "analysisprint.h"
#include "examwords.h"
#include "printpattern.h"
#include "printtable.h"
#include "questionprint.h"
#include "reportwords.h"
#include "seatwords.h"
#include "sessionwords.h"
#include "theme.h"
#include "timeformats.h"

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
    Q_DECLARE_TR_FUNCTIONS(ReportPrint)
};

QString moment(const QDateTime &when)
{
    const QLocale locale;
    return Words::tr("%1, %2", "date, time")
        .arg(locale.toString(when.date(), QLocale::LongFormat), locale.toString(when.time(), clockFormat()));
}

/// Puts a report's rows into a flow.
class ReportRows
{
public:
    ReportRows(PrintFlow &flow, const ReportDesk &desk, const Certification &certification,
        const ReportDesk::Report &report, const ReportPaper &paper)
        : m_flow(flow)
        , m_metrics(flow.metrics())
        , m_desk(desk)
        , m_certification(certification)
        , m_report(report)
        , m_paper(paper)
    {
    }

    void addAll()
    {
        const AttemptSetup &setup = m_report.attempt.setup();
        addText(m_flow, Kind::Plain, Words::tr("Report: %1").arg(modeName(setup.mode)),
            m_metrics.font(printpoints::title, true), below(m_metrics, 0, true));
        addFacts();
        addScore();
        addSections();
        addActions();
        addAnalysis(m_flow, m_certification, m_report);
        addQuestions();
    }

private:
    void fact(const QString &what, const QString &value)
    {
        const double column = std::min(m_metrics.mm(42) * m_metrics.scale, m_flow.width() * 0.4);
        addCells(m_flow,
            {{what, 0, column - m_metrics.mm(2)}, {value, column, m_flow.width() - column, Qt::AlignLeft, true}},
            printpoints::body, below(m_metrics, 0.8));
    }

    void addFacts()
    {
        const AttemptSetup &setup = m_report.attempt.setup();
        const AttemptRules &rules = setup.rules;
        const Score &score = m_report.score;
        const QLocale locale;
        if (!m_report.attempt.events().isEmpty())
            fact(Words::tr("Begun"), moment(m_desk.localTime(m_report.attempt.events().constFirst().at.utcMs)));
        fact(Words::tr("Blueprint"),
            m_report.projected ? Words::tr("Projected on %1").arg(m_report.blueprint.title) : m_report.blueprint.title);
        const bool sealed = std::any_of(
            setup.items.cbegin(), setup.items.cend(), [](const FormItem &seat) { return !seat.reserve.isEmpty(); });
        fact(Words::tr("Questions"), sealed
                                         ? Words::tr("%n, from the sealed reserves", nullptr, int(setup.items.size()))
                                         : Words::tr("%n, open", nullptr, int(setup.items.size())));
        fact(Words::tr("Time used"),
            setup.minutes > 0 ? Words::tr("%1 of %2").arg(lasted(score.usedMs), lasted(setup.minutes * 60000LL))
                              : Words::tr("%1, without a limit").arg(lasted(score.usedMs)));
        fact(Words::tr("Extra time"), rules.timePercent > 100
                                          ? Words::tr("%1 of the exam's time").arg(percent(rules.timePercent / 100.0))
                                          : Words::tr("none"));
        const int taken = rules.breaks - m_report.attempt.breaksLeft();
        fact(Words::tr("Breaks"), rules.breaks == 0
                                      ? Words::tr("none")
                                      : (rules.breaksStopClock ? Words::tr("%1 of %2 taken; they stopped the clock")
                                                               : Words::tr("%1 of %2 taken; the clock ran on"))
                                            .arg(locale.toString(taken), locale.toString(rules.breaks)));
        fact(Words::tr("Clock"), score.clockVerified
                                     ? Words::tr("verified")
                                     : Words::tr("not verified: the computer was restarted during the attempt"));
        QStringList caveats;
        if (score.timedOut)
            caveats << Words::tr("time ran out: what was answered counts");
        if (score.abandoned)
            caveats << Words::tr("abandoned: this is no result");
        if (score.unscored > 0)
            caveats << Words::tr("%n unscored question(s)", nullptr, score.unscored);
        if (score.excluded > 0)
            caveats << Words::tr("%n question(s) left out", nullptr, score.excluded);
        if (!caveats.isEmpty())
            fact(Words::tr("Note"), caveats.join(Words::tr("; ")));
    }

    void addScore()
    {
        const Score &score = m_report.score;
        if (score.total == 0)
            return;
        const double share = double(score.right) / score.total;
        addHeading(m_flow, Words::tr("Score"));
        addText(m_flow, Kind::Plain, Words::tr("%1: %2 right").arg(percent(share), ofTotal(score.right, score.total)),
            m_metrics.font(printpoints::title, true), below(m_metrics, 1, true));
        PrintRow bar;
        bar.height = m_metrics.mm(11);
        bar.gap = m_metrics.mm(1.5);
        bar.heading = true; // what explains it stands below
        bar.paint = [this_ = m_metrics, width = m_flow.width(), score, share, target = m_paper.target](
                        QPainter &painter, double, double) { drawScore(painter, this_, width, score, share, target); };
        m_flow.add(bar);
        QStringList legend{Words::tr("Solid: your score, %1.").arg(percent(share)),
            Words::tr("Dashed: your target, %1.").arg(percent(m_paper.target))};
        legend << (score.hasInterval ? Words::tr("Hatched: the 80 % interval, %1–%2.")
                                           .arg(percent(score.interval.low), percent(score.interval.high))
                                     : Words::tr("Fewer than 20 questions: too few for an interval."));
        addText(m_flow, Kind::Plain, legend.join(u' '), m_metrics.font(printpoints::small), below(m_metrics, 0.5));
        if (m_report.before && m_report.before->total > 0)
            addText(m_flow, Kind::Plain,
                Words::tr("With disputed questions counted: %1.")
                    .arg(ofTotal(m_report.before->right, m_report.before->total)),
                m_metrics.font(printpoints::small), below(m_metrics, 0.5));
    }

    static void drawTarget(QPainter &painter, const PrintMetrics &metrics, double x, double top, double bottom)
    {
        QPen pen(paperTokens().text, metrics.mm(0.5));
        pen.setDashPattern({2, 1.5});
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    }

    static void drawScore(
        QPainter &painter, const PrintMetrics &metrics, double width, const Score &score, double share, double target)
    {
        const double inset = metrics.mm(0.5);
        const QRectF track(inset, metrics.mm(2), width - 2 * inset, metrics.mm(7));
        const auto x = [&](double part) { return track.x() + part * track.width(); };
        if (score.hasInterval) {
            const QRectF hatched(
                x(score.interval.low), track.y(), x(score.interval.high) - x(score.interval.low), track.height());
            drawPattern(painter, hatched, Qt::BDiagPattern, metrics.mm(1.4), paperTokens().text);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(paperTokens().text, metrics.mm(0.3)));
        painter.drawRect(track);
        const double half = metrics.mm(0.7);
        painter.fillRect(QRectF(std::clamp(x(share), half, width - half) - half, metrics.mm(0.5), 2 * half,
                             track.height() + metrics.mm(3)),
            paperTokens().text);
        drawTarget(painter, metrics, x(target), metrics.mm(0.5), track.bottom() + metrics.mm(1.5));
    }

    void addSections()
    {
        if (m_report.score.sections.isEmpty())
            return;
        addHeading(m_flow, Words::tr("By section"));
        const QFont bold = m_metrics.font(printpoints::body, true);
        double codes = 0;
        for (const SectionScore &one : m_report.score.sections) {
            const Section *section = m_report.blueprint.section(one.section);
            codes = std::max(codes, m_metrics.textWidth(bold, section ? section->code : one.section));
        }
        const double space = m_metrics.mm(3);
        const double figure = m_metrics.textWidth(bold, percent(1)) + 1;
        const double count = m_metrics.textWidth(bold, ofTotal(60, 60)) + 1;
        const double bar = std::min(m_metrics.mm(50), m_flow.width() * 0.25);
        const double figureAt = m_flow.width() - figure;
        const double countAt = figureAt - space - count;
        const double barAt = countAt - space - bar;
        const double titleAt = codes + space;
        PrintPlace place = below(m_metrics, 1.2);
        place.together = m_flow.newGroup();
        for (int i = 0; i < m_report.score.sections.size(); ++i) {
            const SectionScore &one = m_report.score.sections.at(i);
            const Section *section = m_report.blueprint.section(one.section);
            const double share = one.total > 0 ? double(one.right) / one.total : 0;
            addCells(m_flow,
                {{section ? section->code : one.section, 0, titleAt, Qt::AlignLeft, true},
                    {section ? section->title : one.section, titleAt, barAt - titleAt - space},
                    {ofTotal(one.right, one.total), countAt, count, Qt::AlignRight},
                    {one.total > 0 ? percent(share) : QString(), figureAt, figure, Qt::AlignRight, true}},
                printpoints::body, place,
                [metrics = m_metrics, i, share, barAt, bar, target = m_paper.target](QPainter &painter, double line) {
                    const double high = metrics.mm(3.2);
                    const QRectF track(barAt, (line - high) / 2, bar, high);
                    painter.setBrush(Qt::NoBrush);
                    painter.setPen(QPen(paperTokens().edge, metrics.mm(0.2)));
                    painter.drawRect(track);
                    if (share > 0)
                        drawPattern(painter, {track.x(), track.y(), share * bar, high}, Theme::domainPattern(i),
                            metrics.mm(1.1), paperTokens().text);
                    drawTarget(painter, metrics, track.x() + target * bar, track.top() - metrics.mm(0.6),
                        track.bottom() + metrics.mm(0.6));
                });
        }
    }

    void addActions()
    {
        const QList<ReportDesk::Action> actions = m_desk.nextActions(m_report);
        if (actions.isEmpty())
            return;
        addHeading(m_flow, Words::tr("What to do next"));
        PrintPlace place = below(m_metrics, 0.8);
        place.together = m_flow.newGroup();
        for (int i = 0; i < actions.size(); ++i) {
            const QString number = Words::tr("%1.", "number of a list").arg(QLocale().toString(i + 1));
            const QString what = Words::tr("%1: about %n minute(s)", "what to do", actions.at(i).minutes)
                                     .arg(actionWords(actions.at(i), m_certification));
            const double column = m_metrics.mm(6) * m_metrics.scale;
            addCells(m_flow, {{number, 0, column, Qt::AlignLeft, true}, {what, column, m_flow.width() - column}},
                printpoints::body, place);
        }
    }

    bool wanted(const ItemOutcome &outcome) const
    {
        return m_paper.questions == ReportPaper::Questions::All ||
               (m_paper.questions == ReportPaper::Questions::Wrong && !outcome.right);
    }

    QStringList factsOf(const ItemOutcome &outcome, const PositionState &state, const QStringList &order) const
    {
        QStringList facts{Words::tr("took %1").arg(lasted(outcome.dwellMs))};
        if (state.certainty != Certainty::None)
            facts << Words::tr("certainty: %1").arg(certaintyWords(state.certainty));
        if (outcome.flagged)
            facts << Words::tr("flagged");
        if (outcome.unsure)
            facts << Words::tr("marked unsure");
        if (!outcome.scored)
            facts << Words::tr("unscored");
        if (m_report.disputes.contains(outcome.item))
            facts << Words::tr("in dispute");
        else if (outcome.excluded)
            facts << Words::tr("left out of the score");
        const QStringList newKey = m_report.newKeys.value(outcome.item);
        if (!newKey.isEmpty())
            facts << Words::tr("key corrected to %1").arg(letters(newKey, order));
        return facts;
    }

    void addQuestions()
    {
        bool first = true;
        for (const ItemOutcome &outcome : m_report.score.items) {
            const auto item = m_report.items.constFind(outcome.item);
            if (item == m_report.items.cend() || !wanted(outcome))
                continue;
            if (first) {
                PrintPlace place = below(m_metrics, 12, true);
                place.opensPart = true;
                addText(m_flow, Kind::Plain,
                    m_paper.questions == ReportPaper::Questions::All ? Words::tr("Every question")
                                                                     : Words::tr("Questions missed"),
                    m_metrics.font(printpoints::title, true), place);
                first = false;
            }
            const FormItem &seat = m_report.attempt.setup().items.at(outcome.position);
            const PositionState &state = m_report.attempt.at(outcome.position);
            const Miss miss = m_report.misses.value(outcome.item);
            PrintedQuestion question;
            question.number = QLocale().toString(outcome.position + 1);
            const QList<Section> &sections = m_report.blueprint.sections;
            for (int i = 0; i < sections.size(); ++i) {
                if (sections.at(i).id == outcome.section) {
                    question.code = sections.at(i).code;
                    question.pattern = i;
                }
            }
            question.verdict = outcome.right              ? PrintedQuestion::Verdict::Right
                               : outcome.chosen.isEmpty() ? PrintedQuestion::Verdict::Blank
                                                          : PrintedQuestion::Verdict::Wrong;
            question.facts = factsOf(outcome, state, seat.optionOrder);
            question.rule = miss.rule;
            question.error = miss.error ? errorWords(*miss.error) : QString();
            question.note = state.note;
            question.item = *item;
            question.optionOrder = seat.optionOrder;
            question.chosen = outcome.chosen;
            addQuestion(m_flow, question);
        }
    }

    PrintFlow &m_flow;
    PrintMetrics m_metrics;
    const ReportDesk &m_desk;
    const Certification &m_certification;
    const ReportDesk::Report &m_report;
    const ReportPaper &m_paper;
};

} // namespace

PrintSheet reportSheet(const ReportDesk &desk, const Certification &certification, const ReportDesk::Report &report,
    const ReportPaper &paper)
{
    PrintSheet sheet;
    const QLocale locale;
    const QString mode = modeName(report.attempt.setup().mode);
    const QList<AttemptEvent> &events = report.attempt.events();
    const QString day =
        events.isEmpty() ? QString()
                         : locale.toString(desk.localTime(events.constFirst().at.utcMs).date(), QLocale::ShortFormat);
    sheet.title = Words::tr("Report: %1, %2", "mode, day").arg(mode, day);
    sheet.furniture.left = Words::tr("Lectern: %1").arg(sheet.title);
    sheet.furniture.right = Words::tr("Page %1 of %2");
    sheet.furniture.foot = certification.title;
    sheet.furniture.footRight = Words::tr("Printed %1").arg(locale.toString(desk.now().date(), QLocale::ShortFormat));
    sheet.fill = [&desk, certification, report, paper](
                     PrintFlow &flow) { ReportRows(flow, desk, certification, report, paper).addAll(); };
    return sheet;
}

} // namespace lectern
