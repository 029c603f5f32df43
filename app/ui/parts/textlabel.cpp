// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylesheet.h"
#include "widgets.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int elidedCharacters = 4;
}

TextLabel::TextLabel(const Theme &theme, Theme::Role role, const QString &text, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_role(role)
{
    forgetInStyleSheet(*this);
    setTextFormat(Qt::PlainText);
    setText(text);
    connect(&m_theme, &Theme::changed, this, &TextLabel::restyle);
    restyle();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    restyle();
}

void TextLabel::setBold(bool bold)
{
    m_bold = bold;
    restyle();
}

void TextLabel::setElided(bool elided)
{
    m_elided = elided;
    setSizePolicy(elided ? QSizePolicy::Expanding : QSizePolicy::Preferred, sizePolicy().verticalPolicy());
    updateGeometry();
    update();
}

void TextLabel::restyle()
{
    QFont font = m_theme.font(m_role);
    if (m_bold)
        font.setBold(true);
    setFont(font);

    const Tokens &t = m_theme.tokens();
    const QColor colors[] = {t.text, t.muted, t.accent, t.good, t.warn, t.bad};
    QPalette own = palette();
    own.setColor(QPalette::WindowText, colors[int(m_tone)]);
    own.setColor(QPalette::Link, t.accent);
    setPalette(own);
}

void TextLabel::align()
{
    // QLabel would go by the direction of the text, and leave a title in English at the left of a mirrored page.
    if (!(alignment() & Qt::AlignAbsolute))
        m_alignment = alignment();
    setAlignment(QStyle::visualAlignment(layoutDirection(), m_alignment));
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::LayoutDirectionChange)
        align();
    if (event->type() == QEvent::Polish && plain()) {
        // No rule of the style sheet is for labels, and it keeps 7 KB for each widget that it looks at.
        setAttribute(Qt::WA_WState_Polished);
        return true;
    }
    if (m_elided && event->type() == QEvent::ToolTip) {
        const bool whole = fontMetrics().horizontalAdvance(text()) <= contentsRect().width();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), whole ? QString() : text(), this);
        return true;
    }
    return QLabel::event(event);
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!m_elided && !plain()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QRect area = contentsRect();
    if (!m_elided) {
        // As QLabel does, but for the frame, of which there is none.
        const Qt::LayoutDirection direction = text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
        const int flags = int(QStyle::visualAlignment(direction, alignment())) | (wordWrap() ? Qt::TextWordWrap : 0) |
                          (direction == Qt::LeftToRight ? Qt::TextForceLeftToRight : Qt::TextForceRightToLeft);
        style()->drawItemText(&painter, area, flags, palette(), isEnabled(), text(), foregroundRole());
        return;
    }
    const bool whole = textSize().width() <= area.width();
    style()->drawItemText(&painter, area, int(alignment()), palette(), isEnabled(),
        whole ? text() : fontMetrics().elidedText(text(), Qt::ElideRight, area.width()), foregroundRole());
}

void TextLabel::forgetStaleSizes() const
{
    if (m_measuredText == text() && m_measuredFont == font())
        return;
    m_textSize = QSize();
    m_heights.clear();
    m_measuredText = text();
    m_measuredFont = font();
}

QSize TextLabel::textSize() const
{
    ensurePolished();
    forgetStaleSizes();
    if (!m_textSize.isValid()) {
        constexpr int unbounded = 2000;
        m_textSize =
            fontMetrics().boundingRect({0, 0, unbounded, unbounded}, Qt::AlignLeft | Qt::AlignTop, text()).size();
    }
    return m_textSize;
}

/// Layouts ask for a few widths over and over, and QLabel lays the text out each time.
int TextLabel::heightForWidth(int width) const
{
    if (!wordWrap() || !plain() || margin() != 0 || !contentsMargins().isNull())
        return QLabel::heightForWidth(width);
    forgetStaleSizes();
    constexpr qsizetype mostWidths = 8;
    const auto known = std::find_if(
        m_heights.cbegin(), m_heights.cend(), [width](const auto &measured) { return measured.first == width; });
    if (known != m_heights.cend())
        return known->second;
    if (m_heights.size() == mostWidths)
        m_heights.clear();
    const int height = QLabel::heightForWidth(width);
    m_heights.append({width, height});
    return height;
}

bool TextLabel::plain() const
{
    return textFormat() == Qt::PlainText && !buddy() && frameWidth() == 0 &&
           !textInteractionFlags().testFlag(Qt::TextSelectableByMouse) && pixmap(Qt::ReturnByValue).isNull();
}

/// QLabel measures three times where the text is one line of plain words, which most labels are.
bool TextLabel::plainLine() const
{
    return !wordWrap() && plain();
}

QSize TextLabel::sizeHint() const
{
    return plainLine() ? textSize().grownBy(contentsMargins()).expandedTo(minimumSize()) : QLabel::sizeHint();
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize whole = plainLine() ? sizeHint() : QLabel::minimumSizeHint();
    if (!m_elided)
        return whole;
    return {std::min(whole.width(), elidedCharacters * fontMetrics().averageCharWidth() * 2), whole.height()};
}

} // namespace lectern
