// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionprint.h"

#include "examwords.h"
#include "printpattern.h"
#include "printtable.h"
#include "seatwords.h"
#include "theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace lectern
{

namespace
{

using Kind = PrintText::Kind;
using Verdict = PrintedQuestion::Verdict;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrintedQuestion)
};

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Right:
        return Words::tr("Right");
    case Verdict::Wrong:
        return Words::tr("Wrong");
    case Verdict::Blank:
        break;
    }
    return Words::tr("Blank");
}

QString roleWord(bool key, bool chosen)
{
    if (key)
        return chosen ? Words::tr("Your answer, key") : Words::tr("Key");
    return chosen ? Words::tr("Your answer") : QString();
}

/// Puts one question's rows into a flow.
class QuestionRows
{
public:
    QuestionRows(PrintFlow &flow, const PrintedQuestion &question)
        : m_flow(flow)
        , m_metrics(flow.metrics())
        , m_question(question)
        , m_continued(Words::tr("Question %1, continued").arg(question.number))
    {
    }

    void addAll()
    {
        addHeading();
        addFacts();
        addLabelled(Words::tr("Your rule"), m_question.rule, true);
        const Item &item = m_question.item;
        const QFont body = m_metrics.font(printpoints::body);
        addText(m_flow, Kind::Markdown, item.caseText, body, at(2));
        addText(m_flow, Kind::Markdown, item.stem, body, at(2));
        PrintPlace code = at(2);
        code.continued = Words::tr("Question %1, code continued").arg(m_question.number);
        addCode(m_flow, item.code, code);
        addText(m_flow, Kind::Markdown, item.question, m_metrics.font(printpoints::body, true), at(2, true));
        for (int index = 0; index < m_question.optionOrder.size(); ++index) {
            if (const Option *option = item.option(m_question.optionOrder.at(index)))
                addOption(index, *option);
        }
        if (!item.takeaway.isEmpty()) {
            addText(
                m_flow, Kind::Plain, Words::tr("To take away"), m_metrics.font(printpoints::body, true), at(2.5, true));
            addText(m_flow, Kind::Markdown, item.takeaway, body, at(0.3));
        }
        addLabelled(Words::tr("Your note"), m_question.note, false);
        if (m_question.sources)
            addSources();
    }

private:
    PrintPlace at(double gap, bool heading = false) const
    {
        PrintPlace place = below(m_metrics, gap, heading);
        place.continued = m_continued;
        return place;
    }

    void addHeading()
    {
        const double size = printpoints::heading;
        const QFont bold = m_metrics.font(size, true);
        const double mark = m_metrics.lineHeight(bold) * 0.8;
        const double gap = m_metrics.mm(2);
        const double number = mark + gap;
        const double code = number + m_metrics.textWidth(bold, m_question.number) + 1.5 * gap;
        const double swatch = m_question.pattern < 0 ? 0 : m_metrics.mm(6) + gap;
        const double title =
            m_question.code.isEmpty() ? code : code + swatch + m_metrics.textWidth(bold, m_question.code) + 1.5 * gap;
        QList<PrintCell> cells{{m_question.number, number, code - number, Qt::AlignLeft, true}};
        if (!m_question.code.isEmpty())
            cells.append({m_question.code, code + swatch, title - code - swatch, Qt::AlignLeft, true});
        cells.append({m_question.item.title, title, m_flow.width() - title, Qt::AlignLeft, true});
        PrintPlace place = at(7, true);
        place.continued.clear();
        place.ruled = true;
        addCells(m_flow, cells, size, place,
            [question = m_question, metrics = m_metrics, mark, code](QPainter &painter, double line) {
                drawVerdict(painter, {0, (line - mark) / 2, mark, mark}, question.verdict);
                if (question.pattern >= 0 && !question.code.isEmpty()) {
                    const double high = metrics.mm(3);
                    drawPattern(painter, {code, (line - high) / 2, metrics.mm(6), high},
                        Theme::domainPattern(question.pattern), metrics.mm(1), paperTokens().text);
                }
            });
    }

    void addFacts()
    {
        QStringList facts{verdictWord(m_question.verdict)};
        const QString yours = letters(m_question.chosen, m_question.optionOrder);
        if (!yours.isEmpty())
            facts.append(Words::tr("your answer %1").arg(yours));
        const QString key = letters(m_question.item.keyIds(), m_question.optionOrder);
        if (!key.isEmpty())
            facts.append(Words::tr("key %1").arg(key));
        facts += m_question.facts;
        if (!m_question.error.isEmpty())
            facts.append(Words::tr("went wrong by: %1").arg(m_question.error));
        addText(m_flow, Kind::Plain, facts.join(Words::tr("; ", "between facts")), m_metrics.font(printpoints::small),
            at(0.5, true));
    }

    void addLabelled(const QString &label, const QString &text, bool prominent)
    {
        if (text.isEmpty())
            return;
        const double bar = m_metrics.mm(prominent ? 1.4 : 0.5);
        const double indent = m_metrics.mm(4);
        const auto laid = PrintText(m_metrics, Kind::Plain, Words::tr("%1: %2", "label: text").arg(label, text),
            m_metrics.font(prominent ? printpoints::body + 1.5 : printpoints::body, prominent),
            m_flow.width() - indent);
        PrintRow row;
        row.height = laid.height();
        row.gap = m_metrics.mm(2);
        row.cuts = laid.cuts();
        row.continued = m_continued;
        row.heading = prominent && row.height < m_metrics.mm(60);
        row.paint = [laid, bar, indent](QPainter &painter, double from, double to) {
            painter.fillRect(QRectF(0, from, bar, to - from), paperTokens().text);
            laid.draw(painter, indent, 0, from, to);
        };
        m_flow.add(row);
    }

    /// Letter and shape, the role in words, what it says and why: one row.
    void addOption(int index, const Option &option)
    {
        const bool chosen = m_question.chosen.contains(option.id);
        const QString role = roleWord(option.key, chosen);
        const QFont body = m_metrics.font(printpoints::body, !role.isEmpty());
        const double mark = m_metrics.lineHeight(body) * 0.8;
        const double gap = m_metrics.mm(1.8);
        const double column = mark + gap + m_metrics.textWidth(m_metrics.font(printpoints::body, true), u"M"_qs) + gap;
        const double width = m_flow.width() - column;
        const PrintText who(m_metrics, Kind::Plain, letter(index), m_metrics.font(printpoints::body, true), column);
        QList<PrintText> parts;
        if (!role.isEmpty())
            parts.append({m_metrics, Kind::Plain, role, m_metrics.font(printpoints::small, true), width});
        parts.append({m_metrics, Kind::Inline, option.text, body, width});
        if (m_question.rationales && !option.rationale.isEmpty())
            parts.append({m_metrics, Kind::Markdown, option.rationale, m_metrics.font(printpoints::body - 0.5), width});
        PrintRow row;
        row.gap = m_metrics.mm(2.2);
        row.continued = m_continued;
        for (const PrintText &part : std::as_const(parts)) {
            const QList<double> cuts = part.cuts();
            if (row.height > 0)
                row.cuts.append(row.height);
            for (const double cut : cuts)
                row.cuts.append(row.height + cut);
            row.height += part.height();
        }
        const Verdict verdict = option.key ? Verdict::Right : chosen ? Verdict::Wrong : Verdict::Blank;
        row.paint = [=](QPainter &painter, double from, double to) {
            if (from <= 0) {
                drawVerdict(painter, {0, (who.height() - mark) / 2, mark, mark}, verdict);
                who.draw(painter, mark + gap, 0);
            }
            double y = 0;
            for (const PrintText &part : parts) {
                if (y < to && y + part.height() > from)
                    part.draw(painter, column, y, std::max(0.0, from - y), std::min(part.height(), to - y));
                y += part.height();
            }
        };
        m_flow.add(row);
    }

    void addSources()
    {
        bool first = true;
        for (const Source &source : m_question.item.sources) {
            QString text = Words::tr("Source: %1, checked %2")
                               .arg(source.title, QLocale().toString(source.checkedOn, QLocale::ShortFormat));
            if (!source.url.isEmpty())
                text += QStringLiteral(". ") + source.url;
            addText(m_flow, Kind::Plain, text, m_metrics.font(printpoints::small), at(first ? 2 : 0.3));
            first = false;
        }
    }

    PrintFlow &m_flow;
    PrintMetrics m_metrics;
    const PrintedQuestion &m_question;
    QString m_continued;
};

} // namespace

void addQuestion(PrintFlow &flow, const PrintedQuestion &question)
{
    QuestionRows(flow, question).addAll();
}

void drawVerdict(QPainter &painter, const QRectF &box, Verdict verdict)
{
    const QColor ink = paperTokens().text;
    const double pen = box.width() / 9;
    const QRectF inner = box.adjusted(pen, pen, -pen, -pen);
    const auto at = [&](double x, double y) {
        return QPointF(inner.x() + x * inner.width(), inner.y() + y * inner.height());
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, pen));
    switch (verdict) {
    case Verdict::Right:
        painter.setBrush(ink);
        painter.drawEllipse(inner);
        painter.setPen(QPen(paperTokens().surface, pen * 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({at(0.25, 0.52), at(0.44, 0.72), at(0.77, 0.3)}));
        break;
    case Verdict::Wrong:
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(inner);
        painter.drawLine(at(0.25, 0.25), at(0.75, 0.75));
        painter.drawLine(at(0.75, 0.25), at(0.25, 0.75));
        break;
    case Verdict::Blank:
        painter.setPen(QPen(paperTokens().edge, pen * 0.8));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(inner);
        break;
    }
    painter.restore();
}

} // namespace lectern
