// SPDX-License-Identifier: GPL-3.0-or-later
#include "optionrow.h"

#include "examwords.h"
#include "safetext.h"
#include "theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int smallestHeight = 48;
constexpr int mark = 18;

} // namespace

OptionRow::OptionRow(const Theme &theme, Kind kind, int index, QWidget *parent)
    : QRadioButton(parent)
    , m_theme(theme)
    , m_kind(kind)
    , m_index(index)
    , m_text(std::make_unique<QTextDocument>())
{
    setAutoExclusive(kind == Kind::One); // by which its role is told
    m_text->setDocumentMargin(0);
    m_text->setUndoRedoEnabled(false);
    QTextOption breaks = m_text->defaultTextOption();
    breaks.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setDefaultTextOption(breaks);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &OptionRow::render);
}

OptionRow::~OptionRow() = default;

void OptionRow::setOption(const QString &markdown)
{
    m_markdown = markdown;
    m_struck = false;
    m_verdict = Verdict::None;
    render();
    rename();
}

void OptionRow::setStruck(bool struck)
{
    if (m_struck == struck)
        return;
    m_struck = struck;
    render();
    rename();
}

void OptionRow::setVerdict(Verdict verdict)
{
    if (m_verdict == verdict)
        return;
    m_verdict = verdict;
    rename();
    update();
}

void OptionRow::setZoom(int percent)
{
    if (m_zoom == percent)
        return;
    m_zoom = percent;
    render();
}

QString OptionRow::verdictWord(Verdict verdict)
{
    return verdict == Verdict::Right ? tr("Key") : verdict == Verdict::Wrong ? tr("Wrong") : QString();
}

void OptionRow::rename()
{
    const QString text = m_text->toPlainText();
    if (m_struck)
        setAccessibleName(tr("%1, struck out, %2", "letter, then the option's text").arg(letter(m_index), text));
    else if (m_verdict != Verdict::None)
        setAccessibleName(tr("%1, %2, %3", "letter, verdict, then the option's text")
                              .arg(letter(m_index), verdictWord(m_verdict), text));
    else
        setAccessibleName(tr("%1, %2", "letter, then the option's text").arg(letter(m_index), text));
}

QFont OptionRow::reading() const
{
    return zoomed(m_theme.font(Theme::Role::Reading), m_zoom);
}

void OptionRow::render()
{
    m_heights.clear();
    m_text->setDefaultFont(reading());
    const QString rich = inlineRichText(m_markdown, m_theme);
    m_text->setHtml(m_struck ? QStringLiteral("<s>%1</s>").arg(rich) : rich);
    updateGeometry();
    update();
}

int OptionRow::textLeft() const
{
    QFont font = reading();
    font.setBold(true);
    return m_theme.px(12 + mark + 12) + QFontMetrics(font).horizontalAdvance(QLatin1Char('M')) + m_theme.px(8);
}

int OptionRow::heightForWidth(int width) const
{
    if (const auto known = m_heights.constFind(width); known != m_heights.constEnd())
        return *known;
    m_text->setTextWidth(std::max(width - textLeft() - m_theme.px(12), m_theme.px(80)));
    const int height = std::max(m_theme.px(smallestHeight), int(std::ceil(m_text->size().height())) + m_theme.px(20));
    m_heights.insert(width, height);
    return height;
}

QSize OptionRow::sizeHint() const
{
    const int width = m_theme.px(480);
    return {width, m_theme.px(smallestHeight)};
}

QSize OptionRow::minimumSizeHint() const
{
    return {m_theme.px(160), m_theme.px(smallestHeight)};
}

bool OptionRow::event(QEvent *event)
{
    const bool done = QRadioButton::event(event);
    const QEvent::Type type = event->type();
    // The box around it, which shows the same, is drawn by the line that it stands in.
    if (type == QEvent::FocusIn || type == QEvent::FocusOut || type == QEvent::HoverEnter || type == QEvent::HoverLeave)
        parentWidget()->update();
    return done;
}

void OptionRow::keyPressEvent(QKeyEvent *event)
{
    // Arrows only move: choosing on the way would store answers nobody gave.
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        Q_EMIT arrowPressed(m_index, event->key());
        return;
    default:
        QRadioButton::keyPressEvent(event);
    }
}

bool OptionRow::hitButton(const QPoint &pos) const
{
    return rect().contains(pos);
}

void OptionRow::nextCheckState()
{
    if (!m_gate || m_gate())
        QRadioButton::nextCheckState();
}

void OptionRow::paintMark(QPainter &painter, const QRectF &area) const
{
    const Tokens &t = m_theme.tokens();
    const qreal unit = m_theme.px(100) / 100.0;
    painter.setPen(QPen(isChecked() ? t.accent : t.edge, 2 * unit));
    painter.setBrush(t.raised);
    const QRectF inner = area.adjusted(unit, unit, -unit, -unit);
    if (m_kind == Kind::One) {
        painter.drawEllipse(inner);
        if (isChecked()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.accent);
            painter.drawEllipse(area.center(), 4.5 * unit, 4.5 * unit);
        }
        return;
    }
    if (isChecked())
        painter.setBrush(t.accent);
    painter.drawRoundedRect(inner, 3 * unit, 3 * unit);
    if (!isChecked())
        return;
    const auto at = [&inner](double x, double y) {
        return inner.topLeft() + QPointF(x * inner.width(), y * inner.height());
    };
    painter.setPen(QPen(t.onAccent, inner.width() / 8, Qt::SolidLine, Qt::RoundCap));
    painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.3)}));
}

void OptionRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal unit = m_theme.px(100) / 100.0;
    const bool rtl = isRightToLeft();
    const auto mirrored = [this, rtl](QRectF area) {
        if (rtl)
            area.moveLeft(width() - area.right());
        return area;
    };
    paintMark(painter, mirrored(QRectF(12 * unit, (height() - mark * unit) / 2, mark * unit, mark * unit)));

    QFont bold = reading();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_struck ? t.muted : t.text);
    const qreal letterLeft = (12 + mark + 12) * unit;
    painter.drawText(mirrored(QRectF(letterLeft, 0, textLeft() - letterLeft, height())),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft)), letter(m_index));

    QTextOption option = m_text->defaultTextOption();
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    if (option.alignment() != side) {
        option.setAlignment(side);
        m_text->setDefaultTextOption(option);
    }
    m_text->setTextWidth(std::max(width() - textLeft() - m_theme.px(12), m_theme.px(80)));
    painter.translate(rtl ? m_theme.px(12) : textLeft(), (height() - m_text->size().height()) / 2);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.palette.setColor(QPalette::Text, m_struck ? t.muted : t.text);
    m_text->documentLayout()->draw(&painter, context);
}

} // namespace lectern
