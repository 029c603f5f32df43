// SPDX-License-Identifier: GPL-3.0-or-later
#include "optionlist.h"

#include "examwords.h"
#include "item.h"
#include "safetext.h"
#include "theme.h"

#include <QAbstractTextDocumentLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QTextOption>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int smallestHeight = 48;
constexpr int dot = 18;

} // namespace

OptionRow::OptionRow(const Theme &theme, int index, QWidget *parent)
    : QRadioButton(parent)
    , m_theme(theme)
    , m_index(index)
    , m_text(std::make_unique<QTextDocument>())
{
    m_text->setDocumentMargin(0);
    m_text->setUndoRedoEnabled(false);
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
    render();
    setAccessibleName(tr("%1, %2", "letter, then the option's text").arg(letter(m_index), m_text->toPlainText()));
}

void OptionRow::render()
{
    m_text->setDefaultFont(m_theme.font(Theme::Role::Reading));
    m_text->setHtml(inlineRichText(m_markdown, m_theme));
    updateGeometry();
    update();
}

int OptionRow::textLeft() const
{
    QFont font = m_theme.font(Theme::Role::Reading);
    font.setBold(true);
    return m_theme.px(12 + dot + 12) + QFontMetrics(font).horizontalAdvance(QLatin1Char('M')) + m_theme.px(8);
}

int OptionRow::heightForWidth(int width) const
{
    m_text->setTextWidth(std::max(width - textLeft() - m_theme.px(12), m_theme.px(80)));
    return std::max(m_theme.px(smallestHeight), int(std::ceil(m_text->size().height())) + m_theme.px(20));
}

QSize OptionRow::sizeHint() const
{
    const int width = m_theme.px(480);
    return {width, heightForWidth(width)};
}

QSize OptionRow::minimumSizeHint() const
{
    return {m_theme.px(160), m_theme.px(smallestHeight)};
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

    const qreal line = (isChecked() ? 2 : 1) * unit;
    const qreal inset = line / 2 + 2 * unit;
    painter.setPen(QPen(isChecked() ? t.accent : t.edge, line));
    painter.setBrush(isDown() ? t.track : isChecked() ? t.accentSoft : underMouse() ? t.code : t.raised);
    const QRectF box = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.drawRoundedRect(box, 4 * unit, 4 * unit);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2 * unit));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(unit, unit, -unit, -unit), 6 * unit, 6 * unit);
        if (isChecked()) {
            painter.setPen(QPen(t.accent, line));
            painter.drawRoundedRect(box.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit), 3 * unit, 3 * unit);
        }
    }

    const QRectF ring = mirrored(QRectF(12 * unit, (height() - dot * unit) / 2, dot * unit, dot * unit));
    painter.setPen(QPen(isChecked() ? t.accent : t.edge, 2 * unit));
    painter.setBrush(t.raised);
    painter.drawEllipse(ring.adjusted(unit, unit, -unit, -unit));
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawEllipse(ring.center(), 4.5 * unit, 4.5 * unit);
    }

    QFont bold = m_theme.font(Theme::Role::Reading);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(t.text);
    const qreal letterLeft = (12 + dot + 12) * unit;
    painter.drawText(mirrored(QRectF(letterLeft, 0, textLeft() - letterLeft, height())),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft)), letter(m_index));

    const int textWidth = std::max(width() - textLeft() - m_theme.px(12), m_theme.px(80));
    QTextOption option = m_text->defaultTextOption();
    option.setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    m_text->setDefaultTextOption(option);
    m_text->setTextWidth(textWidth);
    painter.translate(rtl ? m_theme.px(12) : textLeft(), (height() - m_text->size().height()) / 2);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.palette.setColor(QPalette::Text, t.text);
    m_text->documentLayout()->draw(&painter, context);
}

OptionList::OptionList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme.px(4));
    setAccessibleName(tr("Options"));
    connect(m_group, &QButtonGroup::idClicked, this, &OptionList::picked);
}

void OptionList::setOptions(const QList<Option> &options)
{
    while (m_rows.size() < options.size())
        addRow();
    m_count = int(options.size());
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i)->setVisible(i < m_count);
        if (i < m_count)
            m_rows.at(i)->setOption(options.at(i).text);
    }
}

void OptionList::addRow()
{
    const int index = int(m_rows.size());
    auto *row = new OptionRow(m_theme, index, this);
    m_group->addButton(row, index);
    m_layout->addWidget(row);
    m_rows << row;
    connect(row, &OptionRow::arrowPressed, this, [this](int from, int key) {
        const int to = from + (key == Qt::Key_Down || key == Qt::Key_Right ? 1 : -1);
        m_rows.at((to + m_count) % m_count)->setFocus(Qt::OtherFocusReason);
    });
}

void OptionList::setChosen(int index)
{
    // An exclusive group cannot be emptied, so exclusiveness rests while it is.
    m_group->setExclusive(false);
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setChecked(i == index);
    m_group->setExclusive(true);
}

int OptionList::chosen() const
{
    return m_group->checkedId();
}

bool OptionList::holdsFocus() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const OptionRow *row) { return row->hasFocus(); });
}

void OptionList::takeFocus()
{
    if (m_count > 0)
        m_rows.at(std::max(0, chosen()))->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern
