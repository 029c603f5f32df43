// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportrow.h"

#include "examwords.h"
#include "icons.h"
#include "reportwords.h"
#include "theme.h"
#include "verdictmark.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int rowHeight = 32; ///< pixels at 100 % text
constexpr int topicFrom = 760;
constexpr int whyFrom = 560;
constexpr int markSide = 12; ///< of a verdict before its letter
constexpr int markGap = 6;

QRect mirrored(const QWidget &widget, const QRect &area)
{
    return QStyle::visualRect(widget.layoutDirection(), widget.rect(), area);
}

} // namespace

ReportColumns::ReportColumns(const Theme &theme, int width, bool rated)
{
    const int gap = theme.px(12);
    const int height =
        std::max(theme.px(rowHeight), QFontMetrics(theme.font(Theme::Role::Body)).height() + theme.px(10));
    const QFontMetrics small(theme.font(Theme::Role::Small));
    const QFontMetrics body(theme.font(Theme::Role::Body));
    // Never narrower than their translated words.
    const auto fitting = [&](int drawn, const QString &head, const QString &word = {}) {
        const int marked = word.isEmpty() ? 0 : theme.px(markSide + markGap) + body.horizontalAdvance(word);
        return std::max({theme.px(drawn), small.horizontalAdvance(head) + 1, marked + 1});
    };
    int right = width - gap;
    const auto fromRight = [&](int wide) {
        right -= wide;
        const QRect area(right, 0, wide, height);
        right -= gap;
        return area;
    };
    if (width >= theme.px(whyFrom)) {
        int longest = small.horizontalAdvance(ReportHeading::tr("Why it went wrong"));
        for (const ErrorType error : {ErrorType::DidNotKnow, ErrorType::Misread, ErrorType::Reasoning, ErrorType::Time,
                 ErrorType::Slip, ErrorType::BadQuestion})
            longest = std::max(longest, body.horizontalAdvance(errorWords(error)));
        why = fromRight(std::max(theme.px(130), longest + 1));
    }
    time = fromRight(fitting(48, ReportHeading::tr("Time")));
    if (rated) {
        int longest = small.horizontalAdvance(ReportHeading::tr("Certainty"));
        QFont strong = theme.font(Theme::Role::Body);
        strong.setBold(true);
        for (const Certainty rating : {Certainty::Sure, Certainty::Unsure, Certainty::Guess})
            longest = std::max(longest, QFontMetrics(strong).horizontalAdvance(certaintyWords(rating)));
        certainty = fromRight(longest + 1);
    }
    key = fromRight(fitting(48, ReportHeading::tr("Key"), ReportRow::tr("A, C", "room for two letters")));
    chosen = fromRight(fitting(64, ReportHeading::tr("Chosen"), ReportRow::tr("blank")));
    int left = gap;
    const auto fromLeft = [&](int wide) {
        const QRect area(left, 0, wide, height);
        left += wide + gap;
        return area;
    };
    number = fromLeft(fitting(24, ReportHeading::tr("No.")));
    code = fromLeft(theme.px(36));
    const int rest = std::max(0, right - left);
    if (width >= theme.px(topicFrom)) {
        title = fromLeft((rest - gap) * 55 / 100);
        topic = fromLeft((rest - gap) * 45 / 100);
    } else {
        title = fromLeft(rest);
    }
}

ReportRow::ReportRow(const Theme &theme, const ReportLine &line, bool rated, QWidget *parent)
    : QuestionRow(theme, parent)
    , m_line(line)
    , m_rated(rated)
{
    name();
}

void ReportRow::name()
{
    const QString chosen = m_line.chosen.isEmpty() ? tr("blank") : tr("chosen %1").arg(m_line.chosen);
    QStringList spoken{tr("Question %1").arg(QLocale().toString(m_line.position + 1)), m_line.code, m_line.title,
        m_line.right ? tr("right") : tr("wrong"), chosen, tr("key %1").arg(m_line.key)};
    if (!m_line.certainty.isEmpty())
        spoken << m_line.certainty;
    if (m_line.flagged)
        spoken << tr("flagged");
    if (m_line.disputed)
        spoken << tr("in dispute");
    if (!m_line.scored)
        spoken << tr("not scored");
    spoken << lasted(m_line.dwellMs);
    if (!m_line.why.isEmpty())
        spoken << m_line.why;
    setAccessibleName(spoken.join(tr(", ")));
}

void ReportRow::setLine(const ReportLine &line)
{
    m_line = line;
    name();
    update();
}

QSize ReportRow::sizeHint() const
{
    return {m_theme.px(480), ReportColumns(m_theme, m_theme.px(480), m_rated).number.height()};
}

QSize ReportRow::minimumSizeHint() const
{
    return {m_theme.px(240), sizeHint().height()};
}

void ReportRow::paintEvent(QPaintEvent *)
{
    const ReportColumns at(m_theme, width(), m_rated);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    paintWords(painter, at);
    paintChip(painter, at);
}

void ReportRow::paintWords(QPainter &painter, const ReportColumns &at) const
{
    const Tokens &t = m_theme.tokens();
    const QFont body = m_theme.font(Theme::Role::Body);
    QFont bold = body;
    bold.setBold(true);
    painter.setFont(body);
    painter.setPen(t.text);
    drawElided(painter, *this, at.number, QLocale().toString(m_line.position + 1));
    drawElided(painter, *this, at.time, lasted(m_line.dwellMs), Qt::AlignRight);

    const int side = m_theme.px(markSide);
    const auto markIn = [&](const QRect &area) {
        return mirrored(*this, QRect(area.left(), area.center().y() - side / 2 + 1, side, side));
    };
    const auto besideMark = [&](const QRect &area) { return area.adjusted(m_theme.px(markSide + markGap), 0, 0, 0); };
    paintVerdict(painter, markIn(at.chosen), m_line.right ? Verdict::Right : Verdict::Wrong, m_theme);
    drawElided(painter, *this, besideMark(at.chosen), m_line.chosen.isEmpty() ? tr("blank") : m_line.chosen);
    paintVerdict(painter, markIn(at.key), Verdict::Right, m_theme);
    drawElided(painter, *this, besideMark(at.key), m_line.key);

    // Beside the title what keeps the question out of the score, and its flag.
    QRect title = at.title;
    if (m_line.flagged) {
        const int flag = m_theme.px(14);
        symbolicIcon(m_theme, QStringLiteral("flag"), t.bad)
            .paint(&painter, mirrored(*this, QRect(title.right() - flag, title.center().y() - flag / 2, flag, flag)));
        title.setRight(title.right() - flag - m_theme.px(markGap));
    }
    const QString apart = m_line.disputed ? tr("in dispute") : m_line.scored ? QString() : tr("not scored");
    if (!apart.isEmpty()) {
        painter.setFont(m_theme.font(Theme::Role::Small));
        painter.setPen(m_line.disputed ? t.warn : t.muted);
        const int wide = std::min(title.width(), painter.fontMetrics().horizontalAdvance(apart) + 1);
        drawElided(
            painter, *this, QRect(title.right() - wide, title.top(), wide, title.height()), apart, Qt::AlignRight);
        title.setRight(title.right() - wide - m_theme.px(markGap));
    }
    painter.setFont(body);
    painter.setPen(t.text);
    drawElided(painter, *this, title, m_line.title);
    if (!at.why.isEmpty())
        drawElided(painter, *this, at.why, m_line.why);
    if (!at.certainty.isEmpty()) {
        painter.setFont(m_line.sure ? bold : body);
        drawElided(painter, *this, at.certainty, m_line.certainty);
    }
    painter.setFont(m_theme.font(Theme::Role::Small));
    painter.setPen(t.muted);
    if (!at.topic.isEmpty())
        drawElided(painter, *this, at.topic, m_line.topic);
}

void ReportRow::paintChip(QPainter &painter, const ReportColumns &at) const
{
    if (m_line.code.isEmpty())
        return;
    const Tokens &t = m_theme.tokens();
    painter.setFont(m_theme.font(Theme::Role::Chip));
    const QRect chip =
        mirrored(*this, QRect(at.code.left(), at.code.center().y() - m_theme.px(8), m_theme.px(32), m_theme.px(17)));
    painter.setPen(QPen(m_theme.domain(m_line.sectionIndex), std::max(1.5, m_theme.px(3) / 2.0)));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(QRectF(chip).adjusted(1, 1, -1, -1), m_theme.px(3), m_theme.px(3));
    painter.setPen(t.text);
    painter.drawText(chip, Qt::AlignCenter, m_line.code);
}

ReportHeading::ReportHeading(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize ReportHeading::sizeHint() const
{
    return {m_theme.px(240), ReportColumns(m_theme, m_theme.px(480), m_rated).number.height()};
}

void ReportHeading::setRated(bool rated)
{
    m_rated = rated;
    update();
}

void ReportHeading::paintEvent(QPaintEvent *)
{
    const ReportColumns at(m_theme, width(), m_rated);
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
    painter.setFont(m_theme.font(Theme::Role::Small));
    painter.setPen(m_theme.tokens().muted);
    drawElided(painter, *this, at.number, tr("No."));
    drawElided(painter, *this, at.title, tr("Question"));
    drawElided(painter, *this, at.topic, tr("Topic"));
    drawElided(painter, *this, at.chosen, tr("Chosen"));
    drawElided(painter, *this, at.key, tr("Key"));
    drawElided(painter, *this, at.time, tr("Time"), Qt::AlignRight);
    if (!at.certainty.isEmpty())
        drawElided(painter, *this, at.certainty, tr("Certainty"));
    if (!at.why.isEmpty())
        drawElided(painter, *this, at.why, tr("Why it went wrong"));
}

} // namespace lectern
